package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.geom.Arc2D;

/** The ground of a moon: craters, a landing craft, a ringed planet that fills the sky. */
final class Space implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        int tint = switch (hour) {
            case DAWN -> 0xe8a8c0;
            case DAY -> 0x9ad0ff;
            case GOLDEN -> 0xffb870;
            case DUSK -> 0xc07ae0;
            case NIGHT -> 0x5a78d8;
        };
        return light.sky(0x03030c, 0x070820, Hue.mix(0x0c1030, tint, .14), Hue.mix(0x141a40, tint, .26))
                .haze(Hue.mix(0x101838, tint, .2))
                .air(.4)
                .ambient(Hue.mix(0xb8bce0, tint, .3))
                .rims(Hue.lighter(tint, .5), 0x7aa0ff)
                .silhouettes(.15)
                .sunAt(.5, .6)
                .blooming(140, .9);
    }

    @Override
    public void build(Scene scene) {
        scene.weightless();
        scene.sky(ink -> {
            ink.rawFade(
                    Cut.box(-ink.reach, ink.top, 2 * ink.reach, ink.bottom - ink.top),
                    ink.light.sky().get(0),
                    1,
                    ink.light.sky().get(3),
                    1);
            for (int i = 0; i < 9; i++) {
                ink.glow(
                        (scene.chance(i, 3) * 2 - 1) * ink.reach,
                        ink.top * scene.chance(i, 4),
                        240,
                        110,
                        i % 2 == 0 ? 0x5a3aa0 : 0x2a6aa8,
                        .34);
            }
            for (int i = 0; i < 420 * ink.reach / 500; i++) {
                double r = .7 + 1.7 * Math.pow(scene.chance(i, 7), 4);
                ink.raw(
                        Cut.disc((scene.chance(i, 5) * 2 - 1) * ink.reach, ink.top * scene.chance(i, 6), r),
                        i % 9 == 0 ? 0xffd8b0 : i % 7 == 0 ? 0xa8c8ff : 0xffffff,
                        .4 + .6 * scene.chance(i, 8));
            }
        });
        scene.sheet(24, ink -> planet(ink, scene));
        scene.sheet(9, ink -> hills(ink, scene, 2, -8, 90, 0x8a86a8));
        scene.sheet(4.6, ink -> {
            hills(ink, scene, 4, ink.base - 20, 60, 0x9a94b0);
            lander(ink, -ink.half * .46);
        });
        scene.floor(ink -> {
            Land.floor(ink, 0x8e88a6, 0xb8b2c4);
            for (int i = 0; i < 34; i++) {
                double q = Math.pow((i + 1) / 35.0, 1.7);
                double x = (scene.chance(i, 31) * 2 - 1) * ink.reach;
                double w = (10 + 130 * scene.chance(i, 32)) * (.2 + q);
                double y = q * ink.bottom;
                ink.raw(Cut.oval(x, y, w, w * .26), ink.light.on(0x6a6484, 1), .9)
                        .raw(Cut.oval(x, y + w * .05, w * .9, w * .2), ink.light.on(0x8a849e, 1), .9)
                        .rawLine(
                                new Arc2D.Double(x - w, y - w * .26, 2 * w, w * .52, 180, 180, Arc2D.OPEN),
                                1 + 3 * q,
                                ink.light.on(0xe4e0f0, 1),
                                .7);
            }
        });
        scene.sheet(1.6, ink -> {
            Land.rock(ink, ink.half * .86, ink.base + 6, ink.m * .9, 4, 0x8a849c);
            Land.rock(ink, -ink.half * .92, ink.base + 6, ink.m * .7, 6, 0x8a849c);
        });
        scene.live(20, (ink, t) -> {
            double u = (t * .3) % 1.4;
            if (u < .4) {
                double x = -ink.half + u * 5 * ink.half;
                double y = ink.top * (.8 - u * .6);
                ink.rawLine(Cut.line(x, y, x - 90, y - 34), 3, 0xffffff, Math.sin(Math.PI * u / .4));
            }
        });
    }

    private static void planet(Ink ink, Scene scene) {
        double x = ink.half * .26;
        double y = ink.top * .56;
        double r = 205;
        int c = new int[] {0xe08a5a, 0x5aa8d8, 0xd878a8, 0x7ac0a0}[(int) (scene.seed & 3)];
        ink.glow(x, y, r * 2, c, .34);
        ring(ink, x, y, r, c, 0);
        var disc = Cut.disc(x, y, r);
        ink.g.setPaint(
                Ink.gradient(x - r, y - r, x + r, y + r * .8, Hue.of(Hue.lighter(c, .35)), Hue.of(Hue.darker(c, .55))));
        ink.g.fill(disc);
        ink.inside(disc, () -> {
            for (int i = 0; i < 9; i++) {
                double by = y - r + r * 2 * i / 9.0 + 10 * scene.chance(i, 3);
                ink.raw(
                        Cut.blob(
                                x - r * 1.1,
                                by + 30,
                                x - r * .3,
                                by + 12,
                                x + r * .4,
                                by + 22,
                                x + r * 1.1,
                                by - 6,
                                x + r * 1.1,
                                by + 16,
                                x + r * .2,
                                by + 44,
                                x - r * .5,
                                by + 34),
                        i % 2 == 0 ? Hue.lighter(c, .4) : Hue.darker(c, .3),
                        .34);
            }
            ink.raw(Cut.oval(x + r * .3, y + r * .24, r * .2, r * .1), Hue.lighter(c, .6), .5);
            ink.raw(Cut.outside(Cut.disc(x - r * .3, y - r * .26, r * 1.12), 0, 0), 0x04040f, .6);
        });
        ring(ink, x, y, r, c, 180);
        ink.rawFade(Cut.disc(-ink.half * .62, ink.top * .3, 44), 0xe8e4f4, 1, 0x8a84a8, 1);
        ink.raw(Cut.disc(-ink.half * .62 - 12, ink.top * .3 - 6, 10), 0xa8a2c0, .8)
                .raw(Cut.disc(-ink.half * .62 + 14, ink.top * .3 + 14, 7), 0xa8a2c0, .8);
    }

    private static void ring(Ink ink, double x, double y, double r, int c, int from) {
        ink.within(x, y, -.28, 1, 1, () -> {
            for (int i = 0; i < 4; i++) {
                double w = r * (1.42 + .15 * i);
                ink.rawLine(
                        new Arc2D.Double(-w, -w * .24, 2 * w, w * .48, from, 180, Arc2D.OPEN),
                        i == 1 ? 5 : 11,
                        Hue.lighter(c, .3 + .15 * i),
                        .62);
            }
        });
    }

    private static void hills(Ink ink, Scene scene, int key, double y, double rough, int colour) {
        int n = 22;
        var v = new double[2 * n];
        for (int i = 0; i < n; i++) {
            v[2 * i] = -ink.reach - 40 + (2 * ink.reach + 80) * i / (n - 1);
            v[2 * i + 1] = y - rough * (.4 + .6 * scene.chance(i, key));
        }
        ink.g.setPaint(Ink.gradient(
                0,
                y - rough,
                0,
                ink.base,
                Hue.of(ink.lit(Hue.lighter(colour, .2))),
                Hue.of(ink.lit(Hue.darker(colour, .2)))));
        ink.g.fill(Land.closed(v, ink.reach, ink.base + 4));
    }

    private static void lander(Ink ink, double x) {
        double m = ink.m;
        double y = ink.base;
        for (int s = -1; s <= 1; s += 2) {
            ink.draw(Cut.line(x + s * m * .7, y - m * 1.3, x + s * m * 1.7, y - m * .1), m * .1, 0xd8b060)
                    .draw(Cut.line(x + s * m * 1.4, y - m * .05, x + s * m * 2, y - m * .05), m * .12, 0xd8b060);
        }
        ink.across(
                Cut.poly(
                        x - m * 1.2, y - m * 1, x + m * 1.2, y - m * 1, x + m * 1.3, y - m * 2, x - m * 1.3, y - m * 2),
                0xf0c868,
                0xa87830);
        ink.across(
                Cut.blob(
                        x - m,
                        y - m * 2,
                        x - m * 1.05,
                        y - m * 3,
                        x - m * .5,
                        y - m * 3.7,
                        x + m * .5,
                        y - m * 3.7,
                        x + m * 1.05,
                        y - m * 3,
                        x + m,
                        y - m * 2),
                0xf0f2f8,
                0x9aa2b4);
        ink.raw(Cut.disc(x, y - m * 2.8, m * .36), 0x8ae0ff, .9);
        ink.draw(Cut.line(x + m * .4, y - m * 3.6, x + m * .6, y - m * 4.5), m * .06, 0xd0d4de);
        ink.glow(x + m * .6, y - m * 4.5, m * .5, 0xff5a4a, .8);
    }
}
