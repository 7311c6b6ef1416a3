package app.emaki.model.kamishibai.picture.stage;

/** Curves of one number over time: easing in, out and over. */
public final class Curve {

    private Curve() {}

    public static double clamp(double x, double low, double high) {
        return x < low ? low : Math.min(x, high);
    }

    /** 0 at or before {@code from}, 1 at or after {@code to}, smooth between. */
    public static double step(double from, double to, double x) {
        double t = clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    public static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    /** Quick start, slow end. */
    public static double out(double t) {
        double s = 1 - clamp(t, 0, 1);
        return 1 - s * s * s;
    }

    /** Goes a little too far, then settles. */
    public static double over(double t) {
        double s = clamp(t, 0, 1) - 1;
        return 1 + 2.7 * s * s * s + 1.7 * s * s;
    }

    /** A bump of height 1 around {@code at}. */
    public static double bump(double at, double radius, double x) {
        double q = Math.abs(x - at) / radius;
        return q >= 1 ? 0 : 1 - q * q;
    }
}
