package app.emaki.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions in the database that note at most once a minute when they were last used: noted on each request, every page and
 * every picture would end in a write that waits for the disk.
 */
class QuietSessions implements FindByIndexNameSessionRepository<QuietSessions.Quiet> {
    private static final Duration PRECISE = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<Session> sessions;

    @SuppressWarnings("unchecked") // the repository hides the type of its sessions, and takes back what it gave
    QuietSessions(FindByIndexNameSessionRepository<?> sessions) {
        this.sessions = (FindByIndexNameSessionRepository<Session>) sessions;
    }

    @Override
    public Quiet createSession() {
        return new Quiet(sessions.createSession());
    }

    @Override
    public void save(Quiet session) {
        sessions.save(session.session());
    }

    @Override
    public @Nullable Quiet findById(String id) {
        var session = sessions.findById(id);
        return session == null ? null : new Quiet(session);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public Map<String, Quiet> findByIndexNameAndIndexValue(String name, String value) {
        return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> new Quiet(found.getValue())));
    }

    /** A session that was used just now is left as it is. */
    record Quiet(Session session) implements Session {
        @Override
        public void setLastAccessedTime(Instant now) {
            if (now.isAfter(session.getLastAccessedTime().plus(PRECISE))) {
                session.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is the interface's
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
