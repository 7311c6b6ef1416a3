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

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The pictures of a film at an even rate, as many as planned: one too early is left out, and a gap shows the one before it. */
final class Rolling {
    private final Source source;
    private final double perSecond;
    private final long frames;
    private final Screen screen;
    private long shown;
    private long reached;
    private long damaged;
    private double start = Double.NaN;

    /** Where the pictures go. */
    interface Screen {
        /** The next picture, as it was decoded; it stays until another one comes. */
        void take(AVFrame decoded) throws IOException;

        /** Shows what was taken last, once more if need be; nothing was taken yet when a film begins late. */
        void show() throws IOException;
    }

    Rolling(Source source, double perSecond, long frames, Screen screen) {
        this.source = source;
        this.perSecond = perSecond;
        this.frames = frames;
        this.screen = screen;
    }

    /** Shows the pictures that there are; {@link #rest()} shows the last one for the rest of the time. */
    Rolling roll() throws IOException, UnfitSource {
        var packet = av_packet_alloc();
        var frame = av_frame_alloc();
        var decoder = Source.decoder(source.video(), 1);
        try {
            while (shown < frames && av_read_frame(source.context(), packet) >= 0) {
                if (packet.stream_index() == source.video().index()) {
                    damaged += avcodec_send_packet(decoder, packet) < 0 ? 1 : 0;
                    drain(decoder, frame);
                }
                av_packet_unref(packet);
            }
            avcodec_send_packet(decoder, null);
            drain(decoder, frame);
            return this;
        } finally {
            avcodec_free_context(decoder);
            av_frame_free(frame);
            av_packet_free(packet);
        }
    }

    void rest() throws IOException {
        showUntil(frames);
    }

    /** Pictures up to the last one that was there. */
    long reached() {
        return reached;
    }

    /** Packets that could not be decoded. */
    long damaged() {
        return damaged;
    }

    private void drain(AVCodecContext decoder, AVFrame frame) throws IOException {
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            long number = number(frame);
            showUntil(Math.min(number, frames));
            if (number >= shown) {
                screen.take(frame);
                reached = Math.min(frames, number + 1);
            }
            av_frame_unref(frame);
        }
    }

    private void showUntil(long end) throws IOException {
        while (shown < end) {
            screen.show();
            shown++;
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
        return Math.round((second - start) * perSecond);
    }
}
