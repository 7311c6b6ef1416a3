package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** The sound of a film on its way into a container: AAC, written as far as the pictures are. */
final class SoundTrack implements AutoCloseable {
    private static final long BITS = 160_000;

    private final AVFormatContext out;
    private final float[][] sound;
    private final AVCodecContext encoder;
    private final AVStream stream;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private int at;

    /** Adds a stream to a container that is not begun yet; the sound is stereo at 48 kHz. */
    SoundTrack(AVFormatContext out, float[][] sound) throws IOException {
        this.out = out;
        this.sound = sound;
        this.encoder = encoder();
        this.stream = avformat_new_stream(out, null);
        stream.time_base(encoder.time_base());
        Av.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "Adding a stream");
    }

    void until(double second) throws IOException {
        int end = (int) Math.min(sound[0].length, Math.round(second * Sound.RATE));
        int size = encoder.frame_size();
        while (at < end) {
            int count = Math.min(size, sound[0].length - at);
            frame.format(AV_SAMPLE_FMT_FLTP).nb_samples(count).sample_rate(Sound.RATE);
            av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout());
            Av.check(av_frame_get_buffer(frame, 0), "A frame of sound");
            for (int channel = 0; channel < 2; channel++) {
                new FloatPointer(frame.data(channel)).put(sound[channel], at, count);
            }
            frame.pts(at);
            encode(frame);
            av_frame_unref(frame);
            at += count;
        }
    }

    void finish(double second) throws IOException {
        until(second);
        encode(null);
    }

    private void encode(@Nullable AVFrame samples) throws IOException {
        Av.check(avcodec_send_frame(encoder, samples), "Encoding sound");
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            Av.check(av_interleaved_write_frame(out, packet), "Writing the sound");
        }
    }

    static AVCodecContext encoder() throws IOException {
        var codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        var encoder = avcodec_alloc_context3(codec);
        encoder.sample_rate(Sound.RATE).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(BITS);
        av_channel_layout_default(encoder.ch_layout(), 2);
        encoder.time_base(av_make_q(1, Sound.RATE));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        var options = new AVDictionary(null);
        // Noise that stands for noise, and two sides told by their sum or as one, step further in some films than the
        // format can say, and the encoder then ends the process
        av_dict_set(options, "aac_pns", "0", 0);
        av_dict_set(options, "aac_is", "0", 0);
        av_dict_set(options, "aac_ms", "0", 0);
        Av.check(avcodec_open2(encoder, codec, options), "Opening the AAC encoder");
        av_dict_free(options);
        return encoder;
    }

    @Override
    public void close() {
        avcodec_free_context(encoder);
        av_frame_free(frame);
        av_packet_free(packet);
    }
}
