package app.emaki.generation;

import app.emaki.media.MediaStore;
import app.emaki.model.BackendException;
import app.emaki.model.Fetched;
import app.emaki.model.VideoModelClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Brings a result into our own store at once, before its backend forgets it. */
@Component
class Fetching {
    private static final Logger log = LoggerFactory.getLogger(Fetching.class);
    private static final int MOST_TRIES = 6;

    private final LeasedWrites writes;
    private final MediaStore store;
    private final GenerationSettings settings;
    private final Clock clock;
    private final Path folder;

    Fetching(
            LeasedWrites writes,
            MediaStore store,
            GenerationSettings settings,
            Clock clock,
            @Value("${emaki.data}") Path data) {
        this.writes = writes;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.folder = data.resolve("work").toAbsolutePath();
    }

    void step(Claim claim, Generation generation, VideoModelClient client) {
        try {
            bring(claim, generation, client);
        } catch (UncheckedIOException e) {
            withoutRoom(claim, e);
        }
    }

    private void bring(Claim claim, Generation generation, VideoModelClient client) {
        var remoteId = Objects.requireNonNull(generation.errand().remoteId());
        var file = temporary();
        try {
            var fetched = Calls.within(settings.fetch(), () -> client.fetch(remoteId, file, settings.maxBytes()));
            keep(claim, file, fetched);
        } catch (BackendException e) {
            // a result that is announced may take a moment to be there
            log.info("{} does not hand out generation {}: {}", client.backend(), claim.generation(), e.getMessage());
            if (e instanceof BackendException.Busy) {
                later(claim, e);
            } else {
                again(claim, e);
            }
        } finally {
            delete(file);
        }
    }

    private void keep(Claim claim, Path file, Fetched fetched) {
        try {
            if (Files.size(file) > settings.maxBytes()) {
                writes.write(
                        claim,
                        it -> it.fail(
                                Failure.BAD_RESULT, "Larger than " + settings.maxBytes() + " bytes", clock.instant()));
                return;
            }
            var raw = store.put(file, "video/mp4");
            writes.write(claim, it -> {
                it.rendered(raw.value(), fetched, clock.instant());
                it.release(clock.instant());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No fault of its backend's, which goes on having it: an admin has some minutes to make room. */
    private void withoutRoom(Claim claim, UncheckedIOException cause) {
        log.warn("The result of generation {} finds no place here", claim.generation(), cause);
        writes.write(claim, it -> {
            it.stumbled();
            it.release(clock.instant().plus(Backoff.after(it.errand().stumbles())));
            if (it.errand().stumbles() >= Finishing.MOST_STUMBLES) {
                it.fail(Failure.INTERNAL, "Its result finds no place here: " + cause.getMessage(), clock.instant());
            }
        });
    }

    /** It has the film and is only asked too often: that is no try, but the time of the whole goes on. */
    private void later(Claim claim, BackendException cause) {
        var now = clock.instant();
        writes.write(claim, it -> {
            it.release(now.plus(Backoff.after(1, cause)));
            if (it.overdue(settings.overall(), now)) {
                it.fail(Failure.TIMED_OUT, String.valueOf(cause.getMessage()), now);
            }
        });
    }

    private void again(Claim claim, BackendException cause) {
        writes.write(claim, it -> {
            it.announced(clock.instant());
            it.askedInVain();
            it.release(clock.instant().plus(Backoff.after(it.errand().failedCalls(), cause)));
            if (it.errand().failedCalls() >= MOST_TRIES) {
                it.fail(Failure.after(cause, Failure.BAD_RESULT), String.valueOf(cause.getMessage()), clock.instant());
            }
        });
    }

    private Path temporary() {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "result-", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("A temporary file is left behind: {}", e.toString());
        }
    }
}
