package app.emaki.generation;

import java.time.Duration;

/** How long to wait before the next try: twice as long after each failure, up to a minute. */
final class Backoff {
    private static final int LONGEST_SECONDS = 60;

    private Backoff() {}

    static Duration after(int failures) {
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.clamp(failures - 1, 0, 6)));
    }
}
