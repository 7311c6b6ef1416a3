package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_PANIC;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's libraries. Never its device library, which wants parts of a desktop. */
final class Av {
    /** More than a picture of 8 megapixels needs, and less than a lie in a header may ask for. */
    private static final long LARGEST_PIECE = 256L << 20;

    private Av() {}

    static void prepare() {
        Loader.load(avcodec.class);
        Loader.load(avformat.class);
        Loader.load(swresample.class);
        Loader.load(swscale.class);
        // nothing but what ends the process
        av_log_set_level(AV_LOG_PANIC);
        av_max_alloc(LARGEST_PIECE);
    }

    /** The code, if it is none of an error. */
    static int check(int code, String what) throws IOException {
        if (code < 0) {
            throw new IOException(what + ": " + message(code));
        }
        return code;
    }

    static String message(int code) {
        var text = new byte[128];
        av_strerror(code, text, text.length);
        return new String(text, java.nio.charset.StandardCharsets.UTF_8).trim();
    }

    static double seconds(long time, AVRational base) {
        return (double) time * base.num() / base.den();
    }
}
