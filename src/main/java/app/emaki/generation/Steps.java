package app.emaki.generation;

import app.emaki.model.VideoModelClient;
import app.emaki.model.VideoModels;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes the next step with a claimed generation, whatever that is. A step may be cut off anywhere: the row tells where to go on. */
@Component
class Steps {
    private static final Logger log = LoggerFactory.getLogger(Steps.class);
    private static final int MOST_STUMBLES = 5;

    private final GenerationRepository generations;
    private final LeasedWrites writes;
    private final VideoModels models;
    private final Submitting submitting;
    private final Reconciling reconciling;
    private final Watching watching;
    private final Finishing finishing;
    private final CallingOff callingOff;
    private final Clock clock;

    Steps(
            GenerationRepository generations,
            LeasedWrites writes,
            VideoModels models,
            Submitting submitting,
            Reconciling reconciling,
            Watching watching,
            Finishing finishing,
            CallingOff callingOff,
            Clock clock) {
        this.generations = generations;
        this.writes = writes;
        this.models = models;
        this.submitting = submitting;
        this.reconciling = reconciling;
        this.watching = watching;
        this.finishing = finishing;
        this.callingOff = callingOff;
        this.clock = clock;
    }

    /** What the claims are about, read together. */
    Map<UUID, Generation> rows(List<Claim> claims) {
        return claims.isEmpty()
                ? Map.of()
                : generations.all(claims.stream().map(Claim::generation).toList()).stream()
                        .collect(Collectors.toMap(Generation::id, Function.identity()));
    }

    /** Takes the step that a generation, as it was when it was claimed, needs next. */
    void take(Claim claim, Generation generation) {
        try {
            step(claim, generation);
        } catch (LeaseLost e) {
            log.debug("{}", e.getMessage());
        } catch (Throwable e) {
            // an Error too: a film that nobody moves on would be taken for ever, with its credits held
            // of the database by its class alone, as its words may quote a prompt
            log.error(
                    "A step with generation {} went wrong: {}",
                    claim.generation(),
                    words(e),
                    e instanceof DataAccessException ? null : e);
            stumble(claim, e);
        }
    }

    private void step(Claim claim, Generation generation) {
        var client = client(generation);
        if (generation.cancelAsked()) {
            callingOff.step(claim);
        } else if (generation.state() == State.MASTERING) {
            finishing.step(claim, generation);
        } else if (client == null) {
            writes.write(
                    claim,
                    it -> it.abandon(
                            Failure.BACKEND_DOWN,
                            "Backend " + it.backend() + " is no longer set up as it was",
                            clock.instant()));
        } else if (generation.state() == State.UNKNOWN) {
            reconciling.step(claim, generation, client);
        } else if (waits(generation.errand()) && !offered(client, generation.model())) {
            // its model was taken away while it waited: that is no fault of the backend, which others wait for
            writes.write(
                    claim,
                    it -> it.fail(
                            Failure.BACKEND_DOWN,
                            "Model " + it.model() + " is no longer set up on " + it.backend(),
                            clock.instant()));
        } else if (generation.errand().remoteId() == null) {
            submitting.step(claim, generation, client);
        } else {
            watching.step(claim, generation, client);
        }
    }

    private @org.jspecify.annotations.Nullable VideoModelClient client(Generation generation) {
        var sent = generation.errand().submitSentAt() != null;
        return (sent
                        ? models.backend(generation.backend(), generation.configuration())
                        : models.backend(generation.backend()))
                .orElse(null);
    }

    private static boolean waits(Errand errand) {
        return errand.submitSentAt() == null && errand.remoteId() == null;
    }

    private static boolean offered(VideoModelClient client, String model) {
        return client.offers().stream().anyMatch(offer -> offer.id().equals(model));
    }

    /** Our own mistake: again after a while, but not for ever. */
    private void stumble(Claim claim, Throwable cause) {
        try {
            writes.write(claim, generation -> {
                generation.stumbled();
                if (generation.errand().stumbles() >= MOST_STUMBLES) {
                    generation.abandon(Failure.INTERNAL, words(cause), clock.instant());
                } else {
                    generation.release(clock.instant()
                            .plus(Backoff.after(generation.errand().stumbles())));
                }
            });
        } catch (Throwable e) {
            // the database itself may be away; the lease runs out and the step is taken again
            log.warn("Generation {} is left to whoever comes next: {}", claim.generation(), words(e));
        }
    }

    /** What went wrong, without what a database says of it: that may quote the row, and the row a prompt. */
    static String words(Throwable mistake) {
        for (var cause = mistake; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return mistake.getClass().getName() + ", SQLState " + sql.getSQLState();
            }
        }
        return mistake instanceof DataAccessException ? mistake.getClass().getName() : mistake.toString();
    }
}
