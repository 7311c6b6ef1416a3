package app.emaki.generation;

import app.emaki.account.Viewer;
import app.emaki.generation.WaitsFor.Thing;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import app.emaki.model.VideoModels.Slots;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What may be expected: a place in the queue, what a film waits for there, and how long it will take, learned from this model's
 * last renders of that size.
 */
@Component
class Outlook {
    private static final double PLAIN_LINES = 720;
    /** Mastering beside rendering, until there is something to learn from. */
    private static final double MASTERING_SHARE = 0.5;

    private final QueueQuery queue;
    private final VideoModels models;
    private final Clock clock;

    Outlook(QueueQuery queue, VideoModels models, Clock clock) {
        this.queue = queue;
        this.models = models;
        this.clock = clock;
    }

    /** For a film that is not ordered yet. */
    Forecast forNew(Viewer viewer, ModelOffer offer, int seconds, int lines) {
        return new Look(viewer.id()).forecast(QueueQuery.NEW, offer, seconds, lines);
    }

    /** The owner's view of generations, with what may be expected of those that have not ended. */
    List<GenerationView> of(List<Generation> generations) {
        if (generations.isEmpty()) {
            return List.of();
        }
        var look = new Look(generations.getFirst().accountId());
        return generations.stream().map(look::of).toList();
    }

    /** Seconds of work for a second of film, as the model guesses. */
    private static double guess(ModelOffer offer, int lines) {
        double area = Math.pow(lines / PLAIN_LINES, 2);
        return (offer.secondsPerSecond() + MASTERING_SHARE) * area;
    }

    /** One look for one account: what several films need to know is asked once. */
    private final class Look {
        private final UUID account;
        private final Map<String, Map<UUID, Integer>> ahead = new HashMap<>();
        private final Map<String, QueueQuery.Busy> busy = new HashMap<>();
        private final Map<String, Double> pace = new HashMap<>();
        private @Nullable List<Slots> slots;

        Look(UUID account) {
            this.account = account;
        }

        GenerationView of(Generation generation) {
            if (generation.state().ended()) {
                return generation.view(null, null, null);
            }
            var offer = models.offer(generation.model()).orElse(null);
            if (generation.state() != State.QUEUED) {
                return generation.view(null, offer == null ? null : rest(generation, offer), null);
            }
            var waitsFor = waitsFor(generation);
            if (offer == null) {
                return generation.view(ahead(generation.backend(), generation.id()) + 1, null, waitsFor);
            }
            var forecast = forecast(
                    generation.id(),
                    offer,
                    generation.commission().seconds(),
                    generation.commission().lines());
            // nobody can tell when a model opens again
            boolean open = waitsFor.thing() != Thing.CLOSED && waitsFor.thing() != Thing.RESTING;
            return generation.view(forecast.place(), open ? forecast.seconds() : null, waitsFor);
        }

        Forecast forecast(UUID film, ModelOffer offer, int seconds, int lines) {
            int before = ahead(offer.backend(), film);
            double own = pace(offer, lines) * seconds;
            int atATime = Math.max(1, slots(offer.backend()).concurrent());
            return new Forecast(before + 1, Math.round(own + own * before / atATime));
        }

        private @Nullable Long rest(Generation generation, ModelOffer offer) {
            var since = generation.admittedAt();
            if (since == null) {
                return null;
            }
            double whole = pace(offer, generation.commission().lines())
                    * generation.commission().seconds();
            long gone = Duration.between(since, clock.instant()).toSeconds();
            // an estimate that is over says no more than "soon"
            return Math.max(1, Math.round(whole) - gone);
        }

        private WaitsFor waitsFor(Generation generation) {
            var backend = slots(generation.backend());
            if (backend.resting()) {
                return WaitsFor.nothingBut(Thing.RESTING);
            }
            if (backend.draining() || backend.concurrent() == 0) {
                return WaitsFor.nothingBut(Thing.CLOSED);
            }
            var now = busy.computeIfAbsent(generation.backend(), it -> queue.busy(it, account));
            if (now.own() >= now.ownMost()) {
                return new WaitsFor(Thing.OWN_FILMS, now.ownMost());
            }
            var planMost = now.planMost();
            if (planMost != null && now.ofPlan() >= planMost) {
                return new WaitsFor(Thing.PLAN, planMost);
            }
            return now.ofBackend() >= backend.concurrent()
                    ? new WaitsFor(Thing.MODEL, backend.concurrent())
                    : WaitsFor.nothingBut(Thing.TURN);
        }

        private int ahead(String backend, UUID film) {
            return ahead.computeIfAbsent(backend, it -> queue.ahead(it, account))
                    .getOrDefault(film, 0);
        }

        private double pace(ModelOffer offer, int lines) {
            return pace.computeIfAbsent(
                    offer.id() + ' ' + lines,
                    it -> queue.pace(offer.id(), lines).orElseGet(() -> guess(offer, lines)));
        }

        /** A backend that is gone is as good as closed. */
        private Slots slots(String backend) {
            if (slots == null) {
                slots = models.slots();
            }
            return slots.stream()
                    .filter(it -> it.backend().equals(backend))
                    .findFirst()
                    .orElseGet(() -> new Slots(backend, 0, true, false, false));
        }
    }

    /** A place in the queue and seconds until the film is finished. */
    record Forecast(int place, long seconds) {
        static final Forecast NONE = new Forecast(1, 0);
    }
}
