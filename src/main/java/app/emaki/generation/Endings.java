package app.emaki.generation;

import app.emaki.credit.Credits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What follows from the end of a film, in the transaction that ends it: the money and the news. Called once for each film. */
@Component
class Endings {
    private final Credits credits;
    private final Troubles troubles;
    private final EngineMetrics metrics;
    private final ApplicationEventPublisher events;

    Endings(Credits credits, Troubles troubles, EngineMetrics metrics, ApplicationEventPublisher events) {
        this.credits = credits;
        this.troubles = troubles;
        this.metrics = metrics;
        this.events = events;
    }

    /** Settles what has ended, and tells everybody. */
    void of(Generation generation) {
        var id = generation.id();
        var account = generation.accountId();
        var failure = generation.failure();
        if (generation.state() == State.SUCCEEDED) {
            credits.settle(id, generation.charged());
            events.publishEvent(new GenerationSucceeded(id, account, generation.videoId()));
        } else if (failure != null) {
            credits.refund(id);
            events.publishEvent(new GenerationFailed(id, account, failure));
            if (failure.forAdmin()) {
                troubles.note(failure, generation.backend(), generation.failureDetail());
            }
        }
        count(generation);
    }

    /** Not before it is certain. */
    private void count(Generation generation) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                metrics.ended(generation);
            }
        });
    }
}
