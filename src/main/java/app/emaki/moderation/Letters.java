package app.emaki.moderation;

import app.emaki.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a reporter and the moderators write to each other; moderators stay without a name. */
@Repository
class Letters {
    static final int LONGEST = 1000;
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Letters(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    void add(UUID report, UUID author, boolean moderator, String words) {
        jdbc.sql(
                        "insert into report_message (id, report_id, author_id, moderator, words, sent_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        ids.next(),
                        report,
                        author,
                        moderator,
                        words,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The newest letters of some reports, oldest first. */
    List<Letter> of(List<UUID> reports) {
        return jdbc.sql("""
                        select report_id, moderator, words, sent_at from (
                            select * from report_message where report_id = any(?) order by sent_at desc, id desc limit ?) newest
                        order by sent_at, id""")
                .param(reports.toArray(UUID[]::new))
                .param(SHOWN)
                .query(Letter.class)
                .list();
    }

    /** One letter. */
    record Letter(UUID reportId, boolean moderator, String words, Instant sentAt) {}
}
