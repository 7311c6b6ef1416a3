package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers for a few minutes, in a session that is signed in to nothing, whose password was right, or who came from a provider. */
@Component
class Halfway {
    private static final String KEY = "halfway";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Clock clock;

    Halfway(Clock clock) {
        this.clock = clock;
    }

    void keep(UUID account, Way way, HttpServletRequest request) {
        request.getSession().setAttribute(KEY, new Kept(account, clock.instant(), way));
    }

    Optional<UUID> find(HttpServletRequest request) {
        return kept(request).map(Kept::account);
    }

    /** How they came so far. */
    Way way(HttpServletRequest request) {
        return kept(request).map(Kept::way).orElse(Way.PASSWORD);
    }

    void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEY);
        }
    }

    private Optional<Kept> kept(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(KEY) instanceof Kept kept
                        && kept.since().plus(KEPT).isAfter(clock.instant())
                ? Optional.of(kept)
                : Optional.empty();
    }

    private record Kept(
            UUID account, Instant since, @Nullable Way way) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
