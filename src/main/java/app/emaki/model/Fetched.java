package app.emaki.model;

import org.jspecify.annotations.Nullable;

/**
 * A result that lies in our own folder now.
 *
 * @param bytes its size
 * @param plan what the backend wants back for a remix, as JSON
 * @param captionsVtt spoken lines as WebVTT
 */
public record Fetched(
        long bytes, @Nullable String plan, @Nullable String captionsVtt) {}
