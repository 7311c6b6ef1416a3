package app.emaki.social;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of people, the newest tie first. */
@Repository
class PeopleQuery {
    private static final int PAGE = 30;

    private final JdbcClient jdbc;

    PeopleQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Person> muted(UUID account, @Nullable Cursor before) {
        return list("mute", "muter", "muted", account, before);
    }

    Page<Person> blocked(UUID account, @Nullable Cursor before) {
        return list("block", "blocker", "blocked", account, before);
    }

    private Page<Person> list(String table, String one, String other, UUID account, @Nullable Cursor before) {
        var statement = jdbc.sql("select a.id, a.handle, a.display_name as name, t.created_at as since from " + table
                        + " t join account a on a.id = t." + other + " where t." + one + " = :account"
                        + (before == null ? "" : " and (t.created_at, t." + other + ") < (:at, :id)")
                        + " order by t.created_at desc, t." + other + " desc limit :limit")
                .param("account", account)
                .param("limit", PAGE + 1);
        if (before != null) {
            statement = statement.param("at", Timestamp.from(before.at())).param("id", before.id());
        }
        return Page.of(
                statement
                        .query((row, n) -> new Person(
                                row.getObject("id", UUID.class),
                                row.getString("handle"),
                                row.getString("name"),
                                row.getTimestamp("since").toInstant()))
                        .list(),
                PAGE,
                person -> new Cursor(person.since(), person.id()));
    }

    /** Somebody in a list, and since when. */
    record Person(UUID id, String handle, String name, Instant since) {}
}
