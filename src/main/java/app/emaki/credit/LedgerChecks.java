package app.emaki.credit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks through the whole ledger now and then, and whenever an admin asks; everybody else reads what was found last. */
@Component
public class LedgerChecks {
    private final Credits credits;
    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerChecks(Credits credits, JdbcClient jdbc, Clock clock) {
        this.credits = credits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Proves the ledger with {@linkplain Credits#check the one query}, and keeps what it finds. */
    public Checked now() {
        var found = credits.check();
        var at = clock.instant();
        jdbc.sql("""
                        insert into ledger_check (given, spent, held, balances, wrong_purses, wrong_holds, checked_at)
                        values (:given, :spent, :held, :balances, :wrong_purses, :wrong_holds, :at)
                        on conflict (single) do update set given = excluded.given, spent = excluded.spent, held = excluded.held,
                            balances = excluded.balances, wrong_purses = excluded.wrong_purses,
                            wrong_holds = excluded.wrong_holds, checked_at = excluded.checked_at""")
                .param("given", found.given())
                .param("spent", found.spent())
                .param("held", found.held())
                .param("balances", found.balances())
                .param("wrong_purses", found.wrongPurses())
                .param("wrong_holds", found.wrongHolds())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return new Checked(found, at);
    }

    /** What was found last; empty before the first look. */
    public Optional<Checked> last() {
        return jdbc.sql("select given, spent, held, balances, wrong_purses, wrong_holds, checked_at from ledger_check")
                .query((row, n) -> new Checked(
                        new LedgerCheck(
                                row.getLong("given"),
                                row.getLong("spent"),
                                row.getLong("held"),
                                row.getLong("balances"),
                                row.getLong("wrong_purses"),
                                row.getLong("wrong_holds")),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** What a look at the ledger found, and when. */
    public record Checked(LedgerCheck found, Instant at) {}
}
