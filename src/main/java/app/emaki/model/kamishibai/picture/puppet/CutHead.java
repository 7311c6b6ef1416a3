package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A head cut out of a photograph with scissors, in the units of {@link Head}: a border of white paper, a rim of light, and a
 * jaw that is a piece of its own and drops as the mouth opens.
 */
public final class CutHead {
    /** Where the middle of a head lies in a portrait, and how many of its pixels make a unit. */
    private static final double MIDDLE_X = 240;

    private static final double MIDDLE_Y = 257;
    private static final double UNIT = 160;
    private static final double LIPS = .835;
    private static final double DROP = .34;
    private static final int PAPER = 0xfbf7ee;
    private static final double[][] OUTLINE = {
        {-.6, -1.32}, {-1.02, -.98}, {-1.22, -.42}, {-1.16, .16}, {-.96, .6}, {-.8, 1.02}, {-.48, 1.36}, {0, 1.5},
        {.48, 1.36}, {.8, 1.02}, {.96, .6}, {1.16, .16}, {1.22, -.42}, {1.02, -.98}, {.6, -1.32}, {0, -1.43}
    };

    private final BufferedImage portrait;
    private final Area head;
    private final Area jaw;
    private final Shape border;

    private CutHead(BufferedImage portrait, long key) {
        this.portrait = portrait;
        head = new Area(outline(key, 1));
        border = outline(key, 1.055);
        jaw = new Area(chin());
        jaw.intersect(head);
        head.subtract(jaw);
    }

    /** The head on a portrait; null when that is no picture. */
    public static @Nullable CutHead of(byte[] jpeg, long key) {
        try {
            var portrait = ImageIO.read(new ByteArrayInputStream(jpeg));
            return portrait == null ? null : new CutHead(portrait, key);
        } catch (IOException e) {
            return null;
        }
    }

    void draw(Ink ink, double open) {
        double drop = Math.clamp(open, 0, 1) * DROP;
        ink.fill(border, PAPER);
        if (drop > .01) {
            ink.within(0, drop, 0, 1, 1, () -> ink.fill(scaled(jaw), PAPER));
            ink.fill(
                    Cut.blob(
                            -.33,
                            LIPS - .07,
                            0,
                            LIPS - .01,
                            .33,
                            LIPS - .07,
                            .3,
                            LIPS + drop * .8,
                            0,
                            LIPS + drop + .05,
                            -.3,
                            LIPS + drop * .8),
                    0x43102a);
        }
        piece(ink, head);
        ink.within(0, drop, 0, 1, 1, () -> piece(ink, jaw));
    }

    private void piece(Ink ink, Area shape) {
        ink.inside(shape, () -> {
            var g = ink.g;
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(
                    portrait, new AffineTransform(1 / UNIT, 0, 0, 1 / UNIT, -MIDDLE_X / UNIT, -MIDDLE_Y / UNIT), null);
            shade(ink, shape);
        });
    }

    /** The photograph knows nothing of the hour on stage: it is dimmed and tinted as paper would be. */
    private static void shade(Ink ink, Area shape) {
        int lit = ink.lit(PAPER);
        double dim = 1 - (double) brightness(lit) / brightness(PAPER);
        if (dim > .02) {
            ink.raw(shape, Hue.mix(lit, 0x140a2a, .55), Math.min(.62, dim * .8));
        }
        ink.raw(Cut.outside(shape, -.055, -.01), ink.light.key(), .4);
        ink.raw(Cut.outside(shape, .035, 0), 0xfff0e0, .25);
    }

    /** As hands cut: never quite round, and the same for the same head. */
    private static Path2D outline(long key, double grow) {
        var points = new double[OUTLINE.length * 2];
        for (int i = 0; i < OUTLINE.length; i++) {
            double wobble = grow * (1 + .035 * (Chance.at(i, key) - .5));
            points[2 * i] = OUTLINE[i][0] * wobble;
            points[2 * i + 1] = OUTLINE[i][1] * wobble;
        }
        return Cut.blob(points);
    }

    private static Path2D chin() {
        var chin = new Path2D.Double();
        chin.moveTo(-.5, LIPS - .06);
        chin.curveTo(-.25, LIPS + .03, .25, LIPS + .03, .5, LIPS - .06);
        chin.lineTo(.66, 1.1);
        chin.lineTo(.5, 1.8);
        chin.lineTo(-.5, 1.8);
        chin.lineTo(-.66, 1.1);
        chin.closePath();
        return chin;
    }

    private static Shape scaled(Shape shape) {
        var b = shape.getBounds2D();
        var grow = new AffineTransform();
        grow.translate(b.getCenterX(), b.getCenterY());
        grow.scale(1.08, 1.08);
        grow.translate(-b.getCenterX(), -b.getCenterY());
        return grow.createTransformedShape(shape);
    }

    private static int brightness(int rgb) {
        return (rgb >> 16 & 255) * 3 + (rgb >> 8 & 255) * 6 + (rgb & 255) + 1;
    }
}
