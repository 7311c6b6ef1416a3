package app.emaki.generation;

import app.emaki.model.Backends;
import app.emaki.model.Outages;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Closes a backend that is not set up rightly (a wrong key, a retired model), so that one mistake does not fail a whole queue: who
 * waits goes on waiting, and an admin opens it again on the engine's page.
 */
@Component
class Breaker {
    /** Two models of a backend may be retired while a third one works. */
    private static final int MOST_REFUSALS = 3;

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    private final Backends backends;
    private final Outages outages;
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    Breaker(Backends backends, Outages outages) {
        this.backends = backends;
        this.outages = outages;
    }

    /** It took a film, so that its set-up cannot be wrong altogether. */
    void took(String backend) {
        refusals.remove(backend);
        outages.up(backend);
    }

    /** It refused a film for reasons that only its admin can mend. */
    void refused(String backend, String reason) {
        log.error("Backend {} is not set up rightly, its admin must look: {}", backend, reason);
        if (refusals.merge(backend, 1, Integer::sum) >= MOST_REFUSALS) {
            refusals.remove(backend);
            backends.drain(backend, true);
            log.error("Backend {} takes no more films until an admin opens it again", backend);
            outages.down(backend, reason);
        }
    }
}
