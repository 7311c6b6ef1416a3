package app.emaki.model.kamishibai.sound;

import org.jspecify.annotations.Nullable;

/** A spoken line as it is heard: from {@code start} to {@code end} seconds of the film; no speaker means the narrator. */
public record Caption(double start, double end, @Nullable String speaker, String text) {}
