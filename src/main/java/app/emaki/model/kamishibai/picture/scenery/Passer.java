package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** People who only pass by: silhouettes without a face, in the depth of a street. */
final class Passer {

    private static final int[] UMBRELLAS = {0xff3d8b, 0x2de2e6, 0xe8f4ff, 0xffd166, 0x9d4edd, 0xdff6ff, 0xff6b3d};

    private Passer() {}

    /** A stream of people between two depths, some to the left and some to the right of the middle. */
    static void stream(Scene scene, int n, double near, double far, boolean umbrellas) {
        for (int i = 0; i < n && !scene.isDeserted(); i++) {
            int id = i;
            double z = near * Math.pow(far / near, (i + .5) / n);
            scene.live(z, (ink, t) -> {
                double dir = Chance.at(id, 3) < .5 ? -1 : 1;
                double period = 2 * ink.reach + 200;
                double side = (Chance.at(id, 7) - .5) * period;
                double x =
                        Math.floorMod((long) ((side + dir * t * ink.m * .9 + period) * 16), (long) (period * 16)) / 16.0
                                - period / 2;
                draw(
                        ink,
                        x,
                        ink.m * (1.55 + .2 * Chance.at(id, 5)),
                        dir,
                        t * (6 + Chance.at(id, 2)) + id * 1.7,
                        id,
                        umbrellas && Chance.at(id, 31) < .86);
            });
        }
    }

    static void draw(Ink ink, double x, double h, double dir, double phase, int id, boolean umbrella) {
        int[] coats = {0x1a1a2e, 0x2c2440, 0x3a2a34, 0x223044, 0x402a2a};
        int c = Hue.mix(coats[id % coats.length], 0x050310, ink.light.dark() * .6);
        ink.within(x, ink.base, 0, dir * h, h, () -> {
            double bob = Math.abs(Math.cos(phase)) * .012;
            double hip = -.5 - bob;
            double sh = -.815 - bob;
            for (int k = -1; k <= 1; k += 2) {
                double p = phase + (k > 0 ? 0 : Math.PI);
                double a = Math.sin(p) * .34;
                double kx = Math.sin(a) * .25;
                double ky = hip + Math.cos(a) * .25;
                double a2 = a - Math.max(0, Math.cos(p)) * .7;
                double fx = kx + Math.sin(a2) * .235;
                double fy = Math.min(-.012, ky + Math.cos(a2) * .235);
                ink.fill(Cut.limb(k * .012, hip, .044, kx, ky, .034), c).fill(Cut.limb(kx, ky, .034, fx, fy, .021), c);
                ink.fill(
                        Cut.blob(fx - .028, fy - .016, fx + .018, fy - .02, fx + .07, fy + .008, fx - .028, fy + .014),
                        c);
            }
            double hem = id % 4 == 1 ? .1 : id % 4 == 3 ? .03 : .17;
            double hw = id % 4 == 1 ? .12 : .1;
            ink.fill(
                    Cut.blob(
                            -.075,
                            sh + .022,
                            -.03,
                            sh - .012,
                            .03,
                            sh - .012,
                            .075,
                            sh + .022,
                            .068,
                            sh + .17,
                            .078,
                            hip,
                            hw,
                            hip + hem,
                            0,
                            hip + hem + .012,
                            -hw,
                            hip + hem,
                            -.078,
                            hip,
                            -.068,
                            sh + .17),
                    c);
            ink.fill(Cut.oval(.008, -.905 - bob, .047, .062), Hue.mix(c, 0xc08a78, .35))
                    .fill(Cut.box(-.012, -.87, .04, .07), c);
            ink.fill(
                    Cut.blob(
                            -.05,
                            -.9 - bob,
                            -.05,
                            -.955 - bob,
                            0,
                            -.98 - bob,
                            .05,
                            -.955 - bob,
                            .04,
                            -.93 - bob,
                            -.02,
                            -.92 - bob,
                            -.03,
                            id % 4 == 1 ? -.8 : -.88,
                            -.06,
                            id % 4 == 1 ? -.78 : -.88),
                    Hue.darker(c, .4));
            ink.fill(Cut.limb(.04, sh + .05, .03, .1, sh + .17, .022), c)
                    .fill(Cut.limb(.1, sh + .17, .022, .075, sh + .05, .018), c);
            if (umbrella) {
                umbrella(ink, id);
            }
        });
    }

    private static void umbrella(Ink ink, int id) {
        double r = .31;
        double rim = -1;
        double top = -1.19;
        int colour = UMBRELLAS[id % UMBRELLAS.length];
        ink.draw(Cut.line(.075, -.72, .07, top), .01, 0x14101c);
        var p = new Path2D.Double();
        p.moveTo(.07 - r, rim);
        p.curveTo(.07 - r * .85, top, .07 - r * .3, top - .03, .07, top - .03);
        p.curveTo(.07 + r * .3, top - .03, .07 + r * .85, top, .07 + r, rim);
        for (int s = 0; s < 4; s++) {
            double a = .07 + r - r * s / 2;
            p.quadTo(a - r / 4, rim - .04, a - r / 2, rim);
        }
        p.closePath();
        int base = Hue.mix(colour, 0x140a28, .25 + .3 * ink.light.dark());
        ink.g.setPaint(Ink.gradient(
                .07 - r,
                0,
                .07 + r,
                0,
                Hue.of(ink.lit(Hue.mix(base, ink.light.fill(), .35)), 235),
                Hue.of(ink.lit(Hue.mix(base, ink.light.key(), .45)), 235)));
        ink.g.fill(p);
        ink.draw(p, .007, Hue.lighter(colour, .5), .6);
        for (int s = 1; s < 4; s++) {
            double a = .07 + r - r * s / 2;
            ink.draw(
                    new QuadCurve2D.Double(a, rim, .07 + (a - .07) * .7, top + .05, .07, top - .03),
                    .005,
                    0x05030f,
                    .3);
        }
    }
}
