package app.emaki.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that is told what happens, as its owner sees it. */
record WebhookEndpoint(
        UUID id,
        String url,
        Set<WebhookEvent> events,
        boolean active,
        @Nullable Instant failingSince,
        Instant createdAt) {}
