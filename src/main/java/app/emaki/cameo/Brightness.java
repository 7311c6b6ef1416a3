package app.emaki.cameo;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** The brightness of pixels, and what can be told by it alone. */
final class Brightness {
    /** Edges of a face in focus, seen 240 pixels wide, spread about so far. */
    private static final double CRISP = 60;

    private Brightness() {}

    /** From 0 to 255, row by row. */
    static int[] of(BufferedImage picture, Rectangle part) {
        var rgb = picture.getRGB(part.x, part.y, part.width, part.height, null, 0, part.width);
        for (int i = 0; i < rgb.length; i++) {
            int c = rgb[i];
            rgb[i] = ((c >> 16 & 255) * 299 + (c >> 8 & 255) * 587 + (c & 255) * 114) / 1000;
        }
        return rgb;
    }

    static double mean(int[] brightness) {
        return Arrays.stream(brightness).average().orElse(0) / 255;
    }

    static double spread(int[] brightness) {
        double mean = Arrays.stream(brightness).average().orElse(0);
        return Math.sqrt(Arrays.stream(brightness)
                        .mapToDouble(b -> (b - mean) * (b - mean))
                        .average()
                        .orElse(0))
                / 255;
    }

    /** How far each pixel is from the mean of its neighbours: little where a picture is blurred. */
    static double crispness(int[] b, int width, int height) {
        double sum = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int o = y * width + x;
                double edge = 4.0 * b[o] - b[o - 1] - b[o + 1] - b[o - width] - b[o + width];
                sum += edge * edge;
            }
        }
        return Math.min(1, Math.sqrt(sum / Math.max(1, (width - 2) * (height - 2))) / CRISP);
    }
}
