package app.emaki.generation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may take the next step with a running generation, and for how long without a sign of life. */
@Component
class Leases {
    private final JdbcClient jdbc;
    private final GenerationSettings settings;
    private final Clock clock;

    Leases(JdbcClient jdbc, GenerationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Leases generations whose next step is due and that nobody works on (any more). What is rendered inside another process is
     * left to that process while it lives. Films that wait to be mastered take no room: they wait in their rows until there is a
     * place for one, and accounts take turns.
     *
     * @param room most steps that are no mastering
     * @param masters most films to master
     */
    @Transactional
    public List<Claim> due(UUID node, int room, int masters) {
        return jdbc.sql("""
                        with quick as (
                            select id, false as masters from generation g
                            where state in ('RUNNING', 'MASTERING', 'UNKNOWN') and (state <> 'MASTERING' or cancel_asked)
                              and next_step_at <= :now
                              and (lease_until is null or lease_until <= :now)
                              and (g.node is null or g.node = :node or state <> 'RUNNING' or not exists (
                                    select from node n where n.id = g.node and n.seen_at > :alive))
                            order by next_step_at limit :room
                            for update skip locked),
                        slow as (
                            select g.id, true as masters from generation g left join turn t on t.account_id = g.account_id
                            where g.state = 'MASTERING' and not g.cancel_asked and g.next_step_at <= :now
                              and (g.lease_until is null or g.lease_until <= :now)
                            order by t.mastered_at nulls first, g.next_step_at, g.id limit :masters
                            for update of g skip locked),
                        claimed as (
                            update generation g set lease_by = :node, lease_until = :until, fence = fence + 1
                            from (select * from quick union all select * from slow) due where g.id = due.id
                            returning g.id, g.fence, g.account_id, due.masters),
                        served as (
                            update turn set mastered_at = :now
                            where account_id in (select account_id from claimed where masters))
                        select id, fence, masters from claimed""")
                .param("now", now())
                .param("node", node)
                .param("alive", now().minus(settings.lease()))
                .param("until", now().plus(settings.lease()))
                .param("room", room)
                .param("masters", masters)
                .query((row, n) -> new Claim(
                        row.getObject("id", UUID.class), row.getLong("fence"), node, row.getBoolean("masters")))
                .list();
    }

    /** A sign of life: of the process, and for the claims that it still works on. */
    @Transactional
    public void renew(UUID node, Collection<Claim> claims) {
        jdbc.sql(
                        "insert into node (id, seen_at) values (?, ?) on conflict (id) do update set seen_at = excluded.seen_at")
                .params(node, now())
                .update();
        jdbc.sql("""
                        with mine as (
                            -- in order, so that no two who lock many wait for each other
                            select g.id from generation g join unnest(:ids::uuid[], :fences::bigint[]) c (id, fence)
                              on g.id = c.id and g.fence = c.fence
                            where g.lease_by = :node order by g.id for update of g)
                        update generation g set lease_until = :until from mine where g.id = mine.id""")
                .param("until", now().plus(settings.lease()))
                .param("ids", claims.stream().map(Claim::generation).toArray(UUID[]::new))
                .param("fences", claims.stream().map(Claim::fence).toArray(Long[]::new))
                .param("node", node)
                .update();
    }

    /** Gives back claims that nobody will work on, so that they need not wait until they run out. */
    @Transactional
    public void giveBack(Collection<Claim> claims) {
        jdbc.sql("""
                        update generation g set lease_by = null, lease_until = null
                        from unnest(:ids::uuid[], :fences::bigint[]) c (id, fence)
                        where g.id = c.id and g.fence = c.fence and g.lease_by is not null""")
                .param("ids", claims.stream().map(Claim::generation).toArray(UUID[]::new))
                .param("fences", claims.stream().map(Claim::fence).toArray(Long[]::new))
                .update();
    }

    /**
     * When the next step is due that nobody has taken yet; empty when nothing runs.
     *
     * @param masters whether to master a film counts, as there is a place for one
     */
    public java.util.Optional<java.time.Instant> next(boolean masters) {
        return jdbc
                .sql("""
                        select min(next_step_at) from generation
                        where state in ('RUNNING', 'MASTERING', 'UNKNOWN') and lease_by is null
                          and (state <> 'MASTERING' or cancel_asked or :masters)""")
                .param("masters", masters)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .flatMap(java.util.stream.Stream::ofNullable)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    /** A process that ends in good order lets go of everything, so that the others need not wait; no film is to blame for that. */
    @Transactional
    public void leave(UUID node) {
        jdbc.sql("""
                        update generation set lease_by = null, lease_until = null,
                            master_tries = case state when 'MASTERING' then greatest(0, master_tries - 1) else master_tries end
                        where lease_by = ?""").param(node).update();
        jdbc.sql("delete from node where id = ?").param(node).update();
    }

    /** Forgets processes that have not been seen for a day. */
    @Transactional
    public void forgetTheDead() {
        jdbc.sql("delete from node where seen_at < ?").param(now().minusDays(1)).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
