package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/** One frame of a film as a picture, and its mean colour. */
record Still(BufferedImage image) {

    /** A picture of this size of a frame in the colours of a film (BT.709, limited range). */
    static Still of(AVFrame frame, int width, int height) throws IOException {
        SwsContext scaler = sws_getContext(
                frame.width(),
                frame.height(),
                frame.format(),
                width,
                height,
                AV_PIX_FMT_BGRA,
                width == frame.width() ? SWS_BICUBIC : SWS_AREA,
                null,
                (SwsFilter) null,
                (DoublePointer) null);
        var picture = av_frame_alloc();
        try {
            picture.format(AV_PIX_FMT_BGRA).width(width).height(height);
            sws_setColorspaceDetails(
                    scaler,
                    sws_getCoefficients(SWS_CS_ITU709),
                    0,
                    sws_getCoefficients(SWS_CS_ITU709),
                    1,
                    0,
                    1 << 16,
                    1 << 16);
            Av.check(sws_scale_frame(scaler, picture, frame), "Making a picture of a frame");
            return new Still(image(picture));
        } finally {
            av_frame_free(picture);
            sws_freeContext(scaler);
        }
    }

    private static BufferedImage image(AVFrame picture) {
        int width = picture.width();
        var image = new BufferedImage(width, picture.height(), BufferedImage.TYPE_INT_RGB);
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var data = new IntPointer(picture.data(0));
        for (int y = 0; y < picture.height(); y++) {
            data.position((long) y * picture.linesize(0) / Integer.BYTES).get(pixels, y * width, width);
        }
        return image;
    }

    /** 0xRRGGBB. */
    int meanColour() {
        long red = 0;
        long green = 0;
        long blue = 0;
        long count = 0;
        for (int y = 0; y < image.getHeight(); y += 4) {
            for (int x = 0; x < image.getWidth(); x += 4) {
                int rgb = image.getRGB(x, y);
                red += rgb >> 16 & 0xFF;
                green += rgb >> 8 & 0xFF;
                blue += rgb & 0xFF;
                count++;
            }
        }
        return (int) (red / count << 16 | green / count << 8 | blue / count);
    }
}
