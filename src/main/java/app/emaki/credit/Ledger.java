package app.emaki.credit;

import app.emaki.account.Plan;
import app.emaki.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of purses and entries. Whoever changes a purse holds its row lock; entries are only ever added. */
@Repository
class Ledger {
    private static final String ADD_ENTRY =
            "insert into ledger_entry (id, purse_id, kind, amount, generation_id, reason, granted_by, created_at)"
                    + " values (:id, :purse, :kind, :amount, :generation, :reason, :by, :now)";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the purse of this period, with its allowance in it, unless it is there. */
    void openAllowance(UUID account, Plan plan, Period period, int credits) {
        open(account, plan, period, credits).ifPresent(purse -> add(purse, Kind.ALLOWANCE, credits, null, null, null));
    }

    /** Puts credits into the purse that never runs out. */
    void grant(UUID account, int credits, String reason, UUID by) {
        open(account, null, null, 0);
        var purse = lock(account, null, null).getFirst();
        change(purse.id(), credits);
        add(purse.id(), Kind.GRANT, credits, null, reason, by);
    }

    /** The purses that an account can pay from, the one that runs out first, locked until the transaction ends. */
    List<Purse> lock(UUID account, @Nullable Plan plan, @Nullable Period period) {
        return purses(account, plan, period, " for update");
    }

    /** As {@link #lock}, only to look at. */
    List<Purse> look(UUID account, Plan plan, Period period) {
        return purses(account, plan, period, "");
    }

    /** What a generation holds in each purse, locked; empty when it never reserved or is closed. */
    List<Purse> lockHolds(UUID generation) {
        return jdbc.sql("""
                        select p.id, -r.amount as balance, p.plan is not null as allowance
                        from ledger_entry r join purse p on p.id = r.purse_id
                        where r.generation_id = :generation and r.kind = 'RESERVE'
                          and not exists (select from ledger_entry c where c.generation_id = :generation
                                            and c.purse_id = r.purse_id and c.kind in ('SETTLE', 'REFUND'))
                        order by p.plan nulls last
                        for update of p""")
                .param("generation", generation)
                .query(Ledger::purse)
                .list();
    }

    void reserve(Purse purse, int amount, UUID generation) {
        change(purse.id(), -amount);
        add(purse.id(), Kind.RESERVE, -amount, generation, null, null);
    }

    /** Ends a hold and gives back this much of it. */
    void close(Purse hold, Kind kind, int back, UUID generation) {
        change(hold.id(), back);
        add(hold.id(), kind, back, generation, null, null);
    }

    LedgerCheck check() {
        return jdbc.sql("""
                        with hold as (
                            select generation_id, purse_id,
                                   -sum(amount) filter (where kind = 'RESERVE') as reserved,
                                   sum(amount) filter (where kind <> 'RESERVE') as back
                            from ledger_entry where generation_id is not null group by generation_id, purse_id)
                        select (select coalesce(sum(amount), 0) from ledger_entry where generation_id is null) as given,
                               (select coalesce(sum(reserved - back), 0) from hold where back is not null) as spent,
                               (select coalesce(sum(reserved), 0) from hold where back is null) as held,
                               (select coalesce(sum(balance), 0) from purse) as balances,
                               (select count(*) from purse p where balance <> (
                                    select coalesce(sum(amount), 0) from ledger_entry e where e.purse_id = p.id)) as wrong_purses,
                               (select count(*) from hold where reserved is null or back > reserved) as wrong_holds""").query(LedgerCheck.class).single();
    }

    private java.util.Optional<UUID> open(UUID account, @Nullable Plan plan, @Nullable Period period, int credits) {
        return jdbc.sql(
                        "insert into purse (id, account_id, plan, since, until, balance)"
                                + " values (:id, :account, :plan, :since, :until, :credits) on conflict do nothing returning id")
                .param("id", ids.next())
                .param("account", account)
                .param("plan", plan == null ? null : plan.name())
                .param("since", period == null ? null : at(period.since()))
                .param("until", period == null ? null : at(period.until()))
                .param("credits", credits)
                .query(UUID.class)
                .optional();
    }

    private List<Purse> purses(UUID account, @Nullable Plan plan, @Nullable Period period, String lock) {
        return jdbc.sql("select id, balance, plan is not null as allowance from purse"
                        + " where account_id = :account and (plan is null or plan = :plan and since = :since)"
                        + " order by plan nulls last" + lock)
                .param("account", account)
                .param("plan", plan == null ? null : plan.name())
                .param("since", period == null ? null : at(period.since()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Ledger::purse)
                .list();
    }

    private void change(UUID purse, int by) {
        jdbc.sql("update purse set balance = balance + ? where id = ?")
                .params(by, purse)
                .update();
    }

    private void add(
            UUID purse, Kind kind, int amount, @Nullable UUID generation, @Nullable String reason, @Nullable UUID by) {
        jdbc.sql(ADD_ENTRY)
                .param("id", ids.next())
                .param("purse", purse)
                .param("kind", kind.name())
                .param("amount", amount)
                .param("generation", generation)
                .param("reason", reason)
                .param("by", by)
                .param("now", at(clock.instant()))
                .update();
    }

    private static Purse purse(ResultSet row, int number) throws SQLException {
        return new Purse(row.getObject("id", UUID.class), row.getInt("balance"), row.getBoolean("allowance"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Credits in one place: what is there, or what a generation holds of it. */
    record Purse(UUID id, int balance, boolean allowance) {}

    enum Kind {
        ALLOWANCE,
        GRANT,
        RESERVE,
        SETTLE,
        REFUND
    }
}
