package app.emaki.generation;

import app.emaki.model.BackendException;
import app.emaki.model.VideoModelClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out what became of a submit that ended unclear: looks for the job for a while, and then fails it without charge. */
@Component
class Reconciling {
    static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(Reconciling.class);

    private final LeasedWrites writes;
    private final GenerationSettings settings;
    private final Clock clock;

    Reconciling(LeasedWrites writes, GenerationSettings settings, Clock clock) {
        this.writes = writes;
        this.settings = settings;
        this.clock = clock;
    }

    void step(Claim claim, Generation generation, VideoModelClient client) {
        var now = clock.instant();
        var sentAt = generation.errand().submitSentAt();
        var wait = INTERVAL;
        try {
            var found =
                    Calls.within(client.callTimeout(), () -> client.find(generation.renderRequest(null, List.of())));
            if (found.isPresent()) {
                writes.write(claim, it -> {
                    it.accepted(found.get(), now);
                    it.release(now.plus(found.get().pollAfter()));
                });
                return;
            }
        } catch (BackendException e) {
            log.info("Cannot look for generation {} yet: {}", claim.generation(), e.getMessage());
            wait = wait.plus(Backoff.granted(e.retryAfter()));
        }
        if (sentAt == null || now.isAfter(sentAt.plus(settings.unknown()))) {
            log.warn(
                    "Generation {} was sent to {}, which may render and bill it", claim.generation(), client.backend());
            writes.write(claim, it -> it.abandon(Failure.UNCONFIRMED, "Sent at " + sentAt + ", never seen since", now));
        } else {
            var next = now.plus(wait);
            writes.write(claim, it -> it.release(next));
        }
    }
}
