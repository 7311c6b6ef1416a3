package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** The sound of a film, decoded whole: stereo at 48 kHz. A film is short; a minute takes 23 MB. */
final class Sound implements AutoCloseable {
    static final int RATE = 48_000;
    private static final int LONGEST = 120 * RATE;
    private static final int PIECE = 1 << 14;

    private final AVCodecContext decoder;
    private final AVFrame frame = av_frame_alloc();
    private final SwrContext converter;
    private final FloatPointer left = new FloatPointer(PIECE);
    private final FloatPointer right = new FloatPointer(PIECE);
    private final PointerPointer<FloatPointer> pieces = new PointerPointer<>(left, right);
    private float[][] samples = new float[2][RATE];
    private int length;

    Sound(AVStream stream) throws IOException, UnfitSource {
        this.decoder = Source.decoder(stream, 1);
        this.converter = new SwrContext(null);
        var stereo = new AVChannelLayout();
        av_channel_layout_default(stereo, 2);
        Av.check(
                swr_alloc_set_opts2(
                        converter,
                        stereo,
                        AV_SAMPLE_FMT_FLTP,
                        RATE,
                        decoder.ch_layout(),
                        decoder.sample_fmt(),
                        decoder.sample_rate(),
                        0,
                        null),
                "Preparing the sound");
        Av.check(swr_init(converter), "Preparing the sound");
    }

    /** All that is heard of a film, left and right; null when it has no sound. */
    static float @Nullable [][] of(Path film) throws IOException, UnfitSource {
        var packet = av_packet_alloc();
        try (var source = Source.open(film)) {
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

    /** Decodes a packet; one that is damaged is silence. */
    void add(AVPacket packet) {
        if (avcodec_send_packet(decoder, packet) >= 0) {
            drain();
        }
    }

    /** All samples, left and right. */
    float[][] finish() {
        avcodec_send_packet(decoder, null);
        drain();
        while (convert(null) > 0) {
            // what the converter still holds
        }
        return new float[][] {Arrays.copyOf(samples[0], length), Arrays.copyOf(samples[1], length)};
    }

    private void drain() {
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            convert(frame);
            while (swr_get_out_samples(converter, 0) >= PIECE && convert(null) > 0) {
                // more than one piece at a time
            }
            av_frame_unref(frame);
        }
    }

    private int convert(@org.jspecify.annotations.Nullable AVFrame from) {
        int count = from == null
                ? swr_convert(converter, pieces, PIECE, (PointerPointer<?>) null, 0)
                : swr_convert(converter, pieces, PIECE, from.extended_data(), from.nb_samples());
        if (count <= 0 || length + count > LONGEST) {
            return 0;
        }
        if (length + count > samples[0].length) {
            int size = Math.max(length + count, samples[0].length * 2);
            samples = new float[][] {Arrays.copyOf(samples[0], size), Arrays.copyOf(samples[1], size)};
        }
        left.position(0).get(samples[0], length, count);
        right.position(0).get(samples[1], length, count);
        length += count;
        return count;
    }

    @Override
    public void close() {
        pieces.close();
        left.close();
        right.close();
        swr_free(converter);
        av_frame_free(frame);
        avcodec_free_context(decoder);
    }
}
