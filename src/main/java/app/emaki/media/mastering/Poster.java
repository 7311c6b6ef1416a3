package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;

/** One frame as a picture, and its mean colour. */
final class Poster {
    private static final float QUALITY = 0.86f;

    private final BufferedImage image;

    private Poster(BufferedImage image) {
        this.image = image;
    }

    static Poster of(AVFrame frame) throws IOException {
        int width = frame.width();
        int height = frame.height();
        SwsContext scaler = sws_getContext(
                width,
                height,
                frame.format(),
                width,
                height,
                AV_PIX_FMT_BGR24,
                SWS_BICUBIC,
                null,
                (SwsFilter) null,
                (DoublePointer) null);
        var picture = av_frame_alloc();
        try {
            picture.format(AV_PIX_FMT_BGR24).width(width).height(height);
            sws_setColorspaceDetails(
                    scaler,
                    sws_getCoefficients(SWS_CS_ITU709),
                    0,
                    sws_getCoefficients(SWS_CS_ITU709),
                    1,
                    0,
                    1 << 16,
                    1 << 16);
            Av.check(sws_scale_frame(scaler, picture, frame), "Making the poster");
            return new Poster(image(picture));
        } finally {
            av_frame_free(picture);
            sws_freeContext(scaler);
        }
    }

    private static BufferedImage image(AVFrame picture) {
        int width = picture.width();
        var image = new BufferedImage(width, picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        var bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < picture.height(); y++) {
            picture.data(0).position((long) y * picture.linesize(0)).get(bytes, y * width * 3, width * 3);
        }
        return image;
    }

    void write(Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new FileImageOutputStream(file.toFile())) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
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
