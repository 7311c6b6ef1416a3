package app.emaki.generation;

import app.emaki.credit.Credits;
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
    private final Credits credits;
    private final ApplicationEventPublisher events;
    private final EngineMetrics metrics;

    LeasedWrites(
            GenerationRepository generations,
            Credits credits,
            ApplicationEventPublisher events,
            EngineMetrics metrics) {
        this.generations = generations;
        this.credits = credits;
        this.events = events;
        this.metrics = metrics;
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
