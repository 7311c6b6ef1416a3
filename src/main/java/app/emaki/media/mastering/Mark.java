package app.emaki.media.mastering;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The visible mark: Emaki's seal, whose film it is, and that a machine made it, readable on light and dark. */
final class Mark {
    private static final String WORDS = "AI生成 · AI generated";
    private static final Pattern SEAL = Pattern.compile("<symbol id=\"e\"[^>]*>.*? d=\"([^\"]+)\"", Pattern.DOTALL);
    static final double SEAL_UNITS = 32;
    private static final Color VERMILION = new Color(0xD43F24);
    private static final Color PAPER = new Color(0xF5F1E8);
    private static final float SHADE = 0.8f;

    private static @Nullable Font font;

    private Mark() {}

    /** The mark for a film whose shorter side has so many pixels; both sides of the picture are even. */
    static BufferedImage draw(String handle, int shorterSide) throws IOException {
        double seal = shorterSide * 0.072;
        var font = font();
        var name = line(font, "@" + handle, shorterSide * 0.036);
        var words = line(font, WORDS, shorterSide * 0.0265);
        double gap = seal * 0.24;
        double halo = shorterSide * 0.012;
        double width = seal
                + gap
                + Math.max(name.getBounds2D().getMaxX(), words.getBounds2D().getMaxX());
        var shape = new Area();
        double textX = halo + seal + gap;
        shape.add(at(name, textX, halo + seal * 0.44));
        shape.add(at(words, textX, halo + seal * 0.90));
        var stamp = AffineTransform.getTranslateInstance(halo, halo);
        stamp.scale(seal / SEAL_UNITS, seal / SEAL_UNITS);
        return paint(
                shape,
                new Area(stamp.createTransformedShape(seal())),
                even(width + 2 * halo),
                even(seal + 2 * halo),
                halo);
    }

    private static BufferedImage paint(Area letters, Area seal, int width, int height, double halo) {
        var shade = new float[width * height];
        var both = new Area(letters);
        both.add(seal);
        alpha(both, width, height, shade);
        int radius = Math.max(1, (int) Math.round(halo / 3));
        for (int pass = 0; pass < 3; pass++) {
            blur(shade, width, height, radius);
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < shade.length; i++) {
            int strength = Math.round(255 * Math.min(SHADE, shade[i] * 2.2f));
            image.setRGB(i % width, i / width, strength << 24 | 0x0B0B0A);
        }
        var graphics = smooth(image);
        graphics.setColor(PAPER);
        graphics.fill(inside(seal));
        graphics.fill(letters);
        graphics.setColor(VERMILION);
        graphics.fill(seal);
        graphics.dispose();
        return image;
    }

    /** What shows through the seal's glyph. */
    private static Shape inside(Area seal) {
        var box = seal.getBounds2D();
        double edge = box.getWidth() * 0.06;
        return new Rectangle2D.Double(
                box.getX() + edge, box.getY() + edge, box.getWidth() - 2 * edge, box.getHeight() - 2 * edge);
    }

    private static void alpha(Shape shape, int width, int height, float[] into) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = smooth(image);
        graphics.fill(shape);
        graphics.dispose();
        for (int i = 0; i < into.length; i++) {
            into[i] = (image.getRGB(i % width, i / width) >>> 24) / 255f;
        }
    }

    private static void blur(float[] values, int width, int height, int radius) {
        for (int y = 0; y < height; y++) {
            blurLine(values, y * width, 1, width, radius);
        }
        for (int x = 0; x < width; x++) {
            blurLine(values, x, width, height, radius);
        }
    }

    private static void blurLine(float[] values, int from, int step, int count, int radius) {
        var line = new float[count];
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (int k = Math.max(0, i - radius); k <= Math.min(count - 1, i + radius); k++) {
                sum += values[from + k * step];
            }
            line[i] = sum / (2 * radius + 1);
        }
        for (int i = 0; i < count; i++) {
            values[from + i * step] = line[i];
        }
    }

    private static Graphics2D smooth(BufferedImage image) {
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private static Shape line(Font font, String text, double size) {
        return font.deriveFont((float) size)
                .createGlyphVector(new FontRenderContext(null, true, true), text)
                .getOutline();
    }

    private static Area at(Shape shape, double x, double y) {
        return new Area(AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape));
    }

    static Shape seal() throws IOException {
        try (var in = resource("/static/img/seals.svg")) {
            var match = SEAL.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!match.find()) {
                throw new IOException("There is no seal in seals.svg");
            }
            return SvgPath.parse(match.group(1));
        }
    }

    /** Read once: Java copies a font into a working file, which stays there as long as the process lives. */
    static synchronized Font font() throws IOException {
        if (font != null) {
            return font;
        }
        try (var in = resource("/kamishibai/fonts/ZenKakuGothicNew-Bold.ttf")) {
            font = Font.createFont(Font.TRUETYPE_FONT, in);
            return font;
        } catch (FontFormatException e) {
            throw new IOException("A damaged font", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Mark.class.getResourceAsStream(name), name);
    }

    private static int even(double length) {
        return ((int) Math.ceil(length) + 1) / 2 * 2;
    }
}
