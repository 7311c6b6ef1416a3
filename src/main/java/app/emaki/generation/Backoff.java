package app.emaki.generation;

import app.emaki.model.BackendException;
import java.time.Duration;

/**
 * How long to wait before the next try: twice as long after each failure, up to a minute, and longer where the backend asks for it.
 */
final class Backoff {
    private static final int LONGEST_SECONDS = 60;
    private static final Duration LONGEST_WISH = Duration.ofMinutes(5);

    private Backoff() {}

    static Duration after(int failures) {
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.clamp(failures - 1, 0, 6)));
    }

    /** As {@link #after(int)}, and not before the backend wants to be asked again, within what makes sense. */
    static Duration after(int failures, BackendException cause) {
        var wish = granted(cause.retryAfter());
        var own = after(failures);
        return wish.compareTo(own) > 0 ? wish : own;
    }

    /** What a backend wishes, if it is no longer than makes sense. */
    static Duration granted(Duration wish) {
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }
}
