package app.emaki.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an admin sees of the engine. Never a prompt: those are their authors' own. */
@Repository
class EngineQuery {
    static final Duration STUCK = Duration.ofMinutes(5);
    private static final int MOST = 50;
    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many films wait, by backend and plan. */
    List<Waiting> waiting() {
        return jdbc.sql("""
                        select g.backend, a.plan, count(*) as films, min(g.created_at) as since
                        from generation g join account a on a.id = g.account_id
                        where g.state = 'QUEUED' group by g.backend, a.plan order by g.backend, a.plan""")
                .query((row, n) -> new Waiting(
                        row.getString("backend"),
                        row.getString("plan"),
                        row.getLong("films"),
                        instant(row.getObject("since", OffsetDateTime.class))))
                .list();
    }

    /** How many films have not ended, by where they stand. */
    List<Count> counts() {
        return jdbc.sql("""
                        select state, count(*) as films from generation
                        where state in ('QUEUED', 'RUNNING', 'MASTERING', 'UNKNOWN') group by state""").query(Count.class).list();
    }

    /** How many films are under way and have not moved for a while. */
    long stuck() {
        return jdbc.sql("""
                        select count(*) from generation where state in ('RUNNING', 'MASTERING', 'UNKNOWN')
                          and coalesce(rendered_at, progressed_at, admitted_at) < ?""")
                .param(clock.instant().minus(STUCK).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** How much of each backend is in use; one that nobody uses is left out. */
    Map<String, Load> loads() {
        var loads = new HashMap<String, Load>();
        jdbc.sql("""
                        select backend, count(*) filter (where state = 'QUEUED') as queued,
                               count(*) filter (where state in ('RUNNING', 'UNKNOWN')) as running,
                               count(*) filter (where state = 'MASTERING') as mastering
                        from generation where state in ('QUEUED', 'RUNNING', 'UNKNOWN', 'MASTERING') group by backend""").query(row -> {
            loads.put(
                    row.getString("backend"),
                    new Load(row.getLong("queued"), row.getLong("running"), row.getLong("mastering")));
        });
        return loads;
    }

    /** The last films that were not finished, with what an admin needs to know why. */
    List<Unfinished> unfinished(Instant since) {
        return jdbc.sql("""
                        select g.id, a.handle, g.failure, g.failure_detail, g.backend, g.model, g.finished_at
                        from generation g join account a on a.id = g.account_id
                        where g.state = 'FAILED' and g.finished_at >= :since order by g.finished_at desc limit :most""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", LATEST)
                .query((row, n) -> new Unfinished(
                        row.getObject("id", UUID.class),
                        row.getString("handle"),
                        Failure.valueOf(row.getString("failure")),
                        row.getString("failure_detail"),
                        row.getString("backend"),
                        row.getString("model"),
                        row.getObject("finished_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Who waits in the queue, the longest first. */
    List<Queued> queued() {
        return jdbc.sql("""
                        select g.id, a.handle, g.backend, g.model, g.created_at
                        from generation g join account a on a.id = g.account_id
                        where g.state = 'QUEUED' order by g.created_at, g.take limit :most""")
                .param("most", LATEST)
                .query((row, n) -> new Queued(
                        row.getObject("id", UUID.class),
                        row.getString("handle"),
                        row.getString("backend"),
                        row.getString("model"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What runs, the longest first. */
    List<Running> running() {
        var stuck = clock.instant().minus(STUCK);
        return jdbc.sql("""
                        select g.id, a.handle, g.state, g.backend, g.model, g.progress, g.admitted_at,
                               coalesce(g.rendered_at, g.progressed_at, g.admitted_at) as moved_at
                        from generation g join account a on a.id = g.account_id
                        where g.state in ('RUNNING', 'MASTERING', 'UNKNOWN') order by g.admitted_at limit :most""")
                .param("most", MOST)
                .query((row, n) -> {
                    var moved = instant(row.getObject("moved_at", OffsetDateTime.class));
                    return new Running(
                            row.getObject("id", UUID.class),
                            row.getString("handle"),
                            State.valueOf(row.getString("state")),
                            row.getString("backend"),
                            row.getString("model"),
                            row.getInt("progress"),
                            instant(row.getObject("admitted_at", OffsetDateTime.class)),
                            moved != null && moved.isBefore(stuck));
                })
                .list();
    }

    /** Why films failed since then, the most frequent class first. */
    List<Failed> failures(Instant since) {
        return jdbc.sql("""
                        select failure, backend, count(*) as films, (array_agg(failure_detail order by finished_at desc))[1] as last
                        from generation where state = 'FAILED' and finished_at >= :since
                        group by failure, backend order by films desc, failure""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Failed(
                        Failure.valueOf(row.getString("failure")),
                        row.getString("backend"),
                        row.getLong("films"),
                        row.getString("last")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Films on one backend, by what happens to them. */
    record Load(long queued, long running, long mastering) {
        static final Load NONE = new Load(0, 0, 0);
    }

    /** A film that was not finished; the detail is the backend's own text, for the admin alone. */
    record Unfinished(
            UUID id,
            String handle,
            Failure failure,
            @Nullable String detail,
            String backend,
            String model,
            Instant at) {}

    /** A film that waits. */
    record Queued(UUID id, String handle, String backend, String model, Instant since) {}

    record Count(State state, long films) {}

    record Waiting(
            String backend,
            String plan,
            long films,
            @Nullable Instant since) {}

    /** A film under way; stuck when nothing has moved for five minutes. */
    record Running(
            UUID id,
            String handle,
            State state,
            String backend,
            String model,
            int progress,
            @Nullable Instant since,
            boolean stuck) {}

    /** A class of failures; the last one's detail is the backend's own text. */
    record Failed(
            Failure failure,
            String backend,
            long films,
            @Nullable String last) {}
}
