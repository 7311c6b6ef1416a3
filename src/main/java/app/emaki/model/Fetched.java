package app.emaki.model;

import org.jspecify.annotations.Nullable;

/**
 * A result that lies in our own folder now.
 *
 * @param bytes its size
 * @param plan what the backend wants back for a remix, as JSON
 * @param captionsVtt spoken lines as WebVTT
 * @param marked whether another Emaki's mark is on it
 */
public record Fetched(
        long bytes, @Nullable String plan, @Nullable String captionsVtt, boolean marked) {

    /** A result without any mark. */
    public Fetched(long bytes, @Nullable String plan, @Nullable String captionsVtt) {
        this(bytes, plan, captionsVtt, false);
    }
}
