package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.film.Frames;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture as the first card of the theatre: it fills the stage, and is pulled out to the left, as cards are. */
final class FirstCard implements Frames {
    /** It is gone before the moment of the poster, even in the shortest film. */
    private static final double HOLD_SECONDS = 0.5;

    private static final double PULL_SECONDS = 0.65;
    /** Of the shorter side: how far the card's shadow falls, and how dark it is at the edge. */
    private static final double SHADOW = 0.06;

    private static final double DARK = 0.55;

    private final Frames behind;
    private final int[] card;

    FirstCard(Frames behind, byte[] jpeg) {
        this.behind = behind;
        this.card = covering(read(jpeg), behind.width(), behind.height());
    }

    @Override
    public int count() {
        return behind.count();
    }

    @Override
    public int width() {
        return behind.width();
    }

    @Override
    public int height() {
        return behind.height();
    }

    @Override
    public Painter painter() {
        var painter = behind.painter();
        return (index, rgb) -> {
            int gone = gone(index);
            if (gone > 0) {
                painter.paint(index, rgb);
            }
            if (gone < width()) {
                lay(rgb, gone);
            }
        };
    }

    /** How many columns of the card are off the stage. */
    private int gone(int index) {
        double second = index / (double) Kamishibai.FPS - HOLD_SECONDS;
        double part = Math.clamp(second / PULL_SECONDS, 0, 1);
        return (int) Math.round(part * part * (3 - 2 * part) * width());
    }

    private void lay(int[] rgb, int gone) {
        int width = width();
        int shadow = Math.max(1, (int) Math.round(Math.min(width, height()) * SHADOW));
        int edge = width - gone;
        for (int row = 0; row < rgb.length; row += width) {
            System.arraycopy(card, row + gone, rgb, row, edge);
            for (int x = edge; x < Math.min(width, edge + shadow) && gone > 0; x++) {
                double light = 1 - DARK * Math.pow(1 - (x - edge) / (double) shadow, 2);
                rgb[row + x] = dimmed(rgb[row + x], light);
            }
        }
    }

    private static int dimmed(int rgb, double light) {
        int red = (int) ((rgb >> 16 & 0xFF) * light);
        int green = (int) ((rgb >> 8 & 0xFF) * light);
        int blue = (int) ((rgb & 0xFF) * light);
        return red << 16 | green << 8 | blue;
    }

    private static BufferedImage read(byte[] jpeg) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(jpeg));
            if (image == null) {
                throw new FilmException("The first card is no picture");
            }
            return image;
        } catch (IOException e) {
            throw new FilmException("The first card cannot be read", e);
        }
    }

    /** The middle of a picture, so large that nothing of the stage is left free. */
    private static int[] covering(BufferedImage picture, int width, int height) {
        var stage = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double scale = Math.max((double) width / picture.getWidth(), (double) height / picture.getHeight());
        var place = new AffineTransform();
        place.translate((width - picture.getWidth() * scale) / 2, (height - picture.getHeight() * scale) / 2);
        place.scale(scale, scale);
        var pen = stage.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawRenderedImage(picture, place);
        pen.dispose();
        var rgb = stage.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        return rgb;
    }
}
