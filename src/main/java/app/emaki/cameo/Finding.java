package app.emaki.cameo;

import java.util.ArrayList;
import java.util.List;

/**
 * What a look at a picture found, by numbers alone. It tells how well a portrait will do, never whose it is.
 *
 * @param light mean brightness of the face, 0 to 1
 * @param contrast spread of brightness, 0 to 1
 * @param sharpness how crisp the edges are, about 0 to 1
 * @param faces found looking straight ahead
 * @param share of the picture's width that the largest face takes, 0 without one
 */
record Finding(double light, double contrast, double sharpness, int faces, double share) {
    private static final double DARK = .22;
    private static final double GLARING = .86;
    private static final double FLAT = .09;
    private static final double SOFT = .16;
    private static final double FAR = .16;

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
        }
        return hints;
    }
}
