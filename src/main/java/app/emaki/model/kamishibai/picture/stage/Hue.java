package app.emaki.model.kamishibai.picture.stage;

import java.awt.Color;

/** Arithmetic on 0xRRGGBB colours. */
public final class Hue {

    private Hue() {}

    public static Color of(int rgb) {
        return new Color(rgb & 0xffffff);
    }

    /** @param alpha 0 to 255, anything beyond is cut off */
    public static Color of(int rgb, double alpha) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Curve.clamp(alpha, 0, 255));
    }

    public static int mix(int a, int b, double t) {
        return channel(a, b, t, 16) << 16 | channel(a, b, t, 8) << 8 | channel(a, b, t, 0);
    }

    private static int channel(int a, int b, double t, int shift) {
        int from = a >> shift & 255;
        return (int) Curve.clamp(from + ((b >> shift & 255) - from) * t, 0, 255);
    }

    /** How far two colours are from each other, 0 to 765. */
    public static int apart(int a, int b) {
        return distance(a, b, 16) + distance(a, b, 8) + distance(a, b, 0);
    }

    private static int distance(int a, int b, int shift) {
        return Math.abs((a >> shift & 255) - (b >> shift & 255));
    }

    /** Light of colour {@code by} falling on {@code a}. */
    public static int times(int a, int by) {
        return ((a >> 16 & 255) * (by >> 16 & 255) / 255) << 16
                | ((a >> 8 & 255) * (by >> 8 & 255) / 255) << 8
                | (a & 255) * (by & 255) / 255;
    }

    public static int lighter(int a, double t) {
        return mix(a, 0xffffff, t);
    }

    public static int darker(int a, double t) {
        return mix(a, 0x080614, t);
    }

    public static double luma(int a) {
        return (.2126 * (a >> 16 & 255) + .7152 * (a >> 8 & 255) + .0722 * (a & 255)) / 255;
    }
}
