package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/** The film as the backend made it, packet for packet, only put into a container of ours with the disclosure in it. */
final class CleanCopy implements AutoCloseable {
    private final AVFormatContext out;
    private final AVPacket copy = av_packet_alloc();
    private final Source source;
    private final AVStream video;
    private final @Nullable AVStream audio;

    CleanCopy(Source source, boolean sound, Path file, Disclosure disclosure) throws IOException {
        this.source = source;
        this.out = Containers.create(file);
        this.video = add(source.video());
        var heard = source.audio();
        this.audio = sound && heard != null ? add(heard) : null;
        Containers.begin(out, file, disclosure);
    }

    /** Takes a packet if it belongs to the film; the packet itself stays as it is. */
    void add(AVPacket packet) throws IOException {
        var heard = source.audio();
        if (packet.stream_index() == source.video().index()) {
            write(packet, source.video(), video);
        } else if (audio != null && heard != null && packet.stream_index() == heard.index()) {
            write(packet, heard, audio);
        }
    }

    void finish() throws IOException {
        Containers.finish(out);
    }

    private AVStream add(AVStream from) throws IOException {
        var stream = avformat_new_stream(out, null);
        Av.check(avcodec_parameters_copy(stream.codecpar(), from.codecpar()), "Copying a stream");
        stream.codecpar().codec_tag(0);
        stream.time_base(from.time_base());
        return stream;
    }

    private void write(AVPacket packet, AVStream from, AVStream to) throws IOException {
        Av.check(av_packet_ref(copy, packet), "Copying a packet");
        av_packet_rescale_ts(copy, from.time_base(), to.time_base());
        copy.stream_index(to.index());
        copy.pos(-1);
        Av.check(av_interleaved_write_frame(out, copy), "Writing the clean copy");
    }

    @Override
    public void close() {
        av_packet_free(copy);
        Containers.close(out);
    }
}
