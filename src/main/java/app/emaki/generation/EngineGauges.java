package app.emaki.generation;

import app.emaki.credit.LedgerChecks;
import app.emaki.model.VideoModels;
import app.emaki.model.VideoModels.Slots;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * How the engine stands, for a monitor: the queue by plan and backend, what runs and what stands still, which backends take films,
 * and whether the ledger adds up. Looked up when it is asked for, and not more often than that is worth.
 */
@Component
class EngineGauges {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final EngineQuery query;
    private final VideoModels models;
    private final Clock clock;
    private final Held<Now> now;
    private final Held<Optional<LedgerChecks.Checked>> ledger;
    private final MultiGauge queue;
    private final MultiGauge ages;
    private final MultiGauge places;
    private final MultiGauge draining;

    EngineGauges(MeterRegistry meters, EngineQuery query, VideoModels models, LedgerChecks checks, Clock clock) {
        this.query = query;
        this.models = models;
        this.clock = clock;
        this.now = new Held<>(FRESH, this::look);
        this.ledger = new Held<>(FRESH, checks::last);
        this.queue = MultiGauge.builder("emaki.queue.films").register(meters);
        this.ages = MultiGauge.builder("emaki.queue.film.age.seconds").register(meters);
        this.places = MultiGauge.builder("emaki.backend.places").register(meters);
        this.draining = MultiGauge.builder("emaki.backend.draining").register(meters);
        for (var state : new State[] {State.QUEUED, State.RUNNING, State.MASTERING, State.UNKNOWN}) {
            Gauge.builder("emaki.generations", () -> now.get().films(state))
                    .tag("state", state.name())
                    .register(meters);
        }
        Gauge.builder("emaki.generations.stuck", () -> now.get().stuck()).register(meters);
        Gauge.builder("emaki.queue.age.seconds", () -> now.get().oldest()).register(meters);
        ledger(meters, "difference", it -> (double) it.found().difference());
        ledger(meters, "right", it -> it.found().right() ? 1.0 : 0.0);
        ledger(
                meters,
                "check.age.seconds",
                it -> Duration.between(it.at(), clock.instant()).toMillis() / 1000.0);
    }

    /** What the last look at the whole ledger found; nothing before the first. */
    private void ledger(MeterRegistry meters, String name, ToDoubleFunction<LedgerChecks.Checked> value) {
        Gauge.builder(
                        "emaki.ledger." + name,
                        () -> ledger.get().map(it -> value.applyAsDouble(it)).orElse(Double.NaN))
                .register(meters);
    }

    private Now look() {
        var found = new Now(query.counts(), query.waiting(), models.slots(), query.stuck(), clock.instant());
        rows(queue, found.waiting(), EngineGauges::tags, row -> (double) row.films());
        rows(ages, found.waiting(), EngineGauges::tags, found::age);
        rows(places, found.slots(), EngineGauges::tags, slots -> (double) slots.concurrent());
        rows(draining, found.slots(), EngineGauges::tags, slots -> slots.draining() ? 1.0 : 0.0);
        return found;
    }

    private static <T> void rows(MultiGauge gauge, List<T> rows, Function<T, Tags> tags, Function<T, Double> value) {
        var all = new ArrayList<MultiGauge.Row<?>>();
        rows.forEach(row -> all.add(MultiGauge.Row.of(tags.apply(row), value.apply(row))));
        gauge.register(all, true);
    }

    private static Tags tags(EngineQuery.Waiting row) {
        return Tags.of("backend", row.backend(), "plan", row.plan());
    }

    private static Tags tags(Slots slots) {
        return Tags.of("backend", slots.backend());
    }

    /** One look at everything. */
    private record Now(
            List<EngineQuery.Count> counts,
            List<EngineQuery.Waiting> waiting,
            List<Slots> slots,
            long stuck,
            Instant at) {

        long films(State state) {
            return counts.stream()
                    .filter(count -> count.state() == state)
                    .mapToLong(EngineQuery.Count::films)
                    .sum();
        }

        double age(EngineQuery.Waiting row) {
            return row.since() == null ? 0 : Duration.between(row.since(), at).toMillis() / 1000.0;
        }

        /** Seconds that the film at the head of the queue has waited. */
        double oldest() {
            return waiting.stream().mapToDouble(this::age).max().orElse(0);
        }
    }

    /** What was looked up a moment ago need not be looked up again. */
    private final class Held<T> {
        private final Duration fresh;
        private final Supplier<T> look;
        private Instant until = Instant.MIN;
        private List<T> last = List.of();

        Held(Duration fresh, Supplier<T> look) {
            this.fresh = fresh;
            this.look = look;
        }

        synchronized T get() {
            var at = clock.instant();
            if (last.isEmpty() || !at.isBefore(until)) {
                last = List.of(look.get());
                until = at.plus(fresh);
            }
            return last.getFirst();
        }
    }
}
