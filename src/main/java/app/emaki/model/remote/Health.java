package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.BackendException.Unreachable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How well each backend is, as far as this process has seen. One that fails five times in a row, or says that it
 * is set up wrongly, rests for a while: nothing is sent there, and what waits for it goes on waiting. Then it is tried again.
 */
@Component
class Health {
    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final int MOST_FAILURES = 5;
    private static final int MOST_TROUBLES = 10;
    private static final Duration SHORTEST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    Health(Clock clock) {
        this.clock = clock;
    }

    boolean resting(String backend) {
        var state = states.get(backend);
        return state != null && state.restsAt(clock.instant());
    }

    /** What is known of a backend. */
    Report report(String backend) {
        var state = states.get(backend);
        return state == null ? new Report(null, null, List.of()) : state.report(clock.instant());
    }

    void well(String backend) {
        state(backend).well(clock.instant());
    }

    /** Returns true when it is left alone from now on. */
    boolean ill(String backend, BackendException cause) {
        boolean trouble = cause instanceof Unreachable
                || cause instanceof Unclear
                || cause instanceof Refused refused && refused.ground() == Ground.SETUP;
        if (!trouble) {
            // busy, or with an opinion on the job: in good health
            well(backend);
            return false;
        }
        boolean rests = state(backend).ill(clock.instant(), cause);
        if (rests) {
            log.warn("Backend {} is left alone for a while: {}", backend, cause.getMessage());
        }
        return rests;
    }

    /** Whoever changed the set-up wants it tried at once. */
    void forget(String backend) {
        states.remove(backend);
    }

    private State state(String backend) {
        return states.computeIfAbsent(backend, it -> new State());
    }

    /**
     * A backend's health.
     *
     * @param restsUntil null for one that is tried
     * @param troubles the last ones, newest first
     */
    record Report(@Nullable Instant answeredAt, @Nullable Instant restsUntil, List<Trouble> troubles) {
        /** As pages write it. */
        public @Nullable OffsetDateTime answered() {
            return answeredAt == null ? null : answeredAt.atOffset(ZoneOffset.UTC);
        }

        /** As pages write it. */
        public @Nullable OffsetDateTime rests() {
            return restsUntil == null ? null : restsUntil.atOffset(ZoneOffset.UTC);
        }
    }

    record Trouble(Instant at, String words) {
        /** As pages write it. */
        public OffsetDateTime when() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    private static final class State {
        private final Deque<Trouble> troubles = new ArrayDeque<>();
        private int failures;
        private @Nullable Instant answeredAt;
        private @Nullable Instant restsUntil;

        synchronized boolean restsAt(Instant now) {
            return restsUntil != null && now.isBefore(restsUntil);
        }

        synchronized void well(Instant now) {
            failures = 0;
            answeredAt = now;
            restsUntil = null;
        }

        /** Returns true when it begins to rest. */
        synchronized boolean ill(Instant now, BackendException cause) {
            failures++;
            troubles.addFirst(new Trouble(now, cause.getMessage()));
            if (troubles.size() > MOST_TROUBLES) {
                troubles.removeLast();
            }
            boolean setUpWrongly = cause instanceof Refused;
            if (restsAt(now) || failures < MOST_FAILURES && !setUpWrongly) {
                return false;
            }
            restsUntil = now.plus(setUpWrongly ? LONGEST_REST : rest());
            return true;
        }

        private Duration rest() {
            var rest = SHORTEST_REST.multipliedBy(1L << Math.min(failures - MOST_FAILURES, 4));
            return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
        }

        synchronized Report report(Instant now) {
            return new Report(answeredAt, restsAt(now) ? restsUntil : null, List.copyOf(troubles));
        }
    }
}
