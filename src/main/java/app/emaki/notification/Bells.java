package app.emaki.notification;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pages that hear of new notices at once. The numbers are read every other second for all of them in one statement, so that it
 * does not matter which process wrote a notice; nobody listening costs nothing.
 */
@Component
class Bells {
    private static final Logger LOG = LoggerFactory.getLogger(Bells.class);
    private static final int SECONDS = 2;
    private static final int TICKS_PER_HEARTBEAT = 8;
    private static final int MOST_EACH = 8;
    private static final long RECONNECT_MILLIS = 5000;

    private final NotificationQuery query;
    private final Accounts accounts;
    private final Set<Bell> hung = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("bells").factory());

    private boolean closed;

    Bells(NotificationQuery query, Accounts accounts) {
        this.query = query;
        this.accounts = accounts;
        clockwork.scheduleWithFixedDelay(this::tick, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Opens a stream of one account's number; the oldest of too many is taken down. */
    SseEmitter hang(UUID account) {
        var emitter = new SseEmitter(0L);
        var bell = new Bell(account, emitter);
        emitter.onCompletion(() -> hung.remove(bell));
        emitter.onError(error -> hung.remove(bell));
        synchronized (this) {
            var own =
                    hung.stream().filter(other -> other.account.equals(account)).toList();
            if (own.size() >= MOST_EACH) {
                own.stream()
                        .min((one, other) -> Long.compare(one.since, other.since))
                        .ifPresent(Bell::end);
            }
            if (closed) {
                emitter.complete();
                return emitter;
            }
            hung.add(bell);
        }
        bell.send(SseEmitter.event().comment("listening").reconnectTime(RECONNECT_MILLIS));
        return emitter;
    }

    /** Graceful shutdown waits for open requests, and these would never end. */
    @EventListener
    synchronized void close(ContextClosedEvent event) {
        closed = true;
        clockwork.shutdown();
        hung.forEach(Bell::end);
        hung.clear();
    }

    int listening() {
        return hung.size();
    }

    /** Looks once and rings where a number has changed. */
    void tick() {
        if (hung.isEmpty()) {
            return;
        }
        try {
            var listening = hung.stream().map(bell -> bell.account).collect(Collectors.toSet());
            var unread = query.unread(listening);
            hung.forEach(bell -> bell.ring(unread));
            hung.removeIf(bell -> bell.gone);
        } catch (RuntimeException e) {
            // the database may be away for a moment; an exception would end the clockwork for good
            LOG.warn("Could not count the notices of those who listen", e);
        }
    }

    private final class Bell {
        private final UUID account;
        private final SseEmitter emitter;
        private final long since = System.nanoTime();
        private int told = -1;
        private int quiet;
        private volatile boolean gone;

        Bell(UUID account, SseEmitter emitter) {
            this.account = account;
            this.emitter = emitter;
        }

        void ring(Map<UUID, Integer> unread) {
            int now = unread.getOrDefault(account, 0);
            quiet++;
            if (now != told) {
                told = now;
                send(SseEmitter.event().name("unread").data(String.valueOf(now)));
            } else if (quiet >= TICKS_PER_HEARTBEAT) {
                if (accounts.find(account).filter(Viewer::active).isEmpty()) {
                    end();
                    return;
                }
                send(SseEmitter.event().comment("still here"));
            }
        }

        void end() {
            gone = true;
            emitter.complete();
        }

        void send(SseEmitter.SseEventBuilder event) {
            try {
                emitter.send(event);
                quiet = 0;
            } catch (IOException | IllegalStateException e) {
                // the browser has left; the container knows, and must not be told again
                gone = true;
            }
        }
    }
}
