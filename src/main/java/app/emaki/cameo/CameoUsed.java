package app.emaki.cameo;

import java.util.UUID;

/**
 * A film with a likeness was ordered.
 *
 * @param video the first of its takes, which has still to be made
 * @param waiting whether the owner has to agree before the film can be shown
 */
public record CameoUsed(UUID cameo, UUID owner, UUID account, UUID video, boolean waiting) {}
