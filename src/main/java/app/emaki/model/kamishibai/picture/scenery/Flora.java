package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import java.awt.geom.Path2D;

/** Trees, grass and flowers. */
final class Flora {

    private Flora() {}

    /** A fir of {@code h} units with its foot at (x, y). */
    static void pine(Ink ink, double x, double y, double h, int key, int colour) {
        ink.fill(
                Cut.poly(x - h * .02, y, x + h * .02, y, x + h * .012, y - h * .3, x - h * .012, y - h * .3), 0x4a3428);
        int tiers = 6;
        for (int i = 0; i < tiers; i++) {
            double q = i / (double) tiers;
            double low = y - h * (.1 + .74 * q);
            double w = h * (.24 - .19 * q) * (.9 + .2 * Chance.at(key, i));
            double up = low - h * (.27 - .06 * q);
            double sag = h * .03;
            var p = Cut.poly(
                    x,
                    up,
                    x + w * .5,
                    low - sag * 1.4,
                    x + w * .42,
                    low - sag,
                    x + w,
                    low + sag,
                    x + w * .45,
                    low + sag * .1,
                    x + w * .2,
                    low + sag * .9,
                    x - w * .15,
                    low,
                    x - w * .5,
                    low + sag * .9,
                    x - w,
                    low + sag * .7,
                    x - w * .42,
                    low - sag,
                    x - w * .5,
                    low - sag * 1.4);
            ink.across(p, Hue.darker(colour, .12), Hue.lighter(colour, .1 + .05 * i));
        }
    }

    static void pines(Ink ink, Scene scene, int key, int n, double metres, int colour) {
        for (int i = 0; i < n * ink.reach / ink.half; i++) {
            double x = (scene.chance(i, key) * 2 - 1) * ink.reach;
            double s = .6 + .8 * scene.chance(i, key + 1);
            pine(
                    ink,
                    x,
                    ink.base,
                    ink.m * metres * s,
                    i + key,
                    Hue.mix(colour, 0x0a2a2a, .2 * scene.chance(i, key + 2)));
        }
    }

    /** A far edge of a wood. */
    static void treeline(Ink ink, Scene scene, int key, double h, int colour) {
        var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (double x = -ink.reach; x < ink.reach; x += h * .34) {
            int i = (int) (x + 9000);
            double t = h * (.6 + .7 * scene.chance(i, key));
            p.append(Cut.poly(x - h * .3, ink.base, x, ink.base - t, x + h * .3, ink.base), false);
        }
        ink.fill(p, colour);
    }

    /** A round tree: a trunk and heaps of leaves. */
    static void tree(Ink ink, double x, double y, double h, int key, int leaf) {
        int bark = 0x5a3f30;
        ink.across(
                Cut.blob(
                        x - h * .05,
                        y,
                        x - h * .025,
                        y - h * .3,
                        x - h * .035,
                        y - h * .6,
                        x + h * .02,
                        y - h * .6,
                        x + h * .028,
                        y - h * .3,
                        x + h * .055,
                        y),
                bark,
                Hue.darker(bark, .35));
        ink.draw(Cut.line(x, y - h * .4, x - h * .14, y - h * .6), h * .022, bark)
                .draw(Cut.line(x, y - h * .36, x + h * .15, y - h * .56), h * .02, Hue.darker(bark, .2));
        crown(ink, x, y - h * .72, h * .36, key, leaf);
    }

    /** The leaves of a tree, in three depths of colour. */
    static void crown(Ink ink, double x, double y, double r, int key, int leaf) {
        for (int pass = 0; pass < 3; pass++) {
            int c = pass == 0 ? Hue.darker(leaf, .38) : pass == 1 ? leaf : Hue.lighter(leaf, .2);
            double s = pass == 0 ? 1 : pass == 1 ? .82 : .5;
            double dx = pass * r * .06;
            double dy = -pass * r * .12;
            var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (int i = 0; i < 11; i++) {
                double a = i * 2.4 + key;
                double d = r * .72 * s * Math.sqrt(Chance.at(i, key + 3));
                p.append(
                        scallop(
                                x + dx + Math.cos(a) * d * 1.25,
                                y + dy + Math.sin(a) * d * .8,
                                r * s * (.34 + .22 * Chance.at(i, key + 4))),
                        false);
            }
            ink.fill(p, c);
        }
    }

    private static Path2D scallop(double x, double y, double r) {
        var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
        p.append(Cut.disc(x, y, r), false);
        for (int k = 0; k < 7; k++) {
            double a = k * Math.PI * 2 / 7;
            p.append(Cut.disc(x + Math.cos(a) * r * .8, y + Math.sin(a) * r * .8, r * .34), false);
        }
        return p;
    }

    /** Blades along the foot of a sheet. */
    static void grass(Ink ink, Scene scene, int key, int n, double h, int colour) {
        for (int i = 0; i < n * ink.reach / ink.half; i++) {
            double x = (scene.chance(i, key) * 2 - 1) * ink.reach;
            double t = h * (.45 + .8 * scene.chance(i, key + 1));
            double lean = (scene.chance(i, key + 2) - .5) * t * .7;
            double w = t * .07 + 1;
            ink.fill(
                    Cut.poly(
                            x - w,
                            ink.base + 6,
                            x + lean * .4 - w * .5,
                            ink.base - t * .6,
                            x + lean,
                            ink.base - t,
                            x + lean * .4 + w * .6,
                            ink.base - t * .55,
                            x + w,
                            ink.base + 6),
                    Hue.mix(colour, i % 2 == 0 ? 0xd6e08a : 0x123a2a, .22));
        }
    }

    static void flowers(Ink ink, Scene scene, int key, int n, double h, int... colours) {
        for (int i = 0; i < n * ink.reach / ink.half; i++) {
            double x = (scene.chance(i, key) * 2 - 1) * ink.reach;
            double t = h * (.5 + .7 * scene.chance(i, key + 1));
            double r = h * .13;
            int c = colours[i % colours.length];
            ink.draw(Cut.line(x, ink.base + 4, x + r * .4, ink.base - t * .5, x, ink.base - t), h * .03, 0x3f7a48);
            for (int k = 0; k < 5; k++) {
                double a = k * 1.2566 + i;
                ink.fill(Cut.disc(x + Math.cos(a) * r * .8, ink.base - t + Math.sin(a) * r * .8, r * .62), c);
            }
            ink.fill(Cut.disc(x, ink.base - t, r * .5), 0xffd166);
        }
    }
}
