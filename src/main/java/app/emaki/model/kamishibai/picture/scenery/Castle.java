package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A white castle of many roofs on its stone foot, cherry trees before it, a moat at its feet. */
final class Castle implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(.5, hour == Hour.DAY ? .76 : hour == Hour.NIGHT ? .74 : .3);
    }

    @Override
    public void build(Scene scene) {
        boolean snow = scene.snowing();
        int bloom = snow ? 0xf0f6ff : scene.hour == Hour.NIGHT ? 0xe0a8d0 : 0xffb8cc;
        scene.sky(ink -> Sky.paint(ink, scene, .8));
        scene.sheet(12, ink -> {
            Land.ridge(ink, scene, 3, -60, 120, 0x5a78a0, 0x8aa8b8);
            ink.mist(-130, .6);
        });
        scene.sheet(6.6, ink -> keep(ink, snow));
        scene.sheet(4.6, ink -> {
            Land.ridge(ink, scene, 6, ink.base - 22, 16, 0x5a8a58, 0x4a7a50);
            for (int i = 0; i < 8; i++) {
                double x = ((i + .5) / 8 * 2 - 1) * ink.reach;
                Flora.crown(ink, x, ink.base - ink.m * (.7 + .3 * scene.chance(i, 4)), ink.m * .95, i, bloom);
            }
            ink.mist(-40, .3);
        });
        scene.floor(ink -> {
            Land.floor(ink, 0x3f7088, 0x3f7888);
            double y = scene.lens.eye() / 1.9;
            ink.g.setPaint(Ink.gradient(
                    0,
                    y,
                    0,
                    ink.bottom,
                    Hue.of(ink.light.on(snow ? 0xe8f0fa : 0xd0c0a0, 1)),
                    Hue.of(ink.light.on(snow ? 0xffffff : 0xb8a888, 1))));
            ink.g.fill(Cut.box(-ink.reach, y, 2 * ink.reach, ink.bottom));
            ink.raw(Cut.box(-ink.reach, y - 8, 2 * ink.reach, 20), ink.light.on(0x6a6a70, 1), 1);
        });
        scene.wet(Wet.water(.6, 0x9ab8c8).amount(.8).between(1.92, 60));
        scene.sheet(1.6, ink -> {
            for (int s = -1; s <= 1; s += 2) {
                double x = s * ink.half * .98;
                ink.draw(
                        Cut.line(
                                x,
                                ink.base,
                                x + s * 10,
                                ink.base - 190,
                                x - s * 20,
                                ink.base - 330,
                                x - s * 70,
                                ink.base - 450),
                        38,
                        0x42302f);
                ink.draw(Cut.line(x - s * 14, ink.base - 300, x + s * 30, ink.base - 430), 22, 0x42302f)
                        .draw(Cut.line(x - s * 40, ink.base - 380, x - s * 130, ink.base - 430), 14, 0x42302f);
                Flora.crown(ink, x + s * 30, ink.base - 560, 150, s + 4, bloom);
                Flora.crown(ink, x - s * 96, ink.base - 500, 104, s + 7, Hue.lighter(bloom, .15));
                Flora.crown(ink, x - s * 150, ink.base - 420, 52, s + 9, Hue.lighter(bloom, .25));
            }
        });
    }

    private static void keep(Ink ink, boolean snow) {
        double m = ink.m * 1.3;
        double y = ink.base;
        ink.fade(
                Cut.poly(-m * 7.6, y + 4, -m * 5.4, y - m * 3.2, m * 5.4, y - m * 3.2, m * 7.6, y + 4),
                0x9a948c,
                0x6a645e);
        for (int r = 0; r < 6; r++) {
            double ry = y - m * .5 * r - m * .3;
            double w = m * (7.2 - .38 * r);
            for (int i = -9; i <= 9; i++) {
                ink.draw(
                        Cut.card(i * m * .8 + (r % 2) * m * .4 - m * .36, ry - m * .2, m * .72, m * .44, 10),
                        1.4,
                        0x5a5450,
                        Math.abs(i * m * .8) < w ? .55 : 0);
            }
        }
        double[] widths = {5, 4.1, 3.1, 2.2};
        double at = y - m * 3.2;
        for (int i = 0; i < 4; i++) {
            double w = m * widths[i];
            double h = m * 1.55;
            ink.across(Cut.box(-w, at - h, 2 * w, h), 0xfffdf6, 0xd8d4d0);
            for (int k = -3; k <= 3; k++) {
                ink.shine(Cut.box(k * w * .26 - m * .16, at - h * .66, m * .32, h * .42), 0xffd08a, 0x4a5060);
            }
            roof(ink, w, at - h, m, snow, i == 3);
            at -= h + m * .75;
        }
    }

    private static void roof(Ink ink, double w, double y, double m, boolean snow, boolean last) {
        int tile = snow ? 0xf4f8ff : 0x3a4a5c;
        double in = last ? w * .42 : w * .8;
        double h = last ? m * 1.5 : m * .95;
        ink.fade(
                Cut.blob(
                        -w - m * 1.1,
                        y + m * .06,
                        -w * .98,
                        y - m * .14,
                        -in,
                        y - h,
                        in,
                        y - h,
                        w * .98,
                        y - m * .14,
                        w + m * 1.1,
                        y + m * .06,
                        w * .7,
                        y + m * .14,
                        -w * .7,
                        y + m * .14),
                Hue.lighter(tile, .1),
                Hue.darker(tile, .3));
        ink.fill(Cut.poly(-m * .9, y + m * .08, 0, y - m * .95, m * .9, y + m * .08), Hue.darker(tile, .15))
                .fill(Cut.poly(-m * .5, y + m * .04, 0, y - m * .62, m * .5, y + m * .04), 0xf4f0e8);
        if (last) {
            for (int s = -1; s <= 1; s += 2) {
                ink.fill(
                        Cut.blob(
                                s * in,
                                y - h,
                                s * (in + m * .3),
                                y - h - m * .5,
                                s * (in + m * .05),
                                y - h - m * .62,
                                s * (in - m * .25),
                                y - h - m * .1),
                        0xe8c050);
            }
        }
    }
}
