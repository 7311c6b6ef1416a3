package app.emaki.generation;

import app.emaki.model.BackendException;
import app.emaki.model.VideoModels;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Faces that went to another machine for a film: once the film has ended, that machine is asked to erase them, and asked again until
 * it has or a week is over.
 */
@Component
class FacesOut {
    private static final Logger log = LoggerFactory.getLogger(FacesOut.class);
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final VideoModels models;
    private final Clock clock;

    FacesOut(JdbcClient jdbc, VideoModels models, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.clock = clock;
    }

    /** Asks for each of them once. */
    void erase() {
        due().forEach(job -> {
            boolean erased = erased(job);
            boolean late = clock.instant().isAfter(job.finishedAt().plus(PATIENCE));
            if (late && !erased) {
                log.warn(
                        "{} was not brought to erase the faces that went there for generation {}: erase them by hand",
                        job.backend(),
                        job.id());
            }
            if (erased || late) {
                jdbc.sql("update generation set faces_out = false where id = ?")
                        .param(job.id())
                        .update();
            }
        });
    }

    private List<Job> due() {
        return jdbc.sql("""
                        select id, backend, configuration, remote_id, finished_at from generation
                        where faces_out and finished_at is not null order by random() limit :most""")
                .param("most", MOST)
                .query((row, n) -> new Job(
                        row.getObject("id", UUID.class),
                        row.getString("backend"),
                        row.getString("configuration"),
                        row.getString("remote_id"),
                        row.getTimestamp("finished_at").toInstant()))
                .list();
    }

    /** Nobody can be asked while the backend is gone, or another one by its host or its key: what went there is there all the same. */
    private boolean erased(Job job) {
        var client = models.backend(job.backend(), job.configuration()).orElse(null);
        if (client == null) {
            return false;
        }
        // where no handle ever came back, the backend may know the job by the name that it was sent under
        var remoteId = job.remoteId() == null ? job.id().toString() : job.remoteId();
        try {
            Calls.within(client.callTimeout(), () -> {
                client.forget(job.id(), remoteId);
                return remoteId;
            });
            return true;
        } catch (BackendException | RuntimeException e) {
            log.info("{} has not erased what generation {} was made of: {}", job.backend(), job.id(), e.toString());
            return false;
        }
    }

    private record Job(
            UUID id,
            String backend,
            String configuration,
            @Nullable String remoteId,
            Instant finishedAt) {}

    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Task<Void> facesOutRound(FacesOut faces) {
            return Tasks.recurring("faces-out", FixedDelay.ofMinutes(1)).execute((task, context) -> faces.erase());
        }
    }
}
