package app.emaki.media.mastering;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Writes a film anew, every picture and every sound: of a file that somebody sent nothing is left but what it shows, and the word in
 * it on how it came about. Marks are for {@link Master}.
 */
final class FreshCopy {
    private static final double LEAST_TOLERANCE = 0.75;
    private static final double TOLERANCE = 0.10;
    private static final int LONGEST_SIDE = 1920;
    private static final int LONGEST_LOOK = 1280;

    private final FreshCopyJob job;

    FreshCopy(FreshCopyJob job) {
        this.job = job;
    }

    /** The length of the film, in seconds. */
    double make() throws IOException, UnfitSource {
        try (var source = Source.open(job.source());
                var upright = new Upright(source)) {
            double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(upright.width(), upright.height()));
            int width = even(upright.width() * scale);
            int height = even(upright.height() * scale);
            double stated = source.statedSeconds();
            if (!(stated > 0) || stated > job.longest() + LEAST_TOLERANCE) {
                throw new UnfitSource("duration", "%.2f s, of at most %.0f s".formatted(stated, job.longest()));
            }
            var tempo = Tempo.of(source.rate());
            long frames = tempo.frames(stated);
            var sound =
                    new Mix(tempo, frames).add(Sound.of(job.source()), frames).whole();
            var nobody = new Job(job.film(), job.folder(), "", "", "", "", "", true, width, height, 0, "");
            var disclosure = new Disclosure(nobody, "", source.origin());
            try (var canvas = new Canvas(width, height);
                    var mount = new Mount(upright.width(), upright.height(), width, height);
                    var writer = new FilmWriter(job.film(), canvas.frame(), source.rate(), sound, disclosure)) {
                var copied = new Copied(upright, mount, canvas, writer, frames);
                var rolling = new Rolling(source, tempo.perSecond(), frames, copied).roll();
                checkWhole(tempo.seconds(rolling.reached()), tempo.seconds(frames));
                rolling.rest();
                writer.finish(tempo.seconds(frames));
            }
            return tempo.seconds(frames);
        }
    }

    private static void checkWhole(double reached, double promised) throws UnfitSource {
        if (reached == 0 || promised - reached > Math.max(LEAST_TOLERANCE, promised * TOLERANCE)) {
            throw new UnfitSource("truncated", "%.2f s of the promised %.2f s".formatted(reached, promised));
        }
    }

    private static int even(double pixels) {
        return Math.max(2, 2 * (int) Math.round(pixels / 2));
    }

    /** Pictures on their way into the copy, with a look at some of them from the first to the last, as films go on from these. */
    private final class Copied implements Rolling.Screen {
        private final Upright upright;
        private final Mount mount;
        private final Canvas canvas;
        private final FilmWriter writer;
        private final long frames;
        private @Nullable Sheet latest;
        private long written;
        private int looked;

        Copied(Upright upright, Mount mount, Canvas canvas, FilmWriter writer, long frames) {
            this.upright = upright;
            this.mount = mount;
            this.canvas = canvas;
            this.writer = writer;
            this.frames = frames;
        }

        @Override
        public void take(AVFrame decoded) throws IOException {
            latest = mount.of(upright.of(decoded));
        }

        @Override
        public void show() throws IOException {
            mount.draw(canvas.blank(), latest);
            writer.add(canvas.frame(), written++);
            if (looked < job.looks() && written > looked * (frames - 1) / Math.max(1, job.looks() - 1)) {
                look();
            }
        }

        private void look() throws IOException {
            var frame = canvas.frame();
            double scale = Math.min(1, LONGEST_LOOK / (double) Math.max(frame.width(), frame.height()));
            Jpegs.write(
                    Still.of(frame, even(frame.width() * scale), even(frame.height() * scale))
                            .image(),
                    job.look(looked++));
        }
    }
}
