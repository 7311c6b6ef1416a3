package app.emaki.model.kamishibai.film;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one MP4: H.264 High by libopenh264 with a single slice and thread, so that the same pictures give the same bytes, and
 * AAC-LC stereo when there is sound. For one thread; {@link #close} frees everything, {@link #finish} makes the file whole.
 */
public final class Mp4 implements AutoCloseable {
    static final int SAMPLE_RATE = 48_000;
    private static final int SAMPLES = 1024;
    private static final long AUDIO_BITS = 160_000;

    private final int width;
    private final int height;
    private final int fps;
    private final AVFormatContext file = new AVFormatContext(null);
    private final AVCodecContext video;
    private final AVStream videoStream;
    private final AVFrame picture = av_frame_alloc();
    final @Nullable AVCodecContext audio;
    private final @Nullable AVStream audioStream;
    private final AVFrame sound = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final float[][] samples;
    private final float[] block = new float[SAMPLES];
    private long pictures;
    private int sounded;

    /**
     * @param samples left and right at 48 kHz, null for a film without a sound track
     * @param tags metadata of the file, for instance title and comment
     */
    public Mp4(Path path, int width, int height, int fps, float @Nullable [][] samples, Map<String, String> tags) {
        this.width = width;
        this.height = height;
        this.fps = fps;
        this.samples = samples == null ? new float[2][0] : samples;
        av_log_set_level(AV_LOG_ERROR);
        ok(avformat_alloc_output_context2(file, null, "mp4", path.toString()), "open the film");
        video = video();
        videoStream = stream(video);
        audio = samples == null ? null : audio();
        audioStream = audio == null ? null : stream(audio);
        begin(path, tags);
    }

    /** Bits per second that suit the picture: 2, 4 or 8 Mb/s at 480, 720 and 1080 lines. */
    static long bitRate(int width, int height) {
        int lines = Math.min(width, height);
        return lines <= 480 ? 2_000_000 : lines <= 720 ? 4_000_000 : 8_000_000;
    }

    private AVCodecContext video() {
        AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
        if (codec == null) {
            throw new FilmException("This FFmpeg has no libopenh264");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.width(width)
                .height(height)
                .pix_fmt(AV_PIX_FMT_YUV420P)
                .bit_rate(bitRate(width, height))
                .gop_size(fps * 2)
                .thread_count(1)
                .slices(1);
        context.time_base(av_make_q(1, fps)).framerate(av_make_q(fps, 1));
        context.color_range(AVCOL_RANGE_MPEG)
                .colorspace(AVCOL_SPC_BT709)
                .color_primaries(AVCOL_PRI_BT709)
                .color_trc(AVCOL_TRC_BT709);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
        var options = new AVDictionary(null);
        av_dict_set(options, "profile", "high", 0);
        av_dict_set(options, "rc_mode", "bitrate", 0);
        av_dict_set(options, "allow_skip_frames", "0", 0);
        ok(avcodec_open2(context, codec, options), "open the H.264 encoder");
        av_dict_free(options);
        picture.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        ok(av_frame_get_buffer(picture, 0), "allocate a picture");
        return context;
    }

    private AVCodecContext audio() {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.sample_rate(SAMPLE_RATE)
                .sample_fmt(AV_SAMPLE_FMT_FLTP)
                .bit_rate(AUDIO_BITS)
                .thread_count(1);
        av_channel_layout_default(context.ch_layout(), 2);
        context.time_base(av_make_q(1, SAMPLE_RATE));
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
        AVDictionary options = new AVDictionary(null);
        // Noise that stands for noise, and two sides told by their sum or as one, step further than the format can say
        // in
        // some films, and the encoder then ends the process
        av_dict_set(options, "aac_pns", "0", 0);
        av_dict_set(options, "aac_is", "0", 0);
        av_dict_set(options, "aac_ms", "0", 0);
        ok(avcodec_open2(context, codec, options), "open the AAC encoder");
        av_dict_free(options);
        sound.format(AV_SAMPLE_FMT_FLTP).nb_samples(SAMPLES).sample_rate(SAMPLE_RATE);
        av_channel_layout_copy(sound.ch_layout(), context.ch_layout());
        ok(av_frame_get_buffer(sound, 0), "allocate samples");
        return context;
    }

    private AVStream stream(AVCodecContext codec) {
        AVStream stream = avformat_new_stream(file, null);
        stream.time_base(codec.time_base());
        if (codec.codec_type() == AVMEDIA_TYPE_VIDEO) {
            stream.avg_frame_rate(codec.framerate());
        }
        ok(avcodec_parameters_from_context(stream.codecpar(), codec), "describe a stream");
        return stream;
    }

    private void begin(Path path, Map<String, String> tags) {
        var metadata = new AVDictionary(null);
        tags.forEach((key, value) -> av_dict_set(metadata, key, value, 0));
        file.metadata(metadata);
        file.flags(file.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        var io = new AVIOContext(null);
        ok(avio_open(io, path.toString(), AVIO_FLAG_WRITE), "write to " + path);
        file.pb(io);
        var options = new AVDictionary(null);
        av_dict_set(options, "movflags", "+faststart", 0);
        ok(avformat_write_header(file, options), "begin the film");
        av_dict_free(options);
    }

    /** Appends the next picture and as much sound as belongs to it. */
    public void append(byte[] i420) {
        ok(av_frame_make_writable(picture), "reuse a picture");
        int luma = width * height;
        plane(0, i420, 0, width, height);
        plane(1, i420, luma, width / 2, height / 2);
        plane(2, i420, luma + luma / 4, width / 2, height / 2);
        picture.pts(pictures++);
        send(video, picture, videoStream);
        soundUntil((int) Math.min(samples[0].length, pictures * SAMPLE_RATE / fps));
    }

    private void plane(int index, byte[] from, int offset, int columns, int rows) {
        int stride = picture.linesize(index);
        BytePointer to = picture.data(index);
        if (stride == columns) {
            to.position(0).put(from, offset, columns * rows);
        } else {
            for (int row = 0; row < rows; row++) {
                to.position((long) row * stride).put(from, offset + row * columns, columns);
            }
        }
        to.position(0);
    }

    private void soundUntil(int end) {
        if (audio == null || audioStream == null) {
            return;
        }
        boolean last = end == samples[0].length;
        while (sounded + SAMPLES <= end || (last && sounded < end)) {
            int count = Math.min(SAMPLES, end - sounded);
            ok(av_frame_make_writable(sound), "reuse samples");
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(samples[channel], sounded, block, 0, count);
                Arrays.fill(block, count, SAMPLES, 0);
                new FloatPointer(sound.data(channel)).put(block, 0, SAMPLES);
            }
            sound.nb_samples(count);
            sound.pts(sounded);
            sounded += count;
            send(audio, sound, audioStream);
        }
    }

    private void send(AVCodecContext codec, @Nullable AVFrame frame, AVStream stream) {
        ok(avcodec_send_frame(codec, frame), "encode");
        while (avcodec_receive_packet(codec, packet) >= 0) {
            if (codec.codec_type() == AVMEDIA_TYPE_VIDEO) {
                packet.duration(1); // or the track would end one frame early
            }
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            ok(av_interleaved_write_frame(file, packet), "write a packet");
        }
    }

    /** Drains the encoders and completes the file. */
    public void finish() {
        soundUntil(samples[0].length);
        send(video, null, videoStream);
        if (audio != null && audioStream != null) {
            send(audio, null, audioStream);
        }
        ok(av_write_trailer(file), "finish the film");
    }

    @Override
    public void close() {
        avio_closep(file.pb());
        file.pb(null);
        avcodec_free_context(video);
        if (audio != null) {
            avcodec_free_context(audio);
        }
        av_frame_free(picture);
        av_frame_free(sound);
        av_packet_free(packet);
        avformat_free_context(file);
    }

    static void ok(int result, String step) {
        if (result < 0) {
            byte[] text = new byte[256];
            av_strerror(result, text, text.length);
            throw new FilmException("Could not " + step + ": " + new String(text, StandardCharsets.UTF_8).trim());
        }
    }
}
