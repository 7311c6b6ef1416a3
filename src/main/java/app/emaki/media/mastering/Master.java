package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Makes what may be shown of what a backend made. The file is read twice: once for the clean copy and the sound, whose loudness
 * must be known before the first sample is written, and once for the pictures, which are decoded, marked and encoded in one go.
 */
final class Master {
    /** In a row, from a decoder that nothing was put into meanwhile. */
    private static final int MOST_ERRORS = 16;

    private final Job job;
    private final Disclosure disclosure;

    Master(Job job) {
        this(job, Origin.MODEL);
    }

    private Master(Job job, Origin origin) {
        this.job = job;
        this.disclosure = new Disclosure(job, job.credit(), origin);
    }

    Outcome.Done make() throws IOException, UnfitSource {
        try (var source = Source.open(job.source())) {
            var lead = job.lead();
            if (lead != null) {
                return stitch(lead, source);
            }
            return job.asFound() ? new Master(job.found(source), source.origin()).make(source) : make(source);
        }
    }

    private Outcome.Done stitch(Job.Lead lead, Source source) throws IOException, UnfitSource {
        try (var before = Source.open(lead.film())) {
            return new Stitch(job, lead, before, source).make();
        }
    }

    private Outcome.Done make(Source source) throws IOException, UnfitSource {
        Fit.checkShape(source, job);
        Fit.checkSeconds(source.statedSeconds(), job.seconds());
        var sound = copyCleanAndHear(source);
        boolean silent = sound == null || Loudness.silent(sound);
        if (sound != null && !silent) {
            Loudness.normalise(sound);
        }
        source.rewind();
        var decoder = Source.decoder(source.video(), 2);
        try (var print = new Print(job, Tempo.of(source.rate()), sound, disclosure)) {
            new Film(source, print).roll(decoder);
            disclosure.append(job.film());
            disclosure.append(job.clean());
            return print.done(!silent, job.sound() && silent ? List.of("silent") : List.of());
        } finally {
            avcodec_free_context(decoder);
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

    /** The pictures on their way from decoder to encoder, at an even rate. */
    private final class Film {
        private final Source source;
        private final AVRational rate;
        private final Print print;
        private long damaged;
        private double start = Double.NaN;

        Film(Source source, Print print) {
            this.source = source;
            this.rate = source.rate();
            this.print = print;
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
                Fit.checkWhole(print.written(), damaged, print.seconds(), source.statedSeconds());
                Fit.checkSeconds(print.seconds(), job.seconds());
                print.finish();
            } finally {
                av_frame_free(frame);
                av_packet_free(packet);
            }
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
            while (print.written() <= number && print.seconds() <= Fit.longest(job.seconds())) {
                print.take(frame);
                if (fresh) {
                    print.look();
                    fresh = false;
                }
                print.show();
            }
        }

        private long number(AVFrame frame) {
            long time = frame.best_effort_timestamp();
            if (time == AV_NOPTS_VALUE) {
                return print.written();
            }
            double second = Av.seconds(time, source.video().time_base());
            if (Double.isNaN(start)) {
                start = second;
            }
            return Math.round((second - start) * rate.num() / rate.den());
        }
    }
}
