package app.emaki.generation;

import app.emaki.model.BackendException;
import app.emaki.model.ProgressKind;
import app.emaki.model.RenderStatus;
import app.emaki.model.VideoModelClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a backend how a job stands, and ends it when its time is up. */
@Component
class Watching {
    private static final Logger log = LoggerFactory.getLogger(Watching.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_DEATHS = 4;

    private final LeasedWrites writes;
    private final Fetching fetching;
    private final Farewells farewells;
    private final GenerationSettings settings;
    private final Clock clock;

    Watching(LeasedWrites writes, Fetching fetching, Farewells farewells, GenerationSettings settings, Clock clock) {
        this.writes = writes;
        this.fetching = fetching;
        this.farewells = farewells;
        this.settings = settings;
        this.clock = clock;
    }

    void step(Claim claim, Generation generation, VideoModelClient client) {
        if (client.local() && !claim.node().equals(generation.errand().node())) {
            startOver(claim, generation);
            return;
        }
        var remoteId = Objects.requireNonNull(generation.errand().remoteId());
        try {
            switch (Calls.within(client.callTimeout(), () -> client.status(remoteId))) {
                case RenderStatus.Done() -> fetching.step(claim, generation, client);
                case RenderStatus.Waiting(var pollAfter) -> wait(claim, pollAfter);
                case RenderStatus.Working(var progress, var pollAfter) -> goOn(claim, client, progress, pollAfter);
                case RenderStatus.Failed(var cause, var detail) -> fail(claim, cause, detail);
                case RenderStatus.Lost() -> {
                    if (client.local()) {
                        startOver(claim, generation);
                    } else {
                        end(claim, Failure.LOST, client.backend() + " does not know " + remoteId + " any more");
                    }
                }
            }
        } catch (BackendException e) {
            log.info("{} does not answer on generation {}: {}", client.backend(), claim.generation(), e.getMessage());
            goOnBlindly(claim, e);
        }
    }

    /** In the backend's own line; that nothing moves there is no standstill, however long the line is. */
    private void wait(Claim claim, Duration pollAfter) {
        var now = clock.instant();
        writeOrStop(claim, it -> {
            it.waiting(now);
            it.release(now.plus(within(pollAfter)));
            if (it.overdue(settings.overall(), now)) {
                it.abandon(Failure.TIMED_OUT, "Still in the backend's line", now);
            }
        });
    }

    private void goOn(Claim claim, VideoModelClient client, OptionalInt progress, Duration pollAfter) {
        var now = clock.instant();
        writeOrStop(claim, it -> {
            progress.ifPresentOrElse(percent -> it.progressed(percent, now), it::working);
            it.release(now.plus(within(pollAfter)));
            boolean tells = offers(client, it.model()) != ProgressKind.NONE;
            if (it.overdue(settings.overall(), now) || tells && it.stalled(settings.stall(), now)) {
                it.abandon(Failure.TIMED_OUT, "No end in sight at " + it.progress() + " percent", now);
            }
        });
    }

    private void goOnBlindly(Claim claim, BackendException cause) {
        var now = clock.instant();
        writeOrStop(claim, it -> {
            it.askedInVain();
            it.release(now.plus(Backoff.after(it.errand().failedCalls(), cause)));
            if (it.overdue(settings.overall(), now)) {
                it.abandon(Failure.after(cause, Failure.TIMED_OUT), String.valueOf(cause.getMessage()), now);
            }
        });
    }

    /** A backend need not go on with what we have given up. */
    private void writeOrStop(Claim claim, Consumer<Generation> change) {
        if (writes.write(claim, change).state().ended()) {
            farewells.say(claim.generation(), claim.node());
        }
    }

    /** Nothing of ours renders it any more, so that a second submit makes no second film. */
    private void startOver(Claim claim, Generation generation) {
        if (generation.errand().restarts() + 1 >= MOST_DEATHS) {
            end(claim, Failure.LOST, "The process that rendered it ended " + MOST_DEATHS + " times");
            return;
        }
        log.info("Generation {} starts over, as the process that rendered it has ended", claim.generation());
        writes.write(claim, it -> {
            it.forgotten(clock.instant());
            it.release(clock.instant());
        });
    }

    private void fail(Claim claim, RenderStatus.Cause cause, String detail) {
        var failure = switch (cause) {
            case POLICY -> Failure.BACKEND_POLICY;
            case ERROR -> Failure.BACKEND_ERROR;
            case SETUP -> Failure.BACKEND_DOWN;
        };
        end(claim, failure, detail);
    }

    private void end(Claim claim, Failure failure, String detail) {
        writes.write(claim, it -> it.fail(failure, detail, clock.instant()));
    }

    private static ProgressKind offers(VideoModelClient client, String model) {
        return client.offers().stream()
                .filter(offer -> offer.id().equals(model))
                .map(offer -> offer.capabilities().progress())
                .findFirst()
                .orElse(ProgressKind.NONE);
    }

    private static Duration within(Duration pause) {
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : Backoff.granted(pause);
    }
}
