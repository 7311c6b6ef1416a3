package app.emaki.media;

import app.emaki.media.mastering.Job;
import app.emaki.media.mastering.Outcome;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes films that may be shown out of what backends send: one at a time, in a process of its own, which is kept warm. */
@Component
public class Mastering {
    private static final Logger log = LoggerFactory.getLogger(Mastering.class);

    private final MediaStore store;
    private final MasteringSettings settings;
    private final Path folder;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable MasteringProcess process;
    private volatile boolean closing;

    Mastering(MediaStore store, MasteringSettings settings, @Value("${emaki.data}") Path data) {
        this.store = store;
        this.settings = settings;
        this.folder = data.resolve("work").toAbsolutePath();
    }

    /**
     * Checks a result and makes a film, a clean copy, a poster, a strip to seek by and captions of it, all in the store and not yet
     * {@linkplain MediaStore#keep kept}.
     *
     * @throws BadResult when it is not the film that was ordered; trying again would not help
     * @throws FatalFilm when it ended the process that opened it, or kept it too long
     * @throws IOException when something else went wrong, through no fault of the film's; trying again may help
     */
    public Mastered master(Path source, MasteringOrder order) throws BadResult, IOException {
        return master(source, order, () -> {});
    }

    /**
     * As {@link #master(Path, MasteringOrder)}.
     *
     * @param begins runs when its turn has come and before the file is opened; what it throws keeps the file closed
     */
    public Mastered master(Path source, MasteringOrder order, Runnable begins) throws BadResult, IOException {
        var place = place();
        try {
            return switch (run(job(source.toAbsolutePath(), place, order), order.seconds(), begins)) {
                case Outcome.Done done -> keep(done, place, order);
                case Outcome.Bad(var code, var message) -> throw new BadResult(code, message);
                case Outcome.Broken(var message) -> throw new IOException(message);
            };
        } finally {
            empty(place);
        }
    }

    /** Starts the process ahead of the first film, so that nobody waits for it. */
    public void warm() {
        if (turn.tryLock()) {
            try {
                started();
            } catch (IOException e) {
                log.warn("The mastering process does not start: {}", e.toString());
            } finally {
                turn.unlock();
            }
        }
    }

    @PreDestroy
    void stop() {
        closing = true;
        var running = process;
        if (running != null) {
            running.close();
        }
    }

    private Outcome run(Job job, double seconds, Runnable begins) throws IOException {
        turn.lock();
        try {
            // first, so that a process that does not start is not the film's fault
            var master = started();
            begins.run();
            return opened(master, job, settings.patience().plus(Duration.ofSeconds(Math.round(seconds * 20))));
        } finally {
            turn.unlock();
        }
    }

    private Outcome opened(MasteringProcess master, Job job, Duration patience) throws IOException {
        try {
            return master.run(job, patience);
        } catch (IOException e) {
            master.close();
            process = null;
            if (closing) {
                throw new IOException("This Emaki stops", e);
            }
            throw new FatalFilm("The mastering process ended before its time: " + e, e);
        }
    }

    private MasteringProcess started() throws IOException {
        var running = process;
        if (running == null || !running.alive()) {
            Files.createDirectories(folder);
            // without it Java2D asks the machine for fonts that may not be there
            Files.writeString(folder.resolve("fontconfig.properties"), "version=1\nsequence.allfonts=default\n");
            running = MasteringProcess.start(folder, settings);
            process = running;
        }
        return running;
    }

    private Mastered keep(Outcome.Done done, Path place, MasteringOrder order) throws IOException {
        var film = store.put(place.resolve("film.mp4"), "video/mp4");
        var clean = store.put(place.resolve("clean.mp4"), "video/mp4");
        var poster = store.put(place.resolve("poster.jpg"), "image/jpeg", place.resolve("poster.webp"));
        var strip = store.put(place.resolve("strip.jpg"), "image/jpeg");
        return new Mastered(
                film,
                clean,
                poster,
                captions(place, order.captionsVtt()),
                new Strip(strip, done.tiles()),
                done.width(),
                done.height(),
                done.seconds(),
                done.sound(),
                done.placeholder(),
                done.flags().isEmpty() ? List.of() : List.of(done.flags().split(",")));
    }

    private @Nullable MediaKey captions(Path place, @Nullable String vtt) throws IOException {
        return vtt == null || vtt.isBlank()
                ? null
                : store.put(Files.writeString(place.resolve("captions.vtt"), vtt), "text/vtt");
    }

    private Path place() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, "master-");
    }

    private static Job job(Path source, Path place, MasteringOrder order) {
        return new Job(
                source,
                place,
                order.handle(),
                order.instance(),
                order.model(),
                order.video().toString(),
                order.remixOf() == null ? "" : order.remixOf().toString(),
                order.sound(),
                order.width(),
                order.height(),
                order.seconds(),
                credit(order),
                order.marked(),
                order.lead() == null
                        ? null
                        : new Job.Lead(
                                order.lead().film().toAbsolutePath(),
                                order.lead().seconds()));
    }

    private static String credit(MasteringOrder order) {
        var handle = order.remixOfHandle();
        return handle == null ? "" : "Remix of " + order.remixOf() + " by @" + handle;
    }

    private static void empty(Path place) {
        try (var files = Files.list(place)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(place);
        } catch (IOException e) {
            log.warn("A working folder is left behind: {}", e.toString());
        }
    }
}
