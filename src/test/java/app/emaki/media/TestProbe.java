package app.emaki.media;

import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** What a file says when it is opened by a stranger. */
public record TestProbe(int width, int height, double seconds, boolean sound) {

    /** Opens an MP4 file. */
    public static TestProbe of(Path file) {
        var context = new AVFormatContext(null);
        check(avformat_open_input(context, file.toString(), av_find_input_format("mov"), (AVDictionary) null));
        check(avformat_find_stream_info(context, (AVDictionary) null));
        int width = 0;
        int height = 0;
        boolean sound = false;
        for (int i = 0; i < context.nb_streams(); i++) {
            var stream = context.streams(i).codecpar();
            if (stream.codec_type() == AVMEDIA_TYPE_VIDEO) {
                width = stream.width();
                height = stream.height();
            }
            sound |= stream.codec_type() == AVMEDIA_TYPE_AUDIO;
        }
        var probe = new TestProbe(width, height, context.duration() / (double) AV_TIME_BASE, sound);
        avformat_close_input(context);
        return probe;
    }

    private static void check(int code) {
        if (code < 0) {
            throw new IllegalStateException("FFmpeg says " + code);
        }
    }
}
