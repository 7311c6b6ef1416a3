package app.emaki.studio;

import app.emaki.platform.PublicId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far somebody's takes are: those that have not ended, or only just. */
@Repository
class LiveQuery {
    private static final Duration JUST = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    LiveQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Take> takes(UUID account) {
        return jdbc.sql("""
                        select id, group_id, state, progress from generation
                        where account_id = :account and (finished_at is null or finished_at > :just)
                        order by id""")
                .param("account", account)
                .param("just", Timestamp.from(clock.instant().minus(JUST)))
                .query((row, number) -> new Take(
                        row.getObject("id", UUID.class),
                        row.getObject("group_id", UUID.class),
                        row.getString("state"),
                        row.getInt("progress")))
                .list();
    }

    /** One take as a stream tells of it. */
    record Take(UUID id, UUID group, String state, int progress) {

        String json() {
            return "{\"take\":\"%s\",\"group\":\"%s\",\"state\":\"%s\",\"progress\":%d}"
                    .formatted(PublicId.of(id), PublicId.of(group), state.toLowerCase(Locale.ROOT), progress);
        }
    }
}
