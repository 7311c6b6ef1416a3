package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * A backend's file, opened as what it must be and nothing else: only the MP4 demuxer looks at it, and only files may be read, so
 * that neither a playlist nor a script in disguise leads anywhere.
 */
final class Source implements AutoCloseable {
    private static final Set<Integer> PICTURES =
            Set.of(AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1, AV_CODEC_ID_MPEG4);
    private static final Set<Integer> SOUNDS = Set.of(
            AV_CODEC_ID_AAC, AV_CODEC_ID_MP3, AV_CODEC_ID_OPUS, AV_CODEC_ID_AC3, AV_CODEC_ID_FLAC, AV_CODEC_ID_ALAC);
    private static final long MOST_PIXELS = 4096L * 2304;
    private static final int MOST_STREAMS = 8;

    private final AVFormatContext context;
    private final AVStream video;
    private final @Nullable AVStream audio;

    private Source(AVFormatContext context, AVStream video, @Nullable AVStream audio) {
        this.context = context;
        this.video = video;
        this.audio = audio;
    }

    static Source open(Path file) throws UnfitSource {
        var context = new AVFormatContext(null);
        var options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "export_xmp", "1", 0);
        av_dict_set(options, "max_streams", Integer.toString(MOST_STREAMS), 0);
        int opened = avformat_open_input(context, "file:" + file, av_find_input_format("mov"), options);
        av_dict_free(options);
        if (opened < 0) {
            throw new UnfitSource("container", "No MP4 file: " + Av.message(opened));
        }
        try {
            if (avformat_find_stream_info(context, (AVDictionary) null) < 0) {
                throw new UnfitSource("container", "An MP4 file without a stream that can be read");
            }
            var video = stream(context, AVMEDIA_TYPE_VIDEO, PICTURES);
            if (video == null) {
                throw new UnfitSource("no-picture", "There is no picture in it");
            }
            long pixels = (long) video.codecpar().width() * video.codecpar().height();
            if (pixels <= 0 || pixels > MOST_PIXELS) {
                throw new UnfitSource("size", "A picture of " + pixels + " pixels");
            }
            return new Source(context, video, stream(context, AVMEDIA_TYPE_AUDIO, SOUNDS));
        } catch (UnfitSource e) {
            avformat_close_input(context);
            throw e;
        }
    }

    private static @Nullable AVStream stream(AVFormatContext context, int type, Set<Integer> codecs) {
        for (int i = 0; i < context.nb_streams(); i++) {
            var parameters = context.streams(i).codecpar();
            if (parameters.codec_type() == type && codecs.contains(parameters.codec_id())) {
                return context.streams(i);
            }
        }
        return null;
    }

    /**
     * A decoder for one of the streams.
     *
     * @param threads one for sound; two for pictures, so that one is decoded while the one before is encoded
     */
    static AVCodecContext decoder(AVStream stream, int threads) throws IOException, UnfitSource {
        var codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            throw new UnfitSource(
                    "codec", "No decoder for codec " + stream.codecpar().codec_id());
        }
        var decoder = avcodec_alloc_context3(codec);
        Av.check(avcodec_parameters_to_context(decoder, stream.codecpar()), "Parameters of a decoder");
        decoder.pkt_timebase(stream.time_base());
        decoder.thread_count(threads);
        decoder.max_pixels(MOST_PIXELS);
        Av.check(avcodec_open2(decoder, codec, (AVDictionary) null), "Opening a decoder");
        return decoder;
    }

    AVFormatContext context() {
        return context;
    }

    AVStream video() {
        return video;
    }

    @Nullable
    AVStream audio() {
        return audio;
    }

    int width() {
        return video.codecpar().width();
    }

    int height() {
        return video.codecpar().height();
    }

    /** Frames per second; 30 when the file says nothing sensible. */
    AVRational rate() {
        var rate = av_guess_frame_rate(context, video, null);
        double value = rate.den() == 0 ? 0 : (double) rate.num() / rate.den();
        return value >= 1 && value <= 60 ? rate : av_make_q(30, 1);
    }

    /** What the file says of its length, in seconds; 0 when it says nothing. */
    double statedSeconds() {
        return video.duration() > 0
                ? Av.seconds(video.duration(), video.time_base())
                : Math.max(0, context.duration() / (double) AV_TIME_BASE);
    }

    /** What it says of how it came about. */
    Origin origin() {
        var said = new LinkedHashMap<String, String>();
        var entry = av_dict_iterate(context.metadata(), null);
        while (entry != null && !entry.isNull()) {
            said.put(entry.key().getString(), entry.value().getString());
            entry = av_dict_iterate(context.metadata(), entry);
        }
        return Origin.of(said);
    }

    void rewind() throws IOException {
        Av.check(av_seek_frame(context, video.index(), 0, AVSEEK_FLAG_BACKWARD), "Going back to the start");
    }

    @Override
    public void close() {
        avformat_close_input(context);
    }
}
