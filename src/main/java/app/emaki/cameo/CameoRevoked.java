package app.emaki.cameo;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Consent to a likeness is gone for some films; from the end of this transaction nobody but the person and those who
 * moderate may see them.
 *
 * @param videos made or in the making
 * @param accounts whose films those are, or whose consent it was, so that they are told; none when a moderator closed the cameo, who tells them
 */
public record CameoRevoked(UUID cameo, UUID owner, List<UUID> videos, Set<UUID> accounts) {}
