package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import java.awt.geom.Path2D;

/** Inside a train: a long bench under windows past which the land runs, straps that swing. */
final class TrainInside implements Place {
    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public Light light(Light light, Hour hour) {
        return light.air(.15).ambient(Hue.mix(light.ambient(), 0xe8ecf0, .3)).silhouettes(hour == Hour.DAY ? .15 : .35);
    }

    @Override
    public void build(Scene scene) {
        scene.seats(.44);
        double wall = 1.55;
        scene.sky(ink -> Sky.paint(ink, scene, 1));
        scene.live(14, (ink, t) -> hills(ink, t, 0));
        scene.live(7, (ink, t) -> hills(ink, t, 1));
        scene.live(3.4, (ink, t) -> near(ink, t));
        scene.sheet(wall, ink -> {
            double m = ink.m;
            double pitch = m * 2.5;
            var panel = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            double top = ink.base - m * 3.1;
            panel.append(Cut.box(-ink.reach - 20, ink.top - 20, 2 * ink.reach + 40, ink.base - ink.top + 60), false);
            for (double x = -pitch * Math.ceil(ink.reach / pitch) - pitch / 2; x < ink.reach; x += pitch) {
                panel.append(Cut.card(x + m * .18, ink.base - m * 2.2, pitch - m * .36, m * 1.15, m * .22), false);
            }
            ink.g.setPaint(Ink.gradient(0, top, 0, ink.base, Hue.of(ink.lit(0xf2efe6)), Hue.of(ink.lit(0xcfcabc))));
            ink.g.fill(panel);
            for (double x = -pitch * Math.ceil(ink.reach / pitch) - pitch / 2; x < ink.reach; x += pitch) {
                ink.draw(
                        Cut.card(x + m * .18, ink.base - m * 2.2, pitch - m * .36, m * 1.15, m * .22),
                        m * .06,
                        0xa8acb4);
                ink.draw(
                        Cut.line(x + m * .24, ink.base - m * 1.6, x + pitch - m * .24, ink.base - m * 1.6),
                        m * .03,
                        0xa8acb4);
                ink.raw(
                        Cut.poly(
                                x + m * .5,
                                ink.base - m * 2.14,
                                x + m * .9,
                                ink.base - m * 2.14,
                                x + m * .5,
                                ink.base - m * 1.1,
                                x + m * .24,
                                ink.base - m * 1.1),
                        0xffffff,
                        .14);
                ink.fill(
                        Cut.card(x + m * .4, ink.base - m * 2.75, m * 1.7, m * .36, 6),
                        new int[] {0xf0b8a8, 0xa8d0e0, 0xf0e0a0, 0xc0d8a8}[Math.floorMod((int) (x / pitch), 4)]);
            }
            ink.fade(Cut.box(-ink.reach, ink.base - m * .98, 2 * ink.reach, m * .56), 0x3f8a78, 0x2f6a60);
            ink.fade(Cut.box(-ink.reach, ink.base - m * .5, 2 * ink.reach, m * .2), 0x4a9a86, 0x2f6a60);
            for (double x = -ink.reach; x < ink.reach; x += m * .55) {
                ink.draw(Cut.line(x, ink.base - m * .96, x, ink.base - m * .34), 1.6, 0x24544c, .7);
            }
            ink.fill(Cut.box(-ink.reach, ink.base - m * .3, 2 * ink.reach, m * .3), 0x6a6e74);
            ink.fade(Cut.box(-ink.reach, ink.top - 20, 2 * ink.reach, top - ink.top + 20), 0xe8e6de, 0xfaf8f0);
            ink.raw(
                    Cut.box(-ink.reach, top - m * .5, 2 * ink.reach, m * .14),
                    Hue.mix(ink.lit(0xe8e8e0), 0xfffdf0, ink.light.lamps()),
                    1);
        });
        scene.floor(ink -> {
            Land.floor(ink, 0x8a8478, 0x706a60);
            Land.joints(ink, scene, 3, 0x4a463e, .3);
        });
        scene.live(1.3, (ink, t) -> straps(ink, t));
        scene.sheet(1.25, ink -> {
            for (double x = -ink.m * 6; x < ink.reach; x += ink.m * 4) {
                ink.across(Cut.box(x - ink.m * .035, ink.top, ink.m * .07, ink.base - ink.top), 0xf0f2f6, 0x8a90a0);
            }
        });
        scene.live(.6, (ink, t) -> {
            for (int i = 0; i < 3; i++) {
                double u = (t * .5 + i * .4) % 1.6 - .3;
                ink.g.setPaint(Ink.gradient(
                        -ink.half + u * ink.half * 2,
                        0,
                        -ink.half + u * ink.half * 2 + 190,
                        0,
                        Hue.of(0xfff4d8, 0),
                        Hue.of(0xfff4d8, scene.hour == Hour.NIGHT ? 8 : 24)));
                ink.g.fill(Cut.poly(
                        -ink.half + u * ink.half * 2,
                        ink.top,
                        -ink.half + u * ink.half * 2 + 200,
                        ink.top,
                        -ink.half + u * ink.half * 2 + 40,
                        ink.bottom,
                        -ink.half + u * ink.half * 2 - 160,
                        ink.bottom));
            }
        });
    }

    private static void hills(Ink ink, double t, int row) {
        int n = 26;
        var v = new double[2 * n];
        double run = t * (row == 0 ? .14 : .5);
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            v[2 * i] = -ink.reach + 2 * ink.reach * q;
            v[2 * i + 1] = (row == 0 ? -120 : -50)
                    + 60 * Chance.noise(q * 5 * ink.reach / 500 + run, row + 4)
                    + 16 * Chance.noise(q * 17 * ink.reach / 500 + run * 3.4, row + 9);
        }
        ink.fill(Land.closed(v, ink.reach, 110), row == 0 ? 0x5a80a8 : 0x4a8a68);
    }

    private static void near(Ink ink, double t) {
        double m = ink.m;
        double period = m * 9;
        double run = t * m * 7;
        for (int i = -2; i < 2 * ink.reach / period + 2; i++) {
            long id = (long) Math.floor(run / period) + i;
            double x = -ink.reach + i * period - run % period + period;
            double kind = Chance.at(id, 3);
            if (kind < .5) {
                ink.fill(
                        Cut.box(x, -m * 2.2, m * (2 + 2 * Chance.at(id, 4)), m * 2.2 + 100),
                        new int[] {0xd8c8b0, 0xb8c0cc, 0xc8a898}[(int) (Chance.at(id, 5) * 3)]);
                ink.fill(Cut.poly(x - m * .3, -m * 2.1, x + m * 1.4, -m * 3.2, x + m * 3.4, -m * 2.1), 0x5a5a70);
                ink.shine(Cut.box(x + m * .5, -m * 1.5, m * .7, m * .6), 0xffd890, 0x8aa8c0);
            } else {
                Flora.crown(ink, x + m, -m * .8, m * 1.3, (int) id & 63, 0x4f8a54);
            }
            ink.fill(Cut.box(x + period * .6, -m * 4, m * .14, m * 4 + 100), 0x4a4650);
        }
    }

    private static void straps(Ink ink, double t) {
        double m = ink.m;
        double y = ink.base - m * 2.55;
        ink.fill(Cut.box(-ink.reach, y - m * .04, 2 * ink.reach, m * .05), 0xb8bcc8);
        for (double x = -m * 6; x < ink.reach; x += m * .62) {
            double a = .1 * Math.sin(t * 2.3 + x * .004) + .04 * Math.sin(t * 5.1);
            ink.within(x, y, a, 1, 1, () -> {
                ink.fill(Cut.box(-m * .02, 0, m * .04, m * .26), 0xe8e0d0);
                ink.draw(Cut.disc(0, m * .36, m * .1), m * .04, 0xf4efe2);
            });
        }
    }
}
