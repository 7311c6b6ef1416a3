package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** An office high above a town: a wall of glass, desks with screens, hanging lamps. */
final class Office implements Place {
    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        return light.air(.2).silhouettes(hour == Hour.DAY ? .15 : .4).ambient(Hue.mix(light.ambient(), 0xe8ecf4, .3));
    }

    @Override
    public void build(Scene scene) {
        scene.seats(.46);
        var room = Room.of(scene, 2, 3.4, .8);
        room.walls(0xd8dce4, 0xc4ccd8, 0xe8eaee, ink -> {
            double w = room.wide() / ink.m;
            var pane = room.onBack(ink, -w * .97, .4, w * 1.94, 2.5);
            room.outside(ink, pane, true);
            for (int i = 0; i <= 6; i++) {
                ink.fill(room.onBack(ink, -w * .97 + w * 1.94 * i / 6 - .025, .4, .05, 2.5), 0x3a4250);
            }
            ink.fill(room.onBack(ink, -w * .97, 2.2, w * 1.94, .05), 0x3a4250);
            for (int i = -1; i <= 1; i += 2) {
                ink.raw(
                        room.onCeiling(i * 1.1 - .2, i * 1.1 + .2, 1.9, .7),
                        Hue.mix(ink.lit(0xe8eaf0), 0xfffdf2, ink.light.lamps()),
                        1);
            }
            ink.fill(room.onSide(1, 1.8, 1.3, .9, 2), 0xfafafa);
            for (int i = 0; i < 6; i++) {
                ink.fill(
                        room.onSide(1, 1.74 - i * .07, 1.7 - i * .07, 1.2 + .12 * (i % 3), 1.42 + .12 * (i % 3)),
                        new int[] {0xffd860, 0xff9aa8, 0x9ad8ff}[i % 3]);
            }
        });
        room.floor(0x8a929e, 0x6a7280, 0x4a525e);
        row(scene, 1.75, 3);
        row(scene, 1.3, 2);
        scene.sheet(1.5, ink -> {
            for (int i = -1; i <= 1; i += 2) {
                room.pendant(ink, i * ink.half * .5, ink.m * .6, ink.m * .2, 0x2a3038, 0xfff0c8);
            }
        });
        scene.sheet(.64, ink -> {
            double x = -ink.half * .9;
            ink.fill(Cut.box(x - ink.m * .2, ink.base - ink.m * .3, ink.m * .36, ink.m * .5), 0xe8e8ec);
            for (int i = 0; i < 9; i++) {
                double a = -Math.PI / 2 + (i - 4) * .26;
                double l = ink.m * .62;
                ink.fill(
                        Cut.blob(
                                x,
                                ink.base - ink.m * .3,
                                x + Math.cos(a - .14) * l * .6,
                                ink.base - ink.m * .3 + Math.sin(a - .14) * l * .6,
                                x + Math.cos(a) * l,
                                ink.base - ink.m * .3 + Math.sin(a) * l,
                                x + Math.cos(a + .14) * l * .6,
                                ink.base - ink.m * .3 + Math.sin(a + .14) * l * .6),
                        i % 2 == 0 ? 0x2f7050 : 0x3f8a60);
            }
        });
    }

    private static void row(Scene scene, double z, int n) {
        scene.sheet(z, ink -> {
            double m = ink.m;
            for (int i = 0; i < n; i++) {
                double x = (i - (n - 1) / 2.0) * m * (n == 2 ? 3 : 2.1);
                ink.fill(Cut.box(x - m * .75, ink.base - m * .72, m * .06, m * .72), 0x3a4048)
                        .fill(Cut.box(x + m * .69, ink.base - m * .72, m * .06, m * .72), 0x3a4048);
                ink.fill(Cut.box(x - m * .8, ink.base - m * .76, m * 1.6, m * .06), 0xf0e4d0);
                ink.fill(Cut.card(x - m * .42, ink.base - m * 1.3, m * .84, m * .5, 6), 0x20242c);
                ink.shine(Cut.box(x - m * .38, ink.base - m * 1.26, m * .76, m * .4), 0x8ad8ff, 0x9ab8d0);
                for (int k = 0; k < 4; k++) {
                    ink.raw(
                            Cut.box(
                                    x - m * .33,
                                    ink.base - m * (1.2 - .08 * k),
                                    m * (.2 + .4 * Chance.at(k, i)),
                                    m * .03),
                            0xffffff,
                            .55);
                }
                ink.fill(Cut.box(x - m * .04, ink.base - m * .82, m * .08, m * .08), 0x20242c);
                ink.fill(Cut.box(x + m * .5, ink.base - m * .88, m * .1, m * .12), 0xd8503a);
                ink.fill(Cut.card(x - m * .25, ink.base - m * .62, m * .5, m * .42, 14), 0x2f3e5c)
                        .fill(Cut.box(x - m * .03, ink.base - m * .3, m * .06, m * .26), 0x20242c);
            }
        });
    }
}
