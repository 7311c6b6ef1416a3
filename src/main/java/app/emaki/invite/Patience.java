package app.emaki.invite;

import app.emaki.platform.web.RemoteNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slower with every miss: from the third wrong code in a row on, the wait doubles, for the account and for its
 * network alike. When everybody together misses often within an hour, an admin is told.
 */
@Component
class Patience {
    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final int FREE_MISSES = 2;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int DOUBLINGS = 12;

    private final JdbcClient jdbc;
    private final InviteSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Patience(JdbcClient jdbc, InviteSettings settings, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** How long the next try has to wait; empty when it need not. */
    Optional<Duration> needed(UUID account, HttpServletRequest request) {
        var now = clock.instant();
        return jdbc.sql("select max(until) from code_patience where key in (:keys) and until > :now")
                .param("keys", keys(account, request))
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getTimestamp(1))
                .optional()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    /** Counts a wrong code. */
    void missed(UUID account, HttpServletRequest request) {
        var now = clock.instant();
        keys(account, request).forEach(key -> miss(key, now));
        int all = jdbc.sql("""
                        insert into code_misses (hour, misses) values (?, 1)
                        on conflict (hour) do update set misses = code_misses.misses + 1 returning misses""")
                .param(Timestamp.from(now.truncatedTo(ChronoUnit.HOURS)))
                .query(Integer.class)
                .single();
        if (all == settings.alarm()) {
            if (calmBefore(now)) {
                events.publishEvent(new CodesGuessed(all));
            }
            log.warn("{} wrong invite codes within an hour: somebody may be guessing. See /admin/invites.", all);
        }
    }

    /** Whether the hour before was an ordinary one, so that this is a new storm. */
    private boolean calmBefore(Instant now) {
        return jdbc.sql("select not exists (select from code_misses where hour = ? and misses >= ?)")
                .params(Timestamp.from(now.truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS)), settings.alarm())
                .query(Boolean.class)
                .single();
    }

    /** Forgives whoever had the right code after all. */
    void forgive(UUID account, HttpServletRequest request) {
        jdbc.sql("delete from code_patience where key in (:keys)")
                .param("keys", keys(account, request))
                .update();
    }

    /** The worst hour of the last day, when it was bad enough to tell. */
    @Nullable
    Alarm alarm() {
        return jdbc.sql(
                        "select hour, misses from code_misses where hour > ? and misses >= ? order by misses desc limit 1")
                .params(Timestamp.from(clock.instant().minus(REMEMBERED)), settings.alarm())
                .query(Alarm.class)
                .optional()
                .orElse(null);
    }

    /** Forgets what is older than a day. */
    int forget() {
        var before = Timestamp.from(clock.instant().minus(REMEMBERED));
        jdbc.sql("delete from code_misses where hour < ?")
                .param(Timestamp.from(clock.instant().minus(REMEMBERED.multipliedBy(30))))
                .update();
        return jdbc.sql("delete from code_patience where last_at < ?")
                .param(before)
                .update();
    }

    /** The wait after so many wrong codes in a row. */
    static Duration after(int misses) {
        if (misses <= FREE_MISSES) {
            return Duration.ZERO;
        }
        var wait = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, misses - FREE_MISSES - 1));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private void miss(String key, Instant now) {
        int misses = jdbc.sql("""
                        insert into code_patience as p (key, misses, last_at, until) values (:key, 1, :now, :now)
                        on conflict (key) do update set misses = case when p.last_at < :old then 1 else p.misses + 1 end,
                            last_at = excluded.last_at
                        returning misses""")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(REMEMBERED)))
                .query(Integer.class)
                .single();
        jdbc.sql("update code_patience set until = ? where key = ?")
                .params(Timestamp.from(now.plus(after(misses))), key)
                .update();
    }

    private static List<String> keys(UUID account, HttpServletRequest request) {
        return List.of("account:" + account, "network:" + RemoteNetwork.of(request));
    }

    record Alarm(Instant hour, int misses) {
        public java.time.OffsetDateTime when() {
            return hour.atOffset(java.time.ZoneOffset.UTC);
        }
    }
}
