package app.emaki.video;

import java.util.UUID;

/** A draft became visible for those whom its author chose. */
public record VideoPublished(UUID video, UUID author) {}
