package app.emaki.media.mastering;

import app.emaki.media.mastering.SpliceJob.Card;
import app.emaki.media.mastering.SpliceJob.Line;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Title cards and credits in the look of the house: a sheet of paper between the rods of a hand scroll. */
final class Cards {
    /** So many films stand on one card of the credits. */
    static final int LINES = 7;

    private static final String WORDS = "AI生成 · AI generated";
    private static final Color PAPER = new Color(0xFDFCF8);
    private static final Color INK = new Color(0x1B1A17);
    private static final Color FAINT = new Color(0x6B665C);
    private static final Color HAIR = new Color(0xD9D4C7);
    private static final Color INDIGO = new Color(0x24487A);
    private static final Color ROD = new Color(0x3B2C22);
    private static final Color IVORY = new Color(0xE5DCC4);
    private static final Color VERMILION = new Color(0xD43F24);

    private final int width;
    private final int height;
    private final double unit;
    private final Font font;
    private final Shape seal;

    Cards(int width, int height) throws IOException {
        this.width = width;
        this.height = height;
        this.unit = Math.min(width, height) / 100.0;
        this.font = Mark.font();
        this.seal = Mark.seal();
    }

    BufferedImage title(Card card) {
        var image = sheet();
        var graphics = smooth(image);
        var lines = wrapped(card.title(), 7.4, 3);
        double y = height / 2.0 - lines.size() * 5 * unit - 4 * unit;
        if (!card.over().isEmpty()) {
            centred(graphics, card.over(), 3.2, y - 6 * unit, FAINT);
        }
        for (var line : lines) {
            y += 10 * unit;
            centred(graphics, line, 7.4, y, INK);
        }
        y += 8 * unit;
        centred(graphics, card.by(), 3.8, y, FAINT);
        var words = wrapped(card.words(), 3.6, 3);
        if (!words.isEmpty()) {
            y += 5 * unit;
            graphics.setColor(VERMILION);
            graphics.fill(rectangle(width / 2.0 - 3 * unit, y, 6 * unit, 0.35 * unit));
            y += 1.5 * unit;
        }
        for (var line : words) {
            y += 5.6 * unit;
            centred(graphics, line, 3.6, y, INK);
        }
        graphics.dispose();
        return image;
    }

    BufferedImage credits(String title, List<Line> lines) {
        var image = sheet();
        var graphics = smooth(image);
        double y = height / 2.0 - lines.size() * 5.5 * unit - 4 * unit;
        centred(graphics, title, 4.4, y, FAINT);
        y += 3 * unit;
        for (var line : lines) {
            y += 7 * unit;
            centred(graphics, wrapped(line.title(), 4, 1).getFirst(), 4, y, INK);
            y += 4.6 * unit;
            centred(graphics, line.by(), 2.9, y, FAINT);
        }
        graphics.dispose();
        return image;
    }

    private BufferedImage sheet() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = smooth(image);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(INDIGO);
        double band = 3.2 * unit;
        graphics.fill(rectangle(0, 3 * unit, width, band));
        graphics.fill(rectangle(0, height - 3 * unit - band, width, band));
        graphics.setColor(HAIR);
        graphics.fill(rectangle(0, 3 * unit + band + 0.8 * unit, width, 0.25 * unit));
        graphics.fill(rectangle(0, height - 4.05 * unit - band, width, 0.25 * unit));
        double rod = 2.4 * unit;
        for (double x : new double[] {0, width - rod}) {
            graphics.setColor(ROD);
            graphics.fill(rectangle(x, 0, rod, height));
            graphics.setColor(IVORY);
            graphics.fill(rectangle(x, 0, rod, 2.6 * unit));
            graphics.fill(rectangle(x, height - 2.6 * unit, rod, 2.6 * unit));
        }
        double size = 7.5 * unit;
        var stamp = AffineTransform.getTranslateInstance(width - rod - size - 4 * unit, height - 9 * unit - size);
        stamp.scale(size / Mark.SEAL_UNITS, size / Mark.SEAL_UNITS);
        graphics.setColor(VERMILION);
        graphics.fill(stamp.createTransformedShape(seal));
        graphics.setColor(FAINT);
        graphics.fill(AffineTransform.getTranslateInstance(rod + 4 * unit, height - 9.6 * unit)
                .createTransformedShape(outline(WORDS, 2.7)));
        graphics.dispose();
        return image;
    }

    private void centred(Graphics2D graphics, String text, double size, double y, Color colour) {
        var shape = outline(text, size);
        var box = shape.getBounds2D();
        graphics.setColor(colour);
        graphics.fill(AffineTransform.getTranslateInstance(width / 2.0 - box.getCenterX(), y)
                .createTransformedShape(shape));
    }

    /** At most so many lines, broken where one may, the last one with dots when there is more. */
    private List<String> wrapped(String text, double size, int most) {
        var lines = new ArrayList<String>();
        var rest = shown(text);
        double room = width - 18 * unit;
        while (!rest.isEmpty() && lines.size() < most) {
            var line = fitting(rest, size, room);
            rest = rest.substring(line.length()).strip();
            boolean cut = lines.size() == most - 1 && !rest.isEmpty();
            lines.add(cut ? line.strip().replaceFirst(".$", "") + "…" : line.strip());
        }
        return lines.isEmpty() && most == 1 ? List.of("—") : lines;
    }

    private String fitting(String text, double size, double room) {
        if (outline(text, size).getBounds2D().getWidth() <= room) {
            return text;
        }
        var breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
        breaks.setText(text);
        int fits = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            if (outline(text.substring(0, at).strip(), size).getBounds2D().getWidth() > room) {
                break;
            }
            fits = at;
        }
        int chars = fits;
        while (chars == 0
                || (fits == 0
                        && outline(text.substring(0, chars), size).getBounds2D().getWidth() <= room)) {
            chars = text.offsetByCodePoints(chars, 1);
        }
        return text.substring(0, chars);
    }

    /** What the font cannot show is left out rather than boxed. */
    private String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().filter(font::canDisplay).forEach(shown::appendCodePoint);
        return shown.toString().replaceAll("\\s+", " ").strip();
    }

    private Shape outline(String text, double size) {
        return font.deriveFont((float) (size * unit))
                .createGlyphVector(new FontRenderContext(null, true, true), shown(text))
                .getOutline();
    }

    private static Shape rectangle(double x, double y, double width, double height) {
        return new java.awt.geom.Rectangle2D.Double(x, y, width, height);
    }

    private static Graphics2D smooth(BufferedImage image) {
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }
}
