package app.emaki.generation;

import app.emaki.model.VideoModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends films that wait for a backend or a model that is no longer set up: nobody would ever let them in. Nothing is charged, and the
 * admin is told.
 */
@Component
class Strays {
    /** While two releases run side by side, one may know a backend that the other one does not. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Strays.class);
    private static final int MOST_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final VideoModels models;
    private final GenerationRepository generations;
    private final Endings endings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Map<Wanted, Instant> missing = new HashMap<>();

    Strays(
            JdbcClient jdbc,
            VideoModels models,
            GenerationRepository generations,
            Endings endings,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.generations = generations;
        this.endings = endings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks what is waited for, and ends what has waited in vain for long enough. */
    synchronized void end() {
        var now = clock.instant();
        var gone = wanted().stream().filter(it -> !offered(it)).toList();
        missing.keySet().retainAll(gone);
        for (var wanted : gone) {
            var since = missing.computeIfAbsent(wanted, it -> now);
            if (!now.isBefore(since.plus(GRACE))) {
                var films = waitingFor(wanted);
                log.warn(
                        "{} films wait for model {} of backend {}, which is gone",
                        films.size(),
                        wanted.model,
                        wanted.backend);
                films.forEach(film -> endOrLeave(film, wanted));
            }
        }
    }

    private boolean offered(Wanted wanted) {
        return models.backend(wanted.backend)
                .filter(client ->
                        client.offers().stream().anyMatch(offer -> offer.id().equals(wanted.model)))
                .isPresent();
    }

    private List<Wanted> wanted() {
        return jdbc.sql("select distinct backend, model from generation where state = 'QUEUED'")
                .query((row, n) -> new Wanted(row.getString("backend"), row.getString("model")))
                .list();
    }

    private List<UUID> waitingFor(Wanted wanted) {
        return jdbc.sql("""
                        select id from generation where state = 'QUEUED' and backend = :backend and model = :model
                        order by created_at limit :most""")
                .param("backend", wanted.backend)
                .param("model", wanted.model)
                .param("most", MOST_AT_ONCE)
                .query(UUID.class)
                .list();
    }

    /** One that cannot be ended now keeps no other one waiting. */
    private void endOrLeave(UUID id, Wanted wanted) {
        try {
            end(id, wanted);
        } catch (RuntimeException e) {
            log.warn("Generation {} cannot be ended yet: {}", id, Steps.words(e));
        }
    }

    private void end(UUID id, Wanted wanted) {
        transactions.executeWithoutResult(transaction -> generations
                .lock(id)
                .filter(film -> film.state() == State.QUEUED)
                .ifPresent(film -> {
                    film.fail(
                            Failure.BACKEND_DOWN,
                            "Model " + wanted.model + " is no longer set up on " + wanted.backend,
                            clock.instant());
                    endings.of(film);
                }));
    }

    private record Wanted(String backend, String model) {}
}
