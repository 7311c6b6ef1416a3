package app.emaki.studio;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pages that are open to see a film being made. The rows are read again every second while somebody watches, so it does not
 * matter which process does the work; nobody watching costs nothing.
 */
@Component
class Watchers {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    private static final int TICKS_PER_HEARTBEAT = 15;
    private static final long RECONNECT_MILLIS = 2000;

    private final LiveQuery query;
    private final Accounts accounts;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("watchers").factory());

    private boolean closed;

    Watchers(LiveQuery query, Accounts accounts) {
        this.query = query;
        this.accounts = accounts;
        clockwork.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Opens a stream of one account's takes, or of one of its films alone. */
    SseEmitter watch(UUID account, @Nullable UUID group) {
        // no time limit of its own: the browser or the heartbeat ends it
        var emitter = new SseEmitter(0L);
        var watcher = new Watcher(account, group, emitter);
        emitter.onCompletion(() -> watchers.remove(watcher));
        emitter.onError(error -> watchers.remove(watcher));
        synchronized (this) {
            if (closed) {
                emitter.complete();
                return emitter;
            }
            watchers.add(watcher);
        }
        watcher.greet();
        return emitter;
    }

    /** Graceful shutdown waits for open requests, and these would never end. */
    @EventListener
    synchronized void close(ContextClosedEvent event) {
        closed = true;
        clockwork.shutdown();
        watchers.forEach(Watcher::end);
        watchers.clear();
    }

    int open() {
        return watchers.size();
    }

    /** Looks once and tells every watcher what has changed. */
    void tick() {
        try {
            var seen = new HashMap<UUID, List<LiveQuery.Take>>();
            for (var watcher : watchers) {
                watcher.tell(seen.computeIfAbsent(watcher.account, this::look));
            }
            watchers.removeIf(watcher -> watcher.gone);
        } catch (RuntimeException e) {
            // the database may be away for a moment; an exception would end the clockwork for good
            LOG.warn("Could not look at the takes that somebody watches", e);
        }
    }

    /** Nothing any more for somebody who may not take part. */
    private List<LiveQuery.Take> look(UUID account) {
        if (accounts.find(account).filter(Viewer::active).isEmpty()) {
            watchers.stream().filter(watcher -> watcher.account.equals(account)).forEach(Watcher::end);
            return List.of();
        }
        return query.takes(account);
    }

    private static final class Watcher {
        private final UUID account;
        private final @Nullable UUID group;
        private final SseEmitter emitter;
        private final Map<UUID, LiveQuery.Take> told = new HashMap<>();
        private int quiet;
        private volatile boolean gone;

        Watcher(UUID account, @Nullable UUID group, SseEmitter emitter) {
            this.account = account;
            this.group = group;
            this.emitter = emitter;
        }

        void greet() {
            send(SseEmitter.event().comment("watching").reconnectTime(RECONNECT_MILLIS));
        }

        void tell(List<LiveQuery.Take> takes) {
            quiet++;
            for (var take : takes) {
                if ((group == null || group.equals(take.group())) && !take.equals(told.put(take.id(), take))) {
                    send(SseEmitter.event().name("take").data(take.json()));
                }
            }
            if (quiet >= TICKS_PER_HEARTBEAT) {
                send(SseEmitter.event().comment("still here"));
            }
        }

        void end() {
            gone = true;
            emitter.complete();
        }

        private void send(SseEmitter.SseEventBuilder event) {
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
