package app.emaki.cameo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a picture found, by numbers alone. It tells how well a portrait will do, never whose it is.
 *
 * @param light mean brightness of the face, 0 to 1
 * @param contrast spread of brightness, 0 to 1
 * @param sharpness how crisp the edges are, about 0 to 1
 * @param faces found upright
 * @param share of the picture's width that the largest face takes, 0 without one
 * @param angle how the face is held; null when nobody looked, or there is none
 */
record Finding(
        double light,
        double contrast,
        double sharpness,
        int faces,
        double share,
        @Nullable Angle angle) {
    private static final double DARK = .22;
    private static final double GLARING = .86;
    private static final double FLAT = .09;
    private static final double SOFT = .16;
    private static final double FAR = .16;

    /** How a face is held. */
    enum Angle {
        STRAIGHT,
        /** Towards a shoulder: found only when the picture is turned. */
        TILTED,
        /** To a side, up or down, or lit from one side alone: its halves are not alike. */
        TURNED
    }

    Finding(double light, double contrast, double sharpness, int faces, double share) {
        this(light, contrast, sharpness, faces, share, null);
    }

    /** Hints on what could be better, by the last part of their message; empty when nothing could. */
    List<String> hints(Kind kind) {
        var hints = new ArrayList<String>();
        if (light < DARK) {
            hints.add("dark");
        } else if (light > GLARING) {
            hints.add("glaring");
        } else if (contrast < FLAT) {
            hints.add("flat");
        }
        if (sharpness < SOFT) {
            hints.add("soft");
        }
        if (kind == Kind.PERSON) {
            if (faces == 0) {
                hints.add("noface");
            } else if (faces > 1) {
                hints.add("faces");
            } else if (share < FAR) {
                hints.add("far");
            }
            if (angle == Angle.TILTED) {
                hints.add("tilted");
            } else if (angle == Angle.TURNED) {
                hints.add("turned");
            }
        }
        return hints;
    }
}
