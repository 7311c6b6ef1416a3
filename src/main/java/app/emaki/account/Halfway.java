package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Remembers for a few minutes, in a session that is signed in to nothing, whose password was right. */
@Component
class Halfway {
    private static final String KEY = "halfway";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Clock clock;

    Halfway(Clock clock) {
        this.clock = clock;
    }

    void keep(UUID account, HttpServletRequest request) {
        request.getSession().setAttribute(KEY, new Kept(account, clock.instant()));
    }

    Optional<UUID> find(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(KEY) instanceof Kept kept
                        && kept.since().plus(KEPT).isAfter(clock.instant())
                ? Optional.of(kept.account())
                : Optional.empty();
    }

    void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEY);
        }
    }

    private record Kept(UUID account, Instant since) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
