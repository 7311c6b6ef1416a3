package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A park in a town: an avenue of round trees, a lawn, a path, benches and lamps; in blossom when petals fly. */
final class Park implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(.3, hour == Hour.DAY ? .7 : hour == Hour.NIGHT ? .6 : .22);
    }

    @Override
    public void build(Scene scene) {
        boolean snow = scene.snowing();
        boolean blossom = scene.drifts.contains(Drift.PETALS);
        int leaf = snow ? 0xe6eef8 : blossom ? 0xf7b3c6 : scene.drifts.contains(Drift.LEAVES) ? 0xd9863a : 0x5aa552;
        scene.sky(ink -> Sky.paint(ink, scene, 1));
        scene.sheet(11, ink -> {
            town(ink, scene);
            ink.mist(-170, .55);
        });
        scene.sheet(8, ink -> {
            hedge(ink, scene, leaf);
            ink.mist(-90, .35);
        });
        avenue(scene, 6, leaf, 11);
        avenue(scene, 4.2, leaf, 22);
        scene.sheet(3.6, ink -> fountain(ink));
        avenue(scene, 2.9, leaf, 33);
        scene.floor(ink -> {
            Land.meadow(ink, scene, snow ? 0xdfe8f2 : 0x86b85a, snow ? 0xf6faff : 0x6aa044);
            path(ink, scene, snow, blossom);
        });
        if (scene.raining()) {
            scene.wet(Wet.street().amount(.5));
        }
        scene.sheet(2.2, ink -> {
            bench(ink, -ink.half * .62);
            lamp(ink, scene, ink.half * .58);
            if (ink.half > 700) {
                bench(ink, ink.half * .86);
                lamp(ink, scene, -ink.half * .9);
            }
        });
        scene.sheet(1.9, ink -> near(ink, leaf));
        scene.sheet(1.16, ink -> {
            Flora.grass(ink, scene, 5, 26, ink.m * .13, snow ? 0xe8f0f8 : 0x6fae4c);
            Flora.flowers(ink, scene, 8, 9, ink.m * .2, 0xff9ab0, 0xffe08a, 0xffffff);
        });
    }

    private static void town(Ink ink, Scene scene) {
        for (int i = 0; i < 26; i++) {
            double w = 50 + 50 * scene.chance(i, 3);
            double x = -ink.reach + 2 * ink.reach * i / 26;
            double h = 70 + 190 * scene.chance(i, 4);
            ink.fill(Cut.box(x, ink.base - h, w + 30, h), Hue.mix(0x8aa0b8, 0xb0a8b8, scene.chance(i, 5)));
            for (int k = 0; k < 8; k++) {
                ink.shine(Cut.box(x + 10 + k % 2 * 26, ink.base - h + 16 + k / 2 * 30, 14, 14), 0xffd890, 0x9ab0c4);
            }
        }
    }

    private static void hedge(Ink ink, Scene scene, int leaf) {
        for (double x = -ink.reach; x < ink.reach; x += 70) {
            Flora.crown(ink, x, ink.base - 46, 74, (int) x + 500, Hue.mix(leaf, 0x3f7a4a, .45));
        }
        ink.fill(Cut.box(-ink.reach, ink.base - 34, 2 * ink.reach, 44), Hue.mix(leaf, 0x3f6a42, .6));
    }

    /** A pair of rows that leave the middle free. */
    private static void avenue(Scene scene, double z, int leaf, int key) {
        scene.sheet(z, ink -> {
            double m = ink.m;
            int n = (int) Math.ceil(ink.reach / (m * 2.9)) + 1;
            for (int k = n; k >= 0; k--) {
                for (int side = -1; side <= 1; side += 2) {
                    double x = side * (m * 2.5 + k * m * 2.9) + m * .3 * (scene.chance(k, key + side) - .5);
                    double h = m * (5.2 + .9 * scene.chance(k, key + 2));
                    Flora.tree(
                            ink,
                            x,
                            ink.base,
                            h,
                            key + k * 3 + side,
                            Hue.mix(leaf, k % 2 == 0 ? 0xffffff : 0x2a5a3a, .08));
                }
            }
            ink.mist(-ink.m * 1.4, .22);
        });
    }

    private static void near(Ink ink, int leaf) {
        double m = ink.m;
        double x = -ink.half * 1.04;
        ink.across(
                Cut.blob(
                        x - m * .5,
                        ink.base + 8,
                        x - m * .26,
                        ink.base - m,
                        x - m * .3,
                        ink.base - m * 4,
                        x + m * .3,
                        ink.base - m * 4,
                        x + m * .24,
                        ink.base - m,
                        x + m * .55,
                        ink.base + 8),
                0x6a4a38,
                0x3a2820);
        for (int i = 0; i < 6; i++) {
            Flora.crown(
                    ink,
                    x + m * (-.8 + .75 * i),
                    ink.base - m * (4.5 + .35 * Math.sin(i * 2.1)),
                    m * (1.15 - .07 * i),
                    41 + i,
                    Hue.darker(leaf, .1));
        }
    }

    private static void path(Ink ink, Scene scene, boolean snow, boolean blossom) {
        double y = scene.lens.eye() / .7;
        int c = snow ? 0xc9d2de : 0xe2cfa8;
        ink.raw(
                Cut.poly(
                        -26,
                        16,
                        26,
                        16,
                        ink.half * .62,
                        y + 60,
                        ink.half * .9,
                        ink.bottom + 40,
                        -ink.half * .9,
                        ink.bottom + 40,
                        -ink.half * .62,
                        y + 60),
                ink.light.on(c, 1.2),
                .96);
        int edge = ink.light.on(Hue.darker(c, .3), 1);
        for (int s = -1; s <= 1; s += 2) {
            ink.rawLine(Cut.poly(s * 26, 16, s * ink.half * .62, y + 60, s * ink.half * .62, y + 60), 4, edge, .5);
        }
        for (int i = 0; i < 60; i++) {
            double q = Math.pow(scene.chance(i, 61), 1.6);
            double yy = 20 + q * y;
            double xx = (scene.chance(i, 62) * 2 - 1) * (26 + q * ink.half * (blossom ? 1.2 : .55));
            ink.raw(
                    Cut.oval(xx, yy, 2 + 7 * q, 1 + 2.4 * q),
                    blossom ? ink.light.on(0xffc6d6, 1) : edge,
                    blossom ? .85 : .25);
        }
    }

    private static void fountain(Ink ink) {
        double m = ink.m;
        double y = ink.base;
        ink.across(
                Cut.blob(
                        -m * 1.3,
                        y,
                        -m * 1.35,
                        y - m * .42,
                        0,
                        y - m * .5,
                        m * 1.35,
                        y - m * .42,
                        m * 1.3,
                        y,
                        0,
                        y + 6),
                0xd8d4da,
                0x9a98a8);
        ink.fill(Cut.oval(0, y - m * .44, m * 1.22, m * .12), 0x8ac8e0);
        ink.across(
                Cut.poly(-m * .12, y - m * .42, m * .12, y - m * .42, m * .08, y - m * 1.2, -m * .08, y - m * 1.2),
                0xd0ccd4,
                0x9a98a8);
        ink.fill(Cut.oval(0, y - m * 1.2, m * .5, m * .1), 0xc8c4ce);
        for (int i = -3; i <= 3; i++) {
            ink.rawLine(
                    Cut.line(0, y - m * 1.8, i * m * .14, y - m * 1.7 + Math.abs(i) * m * .05, i * m * .3, y - m * .5),
                    4,
                    0xe8f8ff,
                    .75);
        }
    }

    private static void bench(Ink ink, double x) {
        double m = ink.m;
        for (int s = -1; s <= 1; s += 2) {
            ink.fill(
                    Cut.poly(
                            x + s * m * .68 - 4,
                            ink.base,
                            x + s * m * .68 + 6,
                            ink.base,
                            x + s * m * .62 + 4,
                            ink.base - m * .85,
                            x + s * m * .62 - 5,
                            ink.base - m * .85),
                    0x3a3c46);
        }
        for (int i = 0; i < 3; i++) {
            ink.across(Cut.card(x - m * .85, ink.base - m * (.86 - .15 * i), m * 1.7, m * .1, 6), 0xb8804c, 0x8a5830);
        }
        ink.across(Cut.card(x - m * .9, ink.base - m * .42, m * 1.8, m * .11, 6), 0xc8905a, 0x946236);
    }

    private static void lamp(Ink ink, Scene scene, double x) {
        double m = ink.m;
        ink.fill(
                Cut.poly(
                        x - m * .05,
                        ink.base,
                        x + m * .05,
                        ink.base,
                        x + m * .03,
                        ink.base - m * 3,
                        x - m * .03,
                        ink.base - m * 3),
                0x2c2e38);
        ink.fill(Cut.box(x - m * .12, ink.base - m * .16, m * .24, m * .16), 0x2c2e38);
        ink.glow(x, ink.base - m * 3.2, m * 1.5, 0xffd88a, .5 * ink.light.lamps());
        ink.shine(Cut.disc(x, ink.base - m * 3.22, m * .2), 0xfff2c4, scene.snowing() ? 0xf4f8ff : 0xe8ecf0);
        ink.fill(
                Cut.poly(x - m * .2, ink.base - m * 3.38, x + m * .2, ink.base - m * 3.38, x, ink.base - m * 3.56),
                0x2c2e38);
    }
}
