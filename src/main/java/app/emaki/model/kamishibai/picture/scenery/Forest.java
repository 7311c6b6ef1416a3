package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A deep wood: trunks in rows, light that falls between them, ferns and mushrooms. */
final class Forest implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        int green = hour == Hour.NIGHT
                ? 0x2a5a6a
                : hour == Hour.DUSK
                        ? 0x7a5a8a
                        : hour == Hour.GOLDEN ? 0xe0b860 : hour == Hour.DAWN ? 0xd0d0b0 : 0xb8dca0;
        return light.haze(Hue.mix(light.haze(), green, .75))
                .air(.85)
                .sky(
                        Hue.mix(light.sky().get(0), green, .55),
                        Hue.mix(light.sky().get(1), green, .6),
                        Hue.mix(light.sky().get(2), green, .6),
                        Hue.mix(light.sky().get(3), Hue.lighter(green, .4), .6))
                .sunAt(.2, .5);
    }

    @Override
    public void build(Scene scene) {
        boolean snow = scene.snowing();
        int leaf = snow ? 0xdce8f0 : 0x3f8a4a;
        scene.sky(ink -> {
            Sky.paint(ink, scene, 0);
            ink.glow(ink.half * .2, ink.top * .4, 520, Hue.lighter(ink.light.haze(), .5), .6);
        });
        rows(scene, 7, 17, 0x5a7a62, leaf, 1);
        rows(scene, 4.4, 11, 0x4f5f4a, leaf, 2);
        rows(scene, 2.9, 7, 0x4a4238, leaf, 3);
        scene.veil(2.4, ink -> shafts(ink, scene));
        scene.floor(ink -> {
            Land.meadow(ink, scene, snow ? 0xd8e4ec : 0x5a8a4a, snow ? 0xf6faff : 0x4f7a3a);
            double y = scene.lens.eye() / .7;
            ink.raw(
                    Cut.blob(
                            -14,
                            20,
                            16,
                            20,
                            60,
                            120,
                            30,
                            y * .5,
                            190,
                            y,
                            ink.half * .7,
                            ink.bottom + 50,
                            -ink.half * .5,
                            ink.bottom + 50,
                            -120,
                            y,
                            -70,
                            y * .5,
                            -10,
                            110),
                    ink.light.on(snow ? 0xc8d4e4 : 0xb89a6a, 1),
                    .6);
        });
        scene.sheet(1.75, ink -> {
            trunk(ink, -ink.half * .86, 1.1);
            trunk(ink, ink.half * .92, 1.25);
            ferns(ink, scene, 5, 22, 0x4f9a4a);
        });
        scene.sheet(1.15, ink -> {
            for (int i = 0; i < 5; i++) {
                double x = (scene.chance(i, 61) < .5 ? -1 : 1) * ink.half * (.55 + .5 * scene.chance(i, 62));
                mushroom(ink, x, ink.m * (.16 + .14 * scene.chance(i, 63)));
            }
        });
        scene.sheet(.64, ink -> {
            ferns(ink, scene, 9, 16, 0x2a6238);
            double m = ink.m;
            Flora.crown(ink, -ink.half * .9, ink.top * .96, m * .8, 6, snow ? 0xc8d8e4 : 0x235a3a);
            Flora.crown(ink, ink.half * 1.0, ink.top * 1.0, m * .8, 8, snow ? 0xc8d8e4 : 0x1f5236);
        });
    }

    private static void rows(Scene scene, double z, int n, int bark, int leaf, int key) {
        scene.sheet(z, ink -> {
            double m = ink.m;
            for (int i = 0; i < n * ink.reach / ink.half; i++) {
                double x = ((i + .5) / n * 2 - 1) * ink.half + (scene.chance(i, key) - .5) * 90;
                x = x > ink.reach ? x - 2 * ink.reach : x;
                if (Math.abs(x) < m * .9) {
                    x += Math.signum(x + .1) * m * 1.1;
                }
                double w = m * (.2 + .16 * scene.chance(i, key + 9));
                ink.across(
                        Cut.blob(
                                x - w * 1.6,
                                ink.base + 4,
                                x - w,
                                ink.base - m,
                                x - w * .8,
                                ink.top,
                                x + w * .8,
                                ink.top,
                                x + w,
                                ink.base - m,
                                x + w * 1.7,
                                ink.base + 4),
                        Hue.lighter(bark, .12),
                        Hue.darker(bark, .3));
                Flora.crown(ink, x, ink.base - m * (5.4 + 1.6 * scene.chance(i, key + 3)), m * 1.7, i + key, leaf);
            }
            ferns(ink, scene, key + 20, 14, Hue.mix(leaf, 0x3f8a4a, .5));
            ink.mist(-ink.m * 1.2, .35);
        });
    }

    private static void trunk(Ink ink, double x, double s) {
        double m = ink.m * s;
        ink.across(
                Cut.blob(
                        x - m * .7,
                        ink.base + 10,
                        x - m * .36,
                        ink.base - m * .7,
                        x - m * .3,
                        ink.top * .5,
                        x - m * .4,
                        ink.top - 30,
                        x + m * .4,
                        ink.top - 30,
                        x + m * .28,
                        ink.top * .5,
                        x + m * .4,
                        ink.base - m * .7,
                        x + m * .8,
                        ink.base + 10),
                0x5c4634,
                0x2e2420);
        for (int i = 0; i < 6; i++) {
            double dx = (i - 2.5) * m * .1;
            ink.draw(
                    Cut.line(x + dx, ink.base - m * .3, x + dx * .8, ink.base - m * 2.4, x + dx * 1.1, ink.top),
                    3,
                    0x241a18,
                    .5);
        }
        ink.fill(
                Cut.blob(
                        x - m * .4,
                        ink.base - m * .5,
                        x - m * .1,
                        ink.base - m * .8,
                        x + m * .1,
                        ink.base - m * .3,
                        x - m * .3,
                        ink.base + 4),
                0x5f9a4c,
                .8);
    }

    static void ferns(Ink ink, Scene scene, int key, int n, int colour) {
        for (int i = 0; i < n * ink.reach / ink.half; i++) {
            double x = (scene.chance(i, key) * 2 - 1) * ink.reach;
            double s = ink.m * (.3 + .35 * scene.chance(i, key + 1));
            for (int k = -2; k <= 2; k++) {
                double a = -Math.PI / 2 + k * .42;
                double tx = x + Math.cos(a) * s;
                double ty = ink.base + Math.sin(a) * s * .9;
                ink.fill(
                        Cut.blob(
                                x,
                                ink.base + 4,
                                x + Math.cos(a - .16) * s * .6,
                                ink.base + Math.sin(a - .16) * s * .62,
                                tx,
                                ty + s * .1 * Math.abs(k),
                                x + Math.cos(a + .16) * s * .6,
                                ink.base + Math.sin(a + .16) * s * .62),
                        Hue.mix(colour, k % 2 == 0 ? 0xa8d860 : 0x123a2a, .2));
            }
        }
    }

    private static void shafts(Ink ink, Scene scene) {
        double k = scene.hour == Hour.NIGHT ? .35 : 1;
        int c = Hue.lighter(ink.light.key(), .2);
        for (int i = 0; i < 5; i++) {
            double x = (i / 4.0 * 2 - 1) * ink.half + 60 * scene.chance(i, 3);
            double w = 30 + 60 * scene.chance(i, 4);
            ink.g.setPaint(Ink.gradient(0, ink.top, 0, ink.base + 120, Hue.of(c, 90 * k), Hue.of(c, 0)));
            ink.g.fill(Cut.poly(
                    x + 180, ink.top, x + 180 + w, ink.top, x - 60 + w * 2, ink.base + 140, x - 120, ink.base + 140));
        }
    }

    private static void mushroom(Ink ink, double x, double s) {
        ink.across(
                Cut.blob(
                        x - s * .3,
                        ink.base + 2,
                        x - s * .18,
                        ink.base - s * .8,
                        x + s * .18,
                        ink.base - s * .8,
                        x + s * .3,
                        ink.base + 2),
                0xfff4e0,
                0xd8c8a8);
        ink.fade(
                Cut.blob(
                        x - s,
                        ink.base - s * .7,
                        x - s * .7,
                        ink.base - s * 1.4,
                        x,
                        ink.base - s * 1.7,
                        x + s * .7,
                        ink.base - s * 1.4,
                        x + s,
                        ink.base - s * .7,
                        x,
                        ink.base - s * .6),
                0xe8503c,
                0xb02a24);
        ink.fill(Cut.disc(x - s * .35, ink.base - s * 1.2, s * .16), 0xfff4e8)
                .fill(Cut.disc(x + s * .3, ink.base - s * 1.3, s * .13), 0xfff4e8)
                .fill(Cut.disc(x + s * .05, ink.base - s * .95, s * .12), 0xfff4e8);
    }
}
