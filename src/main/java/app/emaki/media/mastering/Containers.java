package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** MP4 files of ours: their index at the front, so that they start playing before they are there. */
final class Containers {

    private Containers() {}

    static AVFormatContext create(Path file) throws IOException {
        var context = new AVFormatContext(null);
        Av.check(avformat_alloc_output_context2(context, null, "mp4", file.toString()), "Creating " + file);
        return context;
    }

    static void begin(AVFormatContext context, Path file, Disclosure disclosure) throws IOException {
        var tags = new AVDictionary(null);
        disclosure.tags().forEach((name, value) -> av_dict_set(tags, name, value, 0));
        context.metadata(tags);
        var io = new AVIOContext(null);
        Av.check(avio_open(io, file.toString(), AVIO_FLAG_WRITE), "Opening " + file);
        context.pb(io);
        var options = new AVDictionary(null);
        av_dict_set(options, "movflags", "+faststart+use_metadata_tags", 0);
        Av.check(avformat_write_header(context, options), "Beginning " + file);
        av_dict_free(options);
    }

    static void finish(AVFormatContext context) throws IOException {
        Av.check(av_write_trailer(context), "Ending a file");
    }

    static void close(AVFormatContext context) {
        if (context.pb() != null && !context.pb().isNull()) {
            avio_closep(context.pb());
        }
        avformat_free_context(context);
    }
}
