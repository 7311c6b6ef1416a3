package app.emaki.generation;

import app.emaki.model.Submission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down that a film leaves for its backend, before it leaves, and that it has arrived there. Every film takes these two steps,
 * so each is one statement, shared by all films that take it at the same moment; the statement itself looks whether the lease still
 * holds and the step may be taken.
 */
@Component
class Departures {
    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    /** A group leaves out rows that somebody else has locked: who holds many locks must not wait for another one. */
    private static final String LEAVE = """
            with mine as (
                select g.id, c.node, c.configuration, c.faces
                from unnest(:ids::uuid[], :fences::bigint[], :nodes::uuid[], :configurations::text[], :faces::boolean[])
                  c (id, fence, node, configuration, faces)
                join generation g on g.id = c.id and g.fence = c.fence
                where g.lease_by is not null and g.state = 'RUNNING' and g.remote_id is null and not g.cancel_asked
                for update of g %s)
            update generation g set node = mine.node, configuration = mine.configuration,
                faces_out = g.faces_out or mine.faces, submit_sent_at = :now, submit_tries = g.submit_tries + 1
            from mine where g.id = mine.id
            returning g.id, g.fence""";

    private static final String ARRIVE = """
            with mine as (
                select g.id, c.remote_id, c.next
                from unnest(:ids::uuid[], :fences::bigint[], :remote_ids::text[], :nexts::text[]::timestamptz[]) c (id, fence, remote_id, next)
                join generation g on g.id = c.id and g.fence = c.fence
                where g.lease_by is not null and g.state in ('RUNNING', 'UNKNOWN')
                for update of g %s)
            update generation g set state = 'RUNNING', remote_id = mine.remote_id, failed_calls = 0, stumbles = 0, progressed_at = :now,
                lease_by = null, lease_until = null,
                -- whoever called it off shall not wait for the next look at the backend
                next_step_at = case when g.cancel_asked then g.created_at else mine.next end
            from mine where g.id = mine.id
            returning g.id, g.fence""";

    private static final String ARRIVE_LATE = """
            update generation set state = 'RUNNING', remote_id = :remote_id, failed_calls = 0, stumbles = 0, progressed_at = :now,
                next_step_at = :now
            where id = :id and submit_tries = :tries and remote_id is null and state in ('RUNNING', 'UNKNOWN')""";

    private static final String NOT_WAITING = "skip locked";
    private static final String WAITING = "";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Together<Leaving, Boolean> leaving =
            new Together<>(group -> done(group, Leaving::claim, this::leave));
    private final Together<Arrival, Boolean> arriving =
            new Together<>(group -> done(group, Arrival::claim, this::arrive));

    Departures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * From here on the backend may have the job.
     *
     * @param node the process that the backend lives in; null for one that outlives ours
     * @param faces whether faces go along that have to be erased there in the end
     * @throws LeaseLost when another worker has the job now, it is with its backend already, or it was
     *     called off
     */
    void leaves(Claim claim, @Nullable UUID node, String configuration, boolean faces) {
        if (!leaving.ask(new Leaving(claim, node, configuration, faces))) {
            throw new LeaseLost(claim.generation());
        }
    }

    /**
     * The backend has the job, and the worker lets go of it.
     *
     * @throws LeaseLost when another worker has the job now
     */
    void arrived(Claim claim, Submission submission) {
        if (!arriving.ask(new Arrival(claim, submission.remoteId(), submission.pollAfter()))) {
            throw new LeaseLost(claim.generation());
        }
    }

    /**
     * The backend has it, says a worker that lost its lease while it sent: the handle is too precious to throw away.
     *
     * @return false when it comes too late, for the job has ended or was sent once more, so that it has to be called off; true also
     *     when this very handle is kept already, by a write whose answer was lost
     */
    boolean arrivedLate(UUID id, int submitTries, Submission submission) {
        return kept(id, submission)
                || jdbc.sql(ARRIVE_LATE)
                                .param("id", id)
                                .param("tries", submitTries)
                                .param("remote_id", submission.remoteId())
                                .param("now", at(clock.instant()))
                                .update()
                        == 1;
    }

    private boolean kept(UUID id, Submission submission) {
        return jdbc.sql("select exists (select from generation where id = ? and remote_id = ?)")
                .params(id, submission.remoteId())
                .query(Boolean.class)
                .single();
    }

    /** The whole group at once, and whoever was left out one by one. */
    private static <T> List<Boolean> done(List<T> group, Function<T, Claim> claim, Step<T> step) {
        var done = step.take(group, group.size() == 1 ? WAITING : NOT_WAITING);
        return group.stream()
                .map(it -> done.contains(Row.of(claim.apply(it))) || group.size() > 1 && alone(it, step))
                .toList();
    }

    /** Its trouble is its own: the others of its group have taken the step already. */
    private static <T> boolean alone(T film, Step<T> step) {
        try {
            return !step.take(List.of(film), WAITING).isEmpty();
        } catch (DataAccessException e) {
            log.warn("A step of a film could not be written down: {}", e.toString());
            return false;
        }
    }

    private Set<Row> leave(List<Leaving> films, String lock) {
        return rows(jdbc.sql(LEAVE.formatted(lock))
                .param("ids", films.stream().map(it -> it.claim().generation()).toArray(UUID[]::new))
                .param("fences", films.stream().map(it -> it.claim().fence()).toArray(Long[]::new))
                .param("nodes", films.stream().map(Leaving::node).toArray(UUID[]::new))
                .param(
                        "configurations",
                        films.stream().map(Leaving::configuration).toArray(String[]::new))
                .param("faces", films.stream().map(Leaving::faces).toArray(Boolean[]::new))
                .param("now", at(clock.instant())));
    }

    private Set<Row> arrive(List<Arrival> films, String lock) {
        var now = clock.instant();
        return rows(jdbc.sql(ARRIVE.formatted(lock))
                .param("ids", films.stream().map(it -> it.claim().generation()).toArray(UUID[]::new))
                .param("fences", films.stream().map(it -> it.claim().fence()).toArray(Long[]::new))
                .param("remote_ids", films.stream().map(Arrival::remoteId).toArray(String[]::new))
                .param(
                        "nexts",
                        films.stream()
                                .map(it -> now.plus(it.pollAfter()).toString())
                                .toArray(String[]::new))
                .param("now", at(now)));
    }

    private static Set<Row> rows(JdbcClient.StatementSpec statement) {
        return Set.copyOf(statement
                .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getLong(2)))
                .list());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private interface Step<T> {
        Set<Row> take(List<T> films, String lock);
    }

    /** A row as it was under one lease; of two workers that ask for the same film, the late one must not take the other's answer. */
    private record Row(UUID id, long fence) {
        static Row of(Claim claim) {
            return new Row(claim.generation(), claim.fence());
        }
    }

    private record Leaving(Claim claim, @Nullable UUID node, String configuration, boolean faces) {}

    private record Arrival(Claim claim, String remoteId, Duration pollAfter) {}
}
