package app.emaki.generation;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way a worker writes: under the row's lock, after a look whether the lease is still its own, and with the money and
 * the news of the change in the same transaction.
 */
@Component
class LeasedWrites {
    private final GenerationRepository generations;
    private final Endings endings;

    LeasedWrites(GenerationRepository generations, Endings endings) {
        this.generations = generations;
        this.endings = endings;
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
            endings.of(generation);
        }
        return generation;
    }
}
