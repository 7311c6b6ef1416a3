package app.emaki.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log.
 *
 * @param status of the last answer, null when there was none
 * @param error what was in the way instead
 */
record WebhookDelivery(
        UUID id,
        String eventId,
        String type,
        String body,
        State state,
        int attempts,
        Instant nextAt,
        @Nullable Integer status,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant triedAt) {

    enum State {
        PENDING,
        DELIVERED,
        FAILED
    }
}
