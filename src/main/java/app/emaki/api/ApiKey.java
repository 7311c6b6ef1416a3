package app.emaki.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it; the key itself is kept nowhere.
 *
 * @param environment whether its value stands in the environment, where alone it can be taken back
 */
record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<Scope> scopes,
        boolean environment,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
