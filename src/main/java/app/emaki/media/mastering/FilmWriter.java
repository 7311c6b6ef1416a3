package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/** Writes H.264 High and AAC into an MP4 file: pictures as they come, the sound alongside. */
final class FilmWriter implements AutoCloseable {
    private static final long BITS_AT_720 = 4_000_000;
    private static final long PIXELS_AT_720 = 720L * 1280;

    private final AVFormatContext out;
    private final AVCodecContext pictures;
    private final AVStream pictureStream;
    private final @Nullable SoundTrack sounds;
    private final AVPacket packet = av_packet_alloc();

    /** A film of this size and rate; the sound is stereo at 48 kHz, null for none. */
    FilmWriter(Path file, AVFrame like, AVRational rate, float @Nullable [][] sound, Disclosure disclosure)
            throws IOException {
        this.out = Containers.create(file);
        this.pictures = pictureEncoder(like, rate);
        this.pictureStream = stream(pictures);
        this.sounds = sound == null ? null : new SoundTrack(out, sound);
        Containers.begin(out, file, disclosure);
    }

    /** Adds the next picture; its time is its number. */
    void add(AVFrame frame, long number) throws IOException {
        frame.pts(number);
        frame.pict_type(AV_PICTURE_TYPE_NONE);
        encode(frame);
        if (sounds != null) {
            // a quarter of a second ahead, so that players find both in one place
            sounds.until(Av.seconds(number, pictures.time_base()) + 0.25);
        }
    }

    void finish(double seconds) throws IOException {
        encode(null);
        if (sounds != null) {
            sounds.finish(seconds);
        }
        Containers.finish(out);
    }

    private void encode(@Nullable AVFrame frame) throws IOException {
        Av.check(avcodec_send_frame(pictures, frame), "Encoding");
        while (avcodec_receive_packet(pictures, packet) >= 0) {
            // else the last picture has no length, and the film is one short
            packet.duration(1);
            av_packet_rescale_ts(packet, pictures.time_base(), pictureStream.time_base());
            packet.stream_index(pictureStream.index());
            Av.check(av_interleaved_write_frame(out, packet), "Writing the film");
        }
    }

    private AVStream stream(AVCodecContext encoder) throws IOException {
        var stream = avformat_new_stream(out, null);
        stream.time_base(encoder.time_base());
        Av.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "Adding a stream");
        return stream;
    }

    private static AVCodecContext pictureEncoder(AVFrame like, AVRational rate) throws IOException {
        var codec = avcodec_find_encoder_by_name("libopenh264");
        var encoder = avcodec_alloc_context3(codec);
        long pixels = (long) like.width() * like.height();
        encoder.width(like.width()).height(like.height()).pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.bit_rate(Math.clamp(BITS_AT_720 * pixels / PIXELS_AT_720, 1_000_000, 10_000_000));
        encoder.time_base(av_inv_q(rate)).framerate(rate);
        encoder.gop_size((int) Math.max(1, Math.round(2.0 * rate.num() / rate.den())));
        // with more than one thread the same film is not the same file
        encoder.thread_count(1);
        encoder.slices(1);
        encoder.color_range(AVCOL_RANGE_MPEG);
        encoder.colorspace(AVCOL_SPC_BT709).color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        var options = new AVDictionary(null);
        av_dict_set(options, "profile", "high", 0);
        av_dict_set(options, "rc_mode", "bitrate", 0);
        av_dict_set(options, "allow_skip_frames", "0", 0);
        Av.check(avcodec_open2(encoder, codec, options), "Opening the H.264 encoder");
        av_dict_free(options);
        return encoder;
    }

    @Override
    public void close() {
        avcodec_free_context(pictures);
        if (sounds != null) {
            sounds.close();
        }
        av_packet_free(packet);
        Containers.close(out);
    }
}
