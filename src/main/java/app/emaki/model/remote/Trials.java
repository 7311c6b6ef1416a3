package app.emaki.model.remote;

import app.emaki.model.BackendException;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.VideoModelClient;
import app.emaki.platform.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The smallest film that a model makes, ordered by its admin to see whether all is set up rightly. It is looked at and thrown away. */
@Component
class Trials {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long MOST_BYTES = 500L * 1024 * 1024;

    private final Clock clock;
    private final Ids ids;
    private final Path folder;
    private final Map<String, Trial> trials = new ConcurrentHashMap<>();

    Trials(Clock clock, Ids ids, @Value("${emaki.data}") Path data) {
        this.clock = clock;
        this.ids = ids;
        this.folder = data.resolve("work").toAbsolutePath();
    }

    Optional<Trial> find(String model) {
        return Optional.ofNullable(trials.get(model));
    }

    /** Begins one, unless one of the same model is under way. */
    void begin(VideoModelClient client, RemoteModel model) {
        var begun = new Trial(clock.instant(), null, false, "");
        var before = trials.putIfAbsent(model.id(), begun);
        if (before != null && (before.endedAt() == null || !trials.replace(model.id(), before, begun))) {
            return;
        }
        Thread.startVirtualThread(() -> {
            var end = run(client, model);
            trials.put(model.id(), new Trial(begun.begunAt(), clock.instant(), end.right(), end.words()));
        });
    }

    private End run(VideoModelClient client, RemoteModel model) {
        try {
            var job = client.submit(request(model));
            var deadline = clock.instant().plus(PATIENCE);
            var pause = job.pollAfter();
            while (clock.instant().isBefore(deadline)) {
                LockSupport.parkNanos(pause.toNanos());
                switch (client.status(job.remoteId())) {
                    case RenderStatus.Done() -> {
                        return fetched(client, job.remoteId());
                    }
                    case RenderStatus.Failed(var cause, var detail) -> {
                        return new End(false, cause + ": " + detail);
                    }
                    case RenderStatus.Lost() -> {
                        return new End(false, "The backend forgot the job");
                    }
                    case RenderStatus.Waiting(var after) -> pause = after;
                    case RenderStatus.Working(var progress, var after) -> pause = after;
                }
            }
            client.cancel(job.remoteId());
            return new End(false, "Nothing within " + PATIENCE.toMinutes() + " minutes");
        } catch (BackendException e) {
            return new End(false, e.getMessage());
        }
    }

    private End fetched(VideoModelClient client, String remoteId) throws BackendException {
        Path file = null;
        try {
            Files.createDirectories(folder);
            file = Files.createTempFile(folder, "trial-", ".part");
            var film = client.fetch(remoteId, file, MOST_BYTES);
            return new End(film.bytes() > 0, film.bytes() / 1024 + " KiB");
        } catch (IOException e) {
            return new End(false, e.toString());
        } finally {
            delete(file);
        }
    }

    private RenderRequest request(RemoteModel model) {
        return new RenderRequest(
                ids.next(),
                model.id(),
                "A paper fox walks through fresh snow at dawn.",
                "en",
                null,
                model.aspects().iterator().next(),
                model.lengths().getFirst(),
                model.lines().getFirst(),
                model.sound(),
                7,
                null,
                List.of(),
                null);
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /**
     * How a trial stands.
     *
     * @param endedAt null while it goes on
     * @param words what came back, for the admin
     */
    record Trial(Instant begunAt, @Nullable Instant endedAt, boolean right, String words) {
        public long seconds() {
            return endedAt == null ? 0 : Duration.between(begunAt, endedAt).toSeconds();
        }
    }

    private record End(boolean right, String words) {}
}
