package app.emaki;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** Counts what is asked of the database. */
public final class Statements {
    private Statements() {}

    /**
     * What this thread asked of the database meanwhile, but for the session's own book-keeping, the rates, and whether backends
     * changed, which one request of each second asks for all.
     */
    public static List<String> during(Runnable work) {
        var here = Thread.currentThread();
        var heard = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                // asked here, as an event finds out the name of its thread only when somebody reads it
                if (Thread.currentThread() == here) {
                    super.append(event);
                }
            }
        };
        heard.start();
        var loggers = List.of((Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate"), (Logger)
                LoggerFactory.getLogger("org.hibernate.SQL"));
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(heard);
        });
        try {
            work.run();
        } finally {
            loggers.forEach(logger -> {
                logger.setLevel(null);
                logger.setAdditive(true);
                logger.detachAppender(heard);
            });
        }
        return heard.list.stream()
                .map(event -> event.getFormattedMessage().toLowerCase(Locale.ROOT))
                .filter(message -> (message.contains("select ") || message.contains("update "))
                        && !message.contains("spring_session")
                        && !message.contains("remote_backend_change"))
                .toList();
    }
}
