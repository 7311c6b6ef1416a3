package app.emaki.model.kamishibai;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A small picture of a frame, quickly made, for whoever watches the film being made. */
final class Glimpse {
    private static final int SIDE = 360;

    private Glimpse() {}

    /** A JPEG with a longer side of about 360 pixels. */
    static byte[] jpeg(byte[] i420, int width, int height) {
        int step = Math.max(1, Math.max(width, height) / SIDE);
        var image = new BufferedImage(width / step, height / step, BufferedImage.TYPE_INT_RGB);
        int u = width * height;
        int v = u + u / 4;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int px = x * step;
                int py = y * step;
                int chroma = py / 2 * (width / 2) + px / 2;
                image.setRGB(x, y, rgb(i420[py * width + px], i420[u + chroma], i420[v + chroma]));
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** BT.709 in the limited range, the way back of {@code Yuv}. */
    private static int rgb(byte luma, byte blue, byte red) {
        double y = ((luma & 255) - 16) * 1.1644;
        int cb = (blue & 255) - 128;
        int cr = (red & 255) - 128;
        return clamp(y + 1.7927 * cr) << 16 | clamp(y - 0.2132 * cb - 0.5329 * cr) << 8 | clamp(y + 2.1124 * cb);
    }

    private static int clamp(double value) {
        return (int) Math.clamp(value, 0, 255);
    }
}
