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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Lays films end to end, every picture and every sound written anew: what goes on where another film ended becomes one film with
 * it, and of a file that somebody sent nothing is left but what it shows. Marks and disclosure are for {@link Master}.
 */
final class Join {
    private static final double SHAPE_TOLERANCE = 0.05;
    private static final double LEAST_TOLERANCE = 0.75;
    private static final double TOLERANCE = 0.10;
    private static final double CLICK_SECONDS = 0.02;
    private static final double SILENT_LUFS = -60;
    private static final int LONGEST_SIDE = 1920;
    private static final int LONGEST_LOOK = 1280;

    private final JoinJob job;
    private final List<Part> parts = new ArrayList<>();
    private AVRational rate = new AVRational();
    private int width;
    private int height;
    private long all;
    private long written;
    private int looked;

    Join(JoinJob job) {
        this.job = job;
        this.width = job.width();
        this.height = job.height();
    }

    /** The length of the whole, in seconds. */
    double make() throws IOException, UnfitSource {
        for (var film : job.films()) {
            measure(film);
        }
        all = parts.stream().mapToLong(Part::frames).sum();
        var nobody = new Job(job.film(), job.folder(), "", "", "", "", "", true, width, height, 0, "");
        try (var canvas = new Canvas(width, height);
                var writer = new FilmWriter(job.film(), canvas.frame(), rate, sound(), new Disclosure(nobody, ""))) {
            for (var part : parts) {
                try (var source = Source.open(part.film());
                        var upright = new Upright(source);
                        var fit = new Mount(upright.width(), upright.height(), width, height)) {
                    new Rolling(source, upright, fit, canvas, writer, part.frames()).roll();
                }
            }
            writer.finish(seconds(written));
        }
        return seconds(written);
    }

    private void measure(Path film) throws IOException, UnfitSource {
        try (var source = Source.open(film);
                var shown = new Upright(source)) {
            if (parts.isEmpty()) {
                rate = source.rate();
                if (width == 0) {
                    double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(shown.width(), shown.height()));
                    width = even(shown.width() * scale);
                    height = even(shown.height() * scale);
                }
            }
            double stated = source.statedSeconds();
            double before = parts.stream().mapToLong(Part::frames).sum() / perSecond();
            if (!(stated > 0) || before + stated > job.longest() + Math.max(LEAST_TOLERANCE, job.last() * TOLERANCE)) {
                throw new UnfitSource(
                        "duration", "%.2f s in all, of at most %.0f s".formatted(before + stated, job.longest()));
            }
            if (job.last() > 0 && parts.size() == job.films().size() - 1) {
                checkLast(shown, stated);
            }
            parts.add(new Part(film, Math.max(1, Math.round(stated * perSecond()))));
        }
    }

    private void checkLast(Upright shown, double stated) throws UnfitSource {
        if (Math.abs(stated - job.last()) > Math.max(LEAST_TOLERANCE, job.last() * TOLERANCE)) {
            throw new UnfitSource("duration", "%.2f s instead of %.2f s".formatted(stated, job.last()));
        }
        double got = (double) shown.width() / shown.height();
        if (Math.abs(got * height / width - 1) > SHAPE_TOLERANCE) {
            throw new UnfitSource(
                    "size", "%d × %d instead of %d × %d".formatted(shown.width(), shown.height(), width, height));
        }
    }

    private float @Nullable [][] sound() throws IOException, UnfitSource {
        var whole = new float[2][samples(all)];
        boolean any = false;
        long at = 0;
        for (var part : parts) {
            var own = Sound.of(part.film());
            if (own != null && Loudness.measure(own) > SILENT_LUFS) {
                any = true;
                // parts by different hands shall not jump at the seam; one alone is for the master to level
                if (parts.size() > 1) {
                    Loudness.normalise(own);
                }
                int from = samples(at);
                int count = Math.min(own[0].length, samples(at + part.frames()) - from);
                soften(own, count);
                System.arraycopy(own[0], 0, whole[0], from, count);
                System.arraycopy(own[1], 0, whole[1], from, count);
            }
            at += part.frames();
        }
        return any ? whole : null;
    }

    private static void soften(float[][] sound, int count) {
        int edge = Math.min(count / 2, (int) (CLICK_SECONDS * Sound.RATE));
        for (var channel : sound) {
            for (int i = 0; i < edge; i++) {
                channel[i] *= (float) i / edge;
                channel[count - 1 - i] *= (float) i / edge;
            }
        }
    }

    private double perSecond() {
        return rate.num() / (double) rate.den();
    }

    private double seconds(long frames) {
        return frames / perSecond();
    }

    private int samples(long frames) {
        return (int) Math.round(seconds(frames) * Sound.RATE);
    }

    private static int even(double pixels) {
        return Math.max(2, 2 * (int) Math.round(pixels / 2));
    }

    private record Part(Path film, long frames) {}

    /** Pictures of one film at the rate of the whole, exactly as many as it says it has. */
    private final class Rolling {
        private final Source source;
        private final Upright upright;
        private final Mount fit;
        private final Canvas canvas;
        private final FilmWriter writer;
        private final long frames;
        private @Nullable Sheet latest;
        private long shown;
        private long reached;
        private double start = Double.NaN;

        Rolling(Source source, Upright upright, Mount fit, Canvas canvas, FilmWriter writer, long frames) {
            this.source = source;
            this.upright = upright;
            this.fit = fit;
            this.canvas = canvas;
            this.writer = writer;
            this.frames = frames;
        }

        void roll() throws IOException, UnfitSource {
            var packet = av_packet_alloc();
            var frame = av_frame_alloc();
            var decoder = Source.decoder(source.video(), 1);
            try {
                while (shown < frames && av_read_frame(source.context(), packet) >= 0) {
                    if (packet.stream_index() == source.video().index()) {
                        avcodec_send_packet(decoder, packet);
                        drain(decoder, frame);
                    }
                    av_packet_unref(packet);
                }
                avcodec_send_packet(decoder, null);
                drain(decoder, frame);
                checkWhole();
                fill(frames);
            } finally {
                avcodec_free_context(decoder);
                av_frame_free(frame);
                av_packet_free(packet);
            }
        }

        private void checkWhole() throws UnfitSource {
            if (latest == null || seconds(frames - reached) > Math.max(LEAST_TOLERANCE, seconds(frames) * TOLERANCE)) {
                throw new UnfitSource(
                        "truncated", "%.2f s of the promised %.2f s".formatted(seconds(reached), seconds(frames)));
            }
        }

        private void drain(AVCodecContext decoder, AVFrame frame) throws IOException {
            while (avcodec_receive_frame(decoder, frame) >= 0) {
                long number = number(frame);
                fill(Math.min(number, frames));
                if (number >= shown) {
                    latest = fit.of(upright.of(frame));
                    reached = Math.min(frames, number + 1);
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
                writer.add(canvas.frame(), written++);
                look();
                shown++;
            }
        }

        private void look() throws IOException {
            // from the first picture to the last, as films go on from these
            if (looked < job.looks() && written > looked * (all - 1) / Math.max(1, job.looks() - 1)) {
                double scale = Math.min(1, LONGEST_LOOK / (double) Math.max(width, height));
                Jpegs.write(
                        Still.of(canvas.frame(), even(width * scale), even(height * scale))
                                .image(),
                        job.look(looked++));
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
            return Math.round((second - start) * perSecond());
        }
    }
}
