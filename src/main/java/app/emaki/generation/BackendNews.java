package app.emaki.generation;

import app.emaki.model.BackendSpoke;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at once where a backend says that something happened. What it says is not believed, only looked into. */
@Component
class BackendNews {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    BackendNews(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional
    void heard(BackendSpoke news) {
        // a job may be known here by more than the backend's bare id
        int jobs = jdbc.sql("""
                        update generation set next_step_at = :now
                        where backend = :backend and state = 'RUNNING' and position(:job in remote_id) > 0
                          and lease_by is null and next_step_at > :now""")
                .param("now", Timestamp.from(clock.instant()))
                .param("backend", news.backend())
                .param("job", news.job())
                .update();
        if (jobs > 0) {
            events.publishEvent(new WorkArrived());
        }
    }
}
