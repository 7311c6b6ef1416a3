package app.emaki.generation;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** For the one thing that must not be lost when the database goes away for a moment: what a backend calls a job that it took. */
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private Patience() {}

    /** Writes, again and again if need be, and gives up after that long. */
    static <T> T whileTheDatabaseIsAway(Duration limit, Supplier<T> write) {
        long tries = limit.dividedBy(PAUSE);
        while (true) {
            try {
                return write.get();
            } catch (DataAccessException | TransactionException e) {
                if (tries-- <= 0 || e instanceof NonTransientDataAccessException && !away(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** A connection that breaks is not always told as one that will come back. */
    private static boolean away(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql) {
                var state = String.valueOf(sql.getSQLState());
                // 08: connection, 57P: the server shuts down or starts
                if (state.startsWith("08") || state.startsWith("57P")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
