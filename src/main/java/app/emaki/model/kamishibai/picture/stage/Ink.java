package app.emaki.model.kamishibai.picture.stage;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * Draws at one depth under one light. The origin is the vanishing point, y grows downwards, lengths are design units.
 * What is filled or drawn is lit by the day and faded by the air; what glows is not.
 */
public final class Ink {
    /** Lines of fewer pixels are hairs. */
    private static final double HAIR = 1.6;

    public final Graphics2D g;
    public final Light light;
    public final double z;
    /** y of the ground here. */
    public final double base;
    /** Units per metre here. */
    public final double m;
    /** The sheet reaches from -reach to reach and from top to bottom. */
    public final double reach;

    public final double top;
    public final double bottom;
    /** Half the width of what the picture shows of this sheet when the camera rests. */
    public final double half;

    private final boolean figure;
    private final double near;

    private Ink(Graphics2D g, Light light, double z, Lens lens, boolean figure) {
        this.g = g;
        this.light = light;
        this.z = z;
        base = lens.ground(z);
        m = lens.metre(z) * lens.squash();
        reach = lens.reach(z);
        half = lens.half() / lens.zoom();
        top = lens.top();
        bottom = lens.bottom();
        this.figure = figure;
        near = switch (lens.framing()) {
            case WIDE -> 0;
            case MEDIUM -> .55;
            case CLOSE -> 1;
        };
    }

    public static Ink scenery(Graphics2D g, Light light, double z, Lens lens) {
        return new Ink(g, light, z, lens, false);
    }

    public static Ink figure(Graphics2D g, Light light, double z, Lens lens) {
        return new Ink(g, light, z, lens, true);
    }

    /** The colour as it looks here and now. */
    public int lit(int rgb) {
        return figure ? light.onFigure(rgb, z, near) : light.on(rgb, z);
    }

    public Ink fill(Shape s, int rgb) {
        g.setColor(Hue.of(lit(rgb)));
        g.fill(s);
        return this;
    }

    public Ink fill(Shape s, int rgb, double alpha) {
        g.setColor(Hue.of(lit(rgb), alpha * 255));
        g.fill(s);
        return this;
    }

    /** From the first colour at the top of the shape to the second at its foot. */
    public Ink fade(Shape s, int upper, int lower) {
        var b = s.getBounds2D();
        g.setPaint(gradient(0, b.getMinY(), 0, b.getMaxY(), Hue.of(lit(upper)), Hue.of(lit(lower))));
        g.fill(s);
        return this;
    }

    /** From the first colour at the left of the shape to the second at its right. */
    public Ink across(Shape s, int left, int right) {
        var b = s.getBounds2D();
        g.setPaint(gradient(b.getMinX(), 0, b.getMaxX(), 0, Hue.of(lit(left)), Hue.of(lit(right))));
        g.fill(s);
        return this;
    }

    public Ink draw(Shape s, double width, int rgb) {
        return draw(s, width, rgb, 1);
    }

    public Ink draw(Shape s, double width, int rgb, double alpha) {
        g.setStroke(pen(width));
        g.setColor(Hue.of(lit(rgb), alpha * 255));
        g.draw(s);
        return this;
    }

    /** A flat colour of its own, whatever the light. */
    public Ink raw(Shape s, int rgb, double alpha) {
        g.setColor(Hue.of(rgb, alpha * 255));
        g.fill(s);
        return this;
    }

    public Ink rawLine(Shape s, double width, int rgb, double alpha) {
        g.setStroke(pen(width));
        g.setColor(Hue.of(rgb, alpha * 255));
        g.draw(s);
        return this;
    }

    /** Nobody sees the round ends of a hair, and they are dear. */
    private BasicStroke pen(double width) {
        boolean hair = width * Math.sqrt(Math.abs(g.getTransform().getDeterminant())) < HAIR;
        return new BasicStroke(
                (float) width,
                hair ? BasicStroke.CAP_SQUARE : BasicStroke.CAP_ROUND,
                hair ? BasicStroke.JOIN_BEVEL : BasicStroke.JOIN_ROUND);
    }

    public Ink rawFade(Shape s, int upper, double upperAlpha, int lower, double lowerAlpha) {
        var b = s.getBounds2D();
        g.setPaint(gradient(
                0, b.getMinY(), 0, b.getMaxY(), Hue.of(upper, upperAlpha * 255), Hue.of(lower, lowerAlpha * 255)));
        g.fill(s);
        return this;
    }

    /** A pool of light that fades outwards. */
    public Ink glow(double x, double y, double r, int rgb, double alpha) {
        return glow(x, y, r, r, rgb, alpha);
    }

    public Ink glow(double x, double y, double rx, double ry, int rgb, double alpha) {
        if (rx < .5 || ry < .5 || alpha <= .004) {
            return this;
        }
        var saved = g.getTransform();
        g.translate(x, y);
        g.scale(1, ry / rx);
        double a = alpha * 255;
        g.setPaint(new RadialGradientPaint(0, 0, (float) rx, new float[] {0, .4f, 1}, new Color[] {
            Hue.of(rgb, a), Hue.of(rgb, a / 3), Hue.of(rgb, 0)
        }));
        g.fill(Cut.disc(0, 0, rx));
        g.setTransform(saved);
        return this;
    }

    /** A lit surface such as a window: the brighter the lamps of the hour, the more it shines. */
    public Ink shine(Shape s, int rgb, int unlit) {
        g.setColor(Hue.of(Hue.mix(lit(unlit), rgb, light.lamps())));
        g.fill(s);
        return this;
    }

    /** Soft shade or light over what this sheet already holds, and nowhere else. */
    public Ink onTop(double x, double y, double w, double h, int rgb, double upper, double lower) {
        var saved = g.getComposite();
        g.setComposite(AlphaComposite.SrcAtop);
        rawFade(new Rectangle2D.Double(x, y, w, h), rgb, upper, rgb, lower);
        g.setComposite(saved);
        return this;
    }

    /** Lets the foot of this sheet sink into the haze. */
    public Ink mist(double from, double amount) {
        return onTop(-reach - 50, from, 2 * reach + 100, base - from + 4, light.haze(), 0, amount);
    }

    /** A tube of neon along a line. */
    public Ink neon(Shape s, double width, int rgb) {
        double on = .25 + .75 * light.lamps();
        rawLine(s, width * 2.6, rgb, .26 * on);
        rawLine(s, width, Hue.mix(lit(Hue.mix(rgb, 0x777777, .5)), rgb, on), 1);
        return rawLine(s, width * .38, Hue.lighter(rgb, .75), on);
    }

    /** Draws in a frame of its own: moved, turned and scaled. */
    public Ink within(double x, double y, double angle, double sx, double sy, Runnable drawing) {
        var saved = g.getTransform();
        g.translate(x, y);
        g.rotate(angle);
        g.scale(sx, sy);
        drawing.run();
        g.setTransform(saved);
        return this;
    }

    /** Draws only inside a shape. */
    public Ink inside(Shape s, Runnable drawing) {
        var saved = g.getClip();
        g.clip(s);
        drawing.run();
        g.setClip(saved);
        return this;
    }

    public Ink text(Lettering face, String text, double size, double x, double y, int rgb) {
        g.setColor(Hue.of(rgb));
        g.fill(Cut.centred(face.outline(text, size), x, y));
        return this;
    }

    public AffineTransform transform() {
        return g.getTransform();
    }

    public static LinearGradientPaint gradient(double x0, double y0, double x1, double y1, Color a, Color b) {
        if (Math.hypot(x1 - x0, y1 - y0) < 1e-3) {
            y1 = y0 + 1;
        }
        return new LinearGradientPaint(
                (float) x0, (float) y0, (float) x1, (float) y1, new float[] {0, 1}, new Color[] {a, b});
    }
}
