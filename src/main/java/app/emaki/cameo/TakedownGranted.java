package app.emaki.cameo;

import java.util.UUID;

/** Somebody in a film asked that it be taken down, and an admin agreed. */
public record TakedownGranted(UUID video, UUID admin, String words) {}
