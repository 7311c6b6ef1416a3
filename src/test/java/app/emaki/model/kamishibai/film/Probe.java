package app.emaki.model.kamishibai.film;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.PointerPointer;

/** What FFmpeg's own reader finds in a film. */
record Probe(double seconds, List<Stream> streams, Map<String, String> tags, List<String> boxes) {

    record Stream(
            String codec,
            String profile,
            int width,
            int height,
            String colours,
            double fps,
            double seconds,
            long packets,
            int rate,
            int channels) {}

    static Probe of(Path file) throws IOException {
        var context = new AVFormatContext(null);
        Mp4.ok(avformat_open_input(context, file.toString(), null, null), "open " + file);
        try {
            Mp4.ok(avformat_find_stream_info(context, (PointerPointer<AVDictionary>) null), "look into " + file);
            long[] packets = new long[context.nb_streams()];
            AVPacket packet = av_packet_alloc();
            while (av_read_frame(context, packet) >= 0) {
                packets[packet.stream_index()]++;
                av_packet_unref(packet);
            }
            av_packet_free(packet);
            var streams = new ArrayList<Stream>();
            for (int i = 0; i < context.nb_streams(); i++) {
                streams.add(stream(context.streams(i), packets[i]));
            }
            return new Probe(context.duration() / 1e6, streams, tags(context), boxes(file));
        } finally {
            avformat_close_input(context);
        }
    }

    private static Stream stream(AVStream stream, long packets) {
        var codec = stream.codecpar();
        var profile = avcodec_profile_name(codec.codec_id(), codec.profile());
        String colours = codec.color_space() == AVCOL_SPC_BT709 && codec.color_range() == AVCOL_RANGE_MPEG
                ? "bt709 limited"
                : "other";
        return new Stream(
                avcodec_get_name(codec.codec_id()).getString(),
                profile == null ? "" : profile.getString(),
                codec.width(),
                codec.height(),
                colours,
                av_q2d(stream.avg_frame_rate()),
                stream.duration() * av_q2d(stream.time_base()),
                packets,
                codec.sample_rate(),
                codec.ch_layout().nb_channels());
    }

    private static Map<String, String> tags(AVFormatContext context) {
        var tags = new TreeMap<String, String>();
        AVDictionaryEntry entry = null;
        while ((entry = av_dict_iterate(context.metadata(), entry)) != null) {
            tags.put(entry.key().getString(), new String(entry.value().getStringBytes(), StandardCharsets.UTF_8));
        }
        return tags;
    }

    /** The top-level boxes of the file in their order. */
    private static List<String> boxes(Path file) throws IOException {
        var boxes = new ArrayList<String>();
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            for (long at = 0; at < in.length(); ) {
                in.seek(at);
                long size = in.readInt() & 0xffffffffL;
                byte[] name = new byte[4];
                in.readFully(name);
                boxes.add(new String(name, StandardCharsets.US_ASCII));
                at += Math.max(8, size);
            }
        }
        return boxes;
    }
}
