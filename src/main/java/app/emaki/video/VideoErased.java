package app.emaki.video;

import java.util.UUID;

/** A deleted video is gone for good, with its files; whoever kept something about it lets go. */
public record VideoErased(UUID video) {}
