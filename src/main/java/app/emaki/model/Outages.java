package app.emaki.model;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a backend goes down and when it is back. Whoever notices says so as often as it likes; it is told once each, also when
 * several processes notice, and nobody's call fails for it.
 */
@Component
public class Outages {
    private static final Logger log = LoggerFactory.getLogger(Outages.class);
    /** A process that knew of an outage may have ended before it was over; after this long the next one is news again. */
    private static final Duration OLD = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** Those that need not be looked up at every answer. */
    private final Set<String> well = ConcurrentHashMap.newKeySet();

    Outages(JdbcClient jdbc, TransactionTemplate transactions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** It takes nothing from now on, until it answers again or an admin has looked. */
    public void down(String backend, String reason) {
        well.remove(backend);
        quietly(backend, () -> {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            int begun = jdbc.sql("""
                            insert into backend (id, down_since) values (:backend, :now)
                            on conflict (id) do update set down_since = excluded.down_since
                            where backend.down_since is null or backend.down_since < :old""")
                    .param("backend", backend)
                    .param("now", now)
                    .param("old", now.minus(OLD))
                    .update();
            if (begun == 1) {
                log.error("Backend {} takes nothing: {}", backend, reason);
                events.publishEvent(new BackendDown(backend, reason));
            }
        });
    }

    /** It answers; one that takes no films until an admin has looked is not back by that. */
    public void up(String backend) {
        if (well.add(backend)) {
            quietly(backend, () -> {
                int over = jdbc.sql(
                                "update backend set down_since = null where id = ? and down_since is not null and not draining")
                        .param(backend)
                        .update();
                if (over == 1) {
                    log.info("Backend {} answers again", backend);
                    events.publishEvent(new BackendBack(backend));
                } else if (told(backend)) {
                    well.remove(backend);
                }
            });
        }
    }

    /** Whether it takes nothing, and its admins have been told so. */
    public boolean told(String backend) {
        return jdbc.sql("select exists (select from backend where id = ? and down_since is not null)")
                .param(backend)
                .query(Boolean.class)
                .single();
    }

    private void quietly(String backend, Runnable write) {
        try {
            transactions.executeWithoutResult(transaction -> write.run());
        } catch (RuntimeException e) {
            // the database may be away for a moment; the next answer tells
            well.remove(backend);
            log.warn("Could not note how backend {} is: {}", backend, e.toString());
        }
    }
}
