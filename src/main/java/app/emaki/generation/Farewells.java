package app.emaki.generation;

import app.emaki.model.BackendException;
import app.emaki.model.Submission;
import app.emaki.model.VideoModelClient;
import app.emaki.model.VideoModels;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells backends to stop what nobody wants any more. That it is to be told stands in the film's row, from the transaction that ended
 * the film, so that neither a backend that is away for a moment nor the end of this process leaves a job to be rendered and billed.
 */
@Component
class Farewells {
    private static final Logger log = LoggerFactory.getLogger(Farewells.class);
    private static final int MOST_AT_ONCE = 20;
    /** Over some hours; a job that runs longer than that has ended by itself. */
    private static final int MOST_TRIES = 12;

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final GenerationRepository generations;
    private final VideoModels models;
    private final JdbcClient jdbc;
    private final GenerationSettings settings;
    private final Clock clock;

    Farewells(
            GenerationRepository generations,
            VideoModels models,
            JdbcClient jdbc,
            GenerationSettings settings,
            Clock clock) {
        this.generations = generations;
        this.models = models;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says all that are due and that this process can say: what lives in another one is left to it while that lives. */
    void sayAll(UUID node) {
        for (var film : due(node)) {
            say(film, node);
        }
    }

    /** Says the one to a film that has just ended; what goes wrong is tried again later. */
    void say(UUID film, UUID node) {
        generations.findById(film).filter(it -> it.errand().stopAt() != null).ifPresent(it -> say(it, node));
    }

    /**
     * A backend has a job after all whose film has ended meanwhile.
     *
     * @return false when the film has not ended, or is known by another job
     */
    boolean owed(UUID film, Submission submission) {
        return jdbc.sql("""
                        update generation set remote_id = :job, stop_at = :now, stop_tries = 0
                        where id = :id and state in ('FAILED', 'CANCELLED') and coalesce(remote_id, :job) = :job""")
                        .param("job", submission.remoteId())
                        .param("now", now())
                        .param("id", film)
                        .update()
                == 1;
    }

    private List<UUID> due(UUID node) {
        return jdbc.sql("""
                        with due as (
                            select id from generation g where stop_at <= :now
                              and (g.node is null or g.node = :node or not exists (
                                    select from node n where n.id = g.node and n.seen_at > :alive))
                            order by stop_at limit :most for update skip locked)
                        -- a process that ends while it says it leaves the next try to another one
                        update generation g set stop_at = :later from due where g.id = due.id returning g.id""")
                .param("now", now())
                .param("node", node)
                .param("alive", now().minus(settings.lease()))
                .param("later", now().plusMinutes(5))
                .param("most", MOST_AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private void say(Generation film, UUID node) {
        var client = models.backend(film.backend(), film.configuration()).orElse(null);
        if (client == null || client.local() && !node.equals(film.errand().node())) {
            // with other credentials it must not be asked, and what lived in a process ended with it
            done(film.id());
            return;
        }
        try {
            var job = job(film, client);
            if (job == null) {
                later(film, client, "it is not found");
            } else {
                Calls.within(client.callTimeout(), () -> {
                    client.cancel(job);
                    return job;
                });
                done(film.id());
            }
        } catch (BackendException | RuntimeException e) {
            later(film, client, e.toString());
        }
    }

    private static @Nullable String job(Generation film, VideoModelClient client) throws BackendException {
        var known = film.errand().remoteId();
        return known != null
                ? known
                : Calls.within(client.callTimeout(), () -> client.find(film.renderRequest(null, List.of())))
                        .map(Submission::remoteId)
                        .orElse(null);
    }

    private void done(UUID film) {
        jdbc.sql("update generation set stop_at = null where id = ?")
                .param(film)
                .update();
    }

    private void later(Generation film, VideoModelClient client, String why) {
        int tries = film.errand().stopTries() + 1;
        boolean last = tries >= MOST_TRIES;
        log.info("{} may go on with generation {}, which nobody wants any more: {}", client.backend(), film.id(), why);
        var wait = Duration.ofSeconds(15).multipliedBy(1L << Math.min(tries, 10));
        jdbc.sql("update generation set stop_at = :next, stop_tries = :tries where id = :id and stop_at is not null")
                .param("next", last ? null : now().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait))
                .param("tries", tries)
                .param("id", film.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
