package app.emaki.generation;

import java.util.UUID;

/** A generation took a step or made progress; published in the transaction that wrote it. */
public record GenerationChanged(UUID id, UUID account, State state, int progress) {}
