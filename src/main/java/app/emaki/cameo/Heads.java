package app.emaki.cameo;

import app.emaki.cameo.Finding.Angle;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Faces in a portrait and how they are held. A head that is tilted is found once the picture is turned the other way; one that is
 * turned aside is told by the edges of its two halves, which then are not alike.
 */
final class Heads {
    private static final int LOOKING_SIDE = 300;
    /** A face this wide fills the picture. */
    private static final double CLOSE = .35;

    private static final int[] TILTS = {18, -18, 36, -36};
    /** Correlation of the edges left and right of the middle; from the front it is more. */
    private static final double ALIKE = .2;

    private final FaceFinder faces;

    Heads(FaceFinder faces) {
        this.faces = faces;
    }

    /**
     * What was seen.
     *
     * @param faces in pixels of the picture, the largest first
     * @param angle of the only one; null for none, or several
     */
    record Seen(List<Rectangle2D> faces, @Nullable Angle angle) {}

    Seen see(BufferedImage picture) {
        double scale = Math.min(1, (double) LOOKING_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var small = PortraitPress.scaled(picture, scale);
        int w = small.getWidth();
        int h = small.getHeight();
        var grey = grey(small);
        var upright = faces.findNear(grey, w, h);
        if (upright.size() == 1 && upright.getFirst().getWidth() > CLOSE * w) {
            return new Seen(larger(upright, scale), angle(grey, w, h, upright.getFirst()));
        }
        var far = faces.findFar(grey, w, h);
        if (!upright.isEmpty() || far.size() > 1) {
            // whoever stands beside them is as small, and perhaps too small for the first look
            return new Seen(
                    larger(far.size() > upright.size() ? far : upright, scale),
                    Math.max(far.size(), upright.size()) > 1 ? null : angle(grey, w, h, upright.getFirst()));
        }
        for (int tilt : TILTS) {
            var tilted = tilted(small, tilt);
            if (!tilted.isEmpty()) {
                return new Seen(larger(tilted, scale), tilted.size() > 1 ? null : Angle.TILTED);
            }
        }
        return new Seen(larger(far, scale), null);
    }

    /** Where the faces are in the picture as it is, though they are seen when it is turned. */
    private List<Rectangle2D> tilted(BufferedImage picture, int degrees) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        var turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), w / 2.0, h / 2.0);
        var back = AffineTransform.getRotateInstance(Math.toRadians(-degrees), w / 2.0, h / 2.0);
        var turned = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        var g = turned.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, turn, null);
        g.dispose();
        return faces.findNear(grey(turned), w, h).stream()
                .<Rectangle2D>map(face -> {
                    var centre = back.transform(new Point2D.Double(face.getCenterX(), face.getCenterY()), null);
                    double half = face.getWidth() / 2;
                    return new Rectangle2D.Double(
                            centre.getX() - half, centre.getY() - half, face.getWidth(), face.getHeight());
                })
                .toList();
    }

    private static Angle angle(int[] grey, int w, int h, Rectangle2D face) {
        double side = face.getWidth() / 1.42;
        double middle = face.getCenterX();
        double top = face.getCenterY() - side * .39;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        int n = 0;
        for (int y = (int) Math.max(1, top); y < Math.min(h - 1, top + side); y++) {
            for (int x = 1; x < side * .42; x++) {
                int left = (int) (middle - x);
                int right = (int) (middle + x);
                if (left < 0 || right >= w) {
                    break;
                }
                double one = Math.abs(grey[(y + 1) * w + left] - grey[(y - 1) * w + left]);
                double other = Math.abs(grey[(y + 1) * w + right] - grey[(y - 1) * w + right]);
                a += one;
                b += other;
                aa += one * one;
                bb += other * other;
                ab += one * other;
                n++;
            }
        }
        double spread = Math.sqrt((aa - a * a / n) * (bb - b * b / n));
        return spread > 0 && (ab - a * b / n) / spread < ALIKE ? Angle.TURNED : Angle.STRAIGHT;
    }

    private static int[] grey(BufferedImage picture) {
        return Brightness.of(picture, new Rectangle(0, 0, picture.getWidth(), picture.getHeight()));
    }

    private static List<Rectangle2D> larger(List<Rectangle2D> faces, double scale) {
        return faces.stream()
                .<Rectangle2D>map(face -> new Rectangle2D.Double(
                        face.getX() / scale, face.getY() / scale, face.getWidth() / scale, face.getHeight() / scale))
                .toList();
    }
}
