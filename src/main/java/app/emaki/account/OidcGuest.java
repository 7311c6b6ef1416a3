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

/** Remembers for a few minutes, in the session, who came from the provider and is nobody here yet, and who went there to link. */
@Component
class OidcGuest {
    private static final String PERSON = "oidc.person";
    static final String LINKING = "oidc.linking";
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Clock clock;

    OidcGuest(Clock clock) {
        this.clock = clock;
    }

    void keep(OidcPerson person, HttpServletRequest request) {
        request.getSession().setAttribute(PERSON, new Kept(person, clock.instant()));
    }

    Optional<OidcPerson> find(HttpServletRequest request) {
        return kept(PERSON, request) instanceof OidcPerson person ? Optional.of(person) : Optional.empty();
    }

    void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(PERSON);
    }

    /** The owner of this account has shown that it is theirs, and goes to the provider to link it. */
    void wantsLink(UUID account, HttpServletRequest request) {
        request.getSession().setAttribute(LINKING, new Kept(account, clock.instant()));
    }

    boolean linking(UUID account, HttpServletRequest request) {
        return account.equals(kept(LINKING, request));
    }

    void linked(HttpServletRequest request) {
        request.getSession().removeAttribute(LINKING);
    }

    private @Nullable Object kept(String key, HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(key) instanceof Kept kept
                        && kept.since().plus(KEPT).isAfter(clock.instant())
                ? kept.what()
                : null;
    }

    private record Kept(Serializable what, Instant since) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
