package app.emaki.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** Small films for tests, real ones: a gradient that wanders (or stands, or is black) and a tone. */
public record TestFilm(int width, int height, double seconds, int fps, Look look, double loudness) {
    private static final int RATE = 48_000;
    private static final int PIECE = 1024;

    public enum Look {
        WANDERING,
        STANDING,
        BLACK,
        BRIGHT,
        /** Somebody who looks straight ahead, in grey. */
        FACE
    }

    /** A film with a tone in it. */
    public static TestFilm of(int width, int height, double seconds) {
        return new TestFilm(width, height, seconds, 24, Look.WANDERING, 0.05);
    }

    public TestFilm looking(Look other) {
        return new TestFilm(width, height, seconds, fps, other, loudness);
    }

    /** Amplitude of the tone; 0 for silence, below 0 for no sound at all. */
    public TestFilm sounding(double other) {
        return new TestFilm(width, height, seconds, fps, look, other);
    }

    /** Writes the film. */
    public Path write(Path file) {
        var out = new AVFormatContext(null);
        check(avformat_alloc_output_context2(out, null, "mp4", file.toString()));
        var video = pictures();
        var videoStream = stream(out, video);
        var audio = loudness < 0 ? null : sounds();
        var audioStream = audio == null ? null : stream(out, audio);
        var io = new AVIOContext(null);
        check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
        out.pb(io);
        check(avformat_write_header(out, (AVDictionary) null));
        writePictures(out, video, videoStream);
        if (audio != null && audioStream != null) {
            writeSounds(out, audio, audioStream);
            avcodec_free_context(audio);
        }
        check(av_write_trailer(out));
        avio_closep(out.pb());
        avcodec_free_context(video);
        avformat_free_context(out);
        return file;
    }

    private void writePictures(AVFormatContext out, AVCodecContext encoder, AVStream stream) {
        var frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        check(av_frame_get_buffer(frame, 0));
        for (int n = 0; n < Math.round(seconds * fps); n++) {
            check(av_frame_make_writable(frame));
            paint(frame, look == Look.WANDERING ? n : 0);
            frame.pts(n);
            encode(out, encoder, frame, stream, 1);
        }
        encode(out, encoder, null, stream, 1);
        av_frame_free(frame);
    }

    private void paint(AVFrame frame, int shift) {
        for (int plane = 0; plane < 3; plane++) {
            int columns = plane == 0 ? width : width / 2;
            int lines = plane == 0 ? height : height / 2;
            var row = new byte[columns];
            for (int y = 0; y < lines; y++) {
                for (int x = 0; x < columns; x++) {
                    row[x] = (byte)
                            switch (look) {
                                case BLACK -> plane == 0 ? 16 : 128;
                                case FACE -> plane == 0 ? 16 + 219 * grey(x, y) / 255 : 128;
                                case BRIGHT -> plane == 0 ? 225 + (x + shift) % 6 : 128;
                                default ->
                                    plane == 0 ? 40 + (x + y + 4 * shift) % 150 : 90 + plane * 25 + (y + shift) % 20;
                            };
                }
                frame.data(plane).position((long) y * frame.linesize(plane)).put(row);
            }
            frame.data(plane).position(0);
        }
    }

    private int grey(int x, int y) {
        int rgb = Face.PICTURE.getRGB(x * Face.PICTURE.getWidth() / width, y * Face.PICTURE.getHeight() / height);
        return ((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000;
    }

    private void writeSounds(AVFormatContext out, AVCodecContext encoder, AVStream stream) {
        var frame = av_frame_alloc();
        for (int at = 0; at < seconds * RATE; at += PIECE) {
            frame.format(AV_SAMPLE_FMT_FLTP).nb_samples(PIECE).sample_rate(RATE);
            av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout());
            check(av_frame_get_buffer(frame, 0));
            for (int channel = 0; channel < 2; channel++) {
                var samples = new FloatPointer(frame.data(channel));
                for (int i = 0; i < PIECE; i++) {
                    samples.put(i, (float) (loudness * Math.sin((at + i) * 2 * Math.PI * 440 / RATE)));
                }
            }
            frame.pts(at);
            encode(out, encoder, frame, stream, PIECE);
            av_frame_unref(frame);
        }
        encode(out, encoder, null, stream, PIECE);
        av_frame_free(frame);
    }

    private static void encode(
            AVFormatContext out, AVCodecContext encoder, @Nullable AVFrame frame, AVStream stream, long duration) {
        AVPacket packet = av_packet_alloc();
        check(avcodec_send_frame(encoder, frame));
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            packet.duration(duration);
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            check(av_interleaved_write_frame(out, packet));
        }
        av_packet_free(packet);
    }

    private AVCodecContext pictures() {
        var codec = avcodec_find_encoder_by_name("libopenh264");
        var encoder = avcodec_alloc_context3(codec);
        encoder.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).bit_rate(2_000_000);
        encoder.time_base(av_make_q(1, fps)).framerate(av_make_q(fps, 1));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        check(avcodec_open2(encoder, codec, (AVDictionary) null));
        return encoder;
    }

    private static AVCodecContext sounds() {
        var codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        var encoder = avcodec_alloc_context3(codec);
        encoder.sample_rate(RATE).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(96_000);
        av_channel_layout_default(encoder.ch_layout(), 2);
        encoder.time_base(av_make_q(1, RATE));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        check(avcodec_open2(encoder, codec, (AVDictionary) null));
        return encoder;
    }

    private static AVStream stream(AVFormatContext out, AVCodecContext encoder) {
        var stream = avformat_new_stream(out, null);
        stream.time_base(encoder.time_base());
        check(avcodec_parameters_from_context(stream.codecpar(), encoder));
        return stream;
    }

    private static void check(int code) {
        if (code < 0) {
            throw new IllegalStateException("FFmpeg says " + code);
        }
    }

    /** Read when the first film needs it. */
    private static final class Face {
        static final BufferedImage PICTURE = read();

        private static BufferedImage read() {
            try (var in = TestFilm.class.getResourceAsStream("/cameo/astronaut.jpg")) {
                return ImageIO.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
