package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** A small train on a viaduct between hills and sea, fields before it. */
final class TrainOutside implements Place {
    @Override
    public void build(Scene scene) {
        scene.sky(ink -> Sky.paint(ink, scene, 1));
        scene.sheet(12, ink -> {
            Land.ridge(ink, scene, 2, -90, 150, 0x5a7ab0, 0x86a4c0);
            ink.mist(-160, .6);
        });
        scene.sheet(7, ink -> {
            Land.ridge(ink, scene, 5, -26, 90, 0x4a8a78, 0x6aa080);
            Flora.treeline(ink, scene, 6, 34, 0x3f7a68);
            ink.mist(-80, .4);
        });
        scene.sheet(4.3, ink -> {
            double m = ink.m;
            double deck = ink.base - m * 3.2;
            for (double x = -ink.reach - m; x < ink.reach + m * 4; x += m * 4.4) {
                var arch = new Path2D.Double(Path2D.WIND_EVEN_ODD);
                arch.append(Cut.box(x, deck, m * 4.42, m * 3.4), false);
                arch.append(new Arc2D.Double(x + m * .5, deck + m * .6, m * 3.4, m * 4.4, 0, 180, Arc2D.CHORD), false);
                arch.append(Cut.box(x + m * .5, deck + m * 2.8, m * 3.4, m * .8), false);
                ink.fade(arch, 0xb8a898, 0x8a7c74);
            }
            ink.fill(Cut.box(-ink.reach, deck - m * .2, 2 * ink.reach, m * .34), 0xcabcac);
            for (double x = -ink.reach; x < ink.reach; x += m * 3.3) {
                ink.fill(Cut.box(x, deck - m * 5, m * .12, m * 5), 0x4a4e5c)
                        .fill(Cut.box(x, deck - m * 4.9, m * 1.1, m * .1), 0x4a4e5c);
            }
            ink.draw(Cut.line(-ink.reach, deck - m * 4.6, 0, deck - m * 4.5, ink.reach, deck - m * 4.6), 1.6, 0x3a3e4c);
        });
        scene.live(4.29, (ink, t) -> Trains.pass(ink, t * .8 + 2.2, ink.m * 3.3, 0xf2ece0, 0xe0583a, false));
        scene.floor(ink -> field(ink, scene));
        scene.sheet(1.9, ink -> {
            Flora.grass(ink, scene, 4, 50, ink.m * .4, 0x7aa84a);
            double x = ink.half * .8;
            Flora.tree(ink, x, ink.base, ink.m * 4.4, 6, scene.snowing() ? 0xe8f0f8 : 0x4f9a54);
            double px = -ink.half * .82;
            ink.fill(Cut.box(px, ink.base - ink.m * 2.2, ink.m * .1, ink.m * 2.2), 0x8a6a48);
            ink.within(
                    px + ink.m * .05,
                    ink.base - ink.m * 1.9,
                    .7,
                    1,
                    1,
                    () -> ink.fill(Cut.box(-ink.m * .7, -ink.m * .08, ink.m * 1.4, ink.m * .16), 0xf0e6d0)
                            .fill(Cut.box(-ink.m * .7, -ink.m * .03, ink.m * .4, ink.m * .06), 0x2a2a30));
        });
        scene.sheet(.62, ink -> {
            Flora.grass(ink, scene, 9, 70, ink.m * .3, 0x5a8a3c);
            Flora.flowers(ink, scene, 10, 16, ink.m * .34, 0xff7a6a, 0xffd860, 0xf6f0ff);
        });
    }

    private static void field(Ink ink, Scene scene) {
        boolean snow = scene.snowing();
        Land.floor(ink, snow ? 0xe4ecf6 : 0xa8c060, snow ? 0xfafcff : 0x86b04a);
        double eye = scene.lens.eye();
        for (int i = -16; i <= 16; i++) {
            double k = i * 330 / eye;
            ink.rawLine(
                    Cut.poly(k * 5, 5, k * ink.bottom, ink.bottom, k * ink.bottom, ink.bottom),
                    5,
                    ink.light.on(i % 2 == 0 ? 0x5a8a3a : 0xc8d880, 1),
                    snow ? .1 : .4);
        }
    }
}
