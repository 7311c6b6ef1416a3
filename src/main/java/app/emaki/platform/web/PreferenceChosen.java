package app.emaki.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A visitor chose a language or a paper, signed in or not; what was not chosen now is null.
 *
 * @param theme {@code light}, {@code dark}, or empty for what the system prefers
 */
public record PreferenceChosen(
        @Nullable String language, @Nullable String theme) {}
