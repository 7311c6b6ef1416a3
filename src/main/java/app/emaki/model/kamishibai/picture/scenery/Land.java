package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Path2D;

/** Ridges, meadows, rocks and floors. */
final class Land {

    private Land() {}

    /** A hilly sheet: its crest wanders by {@code rough} around {@code y}. */
    static void ridge(Ink ink, Scene scene, int key, double y, double rough, int upper, int lower) {
        int n = 18;
        var v = new double[2 * n];
        for (int i = 0; i < n; i++) {
            v[2 * i] = -ink.reach - 40 + (2 * ink.reach + 80) * i / (n - 1);
            v[2 * i + 1] = y
                    - rough
                            * (.5
                                    + .5 * Chance.noise(i * .55 + key * 9.7, key + scene.seed)
                                    + .22 * Chance.noise(i * 1.7, key + 50));
        }
        ink.g.setPaint(Ink.gradient(0, y - rough, 0, ink.base, Hue.of(ink.lit(upper)), Hue.of(ink.lit(lower))));
        ink.g.fill(closed(v, ink.reach, ink.base + 2));
    }

    /** Closes a crest line downwards. */
    static Path2D closed(double[] crest, double reach, double bottom) {
        var p = new Path2D.Double(Cut.line(crest));
        p.lineTo(reach + 60, bottom);
        p.lineTo(-reach - 60, bottom);
        p.closePath();
        return p;
    }

    /** A plain floor from the haze at the horizon to the colour at the feet. */
    static void floor(Ink ink, int far, int near) {
        var light = ink.light;
        int horizon = Hue.mix(light.on(far, 9), light.haze(), .35);
        ink.g.setPaint(new LinearGradientPaint(
                0, 0, 0, (float) ink.bottom, new float[] {0, .12f, .45f, 1}, new Color[] {
                    Hue.of(horizon),
                    Hue.of(light.on(far, 3)),
                    Hue.of(light.on(Hue.mix(far, near, .6), 1)),
                    Hue.of(light.on(Hue.darker(near, .25), 1))
                }));
        ink.g.fill(Cut.box(-ink.reach, -2, 2 * ink.reach, ink.bottom + 4));
    }

    static void meadow(Ink ink, Scene scene, int far, int near) {
        floor(ink, far, near);
        for (int i = 0; i < 26; i++) {
            double q = Math.pow((i + 1) / 27.0, 2.2);
            double y = q * ink.bottom;
            double x = (scene.chance(i, 81) * 2 - 1) * ink.reach * .9;
            double w = 60 + 500 * q;
            ink.raw(
                    Cut.blob(
                            x - w,
                            y,
                            x - w * .3,
                            y - 5 - 16 * q,
                            x + w * .4,
                            y - 3 - 10 * q,
                            x + w,
                            y,
                            x + w * .2,
                            y + 4 + 12 * q,
                            x - w * .5,
                            y + 3 + 9 * q),
                    ink.light.on(i % 2 == 0 ? Hue.lighter(near, .16) : Hue.darker(far, .2), 1),
                    .32);
        }
    }

    /** Lines on the floor that run to the vanishing point, {@code step} metres apart. */
    static void boards(Ink ink, Scene scene, double step, int colour, double alpha) {
        double m = scene.lens.metre(1);
        double far = ink.bottom;
        for (double x = -24; x <= 24; x += step) {
            // at depth z this line is at x * m / z, and the floor there at eye / z
            double k = x * m / scene.lens.eye();
            ink.rawLine(Cut.poly(k * 4, 4, k * far, far, k * far, far), 1.6, ink.light.on(colour, 1), alpha);
        }
    }

    /** Lines across the floor, {@code step} metres apart in depth. */
    static void joints(Ink ink, Scene scene, double step, int colour, double alpha) {
        for (double d = .3; d < 9; d += step * .28) {
            double y = scene.lens.eye() / d;
            if (y < ink.bottom) {
                ink.rawLine(
                        Cut.poly(-ink.reach, y, ink.reach, y, ink.reach, y),
                        .6 + y / 320,
                        ink.light.on(colour, 1),
                        alpha * Math.min(1, y / 60));
            }
        }
    }

    static void rock(Ink ink, double x, double y, double w, int key, int colour) {
        double h = w * (.45 + .3 * Chance.at(key, 3));
        var s = Cut.poly(
                x - w,
                y,
                x - w * .82,
                y - h * .6,
                x - w * .3,
                y - h,
                x + w * .2,
                y - h * .86,
                x + w * .7,
                y - h * .5,
                x + w,
                y);
        ink.fade(s, Hue.lighter(colour, .12), Hue.darker(colour, .3));
        ink.fill(
                Cut.poly(x - w * .82, y - h * .6, x - w * .3, y - h, x + w * .2, y - h * .86, x - w * .1, y - h * .5),
                Hue.lighter(colour, .28),
                .7);
    }
}
