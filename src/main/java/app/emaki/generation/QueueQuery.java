package app.emaki.generation;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the queue stands before one account, by the same turns that {@link Admission} gives. */
@Repository
class QueueQuery {
    /** The film that is not ordered yet. */
    static final UUID NEW = new UUID(0, 0);

    /** Looks at each account that waits, and of its films at no more than go before the account's own last one. */
    private static final String AHEAD = """
            with recursive
            newest as (
                select coalesce(max(served), 0) as turn from turn),
            me as (
                select greatest(coalesce(t.next, 0), n.turn) as turn, greatest(1000 / l.weight, 1) as step, l.weight
                from account a join plan_limits l on l.plan = a.plan cross join newest n left join turn t on t.account_id = a.id
                where a.id = :account),
            own as (
                select q.id, q.created_at, q.take, q.nth, me.turn + (q.nth - 1) * me.step as turn, me.weight
                from me cross join (
                    select id, created_at, take, row_number() over (order by created_at, take) as nth
                    from (select id, created_at, take from generation
                          where state = 'QUEUED' and backend = :backend and account_id = :account
                          union all select :new, 'infinity', 1) films) q),
            waiting as (
                (select account_id from generation where state = 'QUEUED' and backend = :backend order by account_id limit 1)
                union all
                select (select g.account_id from generation g
                        where g.state = 'QUEUED' and g.backend = :backend and g.account_id > w.account_id
                        order by g.account_id limit 1)
                from waiting w where w.account_id is not null),
            others as (
                select p.turn + (q.nth - 1) * p.step as turn, p.weight, q.created_at, q.take
                from (select w.account_id, greatest(coalesce(t.next, 0), n.turn) as turn, greatest(1000 / l.weight, 1) as step, l.weight
                      from waiting w join account a on a.id = w.account_id join plan_limits l on l.plan = a.plan
                      cross join newest n left join turn t on t.account_id = w.account_id
                      where w.account_id <> :account) p
                cross join lateral (
                    select created_at, take, row_number() over (order by created_at, take) as nth
                    from (select created_at, take from generation
                          where state = 'QUEUED' and backend = :backend and account_id = p.account_id
                          order by created_at, take
                          limit greatest(0, ((select max(turn) from own) - p.turn) / p.step + 1)) films) q)
            select own.id, own.nth - 1 + (
                select count(*) from others o
                where (o.turn, -o.weight, o.created_at, o.take) < (own.turn, -own.weight, own.created_at, own.take)) as ahead
            from own""";

    private static final String BUSY = """
            select l.concurrent as own_most,
                   (select count(*) from generation g where g.account_id = a.id and g.state in ('RUNNING', 'MASTERING', 'UNKNOWN')) as own,
                   (select count(*) from generation g join account b on b.id = g.account_id
                    where b.plan = a.plan and g.state in ('RUNNING', 'MASTERING', 'UNKNOWN')) as of_plan,
                   (select count(*) from generation g where g.backend = :backend and g.state in ('RUNNING', 'UNKNOWN')) as of_backend,
                   l.together as plan_most
            from account a join plan_limits l on l.plan = a.plan where a.id = :account""";

    private final JdbcClient jdbc;

    QueueQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many films go before each of an account's own, and before {@linkplain #NEW the one} that it would order now. */
    Map<UUID, Integer> ahead(String backend, UUID account) {
        var ahead = new HashMap<UUID, Integer>();
        jdbc.sql(AHEAD)
                .param("backend", backend)
                .param("account", account)
                .param("new", NEW)
                .query(row -> {
                    ahead.put(row.getObject("id", UUID.class), row.getInt("ahead"));
                });
        return ahead;
    }

    /** What is being made now, as far as it counts for the limits of an account. */
    Busy busy(String backend, UUID account) {
        return jdbc.sql(BUSY)
                .param("backend", backend)
                .param("account", account)
                .query(Busy.class)
                .single();
    }

    /** Seconds of work for a second of film: the median of the last twenty; empty until there is one. */
    OptionalDouble pace(String model, int lines) {
        return jdbc.sql("""
                        select percentile_cont(0.5) within group (order by pace) from (
                            select extract(epoch from finished_at - admitted_at) / seconds as pace from generation
                            where state = 'SUCCEEDED' and model = :model and lines = :lines
                            order by finished_at desc limit 20) last""")
                .param("model", model)
                .param("lines", lines)
                .query(Double.class)
                .optional()
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    /**
     * Films that are being made.
     *
     * @param ownMost the account's own limit
     * @param own films of the account
     * @param ofPlan films of everybody with its plan
     * @param ofBackend films that the backend has
     * @param planMost limit of everybody with its plan together; null for none
     */
    record Busy(
            int ownMost,
            int own,
            int ofPlan,
            int ofBackend,
            @Nullable Integer planMost) {}
}
