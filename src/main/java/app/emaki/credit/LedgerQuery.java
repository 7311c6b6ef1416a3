package app.emaki.credit;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An account's credits as they came and went. */
@Repository
class LedgerQuery {
    private static final int PAGE = 20;

    private final JdbcClient jdbc;

    LedgerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What moved credits of an account, newest first; a settlement that gave nothing back moved none. */
    Page<Line> lines(UUID account, @Nullable Cursor before) {
        var from = before == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : before;
        var rows = jdbc.sql("""
                        select e.* from purse p
                        cross join lateral (
                            select e.id, e.kind, e.amount, e.generation_id, e.reason, e.created_at from ledger_entry e
                            where e.purse_id = p.id and e.amount <> 0 and (e.created_at, e.id) < (:at, :id)
                            order by e.created_at desc, e.id desc limit :limit) e
                        where p.account_id = :account
                        order by e.created_at desc, e.id desc limit :limit""")
                .param("account", account)
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        Ledger.Kind.valueOf(row.getString("kind")),
                        row.getInt("amount"),
                        row.getObject("generation_id", UUID.class),
                        row.getString("reason"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
        return Page.of(rows, PAGE, line -> new Cursor(line.at(), line.id()));
    }

    /** One movement; {@code generation} is the film it was for, {@code reason} what an admin said to a grant. */
    record Line(
            UUID id,
            Ledger.Kind kind,
            int amount,
            @Nullable UUID generation,
            @Nullable String reason,
            Instant at) {

        /** Where the film has its page; null when it was for none. */
        public @Nullable String film() {
            return generation == null ? null : "/generations/" + PublicId.of(generation);
        }
    }
}
