package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import app.emaki.media.mastering.SpliceJob.Reel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Binds films into one: a card before each, credits after the last, one size, one rate, one loudness. Each film is read twice,
 * once for its sound and once for its pictures, as in {@link Master}.
 */
final class Splice {
    static final double OPENING_SECONDS = 2.4;
    static final double CARD_SECONDS = 1.8;
    static final double CREDITS_SECONDS = 3.2;

    private static final double FADE_SECONDS = 0.35;
    private static final double CLICK_SECONDS = 0.02;
    private static final double SILENT_LUFS = -60;
    private static final double TOLERANCE_SECONDS = 0.5;
    private static final int MOUNT = 0x141413;

    private final SpliceJob job;
    private final IntConsumer progress;
    private final AVRational rate = av_make_q(24, 1);
    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable Sheet before;
    private long written;
    private long all;

    /** @param progress hears percents */
    Splice(SpliceJob job, IntConsumer progress) {
        this.job = job;
        this.progress = progress;
    }

    /** The length of the film that was made, in seconds. */
    double make() throws IOException, UnfitSource {
        plan();
        var sound = sound();
        try (var canvas = new Canvas(job.width(), job.height());
                var writer = new FilmWriter(job.target(), canvas.frame(), rate, sound, job.disclosure())) {
            for (var piece : pieces) {
                piece.roll(canvas, writer);
                before = Sheet.of(canvas.frame());
            }
            writer.finish(seconds(written));
        }
        job.disclosure().append(job.target());
        probe();
        return seconds(written);
    }

    private void plan() throws IOException, UnfitSource {
        var cards = new Cards(job.width(), job.height());
        pieces.add(new Paper(Sheet.of(cards.title(job.opening())), frames(OPENING_SECONDS)));
        for (int i = 0; i < job.reels().size(); i++) {
            var reel = job.reels().get(i);
            if (i > 0) {
                pieces.add(new Paper(Sheet.of(cards.title(reel.card())), frames(CARD_SECONDS)));
            }
            pieces.add(Film.of(reel, this));
        }
        for (int from = 0; from < job.credits().size(); from += Cards.LINES) {
            var lines = job.credits().subList(from, Math.min(job.credits().size(), from + Cards.LINES));
            pieces.add(new Paper(Sheet.of(cards.credits(job.creditsTitle(), lines)), frames(CREDITS_SECONDS)));
        }
        all = pieces.stream().mapToLong(Piece::frames).sum();
    }

    private float @Nullable [][] sound() throws IOException, UnfitSource {
        int length = samples(all);
        var whole = new float[2][length];
        boolean any = false;
        long at = 0;
        for (var piece : pieces) {
            var own = piece.hear();
            if (own != null && Loudness.measure(own) > SILENT_LUFS) {
                any = true;
                Loudness.normalise(own);
                int from = samples(at);
                int count = Math.min(own[0].length, samples(at + piece.frames()) - from);
                softened(own, count);
                System.arraycopy(own[0], 0, whole[0], from, count);
                System.arraycopy(own[1], 0, whole[1], from, count);
            }
            at += piece.frames();
        }
        return any ? whole : null;
    }

    private static void softened(float[][] sound, int count) {
        int edge = Math.min(count / 2, (int) (CLICK_SECONDS * Sound.RATE));
        for (var channel : sound) {
            for (int i = 0; i < edge; i++) {
                channel[i] *= (float) i / edge;
                channel[count - 1 - i] *= (float) i / edge;
            }
        }
    }

    /** What was made must be a film as planned. */
    private void probe() throws IOException {
        try (var made = Source.open(job.target())) {
            boolean whole = Math.abs(made.statedSeconds() - seconds(written)) < TOLERANCE_SECONDS
                    && made.width() == job.width()
                    && made.height() == job.height();
            if (!whole) {
                throw new IOException("A film of %.2f s and %d × %d came out"
                        .formatted(made.statedSeconds(), made.width(), made.height()));
            }
        } catch (UnfitSource e) {
            throw new IOException("What came out is no film: " + e.getMessage());
        }
    }

    private void write(Canvas canvas, FilmWriter writer, long within) throws IOException {
        double at = seconds(within);
        var fading = before;
        if (fading != null && at < FADE_SECONDS) {
            fading.over(canvas.frame(), 1 - at / FADE_SECONDS);
        }
        writer.add(canvas.frame(), written++);
        if (written % 24 == 0) {
            progress.accept((int) (written * 100 / all));
        }
    }

    private long frames(double seconds) {
        return Math.max(1, Math.round(seconds * rate.num() / rate.den()));
    }

    private double seconds(long frames) {
        return frames * (double) rate.den() / rate.num();
    }

    private int samples(long frames) {
        return (int) Math.round(seconds(frames) * Sound.RATE);
    }

    private sealed interface Piece permits Paper, Film {
        long frames();

        /** Stereo at 48 kHz; null for silence. */
        float @Nullable [][] hear() throws IOException, UnfitSource;

        void roll(Canvas canvas, FilmWriter writer) throws IOException, UnfitSource;
    }

    private final class Paper implements Piece {
        private final Sheet sheet;
        private final long frames;

        Paper(Sheet sheet, long frames) {
            this.sheet = sheet;
            this.frames = frames;
        }

        @Override
        public long frames() {
            return frames;
        }

        @Override
        public float @Nullable [][] hear() {
            return null;
        }

        @Override
        public void roll(Canvas canvas, FilmWriter writer) throws IOException {
            for (long n = 0; n < frames; n++) {
                Av.check(av_frame_make_writable(canvas.frame()), "A frame to draw on");
                sheet.over(canvas.frame(), 1);
                write(canvas, writer, n);
            }
        }
    }

    private static final class Film implements Piece {
        private final Splice whole;
        private final Reel reel;
        private final long frames;

        private Film(Splice whole, Reel reel, long frames) {
            this.whole = whole;
            this.reel = reel;
            this.frames = frames;
        }

        static Film of(Reel reel, Splice whole) throws UnfitSource {
            try (var source = Source.open(reel.file())) {
                return new Film(whole, reel, whole.frames(source.statedSeconds()));
            }
        }

        @Override
        public long frames() {
            return frames;
        }

        @Override
        public float @Nullable [][] hear() throws IOException, UnfitSource {
            var packet = av_packet_alloc();
            try (var source = Source.open(reel.file())) {
                var audio = source.audio();
                if (audio == null) {
                    return null;
                }
                try (var sound = new Sound(audio)) {
                    while (av_read_frame(source.context(), packet) >= 0) {
                        if (packet.stream_index() == audio.index()) {
                            sound.add(packet);
                        }
                        av_packet_unref(packet);
                    }
                    return sound.finish();
                }
            } finally {
                av_packet_free(packet);
            }
        }

        @Override
        public void roll(Canvas canvas, FilmWriter writer) throws IOException, UnfitSource {
            try (var source = Source.open(reel.file());
                    var fit = new Fit(source.width(), source.height(), whole.job.width(), whole.job.height())) {
                var mark = new Watermark(reel.handle(), whole.job.width(), whole.job.height(), whole.seconds(frames));
                var decoder = Source.decoder(source.video(), 1);
                try {
                    new Rolling(source, decoder, fit, mark, canvas, writer).roll();
                } finally {
                    avcodec_free_context(decoder);
                }
            }
        }

        /** Pictures at an even rate, exactly as many as planned: the last one stays when there are too few. */
        private final class Rolling {
            private final Source source;
            private final AVCodecContext decoder;
            private final Fit fit;
            private final Watermark mark;
            private final Canvas canvas;
            private final FilmWriter writer;
            private @Nullable Sheet latest;
            private long shown;
            private double start = Double.NaN;

            Rolling(Source source, AVCodecContext decoder, Fit fit, Watermark mark, Canvas canvas, FilmWriter writer) {
                this.source = source;
                this.decoder = decoder;
                this.fit = fit;
                this.mark = mark;
                this.canvas = canvas;
                this.writer = writer;
            }

            void roll() throws IOException {
                var packet = av_packet_alloc();
                var frame = av_frame_alloc();
                try {
                    while (shown < frames && av_read_frame(source.context(), packet) >= 0) {
                        if (packet.stream_index() == source.video().index()) {
                            avcodec_send_packet(decoder, packet);
                            drain(frame);
                        }
                        av_packet_unref(packet);
                    }
                    avcodec_send_packet(decoder, null);
                    drain(frame);
                    fill(frames);
                } finally {
                    av_frame_free(frame);
                    av_packet_free(packet);
                }
            }

            private void drain(AVFrame frame) throws IOException {
                while (avcodec_receive_frame(decoder, frame) >= 0) {
                    long number = number(frame);
                    fill(Math.min(number, frames));
                    if (number >= shown) {
                        latest = fit.of(frame);
                    }
                    av_frame_unref(frame);
                }
            }

            private void fill(long until) throws IOException {
                var picture = latest;
                while (shown < until) {
                    Av.check(av_frame_make_writable(canvas.frame()), "A frame to draw on");
                    if (picture == null) {
                        fit.ground(canvas.frame());
                    } else {
                        fit.show(canvas.frame(), picture);
                    }
                    mark.draw(canvas.frame(), whole.seconds(shown));
                    whole.write(canvas, writer, shown++);
                }
            }

            private long number(AVFrame frame) {
                long time = frame.best_effort_timestamp();
                if (time == AV_NOPTS_VALUE) {
                    return shown + 1;
                }
                double second = Av.seconds(time, source.video().time_base());
                if (Double.isNaN(start)) {
                    start = second;
                }
                return Math.round((second - start) * whole.rate.num() / whole.rate.den());
            }
        }
    }

    /** A film of another shape is mounted whole on ink, nothing of it is cut off. */
    static final class Fit implements AutoCloseable {
        private final Canvas inner;
        private final Sheet ground;
        private final int left;
        private final int top;
        private final boolean whole;

        Fit(int sourceWidth, int sourceHeight, int width, int height) throws IOException {
            double scale = Math.min((double) width / sourceWidth, (double) height / sourceHeight);
            int innerWidth = even(Math.min(width, sourceWidth * scale));
            int innerHeight = even(Math.min(height, sourceHeight * scale));
            // a pixel or two of another shape is no other shape
            if (width - innerWidth <= 4 && height - innerHeight <= 4) {
                innerWidth = width;
                innerHeight = height;
            }
            this.inner = new Canvas(innerWidth, innerHeight);
            this.ground = Sheet.plain(width, height, MOUNT);
            this.left = (width - innerWidth) / 4 * 2;
            this.top = (height - innerHeight) / 4 * 2;
            this.whole = innerWidth == width && innerHeight == height;
        }

        Sheet of(AVFrame decoded) throws IOException {
            inner.take(decoded);
            return Sheet.of(inner.frame());
        }

        void show(AVFrame frame, Sheet picture) {
            if (!whole) {
                ground(frame);
            }
            picture.place(frame, left, top, 1);
        }

        void ground(AVFrame frame) {
            ground.over(frame, 1);
        }

        @Override
        public void close() {
            inner.close();
        }

        private static int even(double length) {
            return Math.max(2, (int) Math.round(length) / 2 * 2);
        }
    }
}
