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
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import app.emaki.media.mastering.SpliceJob.Reel;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A film as part of a longer one, with the mark of whoever made it. */
final class FilmPiece implements Piece {
    private final Reel reel;
    private final SpliceJob job;
    private final Tempo tempo;
    private final long frames;

    private FilmPiece(Reel reel, SpliceJob job, Tempo tempo, long frames) {
        this.reel = reel;
        this.job = job;
        this.tempo = tempo;
        this.frames = frames;
    }

    static FilmPiece of(Reel reel, SpliceJob job, Tempo tempo) throws UnfitSource {
        try (var source = Source.open(reel.file())) {
            return new FilmPiece(reel, job, tempo, tempo.frames(source.statedSeconds()));
        }
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public float @Nullable [][] hear() throws IOException, UnfitSource {
        return Sound.of(reel.file());
    }

    @Override
    public void roll(Projection projection) throws IOException, UnfitSource {
        try (var source = Source.open(reel.file());
                var mount = new Mount(source.width(), source.height(), job.width(), job.height())) {
            var mark = new Watermark(reel.handle(), job.width(), job.height(), tempo.seconds(frames));
            var decoder = Source.decoder(source.video(), 1);
            try {
                new Rolling(source, decoder, mount, mark, projection).roll();
            } finally {
                avcodec_free_context(decoder);
            }
        }
    }

    /** Pictures at an even rate, exactly as many as planned: the last one stays when there are too few. */
    private final class Rolling {
        private final Source source;
        private final AVCodecContext decoder;
        private final Mount mount;
        private final Watermark mark;
        private final Projection projection;
        private @Nullable Sheet latest;
        private long shown;
        private double start = Double.NaN;

        Rolling(Source source, AVCodecContext decoder, Mount mount, Watermark mark, Projection projection) {
            this.source = source;
            this.decoder = decoder;
            this.mount = mount;
            this.mark = mark;
            this.projection = projection;
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
                    latest = mount.of(frame);
                }
                av_frame_unref(frame);
            }
        }

        private void fill(long until) throws IOException {
            var picture = latest;
            while (shown < until) {
                var blank = projection.blank();
                if (picture == null) {
                    mount.ground(blank);
                } else {
                    mount.show(blank, picture);
                }
                mark.draw(blank, tempo.seconds(shown));
                projection.show(shown++);
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
            return Math.round((second - start) * tempo.perSecond());
        }
    }
}
