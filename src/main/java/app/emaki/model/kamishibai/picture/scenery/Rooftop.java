package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A roof above a town: a fence of mesh, a water tank, wide sky. */
final class Rooftop implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(.12, hour == Hour.DAY ? .6 : hour == Hour.NIGHT ? .62 : .17);
    }

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> Sky.paint(ink, scene, 1.3));
        scene.sheet(14, ink -> {
            Land.ridge(ink, scene, 2, -50, 80, 0x5a78a8, 0x8aa4c0);
            ink.mist(-100, .5);
        });
        scene.sheet(9, ink -> {
            Town.skyline(ink, scene, 3, 30, 150, 60, 0x8088b0, .3);
            ink.mist(-140, .5);
        });
        scene.sheet(5.5, ink -> {
            Town.skyline(ink, scene, 5, 10, 130, 110, 0x6a70a0, .32);
            double x = -ink.half * .5;
            ink.fill(Cut.poly(x - 12, ink.base, x - 4, -330, x + 4, -330, x + 12, ink.base), 0xd8503c);
            for (int i = 0; i < 6; i++) {
                ink.fill(Cut.box(x - 12 + i, ink.base - 60 - i * 50, 24 - 2 * i, 7), i % 2 == 0 ? 0xfff4ec : 0xd8503c);
            }
            ink.glow(x, -332, 40, 0xff5a4a, .7 * ink.light.lamps());
            ink.mist(-80, .35);
        });
        scene.floor(ink -> {
            Land.floor(ink, 0x8a929c, 0xa0a6ae);
            Land.boards(ink, scene, 1.5, 0x5a626e, .4);
            Land.joints(ink, scene, 2.4, 0x5a626e, .4);
        });
        if (scene.raining()) {
            scene.wet(Wet.street().amount(.7).between(0, 1.9));
        }
        scene.sheet(1.95, ink -> {
            double m = ink.m;
            ink.fade(Cut.box(-ink.reach, ink.base - m * .5, 2 * ink.reach, m * .52), 0xb8bcc4, 0x8a909a);
            double top = ink.base - m * 2.5;
            for (double x = -ink.reach - 200; x < ink.reach; x += m * .2) {
                ink.draw(Cut.line(x, ink.base - m * .5, x + m * 2, top), 1.2, 0x3f4a58, .5)
                        .draw(Cut.line(x + m * 2, ink.base - m * .5, x, top), 1.2, 0x3f4a58, .5);
            }
            for (double x = -m * 8; x < ink.reach; x += m * 2) {
                ink.fill(Cut.box(x - m * .04, top, m * .08, m * 2), 0x3f4a58);
            }
            ink.fill(Cut.box(-ink.reach, top - m * .04, 2 * ink.reach, m * .08), 0x3f4a58);
        });
        scene.sheet(1.6, ink -> {
            double m = ink.m;
            double x = ink.half * .74;
            ink.fill(Cut.box(x - m * .6, ink.base - m * 1.5, m * .08, m * 1.5), 0x4a505c)
                    .fill(Cut.box(x + m * .6, ink.base - m * 1.5, m * .08, m * 1.5), 0x4a505c)
                    .draw(Cut.line(x - m * .56, ink.base - m * .1, x + m * .64, ink.base - m * 1.4), m * .04, 0x4a505c);
            ink.across(Cut.card(x - m * .8, ink.base - m * 3, m * 1.66, m * 1.5, m * .2), 0xd8dce4, 0x8a94a4);
            ink.fill(
                    Cut.poly(x - m * .84, ink.base - m * 2.96, x, ink.base - m * 3.36, x + m * .9, ink.base - m * 2.96),
                    0xa8b0bc);
            double ax = -ink.half * .86;
            ink.fade(Cut.card(ax - m * .5, ink.base - m * .9, m, m * .9, 6), 0xe0e2e6, 0xa8acb4);
            ink.fill(Cut.disc(ax, ink.base - m * .48, m * .3), 0x5a626e);
            for (int i = 0; i < 6; i++) {
                ink.draw(
                        Cut.line(
                                ax,
                                ink.base - m * .48,
                                ax + Math.cos(i) * m * .28,
                                ink.base - m * .48 + Math.sin(i) * m * .28),
                        3,
                        0x8a929e);
            }
        });
    }
}
