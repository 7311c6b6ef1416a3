package app.emaki.generation;

import app.emaki.account.Viewer;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be expected: a place in the queue, and how long it will take, learned from this model's last renders of that size. */
@Component
class Outlook {
    private static final double PLAIN_LINES = 720;
    /** Mastering beside rendering, until there is something to learn from. */
    private static final double MASTERING_SHARE = 0.5;

    private final JdbcClient jdbc;
    private final VideoModels models;
    private final Clock clock;

    Outlook(JdbcClient jdbc, VideoModels models, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.clock = clock;
    }

    /** For a film that is not ordered yet. */
    Forecast forNew(Viewer viewer, ModelOffer offer, int seconds, int lines) {
        return forecast(ahead(offer.backend(), viewer.id(), null), offer, seconds, lines);
    }

    /** The owner's view of a generation that has not ended, with what may be expected of it. */
    GenerationView of(Generation generation) {
        var offer = models.offer(generation.model()).orElse(null);
        if (generation.state() == State.QUEUED) {
            var ahead = ahead(generation.backend(), generation.accountId(), generation.id());
            return offer == null
                    ? generation.view(ahead + 1, null)
                    : view(generation, forecast(ahead, offer, generation.seconds(), generation.lines()));
        }
        return generation.view(null, offer == null ? null : rest(generation, offer));
    }

    private static GenerationView view(Generation generation, Forecast forecast) {
        return generation.view(forecast.place(), forecast.seconds());
    }

    private Forecast forecast(int ahead, ModelOffer offer, int seconds, int lines) {
        double pace = pace(offer, lines);
        int slots = models.slots().stream()
                .filter(it -> it.backend().equals(offer.backend()))
                .mapToInt(VideoModels.Slots::concurrent)
                .findFirst()
                .orElse(1);
        double own = pace * seconds;
        return new Forecast(ahead + 1, Math.round(own + own * ahead / slots));
    }

    private @Nullable Long rest(Generation generation, ModelOffer offer) {
        Instant since = generation.admittedAt();
        if (since == null) {
            return null;
        }
        double whole = pace(offer, generation.lines()) * generation.seconds();
        long gone = Duration.between(since, clock.instant()).toSeconds();
        // an estimate that is over says no more than "soon"
        return Math.max(1, Math.round(whole) - gone);
    }

    /** Seconds of work for a second of film: the median of the last twenty, or the model's own guess. */
    private double pace(ModelOffer offer, int lines) {
        return jdbc.sql("""
                        select percentile_cont(0.5) within group (order by pace) from (
                            select extract(epoch from finished_at - admitted_at) / seconds as pace from generation
                            where state = 'SUCCEEDED' and model = :model and lines = :lines
                            order by finished_at desc limit 20) last""")
                .param("model", offer.id())
                .param("lines", lines)
                .query(Double.class)
                .optional()
                .orElseGet(() -> guess(offer, lines));
    }

    private static double guess(ModelOffer offer, int lines) {
        double area = Math.pow(lines / PLAIN_LINES, 2);
        return (offer.secondsPerSecond() + MASTERING_SHARE) * area;
    }

    /** How many films go first, by the same turns that {@link Admission} gives; for a new film when the id is null. */
    private int ahead(String backend, UUID account, @Nullable UUID id) {
        return jdbc.sql("""
                        with floor as (select coalesce(max(served), 0) as turn from turn),
                        line as (
                            select g.id, g.account_id, g.created_at,
                                   greatest(coalesce(t.next, 0), floor.turn)
                                     + (row_number() over (partition by g.account_id order by g.id) - 1) * (1000 / l.weight) as turn
                            from generation g
                            join account a on a.id = g.account_id
                            join plan_limits l on l.plan = a.plan
                            cross join floor
                            left join turn t on t.account_id = g.account_id
                            where g.state = 'QUEUED' and g.backend = :backend),
                        own as (
                            select coalesce(
                                (select turn from line where id = :id),
                                (select max(turn) + 1 from line where account_id = :account),
                                (select turn from floor)) as turn)
                        select count(*) from line, own
                        where line.id is distinct from :id
                          and (line.turn < own.turn or line.turn = own.turn and (:id::uuid is null or line.id < :id))""")
                .param("backend", backend)
                .param("account", account)
                .param("id", id, java.sql.Types.OTHER)
                .query(Integer.class)
                .single();
    }

    /** A place in the queue and seconds until the film is finished. */
    record Forecast(int place, long seconds) {
        static final Forecast NONE = new Forecast(1, 0);
    }
}
