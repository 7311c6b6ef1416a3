package app.emaki.cameo;

import java.util.UUID;

/** The owner of a likeness answered somebody who asked, or agreed to a film of theirs. */
public record CameoAnswered(UUID cameo, UUID owner, UUID account, boolean allowed) {}
