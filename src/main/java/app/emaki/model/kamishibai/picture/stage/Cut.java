package app.emaki.model.kamishibai.picture.stage;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Shapes as scissors make them. */
public final class Cut {

    private Cut() {}

    public static Path2D poly(double... v) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.moveTo(v[0], v[1]);
        for (int i = 2; i < v.length; i += 2) {
            path.lineTo(v[i], v[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A smooth closed outline through all points. */
    public static Path2D blob(double... v) {
        return spline(true, v);
    }

    /** A smooth open line through all points. */
    public static Path2D line(double... v) {
        return spline(false, v);
    }

    private static Path2D spline(boolean closed, double... v) {
        int n = v.length / 2;
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.moveTo(v[0], v[1]);
        for (int b = 0; b < (closed ? n : n - 1); b++) {
            int a = 2 * knot(b - 1, n, closed);
            int c = 2 * knot(b + 1, n, closed);
            int d = 2 * knot(b + 2, n, closed);
            int o = 2 * b;
            path.curveTo(
                    v[o] + (v[c] - v[a]) / 6,
                    v[o + 1] + (v[c + 1] - v[a + 1]) / 6,
                    v[c] - (v[d] - v[o]) / 6,
                    v[c + 1] - (v[d + 1] - v[o + 1]) / 6,
                    v[c],
                    v[c + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static int knot(int i, int n, boolean closed) {
        return closed ? Math.floorMod(i, n) : Math.clamp(i, 0, n - 1);
    }

    /** A strand: outline around the points (x, y) with a radius at each. */
    public static Path2D strand(double[] x, double[] y, double[] r) {
        int n = x.length;
        var v = new double[n * 4];
        for (int i = 0; i < n; i++) {
            int a = Math.max(0, i - 1);
            int b = Math.min(n - 1, i + 1);
            double dx = x[b] - x[a];
            double dy = y[b] - y[a];
            double l = Math.hypot(dx, dy) + 1e-9;
            double nx = -dy / l * r[i];
            double ny = dx / l * r[i];
            v[2 * i] = x[i] + nx;
            v[2 * i + 1] = y[i] + ny;
            int j = 2 * n - 1 - i;
            v[2 * j] = x[i] - nx;
            v[2 * j + 1] = y[i] - ny;
        }
        return blob(v);
    }

    /** A limb between two joints, each with its own radius. */
    public static Path2D limb(double x0, double y0, double r0, double x1, double y1, double r1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double l = Math.hypot(dx, dy) + 1e-9;
        double nx = -dy / l;
        double ny = dx / l;
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.append(new Ellipse2D.Double(x0 - r0, y0 - r0, 2 * r0, 2 * r0), false);
        path.append(new Ellipse2D.Double(x1 - r1, y1 - r1, 2 * r1, 2 * r1), false);
        // wound like the circles, so that overlaps stay filled
        path.moveTo(x0 + nx * r0, y0 + ny * r0);
        path.lineTo(x0 - nx * r0, y0 - ny * r0);
        path.lineTo(x1 - nx * r1, y1 - ny * r1);
        path.lineTo(x1 + nx * r1, y1 + ny * r1);
        path.closePath();
        return path;
    }

    public static Shape disc(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    public static Shape oval(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
    }

    public static Shape box(double x, double y, double w, double h) {
        return new Rectangle2D.Double(x, y, w, h);
    }

    public static Shape card(double x, double y, double w, double h, double corner) {
        return new RoundRectangle2D.Double(x, y, w, h, corner, corner);
    }

    public static Path2D star(double x, double y, double outer, double inner, int points, double turn) {
        var v = new double[points * 4];
        for (int i = 0; i < points * 2; i++) {
            double r = i % 2 == 0 ? outer : inner;
            double a = turn + Math.PI * i / points;
            v[2 * i] = x + Math.sin(a) * r;
            v[2 * i + 1] = y - Math.cos(a) * r;
        }
        return poly(v);
    }

    public static Shape moved(Shape s, double dx, double dy) {
        return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(s);
    }

    public static Shape turned(Shape s, double angle, double x, double y) {
        return AffineTransform.getRotateInstance(angle, x, y).createTransformedShape(s);
    }

    /** The same cut seen in a mirror that stands upright at {@code x}. */
    public static Shape mirrored(Shape s, double x) {
        return new AffineTransform(-1, 0, 0, 1, 2 * x, 0).createTransformedShape(s);
    }

    /** Centres the bounds of a shape on a point. */
    public static Shape centred(Shape s, double x, double y) {
        var b = s.getBounds2D();
        return moved(s, x - b.getCenterX(), y - b.getCenterY());
    }

    /** Everything but {@code s}, moved a little: clipped to {@code s} it is a rim of light. */
    public static Path2D outside(Shape s, double dx, double dy) {
        var b = s.getBounds2D();
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        double m = Math.max(b.getWidth(), b.getHeight()) + Math.abs(dx) + Math.abs(dy);
        path.append(
                new Rectangle2D.Double(b.getX() - m, b.getY() - m, b.getWidth() + 2 * m, b.getHeight() + 2 * m), false);
        path.append(moved(s, dx, dy), false);
        return path;
    }
}
