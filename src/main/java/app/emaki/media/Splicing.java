package app.emaki.media;

import app.emaki.media.mastering.FreshCopyJob;
import app.emaki.media.mastering.SpliceJob;
import app.emaki.media.mastering.SplicingMain;
import app.emaki.media.mastering.StillFilm;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Binds films of ours into one, writes others anew, and takes pictures out of them; each time in a process of its own that ends with it. */
@Component
public class Splicing {
    /** Each has a process with memory of its own. */
    private static final int MOST_AT_A_TIME = 2;

    /** The sound of four minutes and a half. */
    private static final int SOUND_MB = 288;

    private static final Duration PICTURE = Duration.ofSeconds(30);

    private final MediaStore store;
    private final MasteringSettings settings;
    private final Path folder;
    private final Semaphore desks = new Semaphore(MOST_AT_A_TIME, true);

    Splicing(MediaStore store, MasteringSettings settings, @Value("${emaki.data}") Path data) {
        this.store = store;
        this.settings = settings;
        this.folder = data.resolve("work").toAbsolutePath();
    }

    /** A film that was bound, in the store and not yet {@linkplain MediaStore#keep kept}. */
    public record Bound(MediaKey film, double seconds, long bytes) {}

    /**
     * Makes one film of several.
     *
     * @param seconds of all films together, by which the time is measured that it may take
     * @param progress hears percents
     * @throws BadResult when one of them is no film
     */
    public Bound bind(SplicingOrder order, double seconds, IntConsumer progress) throws BadResult, IOException {
        var place = place();
        var target = place.resolve("branch.mp4");
        try {
            var patience = settings.patience().plus(Duration.ofSeconds(Math.round(seconds * 20)));
            double made = run(
                    out -> {
                        out.writeByte(SplicingMain.SPLICE);
                        job(order, target).write(out);
                    },
                    patience,
                    progress);
            return new Bound(store.put(target, "video/mp4"), made, Files.size(target));
        } finally {
            empty(place, target);
        }
    }

    /**
     * Writes a film anew, every picture and every sound of it, so that nothing is left of the file but what it shows.
     *
     * @param longest seconds that it may have
     * @param looks pictures to take out of it, from the first to the last
     * @throws BadResult when it is no film, or a longer one
     */
    public FreshFilm anew(Path film, double longest, int looks) throws BadResult, IOException {
        var place = place();
        var job = new FreshCopyJob(place, film.toAbsolutePath(), longest, looks);
        boolean made = false;
        try {
            var patience = settings.patience().plus(Duration.ofSeconds(Math.round(longest * 20)));
            double seconds = run(
                    out -> {
                        out.writeByte(SplicingMain.ANEW);
                        job.write(out);
                    },
                    patience,
                    percent -> {});
            var pictures = new ArrayList<byte[]>();
            for (int i = 0; i < looks && Files.exists(job.look(i)); i++) {
                pictures.add(Files.readAllBytes(job.look(i)));
            }
            made = true;
            return new FreshFilm(job.film(), seconds, pictures);
        } finally {
            if (!made) {
                FileSystemUtils.deleteRecursively(place);
            }
        }
    }

    /** A film that was written anew, in a working folder, which is gone when this is closed. */
    public record FreshFilm(Path film, double seconds, List<byte[]> looks) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(film.getParent());
        }
    }

    /** The first or the last frame of a film, as JPEG. */
    public byte[] picture(Path film, boolean last) throws BadResult, IOException {
        var place = place();
        var target = place.resolve("frame.jpg");
        try {
            run(
                    out -> {
                        out.writeByte(SplicingMain.PICTURE);
                        out.writeUTF(film.toAbsolutePath().toString());
                        out.writeBoolean(last);
                        out.writeUTF(target.toString());
                    },
                    PICTURE,
                    percent -> {});
            return Files.readAllBytes(target);
        } finally {
            empty(place, target);
        }
    }

    /**
     * A picture as three seconds of film, for whoever knows characters by films alone. It lies in the working folder for as long as
     * that takes, so never give it a face.
     *
     * @param jpeg the picture
     */
    public byte[] still(byte[] jpeg) throws BadResult, IOException {
        var place = place();
        var target = place.resolve("still.mp4");
        try {
            run(
                    out -> {
                        out.writeByte(SplicingMain.STILL);
                        new StillFilm(target, jpeg).write(out);
                    },
                    PICTURE,
                    percent -> {});
            return Files.readAllBytes(target);
        } finally {
            empty(place, target);
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private double run(Writing job, Duration patience, IntConsumer progress) throws BadResult, IOException {
        desks.acquireUninterruptibly();
        try {
            return apart(job, patience, progress);
        } finally {
            desks.release();
        }
    }

    private double apart(Writing job, Duration patience, IntConsumer progress) throws BadResult, IOException {
        // without it Java2D asks the machine for fonts that may not be there
        Files.writeString(folder.resolve("fontconfig.properties"), "version=1\nsequence.allfonts=default\n");
        int heap = settings.memory() + SOUND_MB;
        var builder = new ProcessBuilder(
                Confined.command(MasteringProcess.command(folder, heap, SplicingMain.COMMAND), heap, settings));
        builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL", "TZ"));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = builder.start();
        var guard = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        var killing = CompletableFuture.runAsync(process::destroyForcibly, guard);
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
                var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
            if (in.readByte() != 'R') {
                throw new IOException("The process did not start");
            }
            job.to(out);
            out.flush();
            return answer(in, progress);
        } finally {
            killing.cancel(false);
            process.destroyForcibly();
        }
    }

    private static double answer(DataInputStream in, IntConsumer progress) throws BadResult, IOException {
        while (true) {
            switch ((char) in.readByte()) {
                case SplicingMain.PERCENT -> progress.accept(in.readInt());
                case SplicingMain.DONE -> {
                    return in.readDouble();
                }
                case SplicingMain.BAD -> throw new BadResult(in.readUTF(), in.readUTF());
                default -> throw new IOException(in.readUTF());
            }
        }
    }

    private SpliceJob job(SplicingOrder order, Path target) {
        return new SpliceJob(
                target,
                card(order.opening()),
                order.reels().stream()
                        .map(reel -> new SpliceJob.Reel(
                                store.path(reel.film()).toAbsolutePath(),
                                reel.video().toString(),
                                reel.handle(),
                                card(reel.card())))
                        .toList(),
                order.credits().stream()
                        .map(line -> new SpliceJob.Line(line.title(), line.by()))
                        .toList(),
                order.creditsTitle(),
                order.credit(),
                order.handle(),
                order.instance(),
                order.model(),
                order.video().toString(),
                order.remixOf() == null ? "" : order.remixOf().toString(),
                order.width(),
                order.height());
    }

    private static SpliceJob.Card card(SplicingOrder.Card card) {
        return new SpliceJob.Card(card.over(), card.title(), card.by(), card.words());
    }

    private Path place() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, "splice-");
    }

    private static void empty(Path place, Path target) throws IOException {
        Files.deleteIfExists(target);
        Files.deleteIfExists(place);
    }
}
