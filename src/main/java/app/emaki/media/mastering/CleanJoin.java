package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/**
 * Films that were encoded alike, end to end in a container of ours: their pictures packet for packet, without another encoding, and
 * their sound written anew as one, since where two encodings of sound meet there is a gap.
 */
final class CleanJoin implements AutoCloseable {
    private final AVFormatContext out;
    private final AVStream video;
    private final @Nullable SoundTrack sounds;
    private final AVPacket packet = av_packet_alloc();
    private long last = Long.MIN_VALUE;

    /** Begins a film of pictures that are encoded as those of the first one. */
    CleanJoin(Source first, float @Nullable [][] sound, Path file, Disclosure disclosure) throws IOException {
        this.out = Containers.create(file);
        this.video = avformat_new_stream(out, null);
        Av.check(avcodec_parameters_copy(video.codecpar(), first.video().codecpar()), "Copying a stream");
        video.codecpar().codec_tag(0);
        video.time_base(first.video().time_base());
        this.sounds = sound == null ? null : new SoundTrack(out, sound);
        Containers.begin(out, file, disclosure);
    }

    /** Whether whoever decodes the one can go on with the other. */
    static boolean possible(Source first, Source second) {
        var one = first.video().codecpar();
        var other = second.video().codecpar();
        return one.codec_id() == other.codec_id()
                && one.width() == other.width()
                && one.height() == other.height()
                && one.format() == other.format()
                && one.profile() == other.profile()
                && Tempo.of(first.rate()).perSecond() == Tempo.of(second.rate()).perSecond()
                && Arrays.equals(header(one), header(other));
    }

    /** The pictures of one of them, from this second on. */
    void add(Source part, double second) throws IOException {
        var base = part.video().time_base();
        long start =
                part.video().start_time() == AV_NOPTS_VALUE ? 0 : part.video().start_time();
        long later =
                Math.round(second * video.time_base().den() / video.time_base().num())
                        - av_rescale_q(start, base, video.time_base());
        part.rewind();
        while (av_read_frame(part.context(), packet) >= 0) {
            if (packet.stream_index() == part.video().index()) {
                av_packet_rescale_ts(packet, base, video.time_base());
                write(later);
            }
            av_packet_unref(packet);
        }
    }

    void finish(double seconds) throws IOException {
        if (sounds != null) {
            sounds.finish(seconds);
        }
        Containers.finish(out);
    }

    private void write(long later) throws IOException {
        long decoded = Math.max(packet.dts() + later, last + 1);
        packet.pts(Math.max(packet.pts() + later, decoded));
        packet.dts(decoded);
        packet.stream_index(video.index());
        packet.pos(-1);
        last = decoded;
        double second = Av.seconds(decoded, video.time_base());
        Av.check(av_interleaved_write_frame(out, packet), "Writing the clean copy");
        if (sounds != null) {
            sounds.until(second + 0.25);
        }
    }

    private static byte[] header(AVCodecParameters parameters) {
        var bytes = new byte[parameters.extradata_size()];
        if (bytes.length > 0) {
            parameters.extradata().get(bytes);
        }
        return bytes;
    }

    @Override
    public void close() {
        if (sounds != null) {
            sounds.close();
        }
        av_packet_free(packet);
        Containers.close(out);
    }
}
