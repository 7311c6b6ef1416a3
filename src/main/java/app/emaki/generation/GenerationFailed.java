package app.emaki.generation;

import java.util.UUID;

/** A generation ended without a film, and its credits are back; a cancelled one too. */
public record GenerationFailed(UUID id, UUID account, Failure failure) {}
