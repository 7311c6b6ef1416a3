package app.emaki.cameo;

import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a picture becomes the portrait.
 *
 * @param x middle of the face, in parts of the width
 * @param y middle of the face, in parts of the height
 * @param size width of the face, in parts of the width
 */
record Framing(double x, double y, double size) {
    /** A detected square reaches from the brows to the lips; what a portrait calls a face reaches from hairline to chin. */
    private static final double FACE_OF_SQUARE = .8;

    private static final double MIDDLE_OF_SQUARE = .54;
    private static final double LEAST = .05;

    Framing {
        x = Math.clamp(x, 0, 1);
        y = Math.clamp(y, 0, 1);
        size = Math.clamp(size, LEAST, 1);
    }

    static Framing of(Rectangle2D face, int width, int height) {
        return new Framing(
                face.getCenterX() / width,
                (face.getY() + face.getHeight() * MIDDLE_OF_SQUARE) / height,
                face.getWidth() * FACE_OF_SQUARE / width);
    }

    /** For want of a face: the upper middle. */
    static Framing guess() {
        return new Framing(.5, .45, .4);
    }

    /** What somebody chose by hand, when they did. */
    static @Nullable Framing of(@Nullable Double x, @Nullable Double y, @Nullable Double size) {
        return x == null || y == null || size == null ? null : new Framing(x, y, size);
    }
}
