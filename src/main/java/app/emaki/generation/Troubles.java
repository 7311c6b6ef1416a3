package app.emaki.generation;

import app.emaki.model.Outages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Why films ended that only an admin can mend. Each cause is told once, however many films it ends: it is news again after an admin
 * has seen it, or after a day.
 */
@Repository
class Troubles {
    private static final Duration TOLD_FOR = Duration.ofDays(1);
    private static final int LONGEST_WORDS = 500;

    private final JdbcClient jdbc;
    private final Outages outages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Troubles(JdbcClient jdbc, Outages outages, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.outages = outages;
        this.events = events;
        this.clock = clock;
    }

    /** Notes the end of a film, and tells of its cause if that is news; an outage has been told of already. */
    void note(Failure failure, String backend, String detail) {
        var words = detail.length() > LONGEST_WORDS ? detail.substring(0, LONGEST_WORDS) + "…" : detail;
        count(failure, backend, words);
        boolean outage = failure == Failure.BACKEND_DOWN && outages.told(backend);
        if (!outage && isNews(failure, backend)) {
            events.publishEvent(new EngineTrouble(failure, backend, words));
        }
    }

    /** What no admin has seen yet, the latest first. */
    List<Trouble> open() {
        return jdbc.sql("select failure, backend, films, words, since, latest from engine_trouble order by latest desc")
                .query((row, n) -> new Trouble(
                        Failure.valueOf(row.getString("failure")),
                        row.getString("backend"),
                        row.getInt("films"),
                        row.getString("words"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("latest", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** An admin has seen it; the next film that ends so is news again. */
    @Transactional
    public void seen(Failure failure, String backend) {
        jdbc.sql("delete from engine_trouble where failure = ? and backend = ?")
                .params(failure.name(), backend)
                .update();
    }

    private void count(Failure failure, String backend, String words) {
        jdbc.sql("""
                        insert into engine_trouble as t (failure, backend, films, words, since, latest)
                        values (:failure, :backend, 1, :words, :now, :now)
                        on conflict (failure, backend) do update set
                            films = t.films + 1, words = excluded.words, latest = excluded.latest""")
                .param("failure", failure.name())
                .param("backend", backend)
                .param("words", words)
                .param("now", now())
                .update();
    }

    /** Marks it as told unless it was lately; the row is locked by its count. */
    private boolean isNews(Failure failure, String backend) {
        return jdbc.sql("""
                        update engine_trouble set told_at = :now
                        where failure = :failure and backend = :backend and (told_at is null or told_at < :old)""")
                        .param("failure", failure.name())
                        .param("backend", backend)
                        .param("now", now())
                        .param("old", now().minus(TOLD_FOR))
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * A cause that ended films.
     *
     * @param films how many
     * @param words the backend's own, of the last one
     */
    record Trouble(Failure failure, String backend, int films, String words, Instant since, Instant latest) {}
}
