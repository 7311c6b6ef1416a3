package app.emaki.generation;

import app.emaki.credit.Credits;
import app.emaki.model.Submission;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way a worker writes: under the row's lock, after a look whether the lease is still its own, and with the money and
 * the news of the change in the same transaction.
 */
@Component
class LeasedWrites {
    private final GenerationRepository generations;
    private final SharedWrites shared;
    private final Credits credits;
    private final ApplicationEventPublisher events;
    private final EngineMetrics metrics;
    private final Clock clock;

    LeasedWrites(
            GenerationRepository generations,
            SharedWrites shared,
            Credits credits,
            ApplicationEventPublisher events,
            EngineMetrics metrics,
            Clock clock) {
        this.generations = generations;
        this.shared = shared;
        this.credits = credits;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Changes the generation that was claimed.
     *
     * @return the generation as it is now
     * @throws LeaseLost when another worker has it now; then nothing has changed
     */
    @Transactional
    public Generation write(Claim claim, Consumer<Generation> change) {
        var generation = generations.lock(claim.generation()).orElseThrow(() -> new LeaseLost(claim.generation()));
        generation.requireLease(claim.fence());
        boolean over = generation.state().ended();
        change.accept(generation);
        if (!over && generation.state().ended()) {
            announce(generation);
        }
        return generation;
    }

    /**
     * As {@link #write}, for a step on the way that ends nothing and of which nobody hears: it shares its transaction with others of
     * its kind.
     */
    public Generation note(Claim claim, Consumer<Generation> change) {
        return shared.write(claim.generation(), generation -> {
            generation.requireLease(claim.fence());
            change.accept(generation);
            if (generation.state().ended()) {
                throw new IllegalStateException("Generation " + generation.id() + " has ended, which is no note");
            }
        });
    }

    /**
     * Keeps the handle of a job whose lease was lost while it was sent.
     *
     * @return false when it comes too late, so that the job has to be called off
     */
    @Transactional
    public boolean acceptLate(UUID id, int submitTries, Submission submission) {
        return generations
                .lock(id)
                .map(generation -> generation.acceptedLate(submitTries, submission, clock.instant()))
                .orElse(false);
    }

    /** Settles what has ended, and tells everybody. */
    private void announce(Generation generation) {
        var id = generation.id();
        var account = generation.accountId();
        metrics.ended(generation);
        var failure = generation.failure();
        if (generation.state() == State.SUCCEEDED) {
            credits.settle(id, generation.charged());
            events.publishEvent(new GenerationSucceeded(id, account, generation.videoId()));
        } else if (failure != null) {
            credits.refund(id);
            events.publishEvent(new GenerationFailed(id, account, failure));
        }
    }
}
