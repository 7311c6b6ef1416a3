package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.picture.SpeechTimes;
import app.emaki.model.kamishibai.picture.stage.Lettering;
import app.emaki.model.kamishibai.plan.StoryPlan;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Frames of a film side by side, at even distances, with its prompt above: the quickest way to see what a plan looks like. */
final class ContactSheet {
    private static final int GAP = 8;
    private static final int HEAD = 34;
    private static final float QUALITY = .8f;

    private final BufferedImage image;

    private ContactSheet(BufferedImage image) {
        this.image = image;
    }

    static ContactSheet of(StoryPlan plan, int width, int height, int pictures, String title) {
        var frames = new StageFrames(plan, width, height, SpeechTimes.silent(), Map.of());
        int columns = width > height ? Math.min(pictures, 4) : Math.min(pictures, 8);
        int rows = (pictures + columns - 1) / columns;
        var sheet = new BufferedImage(
                columns * (width + GAP) + GAP, HEAD + rows * (height + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        head(pen, sheet.getWidth(), title);
        var painter = frames.painter();
        int[] rgb = new int[width * height];
        for (int i = 0; i < pictures; i++) {
            painter.paint((int) ((i + 0.5) * frames.count() / pictures), rgb);
            sheet.setRGB(
                    GAP + i % columns * (width + GAP),
                    HEAD + i / columns * (height + GAP),
                    width,
                    height,
                    rgb,
                    0,
                    width);
        }
        pen.dispose();
        return new ContactSheet(sheet);
    }

    private static void head(Graphics2D pen, int width, String title) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xF3EFE6));
        pen.fillRect(0, 0, width, HEAD);
        pen.setColor(new Color(0x24242B));
        String line = title.strip().replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            var words = Lettering.PLAIN.outline(line, 18);
            var bounds = words.getBounds2D();
            double scale = Math.min(1, (width - 2.0 * GAP) / Math.max(1, bounds.getWidth()));
            pen.translate(GAP - bounds.getX() * scale, HEAD / 2.0 - bounds.getCenterY() * scale);
            pen.scale(scale, scale);
            pen.fill(words);
            pen.setTransform(new java.awt.geom.AffineTransform());
        }
    }

    /** Writes a PNG, or a small JPEG when the name says so. */
    void write(Path file) {
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            boolean small = target.toString().endsWith(".jpg");
            if (small) {
                jpeg(target);
            } else if (!ImageIO.write(image, "png", target.toFile())) {
                throw new FilmException("No PNG writer in this Java");
            }
        } catch (IOException e) {
            throw new FilmException("Could not write " + file, e);
        }
    }

    private void jpeg(Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(QUALITY);
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}
