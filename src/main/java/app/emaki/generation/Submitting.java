package app.emaki.generation;

import app.emaki.media.Mastering;
import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Busy;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.BackendException.Unreachable;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.Submission;
import app.emaki.model.VideoModelClient;
import app.emaki.policy.ContentPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands a job to its backend, exactly once: that it leaves is written down before it leaves, and it is sent again only when it
 * certainly did not arrive.
 */
@Component
class Submitting {
    private static final Logger log = LoggerFactory.getLogger(Submitting.class);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(10);

    private final LeasedWrites writes;
    private final ContentPolicy policy;
    private final Departures departures;
    private final Farewells farewells;
    private final Sources sources;
    private final Pictures pictures;
    private final Casting casting;
    private final Mastering mastering;
    private final GenerationSettings settings;
    private final Clock clock;
    private final Breaker breaker;

    Submitting(
            LeasedWrites writes,
            ContentPolicy policy,
            Departures departures,
            Farewells farewells,
            Sources sources,
            Pictures pictures,
            Casting casting,
            Mastering mastering,
            GenerationSettings settings,
            Clock clock,
            Breaker breaker) {
        this.writes = writes;
        this.policy = policy;
        this.departures = departures;
        this.farewells = farewells;
        this.sources = sources;
        this.pictures = pictures;
        this.casting = casting;
        this.mastering = mastering;
        this.settings = settings;
        this.clock = clock;
        this.breaker = breaker;
    }

    void step(Claim claim, Generation generation, VideoModelClient client) {
        if (generation.errand().submitSentAt() != null && !client.idempotent()) {
            // a worker died between sending and hearing back
            writes.write(claim, it -> {
                it.unclear();
                it.release(clock.instant());
            });
            return;
        }
        boolean before = generation.errand().submitSentAt() != null;
        var rule = ruleAgainst(generation);
        if (rule.isPresent()) {
            writes.write(claim, it -> it.fail(Failure.POLICY, rule.get(), clock.instant()));
            return;
        }
        var source = sources.of(generation);
        RenderRequest request;
        try {
            request =
                    casting.cast(generation, generation.renderRequest(source, pictures.of(generation, source)), client);
        } catch (Refused refused) {
            refuse(claim, before, refused);
            return;
        }
        try {
            departures.leaves(
                    claim, client.local() ? claim.node() : null, client.configuration(), faces(request, client));
        } catch (LeaseLost e) {
            // called off since it was claimed: its next step, which ends it, need not wait for the lease to run out
            writes.write(claim, it -> {
                if (it.cancelAsked()) {
                    it.release(clock.instant());
                }
            });
            throw e;
        }
        try {
            var submission = Calls.within(
                    client.callTimeout(),
                    () -> client.submit(request),
                    late -> keepLate(claim, generation.errand().submitTries() + 1, late, client));
            accept(claim, generation.errand().submitTries() + 1, submission, client);
        } catch (BackendException e) {
            switch (e) {
                case Busy busy -> sendAgain(claim, before, busy.retryAfter(), Failure.BUSY, busy);
                case Unreachable unreachable -> {
                    var wait = Backoff.after(generation.errand().failedCalls() + 1);
                    sendAgain(claim, before, wait, Failure.BACKEND_DOWN, unreachable);
                }
                case Unclear unclear -> unclear(claim, client, unclear);
                case Refused refused -> refuse(claim, before, refused);
            }
        } catch (RuntimeException e) {
            // a mistake in the adapter, and no telling how far it came
            log.error("Submitting generation {} went wrong", claim.generation(), e);
            unclear(claim, client, new Unclear(e.toString()));
        }
    }

    /** Whether somebody's face goes to another machine, which has to be asked to erase it in the end. */
    private static boolean faces(RenderRequest request, VideoModelClient client) {
        return !client.local()
                && request.pictures().stream()
                        .anyMatch(it -> it.face() && (it.role() != Picture.Role.CHARACTER || client.showsPeople()));
    }

    /** The rule of content that came to hold while it waited and was not sent; rules are not fresher than a short wait anyway. */
    private Optional<String> ruleAgainst(Generation generation) {
        boolean fresh = !clock.instant().isAfter(generation.createdAt().plus(SHORT_WAIT));
        if (fresh || generation.errand().submitSentAt() != null) {
            return Optional.empty();
        }
        var prompt = generation.commission().prompt();
        var verdict = policy.check(prompt.text(), prompt.language());
        return verdict.blocks() ? Optional.of(String.valueOf(verdict.rule())) : Optional.empty();
    }

    private void accept(Claim claim, int submitTries, Submission submission, VideoModelClient client) {
        try {
            Patience.whileTheDatabaseIsAway(settings.lease(), () -> {
                departures.arrived(claim, submission);
                return submission;
            });
            breaker.took(client.backend());
            // while the backend renders, so that its result need not wait
            Thread.startVirtualThread(mastering::warm);
        } catch (LeaseLost e) {
            keepLate(claim, submitTries, submission, client);
        }
    }

    private void keepLate(Claim claim, int submitTries, Submission submission, VideoModelClient client) {
        boolean kept = Patience.whileTheDatabaseIsAway(
                settings.lease(), () -> departures.arrivedLate(claim.generation(), submitTries, submission));
        if (kept) {
            return;
        }
        boolean ended =
                Patience.whileTheDatabaseIsAway(settings.lease(), () -> farewells.owed(claim.generation(), submission));
        if (ended) {
            farewells.say(claim.generation(), claim.node());
        } else if (!client.idempotent()) {
            // it was sent once more, which is another job there
            stop(client, submission.remoteId());
        }
    }

    private static void stop(VideoModelClient client, String job) {
        try {
            Calls.within(client.callTimeout(), () -> {
                client.cancel(job);
                return job;
            });
        } catch (BackendException | RuntimeException e) {
            log.info("{} may go on with {}, which nobody wants any more: {}", client.backend(), job, e.toString());
        }
    }

    /**
     * Sends it once more after a while, and gives it up when nobody has the patience any more.
     *
     * @param there whether the backend may have it all the same, of this sending or of one before
     */
    private void sendAgain(Claim claim, boolean there, Duration wait, Failure inTheEnd, BackendException cause) {
        var film = writes.write(claim, it -> {
            if (there) {
                it.askedInVain();
            } else {
                it.notSent();
            }
            var now = clock.instant();
            if (it.overdue(settings.patience(), now)) {
                it.abandon(inTheEnd, String.valueOf(cause.getMessage()), now);
            } else {
                it.release(now.plus(Backoff.granted(wait)));
            }
        });
        if (film.state().ended()) {
            farewells.say(claim.generation(), claim.node());
        }
    }

    private void unclear(Claim claim, VideoModelClient client, Unclear cause) {
        if (client.idempotent()) {
            sendAgain(claim, true, Duration.ofSeconds(2), Failure.BACKEND_DOWN, cause);
            return;
        }
        log.warn(
                "Nobody can tell whether {} has generation {}: {}",
                client.backend(),
                claim.generation(),
                cause.getMessage());
        writes.write(claim, it -> {
            it.unclear();
            it.release(clock.instant().plus(Reconciling.INTERVAL));
        });
    }

    private void refuse(Claim claim, boolean before, Refused refusal) {
        var failure = switch (refusal.ground()) {
            case POLICY -> Failure.BACKEND_POLICY;
            case INPUT -> Failure.BACKEND_ERROR;
            case SETUP -> Failure.BACKEND_DOWN;
        };
        var words = String.valueOf(refusal.getMessage());
        var backend = writes.write(claim, it -> {
                    if (before) {
                        it.abandon(failure, words, clock.instant());
                    } else {
                        it.fail(failure, words, clock.instant());
                    }
                })
                .backend();
        if (failure == Failure.BACKEND_DOWN) {
            breaker.refused(backend, refusal.getMessage());
        }
    }
}
