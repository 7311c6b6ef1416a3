package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A village under snow: steep thatched roofs, lit windows, firs, a trodden path. */
final class SnowVillage implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.haze(Hue.mix(light.haze(), hour == Hour.NIGHT ? 0x4a64a8 : 0xe0e8f4, .5))
                .lit(Math.max(.55, light.lamps()))
                .sunAt(.35, hour == Hour.DAY ? .6 : .4);
    }

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> Sky.paint(ink, scene, .6));
        scene.sheet(12, ink -> {
            Land.ridge(ink, scene, 2, -110, 190, 0xc8d8f0, 0xe4eefa);
            ink.mist(-200, .5);
        });
        scene.sheet(7, ink -> {
            Land.ridge(ink, scene, 4, -30, 70, 0xd8e4f4, 0xeef4fc);
            firs(ink, scene, 6, 16, 3.4);
            ink.mist(-90, .4);
        });
        scene.sheet(4.4, ink -> {
            Land.ridge(ink, scene, 6, ink.base - 16, 22, 0xe4ecf8, 0xf6faff);
            farm(ink, -ink.m * 3.4, 1);
            farm(ink, ink.m * 3.8, .85);
            firs(ink, scene, 9, 5, 4);
        });
        scene.sheet(2.7, ink -> {
            Land.ridge(ink, scene, 8, ink.base - 8, 18, 0xecf2fc, 0xfafcff);
            farm(ink, ink.half * .66, 1.06);
            farm(ink, -ink.half * .9, .9);
        });
        scene.floor(ink -> {
            Land.floor(ink, 0xdce8f8, 0xf4f8ff);
            double y = scene.lens.eye() / .75;
            ink.raw(
                    Cut.blob(
                            -10,
                            16,
                            12,
                            16,
                            60,
                            90,
                            10,
                            y * .5,
                            130,
                            y,
                            ink.half * .5,
                            ink.bottom + 40,
                            -ink.half * .36,
                            ink.bottom + 40,
                            -110,
                            y,
                            -80,
                            y * .5,
                            0,
                            90),
                    ink.light.on(0xb8c8e4, 1),
                    .6);
            for (int i = 0; i < 22; i++) {
                double q = Math.pow((i + 1) / 23.0, 1.7);
                ink.raw(
                        Cut.oval(
                                (i % 2 == 0 ? -1 : 1) * (8 + 40 * q) + 20 * Math.sin(i),
                                q * ink.bottom,
                                4 + 16 * q,
                                2 + 5 * q),
                        ink.light.on(0x8aa0c8, 1),
                        .6);
            }
        });
        scene.sheet(1.6, ink -> {
            fir(ink, -ink.half * .9, ink.base, ink.m * 5, 4);
            fir(ink, ink.half * .98, ink.base, ink.m * 4, 5);
            man(ink, ink.half * .56);
            Town.lamp(ink, -ink.half * .5, ink.m * 2.5, 0xffc878);
        });
        scene.sheet(
                .62,
                ink -> ink.fade(
                        Cut.blob(
                                -ink.reach,
                                ink.base + 40,
                                -ink.half * .7,
                                ink.base - 30,
                                -ink.half * .2,
                                ink.base + 60,
                                ink.half * .3,
                                ink.base + 80,
                                ink.half * .8,
                                ink.base - 10,
                                ink.reach,
                                ink.base - 40,
                                ink.reach,
                                ink.bottom + 60,
                                -ink.reach,
                                ink.bottom + 60),
                        0xffffff,
                        0xc8d8f0));
    }

    private static void firs(Ink ink, Scene scene, int key, int n, double metres) {
        for (int i = 0; i < n * ink.reach / ink.half; i++) {
            fir(
                    ink,
                    (scene.chance(i, key) * 2 - 1) * ink.reach,
                    ink.base,
                    ink.m * metres * (.6 + .7 * scene.chance(i, key + 1)),
                    i + key);
        }
    }

    static void fir(Ink ink, double x, double y, double h, int key) {
        Flora.pine(ink, x, y, h, key, 0x3f6a6a);
        for (int i = 0; i < 6; i++) {
            double q = i / 6.0;
            double low = y - h * (.1 + .74 * q);
            double w = h * (.2 - .16 * q);
            double up = low - h * .2;
            ink.fill(
                    Cut.blob(
                            x,
                            up - h * .05,
                            x + w * .5,
                            low - h * .07,
                            x + w * .9,
                            low - h * .005,
                            x + w * .3,
                            low - h * .05,
                            x,
                            low - h * .02,
                            x - w * .4,
                            low - h * .05,
                            x - w * .9,
                            low - h * .01,
                            x - w * .5,
                            low - h * .08),
                    0xfafdff);
        }
    }

    private static void farm(Ink ink, double x, double s) {
        double m = ink.m * s;
        double y = ink.base;
        ink.fade(Cut.box(x - m * 1.7, y - m * 1.8, m * 3.4, m * 1.8), 0x7a5a44, 0x4f3828);
        for (int i = 0; i < 3; i++) {
            double wx = x - m * 1.35 + i * m;
            ink.glow(wx + m * .35, y - m * .9, m * 1.3, 0xffb860, .3 * ink.light.lamps());
            ink.shine(Cut.box(wx, y - m * 1.3, m * .7, m * .8), 0xffd080, 0x8a94a8);
            ink.draw(Cut.line(wx + m * .35, y - m * 1.3, wx + m * .35, y - m * .5), m * .05, 0x3a2820)
                    .draw(Cut.line(wx, y - m * .9, wx + m * .7, y - m * .9), m * .05, 0x3a2820);
        }
        ink.fade(
                Cut.poly(
                        x - m * 2.4,
                        y - m * 1.5,
                        x,
                        y - m * 4.9,
                        x + m * 2.4,
                        y - m * 1.5,
                        x + m * 1.9,
                        y - m * 1.4,
                        x,
                        y - m * 4,
                        x - m * 1.9,
                        y - m * 1.4),
                0x8a7254,
                0x5c4a38);
        ink.fill(Cut.poly(x - m * 1.75, y - m * 1.7, x, y - m * 4.1, x + m * 1.75, y - m * 1.7), 0x6a5240);
        ink.shine(Cut.box(x - m * .3, y - m * 2.9, m * .6, m * .5), 0xffd080, 0x8a94a8);
        ink.fade(
                Cut.blob(
                        x - m * 2.55,
                        y - m * 1.4,
                        x - m * 1.5,
                        y - m * 3,
                        x - m * .2,
                        y - m * 5.15,
                        x + m * .2,
                        y - m * 5.15,
                        x + m * 1.5,
                        y - m * 3,
                        x + m * 2.55,
                        y - m * 1.4,
                        x + m * 2.1,
                        y - m * 1.46,
                        x + m * .9,
                        y - m * 3.1,
                        x,
                        y - m * 4.4,
                        x - m * .9,
                        y - m * 3.1,
                        x - m * 2.1,
                        y - m * 1.46),
                0xffffff,
                0xdce6f6);
        ink.fill(
                Cut.blob(
                        x - m * 2.2,
                        y + 4,
                        x - m * 1.4,
                        y - m * .3,
                        x,
                        y - m * .12,
                        x + m * 1.4,
                        y - m * .34,
                        x + m * 2.3,
                        y + 4),
                0xf4f8ff);
    }

    private static void man(Ink ink, double x) {
        double m = ink.m;
        double y = ink.base;
        ink.across(Cut.disc(x, y - m * .3, m * .34), 0xffffff, 0xc8d8ee);
        ink.across(Cut.disc(x, y - m * .82, m * .25), 0xffffff, 0xd0def2);
        ink.fill(Cut.disc(x - m * .08, y - m * .88, m * .03), 0x20202a)
                .fill(Cut.disc(x + m * .09, y - m * .88, m * .03), 0x20202a)
                .fill(Cut.poly(x, y - m * .84, x + m * .2, y - m * .78, x, y - m * .78), 0xf08030);
        ink.fill(
                Cut.blob(
                        x - m * .24,
                        y - m * .62,
                        x,
                        y - m * .56,
                        x + m * .24,
                        y - m * .62,
                        x + m * .22,
                        y - m * .52,
                        x,
                        y - m * .46,
                        x - m * .22,
                        y - m * .52),
                0xd8402c);
        ink.fill(
                Cut.poly(
                        x - m * .18,
                        y - m * 1.02,
                        x - m * .14,
                        y - m * 1.26,
                        x + m * .14,
                        y - m * 1.26,
                        x + m * .18,
                        y - m * 1.02),
                0x3a5a9a);
    }
}
