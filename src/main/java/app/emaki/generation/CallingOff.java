package app.emaki.generation;

import app.emaki.model.BackendException;
import app.emaki.model.VideoModelClient;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops a job that its owner no longer wants: with the backend as well as that can, and for the owner in any case. */
@Component
class CallingOff {
    private static final Logger log = LoggerFactory.getLogger(CallingOff.class);

    private final LeasedWrites writes;
    private final Clock clock;

    CallingOff(LeasedWrites writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    void step(Claim claim, Generation generation, @Nullable VideoModelClient client) {
        if (client != null) {
            var remoteId = remoteId(generation, client);
            if (remoteId != null) {
                quietly(client, remoteId);
            }
        }
        writes.write(claim, it -> it.fail(Failure.CANCELLED, "", clock.instant()));
    }

    static void quietly(VideoModelClient client, String remoteId) {
        try {
            Calls.within(client.callTimeout(), () -> {
                client.cancel(remoteId);
                return remoteId;
            });
        } catch (BackendException | RuntimeException e) {
            log.info("{} may go on with {}, which nobody wants any more: {}", client.backend(), remoteId, e.toString());
        }
    }

    private @Nullable String remoteId(Generation generation, VideoModelClient client) {
        if (generation.errand().remoteId() != null || generation.errand().submitSentAt() == null) {
            return generation.errand().remoteId();
        }
        try {
            return Calls.within(client.callTimeout(), () -> client.find(generation.renderRequest(null, List.of())))
                    .map(it -> it.remoteId())
                    .orElse(null);
        } catch (BackendException e) {
            return null;
        }
    }
}
