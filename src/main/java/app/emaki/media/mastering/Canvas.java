package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/** A frame of the ordered size and format that may be drawn on, whatever the decoder hands out. */
final class Canvas implements AutoCloseable {
    private final AVFrame frame = av_frame_alloc();
    private @Nullable SwsContext scaler;

    Canvas(int width, int height) throws IOException {
        frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        Av.check(av_frame_get_buffer(frame, 0), "A frame to draw on");
    }

    /** Takes over the picture of a decoded frame. */
    void take(AVFrame decoded) throws IOException {
        blank();
        boolean same = decoded.width() == frame.width()
                && decoded.height() == frame.height()
                && decoded.format() == frame.format();
        if (same) {
            Av.check(av_frame_copy(frame, decoded), "Copying a frame");
            return;
        }
        scaler = sws_getCachedContext(
                scaler,
                decoded.width(),
                decoded.height(),
                decoded.format(),
                frame.width(),
                frame.height(),
                frame.format(),
                SWS_BICUBIC,
                (SwsFilter) null,
                (SwsFilter) null,
                (DoublePointer) null);
        if (scaler == null) {
            throw new IOException("No way from format " + decoded.format());
        }
        Av.check(sws_scale_frame(scaler, frame, decoded), "Scaling a frame");
    }

    /** The frame, to be drawn on, as the encoder may still hold the picture before. */
    AVFrame blank() throws IOException {
        Av.check(av_frame_make_writable(frame), "A frame to draw on");
        return frame;
    }

    AVFrame frame() {
        return frame;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        if (scaler != null) {
            sws_freeContext(scaler);
        }
    }
}
