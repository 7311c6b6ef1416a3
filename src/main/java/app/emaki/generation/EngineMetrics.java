package app.emaki.generation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the engine tells a monitor of each film: how long it waited and took, and how it ended. {@link EngineGauges} tell the rest. */
@Component
class EngineMetrics {
    private static final Duration[] STEPS = IntStream.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;

    EngineMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Notes how long a film waited for its turn. */
    void admitted(String backend, String plan, Duration waited) {
        time("emaki.generation.waiting", waited, "backend", backend, "plan", plan);
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
        time("emaki.generation.rendering", durations.rendering(), "backend", generation.backend());
        time("emaki.generation.mastering.waiting", durations.waitingForMaster(), "backend", generation.backend());
        time("emaki.generation.mastering", durations.mastering(), "backend", generation.backend());
    }

    private void time(String name, @Nullable Duration time, String... tags) {
        // clocks of two machines may differ a little
        if (time != null && !time.isNegative()) {
            Timer.builder(name)
                    .tags(tags)
                    .serviceLevelObjectives(STEPS)
                    .register(meters)
                    .record(time);
        }
    }
}
