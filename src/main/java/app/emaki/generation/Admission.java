package app.emaki.generation;

import app.emaki.model.VideoModels;
import app.emaki.model.VideoModels.Slots;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets queued generations in, in turns: each account has a place in line, and each film served moves it back by a thousand over
 * the weight of its plan. Who comes anew stands beside the last one served, so that a crowd before it costs it one film at most.
 */
@Component
class Admission {
    /**
     * Counting and claiming must be one act: claims that only skip each other's rows were seen to break a limit of 2 with 5. No lock
     * where nobody waits; and a plan made once, since making it takes longer than the admission itself.
     */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtext('emaki.generation.admission')),
                   set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true)
            where exists (select from generation where state = 'QUEUED')""";

    private static final String ADMIT = """
            with recursive
            live as materialized (
                select account_id, backend, state from generation where state in ('RUNNING', 'MASTERING', 'UNKNOWN')),
            slots as (
                select backend, most - (select count(*) from live
                                        where live.backend = s.backend and live.state in ('RUNNING', 'UNKNOWN')) as free
                from unnest(:backends::text[], :most::int[]) s (backend, most)),
            -- one hop through the index for each account, however many films it has waiting
            waiting as (
                select s.backend, f.account_id, f.created_at, f.take
                from slots s cross join lateral (
                    select g.account_id, g.created_at, g.take from generation g
                    where g.state = 'QUEUED' and g.backend = s.backend
                    order by g.account_id, g.created_at, g.take limit 1) f
                where s.free > 0
                union all
                select w.backend, f.account_id, f.created_at, f.take
                from waiting w cross join lateral (
                    select g.account_id, g.created_at, g.take from generation g
                    where g.state = 'QUEUED' and g.backend = w.backend and g.account_id > w.account_id
                    order by g.account_id, g.created_at, g.take limit 1) f),
            busy as (
                select account_id, count(*) as films from live group by account_id),
            -- by itself, so that this is one look at either and not one for each other
            idle as materialized (
                select w.*, coalesce(b.films, 0) as films from waiting w left join busy b on b.account_id = w.account_id),
            plan_slots as (
                select plan, together - (select coalesce(sum(b.films), 0)
                                         from busy b join account a on a.id = b.account_id where a.plan = p.plan) as free
                from plan_limits p where together is not null),
            newest as (
                select coalesce(max(served), 0) as turn from turn),
            free as (
                select w.*, a.plan, l.weight, greatest(1000 / l.weight, 1) as step, s.free as backend_free, p.free as plan_free,
                       l.concurrent - w.films as account_free,
                       greatest(coalesce(t.next, 0), n.turn) as turn
                from idle w
                join slots s on s.backend = w.backend
                join account a on a.id = w.account_id
                join plan_limits l on l.plan = a.plan
                cross join newest n
                left join plan_slots p on p.plan = a.plan
                left join turn t on t.account_id = w.account_id
                where l.concurrent > w.films and coalesce(p.free, 1) > 0),
            -- who stands further back than there is room cannot be let in now
            near as (
                select * from (
                    select f.*, row_number() over line as nth,
                           nth_value(f.turn, :room) over (line rows between unbounded preceding and unbounded following) as last_turn
                    from free f
                    window line as (partition by f.backend, f.plan order by f.turn, f.created_at, f.take)) f
                where nth <= :room),
            line as (
                select g.id, f.backend, f.account_id, f.plan, f.weight, g.created_at, g.take, f.backend_free, f.plan_free,
                       f.account_free, f.turn + (g.nth - 1) * f.step as turn
                from near f
                cross join lateral (
                    select q.id, q.created_at, q.take, row_number() over (order by q.created_at, q.take) as nth
                    from (select id, created_at, take from generation
                          where state = 'QUEUED' and backend = f.backend and account_id = f.account_id
                          order by created_at, take
                          limit least(f.account_free, coalesce((f.last_turn - f.turn) / f.step + 1, :room))) q) g),
            within_account as (
                select *, row_number() over (partition by account_id order by turn, created_at, take) as nth_of_account
                from line),
            within_plan as (
                select *, row_number() over (partition by plan order by turn, created_at, take) as nth_of_plan
                from within_account where nth_of_account <= account_free),
            within_backend as (
                select *, row_number() over (
                           partition by backend order by turn, weight desc, created_at, take) as nth_of_backend
                from within_plan where plan_free is null or nth_of_plan <= plan_free),
            chosen as (
                select * from within_backend where nth_of_backend <= backend_free
                order by turn, weight desc, created_at, take limit :room),
            admitted as (
                update generation g
                set state = 'RUNNING', admitted_at = :now, next_step_at = :now,
                    lease_by = :node, lease_until = :until, fence = fence + 1
                from chosen c where g.id = c.id and g.state = 'QUEUED'
                returning g.id, g.fence, g.account_id, g.backend, g.created_at, c.plan, c.turn, c.weight),
            moved_back as (
                insert into turn (account_id, served, next)
                select account_id, max(turn), max(turn) + 1000 / max(weight) from admitted group by account_id
                on conflict (account_id) do update set served = excluded.served, next = excluded.next)
            select id, fence, backend, plan, created_at from admitted order by turn""";

    private final JdbcClient jdbc;
    private final VideoModels models;
    private final GenerationSettings settings;
    private final Clock clock;
    private final EngineMetrics metrics;

    Admission(JdbcClient jdbc, VideoModels models, GenerationSettings settings, Clock clock, EngineMetrics metrics) {
        this.jdbc = jdbc;
        this.models = models;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Moves as many generations from queued to running as all limits allow, at most {@code room}, and leases them to a node. */
    @Transactional
    public List<Claim> admit(UUID node, int room) {
        var slots = models.slots().stream().filter(it -> !it.draining()).toList();
        if (room <= 0 || slots.isEmpty()) {
            return List.of();
        }
        if (jdbc.sql(LOCK).query((row, n) -> n).list().isEmpty()) {
            return List.of();
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql(ADMIT)
                .param("backends", slots.stream().map(Slots::backend).toArray(String[]::new))
                .param("most", slots.stream().map(Slots::concurrent).toArray(Integer[]::new))
                .param("room", room)
                .param("node", node)
                .param("now", now)
                .param("until", now.plus(settings.lease()))
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var waited = Duration.between(row.getObject("created_at", OffsetDateTime.class), now);
                    metrics.admitted(row.getString("backend"), row.getString("plan"), waited);
                    return new Claim(id, row.getLong("fence"), node, false);
                })
                .list();
    }
}
