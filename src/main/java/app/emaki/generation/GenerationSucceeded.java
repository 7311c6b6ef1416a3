package app.emaki.generation;

import java.util.UUID;

/** A film is finished and stands among its owner's videos. */
public record GenerationSucceeded(UUID id, UUID account, UUID video) {}
