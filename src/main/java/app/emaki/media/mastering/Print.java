package app.emaki.media.mastering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** What everybody sees of a film, made picture by picture: marked, with a poster and a strip to seek by. */
final class Print implements AutoCloseable {
    private static final double POSTER_AT = 0.3;

    private final Job job;
    private final Tempo tempo;
    private final Canvas canvas;
    private final FilmWriter writer;
    private final Watermark watermark;
    private final FilmStrip strip;
    private final Looks looks;
    private long written;
    private int placeholder;
    private boolean posed;

    Print(Job job, Tempo tempo, float @Nullable [][] sound, Disclosure disclosure) throws IOException {
        this.job = job;
        this.tempo = tempo;
        this.watermark = new Watermark(job.handle(), job.width(), job.height(), job.seconds(), job.marked());
        this.strip = new FilmStrip(job.width(), job.height(), job.seconds());
        this.looks = new Looks(job.width(), job.height());
        this.canvas = new Canvas(job.width(), job.height());
        try {
            this.writer = new FilmWriter(job.film(), canvas.frame(), tempo.rate(), sound, disclosure);
        } catch (IOException | RuntimeException e) {
            canvas.close();
            throw e;
        }
    }

    /** The next picture is this one, scaled to the film. */
    void take(AVFrame decoded) throws IOException {
        canvas.take(decoded);
    }

    /** The next picture, to be drawn on. */
    AVFrame blank() throws IOException {
        return canvas.blank();
    }

    /** The next picture as it is so far. */
    AVFrame frame() {
        return canvas.frame();
    }

    /** Looks whether there is anything to be seen in the next picture; asked of those that are new. */
    void look() {
        looks.see(canvas.frame());
    }

    /** Marks the next picture and writes it. */
    void show() throws IOException {
        watermark.draw(canvas.blank(), seconds());
        if (!posed && seconds() >= job.seconds() * POSTER_AT) {
            pose();
        }
        strip.see(canvas.frame(), seconds());
        writer.add(canvas.frame(), written++);
    }

    void finish() throws IOException {
        if (!posed) {
            pose();
        }
        strip.write(job.strip());
        writer.finish(seconds());
    }

    /** How much of it is made. */
    double seconds() {
        return tempo.seconds(written);
    }

    long written() {
        return written;
    }

    Outcome.Done done(boolean sound, List<String> more) {
        var flags = new ArrayList<>(looks.flags());
        flags.addAll(more);
        return new Outcome.Done(
                job.width(), job.height(), seconds(), sound, placeholder, strip.tiles(), String.join(",", flags));
    }

    private void pose() throws IOException {
        posed = true;
        var poster = Still.of(canvas.frame(), job.width(), job.height());
        Jpegs.write(poster.image(), job.poster());
        WebP.write(poster.image(), job.lightPoster());
        placeholder = poster.meanColour();
    }

    @Override
    public void close() {
        try (canvas) {
            writer.close();
        }
    }
}
