package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A station platform: a roof on posts, a yellow line, a train that comes in. */
final class Station implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.lit(Math.max(.5, light.lamps())).sunAt(-.5, hour == Hour.DAY ? .7 : .2);
    }

    @Override
    public void build(Scene scene) {
        scene.seats(.44);
        scene.sky(ink -> Sky.paint(ink, scene, 1));
        scene.sheet(9, ink -> {
            Town.skyline(ink, scene, 3, 60, 170, 60, 0x8a90b0, .25);
            ink.mist(-180, .5);
        });
        scene.sheet(4.2, ink -> {
            double m = ink.m;
            ink.fade(Cut.box(-ink.reach, ink.base - m * 1.1, 2 * ink.reach, m * 1.1), 0x9a9aa4, 0x6a6a76);
            for (double x = -ink.reach; x < ink.reach; x += m * 2.4) {
                ink.fill(Cut.box(x, ink.base - m * 4.4, m * .12, m * 3.4), 0x4a5260);
            }
            ink.fill(Cut.box(-ink.reach, ink.base - m * 4.7, 2 * ink.reach, m * .4), 0x3f4654);
            Town.panel(
                    ink,
                    -m * 1.6,
                    ink.base - m * 3.1,
                    m * 3.2,
                    m * .9,
                    scene.sign(0, scene.japanese ? "夢見台" : "Yumemi"),
                    0xf4f8ff);
        });
        scene.live(3.2, (ink, t) -> Trains.pass(ink, t, 0, 0xf2f4f8, 0x3a9a5a, true));
        scene.floor(ink -> platform(ink, scene));
        if (scene.raining()) {
            scene.wet(Wet.street().amount(.45));
        }
        scene.sheet(1.62, ink -> {
            double m = ink.m;
            for (double x = -m * 6.9; x < ink.reach; x += m * 4.6) {
                ink.across(Cut.box(x - m * .1, ink.top, m * .2, ink.base - ink.top), 0x6a7280, 0x3c4250);
                ink.fill(Cut.box(x - m * .16, ink.base - m * .3, m * .32, m * .3), 0xe0c040);
            }
            ink.fade(Cut.box(-ink.reach, ink.top, 2 * ink.reach, -ink.top - m * 3.3 + ink.base), 0x3a4252, 0x565e70);
            for (double x = -ink.reach; x < ink.reach; x += m * 1.1) {
                ink.fill(Cut.box(x, ink.top, m * .08, -ink.top - m * 3.4 + ink.base), 0x2c3240);
            }
            for (double x = -m * 4.6; x <= m * 4.6; x += m * 4.6) {
                ink.raw(
                        Cut.card(x - m * .9, ink.base - m * 3.42, m * 1.8, m * .13, 6),
                        Hue.mix(ink.lit(0xd0d4d8), 0xfffbe8, ink.light.lamps()),
                        1);
                ink.glow(x, ink.base - m * 3.3, m * 1.7, m * .8, 0xfff4d8, .4 * ink.light.lamps());
            }
            clock(ink, ink.half * .42, ink.base - m * 2.85);
            bench(ink, -ink.half * .62);
        });
    }

    private static void clock(Ink ink, double x, double y) {
        double m = ink.m;
        ink.fill(Cut.box(x - m * .03, y - m * .6, m * .06, m * .6), 0x2c3240)
                .fill(Cut.disc(x, y, m * .34), 0x2c3240)
                .fill(Cut.disc(x, y, m * .28), 0xfffdf4);
        ink.draw(Cut.line(x, y, x, y - m * .2), m * .035, 0x1a1a22)
                .draw(Cut.line(x, y, x + m * .13, y + m * .06), m * .045, 0x1a1a22);
    }

    private static void bench(Ink ink, double x) {
        double m = ink.m;
        for (int i = 0; i < 3; i++) {
            ink.fade(Cut.card(x - m * .9 + i * m * .6, ink.base - m * .95, m * .52, m * .5, 12), 0xe8843c, 0xc05a20);
            ink.fill(Cut.card(x - m * .9 + i * m * .6, ink.base - m * .5, m * .52, m * .1, 6), 0xd87030);
        }
        ink.fill(Cut.box(x - m * .8, ink.base - m * .42, m * .08, m * .42), 0x4a4e58)
                .fill(Cut.box(x + m * .7, ink.base - m * .42, m * .08, m * .42), 0x4a4e58);
    }

    private static void platform(Ink ink, Scene scene) {
        Land.floor(ink, 0x5a5248, 0x8e9098);
        double eye = scene.lens.eye();
        double edge = eye / 1.9;
        ink.g.setPaint(Ink.gradient(
                0, edge, 0, ink.bottom, Hue.of(ink.light.on(0xa8aab2, 1)), Hue.of(ink.light.on(0x8a8c96, 1))));
        ink.g.fill(Cut.box(-ink.reach, edge, 2 * ink.reach, ink.bottom - edge + 40));
        ink.raw(Cut.box(-ink.reach, edge, 2 * ink.reach, 7), ink.light.on(0xe8e8ec, 1), 1);
        double y0 = eye / 1.66;
        double y1 = eye / 1.5;
        ink.raw(Cut.box(-ink.reach, y0, 2 * ink.reach, y1 - y0), ink.light.on(0xf0c230, 1), 1);
        for (double x = -ink.reach; x < ink.reach; x += 22) {
            for (int r = 0; r < 2; r++) {
                ink.raw(Cut.oval(x, y0 + (y1 - y0) * (.3 + .4 * r), 4, 2.2), ink.light.on(0xc89a18, 1), .9);
            }
        }
        Land.joints(ink, scene, 2, 0x5a5c66, .25);
        for (int i = 0; i < 2; i++) {
            double y = eye / (2.5 + i * .6);
            ink.raw(Cut.box(-ink.reach, y, 2 * ink.reach, 3), ink.light.on(0xc8ccd4, 2), 1);
        }
    }
}
