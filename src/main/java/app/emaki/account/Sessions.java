package app.emaki.account;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where an account is signed in, and how that ends. */
@Component
class Sessions {
    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** The sessions of an account, the one of this request first, then the latest used. */
    List<Open> of(UUID account, String current) {
        return repository.findByPrincipalName(account.toString()).values().stream()
                .map(session -> Open.of(session, current))
                .sorted(Comparator.comparing(Open::current)
                        .thenComparing(Open::lastUsed)
                        .reversed())
                .toList();
    }

    /** Ends all sessions of an account but one. */
    void endOthers(UUID account, String current) {
        end(account, session -> !session.getId().equals(current));
    }

    /** Ends all sessions of an account. */
    void endAll(UUID account) {
        end(account, session -> true);
    }

    /** Ends one session, named by the key of its {@link Open}. */
    void end(UUID account, String key) {
        end(account, session -> key(session).equals(key));
    }

    @EventListener
    void on(AccountSuspended suspended) {
        end(suspended.account(), session -> true);
    }

    @EventListener
    void on(AccountClosed closed) {
        end(closed.account(), session -> true);
    }

    private void end(UUID account, Predicate<Session> which) {
        repository.findByPrincipalName(account.toString()).values().stream()
                .filter(which)
                .map(Session::getId)
                .toList()
                .forEach(repository::deleteById);
    }

    /** Names a session on a page without giving its id away. */
    private static String key(Session session) {
        return UUID.nameUUIDFromBytes(session.getId().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** One place where an account is signed in. */
    record Open(String key, Agent agent, OffsetDateTime lastUsed, boolean current) {
        private static Open of(Session session, String current) {
            @Nullable String agent = session.getAttribute(SignIns.AGENT);
            return new Open(
                    Sessions.key(session),
                    Agent.of(agent == null ? "" : agent),
                    session.getLastAccessedTime().atOffset(ZoneOffset.UTC),
                    session.getId().equals(current));
        }
    }
}
