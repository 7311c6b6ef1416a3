package app.emaki.model.remote;

import app.emaki.model.ChangingBackends;
import app.emaki.model.Outages;
import app.emaki.model.VideoModelClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The backends on other machines, from files and from the admin's page, as clients that can be called. */
@Component
class RemoteBackends implements ChangingBackends {
    private static final Logger log = LoggerFactory.getLogger(RemoteBackends.class);
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(3);

    private final List<RemoteBackend> fixed;
    private final RemoteBackendRepository rows;
    private final Health health;
    private final Outages outages;
    private final String instance;
    private final Http http = new Http();
    private volatile State state = new State(-1, Long.MIN_VALUE, List.of(), List.of());

    RemoteBackends(
            RemoteBackendSettings settings,
            RemoteBackendRepository rows,
            Health health,
            Outages outages,
            @Value("${emaki.base-url}") String instance) {
        this.instance = instance.replaceAll("/+$", "");
        this.fixed = settings.backends().stream()
                .map(RemoteBackendSettings.Backend::backend)
                .toList();
        fixed.forEach(RemoteBackends::warn);
        this.rows = rows;
        this.health = health;
        this.outages = outages;
    }

    /** A form says at once what cannot be sent; whoever writes a file reads it in the log. */
    private static void warn(RemoteBackend backend) {
        for (var model : backend.models()) {
            for (var input : model.inputs()) {
                if (!backend.dialect().inputs().contains(input) || model.lack(backend.dialect(), input) != null) {
                    log.warn(
                            "{} is not offered with {}: {} cannot send it, or the model's template has no place for it",
                            model.id(),
                            input,
                            backend.dialect().key());
                }
            }
        }
    }

    @Override
    public List<VideoModelClient> now() {
        return state().clients();
    }

    @Override
    public boolean resting(String backend) {
        return health.resting(backend);
    }

    List<RemoteBackend> all() {
        return state().backends();
    }

    Optional<RemoteBackend> find(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Set up in a file, and to be changed there. */
    boolean fixed(String id) {
        return fixed.stream().anyMatch(it -> it.id().equals(id));
    }

    RemoteClient client(RemoteBackend backend) {
        return backend.dialect().client(backend, http);
    }

    /** What was changed here is seen here at once; other processes look every few seconds. */
    void changed(String backend) {
        health.forget(backend);
        state = new State(-1, Long.MIN_VALUE, List.of(), List.of());
    }

    private State state() {
        var known = state;
        long now = System.nanoTime();
        if (known.change() >= 0 && now - known.lookedAt() < LOOK_EVERY) {
            return known;
        }
        long change = rows.change();
        var fresh = change == known.change() ? known.seenAt(now) : load(change, now);
        state = fresh;
        return fresh;
    }

    private State load(long change, long now) {
        var backends = new ArrayList<>(fixed);
        rows.all().stream().filter(row -> !fixed(row.id())).forEach(backends::add);
        backends.replaceAll(it -> it.calling(instance));
        List<VideoModelClient> clients = backends.stream()
                .<VideoModelClient>map(it -> new WatchedClient(client(it), health, outages))
                .toList();
        return new State(change, now, List.copyOf(backends), clients);
    }

    private record State(long change, long lookedAt, List<RemoteBackend> backends, List<VideoModelClient> clients) {
        State seenAt(long now) {
            return new State(change, now, backends, clients);
        }
    }
}
