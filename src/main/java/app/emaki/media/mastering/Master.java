package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.util.ArrayList;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Makes what may be shown of what a backend made. The file is read twice: once for the clean copy and the sound, whose loudness
 * must be known before the first sample is written, and once for the pictures, which are decoded, marked and encoded in one go.
 */
final class Master {
    private static final double SHAPE_TOLERANCE = 0.05;
    private static final double LEAST_TOLERANCE = 0.75;
    private static final double TOLERANCE = 0.10;
    private static final double MOST_DAMAGE = 0.05;
    private static final double POSTER_AT = 0.3;
    private static final double SILENT_LUFS = -60;
    /** In a row, from a decoder that nothing was put into meanwhile. */
    private static final int MOST_ERRORS = 16;

    private final Job job;
    private final Disclosure disclosure;

    Master(Job job) {
        this.job = job;
        this.disclosure = new Disclosure(job, job.credit());
    }

    Outcome.Done make() throws IOException, UnfitSource {
        try (var source = Source.open(job.source())) {
            return job.asFound() ? new Master(job.found(source)).make(source) : make(source);
        }
    }

    private Outcome.Done make(Source source) throws IOException, UnfitSource {
        checkShape(source);
        checkSeconds(source.statedSeconds());
        var sound = copyCleanAndHear(source);
        boolean silent = sound == null || Loudness.measure(sound) < SILENT_LUFS;
        if (sound != null && !silent) {
            Loudness.normalise(sound);
        }
        source.rewind();
        var film = film(source, sound);
        disclosure.append(job.film());
        disclosure.append(job.clean());
        var flags = new ArrayList<>(film.looks.flags());
        if (job.sound() && silent) {
            flags.add("silent");
        }
        return new Outcome.Done(
                job.width(),
                job.height(),
                film.seconds(),
                !silent,
                film.placeholder,
                film.strip.tiles(),
                String.join(",", flags));
    }

    private void checkShape(Source source) throws UnfitSource {
        double ordered = (double) job.width() / job.height();
        double got = (double) source.width() / source.height();
        if (Math.abs(got / ordered - 1) > SHAPE_TOLERANCE) {
            throw new UnfitSource(
                    "size",
                    "%d × %d instead of %d × %d".formatted(source.width(), source.height(), job.width(), job.height()));
        }
        if (job.sound() && source.audio() == null) {
            throw new UnfitSource("no-sound", "There is no sound in it, though it was ordered");
        }
    }

    private void checkSeconds(double seconds) throws UnfitSource {
        if (Math.abs(seconds - job.seconds()) > Math.max(LEAST_TOLERANCE, job.seconds() * TOLERANCE)) {
            throw new UnfitSource("duration", "%.2f s instead of %.2f s".formatted(seconds, job.seconds()));
        }
    }

    private float @Nullable [][] copyCleanAndHear(Source source) throws IOException, UnfitSource {
        var audio = job.sound() ? source.audio() : null;
        var packet = av_packet_alloc();
        try (var clean = new CleanCopy(source, job.sound(), job.clean(), disclosure);
                var sound = audio == null ? null : new Sound(audio)) {
            while (av_read_frame(source.context(), packet) >= 0) {
                clean.add(packet);
                if (audio != null && sound != null && packet.stream_index() == audio.index()) {
                    sound.add(packet);
                }
                av_packet_unref(packet);
            }
            clean.finish();
            return sound == null ? null : sound.finish();
        } finally {
            av_packet_free(packet);
        }
    }

    private Film film(Source source, float @Nullable [][] sound) throws IOException, UnfitSource {
        var decoder = Source.decoder(source.video(), 2);
        try (var canvas = new Canvas(job.width(), job.height());
                var writer = new FilmWriter(job.film(), canvas.frame(), source.rate(), sound, disclosure)) {
            var film = new Film(source, canvas, writer);
            film.roll(decoder);
            return film;
        } finally {
            avcodec_free_context(decoder);
        }
    }

    /** The pictures on their way from decoder to encoder, at an even rate. */
    private final class Film {
        private final Source source;
        private final Canvas canvas;
        private final FilmWriter writer;
        private final AVRational rate;
        private final Watermark watermark;
        private final FilmStrip strip = new FilmStrip(job.width(), job.height(), job.seconds());
        private final Looks looks = new Looks(job.width(), job.height());
        private long written;
        private long damaged;
        private double start = Double.NaN;
        private int placeholder;
        private boolean posed;

        Film(Source source, Canvas canvas, FilmWriter writer) throws IOException {
            this.source = source;
            this.canvas = canvas;
            this.writer = writer;
            this.rate = source.rate();
            this.watermark = new Watermark(job.handle(), job.width(), job.height(), job.seconds(), job.marked());
        }

        void roll(AVCodecContext decoder) throws IOException, UnfitSource {
            var packet = av_packet_alloc();
            var frame = av_frame_alloc();
            try {
                while (av_read_frame(source.context(), packet) >= 0) {
                    if (packet.stream_index() == source.video().index()) {
                        damaged += avcodec_send_packet(decoder, packet) < 0 ? 1 : 0;
                        drain(decoder, frame);
                    }
                    av_packet_unref(packet);
                }
                avcodec_send_packet(decoder, null);
                drain(decoder, frame);
                checkWhole();
                if (!posed) {
                    pose();
                }
                strip.write(job.strip());
                writer.finish(seconds());
            } finally {
                av_frame_free(frame);
                av_packet_free(packet);
            }
        }

        double seconds() {
            return written * (double) rate.den() / rate.num();
        }

        private void drain(AVCodecContext decoder, AVFrame frame) throws IOException {
            for (int errors = 0; errors < MOST_ERRORS; ) {
                int got = avcodec_receive_frame(decoder, frame);
                if (got == AVERROR_EAGAIN() || got == AVERROR_EOF) {
                    return;
                }
                if (got < 0) {
                    // a decoder with threads tells of a damaged picture only when the next ones are asked for
                    damaged++;
                    errors++;
                    continue;
                }
                show(frame);
                av_frame_unref(frame);
            }
        }

        /** At an even rate: a frame too early is left out, a gap is filled. */
        private void show(AVFrame frame) throws IOException {
            long number = number(frame);
            boolean fresh = true;
            while (written <= number && seconds() <= job.seconds() * (1 + TOLERANCE) + LEAST_TOLERANCE) {
                write(frame, fresh);
                fresh = false;
            }
        }

        private long number(AVFrame frame) {
            long time = frame.best_effort_timestamp();
            if (time == AV_NOPTS_VALUE) {
                return written;
            }
            double second = Av.seconds(time, source.video().time_base());
            if (Double.isNaN(start)) {
                start = second;
            }
            return Math.round((second - start) * rate.num() / rate.den());
        }

        private void write(AVFrame decoded, boolean fresh) throws IOException {
            canvas.take(decoded);
            if (fresh) {
                looks.see(canvas.frame());
            }
            watermark.draw(canvas.frame(), seconds());
            if (!posed && seconds() >= job.seconds() * POSTER_AT) {
                pose();
            }
            strip.see(canvas.frame(), seconds());
            writer.add(canvas.frame(), written++);
        }

        private void pose() throws IOException {
            posed = true;
            var poster = Still.of(canvas.frame(), job.width(), job.height());
            Jpegs.write(poster.image(), job.poster());
            WebP.write(poster.image(), job.lightPoster());
            placeholder = poster.meanColour();
        }

        private void checkWhole() throws UnfitSource {
            if (damaged > written * MOST_DAMAGE) {
                throw new UnfitSource("damaged", damaged + " of " + written + " pictures cannot be decoded");
            }
            if (written == 0 || seconds() < source.statedSeconds() - LEAST_TOLERANCE) {
                throw new UnfitSource(
                        "truncated", "%.2f s of the promised %.2f s".formatted(seconds(), source.statedSeconds()));
            }
            checkSecondsOf(seconds());
        }

        private void checkSecondsOf(double seconds) throws UnfitSource {
            checkSeconds(seconds);
        }
    }
}
