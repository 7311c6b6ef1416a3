package app.emaki.generation;

import app.emaki.model.VideoModels;
import app.emaki.model.VideoModels.Slots;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets queued generations in, in turns: each account has a place in line, and each film served moves it back by a thousand over
 * the weight of its plan. Who comes anew stands beside the last one served, so that a crowd before it costs it one film at most.
 */
@Component
class Admission {
    /** Counting and claiming must be one act: claims that only skip each other's rows were seen to break a limit of 2 with 5. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('emaki.generation.admission'))";

    private static final String ADMIT = """
            with recursive
            slots as (
                select backend, most - (select count(*) from generation g
                                        where g.backend = s.backend and g.state in ('RUNNING', 'UNKNOWN')) as free
                from unnest(:backends::text[], :most::int[]) s (backend, most)),
            -- one hop through the index for each account, however many films it has waiting
            waiting as (
                select s.backend, (select g.account_id from generation g
                                   where g.state = 'QUEUED' and g.backend = s.backend
                                   order by g.account_id limit 1) as account_id
                from slots s where s.free > 0
                union all
                select w.backend, (select g.account_id from generation g
                                   where g.state = 'QUEUED' and g.backend = w.backend and g.account_id > w.account_id
                                   order by g.account_id limit 1)
                from waiting w where w.account_id is not null),
            busy as (
                select g.account_id, a.plan, count(*) as films
                from generation g join account a on a.id = g.account_id
                where g.state in ('RUNNING', 'MASTERING') group by g.account_id, a.plan),
            plan_slots as (
                select plan, most - (select coalesce(sum(b.films), 0) from busy b where b.plan = p.plan) as free
                from unnest(:plans::text[], :plan_most::int[]) p (plan, most)),
            newest as (
                select coalesce(max(served), 0) as turn from turn),
            line as (
                select g.id, w.backend, w.account_id, a.plan, l.weight, g.created_at, g.take,
                       l.concurrent - coalesce(b.films, 0) as account_free,
                       greatest(coalesce(t.next, 0), n.turn) + (g.nth - 1) * (1000 / l.weight) as turn
                from waiting w
                join account a on a.id = w.account_id
                join plan_limits l on l.plan = a.plan
                cross join newest n
                left join turn t on t.account_id = w.account_id
                left join busy b on b.account_id = w.account_id
                cross join lateral (
                    select q.id, q.created_at, q.take, row_number() over (order by q.created_at, q.take) as nth
                    from (select id, created_at, take from generation
                          where state = 'QUEUED' and backend = w.backend and account_id = w.account_id
                          order by created_at, take
                          limit least(greatest(l.concurrent - coalesce(b.films, 0), 0), :room)) q) g),
            within_account as (
                select *, row_number() over (partition by account_id order by turn, created_at, take) as nth_of_account
                from line),
            within_plan as (
                select w.*, row_number() over (partition by w.plan order by turn, created_at, take) as nth_of_plan,
                       p.free as plan_free
                from within_account w left join plan_slots p on p.plan = w.plan
                where nth_of_account <= account_free),
            within_backend as (
                select w.*, row_number() over (
                           partition by w.backend order by turn, weight desc, created_at, take) as nth_of_backend,
                       s.free as backend_free
                from within_plan w join slots s on s.backend = w.backend
                where plan_free is null or nth_of_plan <= plan_free),
            chosen as (
                select * from within_backend where nth_of_backend <= backend_free
                order by turn, weight desc, created_at, take limit :room),
            admitted as (
                update generation g
                set state = 'RUNNING', admitted_at = :now, next_step_at = :now,
                    lease_by = :node, lease_until = :until, fence = fence + 1
                from chosen c where g.id = c.id and g.state = 'QUEUED'
                returning g.id, g.fence, g.account_id, g.backend, g.created_at, c.turn, c.weight),
            moved_back as (
                insert into turn (account_id, served, next)
                select account_id, max(turn), max(turn) + 1000 / max(weight) from admitted group by account_id
                on conflict (account_id) do update set served = excluded.served, next = excluded.next)
            select id, fence, account_id, backend, created_at from admitted order by turn""";

    private final JdbcClient jdbc;
    private final VideoModels models;
    private final GenerationSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final EngineMetrics metrics;

    Admission(
            JdbcClient jdbc,
            VideoModels models,
            GenerationSettings settings,
            Clock clock,
            ApplicationEventPublisher events,
            EngineMetrics metrics) {
        this.jdbc = jdbc;
        this.models = models;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.metrics = metrics;
    }

    /** Moves as many generations from queued to running as all limits allow, at most {@code room}, and leases them to a node. */
    @Transactional
    public List<Claim> admit(UUID node, int room) {
        var slots = models.slots().stream().filter(it -> !it.draining()).toList();
        if (room <= 0 || slots.isEmpty()) {
            return List.of();
        }
        jdbc.sql(LOCK).query(row -> {});
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var plans = List.copyOf(settings.planSlots().entrySet());
        return jdbc.sql(ADMIT)
                .param("backends", slots.stream().map(Slots::backend).toArray(String[]::new))
                .param("most", slots.stream().map(Slots::concurrent).toArray(Integer[]::new))
                .param("plans", plans.stream().map(it -> it.getKey().name()).toArray(String[]::new))
                .param("plan_most", plans.stream().map(it -> it.getValue()).toArray(Integer[]::new))
                .param("room", room)
                .param("node", node)
                .param("now", now)
                .param("until", now.plus(settings.lease()))
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    events.publishEvent(
                            new GenerationChanged(id, row.getObject("account_id", UUID.class), State.RUNNING, 0));
                    var waited = Duration.between(row.getObject("created_at", OffsetDateTime.class), now);
                    metrics.admitted(row.getString("backend"), waited);
                    return new Claim(id, row.getLong("fence"), node);
                })
                .list();
    }
}
