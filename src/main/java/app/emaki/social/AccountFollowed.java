package app.emaki.social;

import java.util.UUID;

/** Somebody follows somebody. */
public record AccountFollowed(UUID follower, UUID followed) {}
