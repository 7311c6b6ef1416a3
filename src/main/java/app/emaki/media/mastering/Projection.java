package app.emaki.media.mastering;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A film while it is bound, picture by picture; each piece grows out of the last picture of the one before. */
final class Projection implements AutoCloseable {
    private static final double FADE_SECONDS = 0.35;

    private final Tempo tempo;
    private final long all;
    private final IntConsumer progress;
    private final Canvas canvas;
    private final FilmWriter writer;
    private @Nullable Sheet before;
    private long shown;

    /**
     * @param all pictures that will be shown
     * @param progress hears percents
     */
    Projection(
            SpliceJob job,
            Tempo tempo,
            float @Nullable [][] sound,
            Disclosure disclosure,
            long all,
            IntConsumer progress)
            throws IOException {
        this.tempo = tempo;
        this.all = all;
        this.progress = progress;
        this.canvas = new Canvas(job.width(), job.height());
        try {
            this.writer = new FilmWriter(job.target(), canvas.frame(), tempo.rate(), sound, disclosure);
        } catch (IOException | RuntimeException e) {
            canvas.close();
            throw e;
        }
    }

    /** What the next picture is drawn on. */
    AVFrame blank() throws IOException {
        return canvas.blank();
    }

    /** Shows what was drawn; {@code within} counts the pictures of its piece. */
    void show(long within) throws IOException {
        double at = tempo.seconds(within);
        var fading = before;
        if (fading != null && at < FADE_SECONDS) {
            fading.over(canvas.frame(), 1 - at / FADE_SECONDS);
        }
        writer.add(canvas.frame(), shown++);
        if (shown % tempo.pictures() == 0) {
            progress.accept((int) (shown * 100 / all));
        }
    }

    void pieceEnds() {
        before = Sheet.of(canvas.frame());
    }

    /** The length of the whole, in seconds. */
    double finish() throws IOException {
        double seconds = tempo.seconds(shown);
        writer.finish(seconds);
        return seconds;
    }

    @Override
    public void close() {
        try (canvas) {
            writer.close();
        }
    }
}
