package app.emaki.generation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine tells a monitor: how long films wait and take, how they end, and how old the queue is. */
@Component
class EngineMetrics {
    private static final Duration[] STEPS = IntStream.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final JdbcClient jdbc;
    private final Clock clock;

    EngineMetrics(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        this.meters = meters;
        this.jdbc = jdbc;
        this.clock = clock;
        for (var state : new State[] {State.QUEUED, State.RUNNING, State.MASTERING, State.UNKNOWN}) {
            Gauge.builder("emaki.generations", () -> count(state))
                    .tag("state", state.name())
                    .register(meters);
        }
        Gauge.builder("emaki.generations.stuck", this::stuck).register(meters);
        Gauge.builder("emaki.queue.age.seconds", this::queueAge).register(meters);
    }

    /** Notes how long a film waited for its turn. */
    void admitted(String backend, Duration waited) {
        time("emaki.generation.waiting", backend, waited);
    }

    /** Counts an end, by how it ended and where. */
    void ended(Generation generation) {
        var failure = generation.failure();
        meters.counter(
                        "emaki.generations.ended",
                        "state",
                        generation.state().name(),
                        "failure",
                        failure == null ? "none" : failure.name(),
                        "backend",
                        generation.backend())
                .increment();
        var durations = generation.durations();
        time("emaki.generation.rendering", generation.backend(), durations.rendering());
        time("emaki.generation.mastering", generation.backend(), durations.mastering());
    }

    private void time(String name, String backend, @Nullable Duration time) {
        // clocks of two machines may differ a little
        if (time != null && !time.isNegative()) {
            Timer.builder(name)
                    .tag("backend", backend)
                    .serviceLevelObjectives(STEPS)
                    .register(meters)
                    .record(time);
        }
    }

    /** Films under way that have not moved for five minutes. */
    private long stuck() {
        return jdbc.sql("""
                        select count(*) from generation where state in ('RUNNING', 'MASTERING', 'UNKNOWN')
                          and coalesce(rendered_at, progressed_at, admitted_at) < ?""")
                .param(clock.instant().minus(EngineQuery.STUCK).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private long count(State state) {
        // written out, so that the index of the few that have not ended is known to do
        return jdbc.sql("select count(*) from generation where state = '" + state.name() + "'")
                .query(Long.class)
                .single();
    }

    /** Seconds that the film at the head of the queue has waited. */
    private double queueAge() {
        return jdbc.sql("select created_at from generation where state = 'QUEUED' order by created_at limit 1")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(this::age)
                .orElse(0.0);
    }

    private double age(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
