package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;

/** Dunes under a great sun, a far caravan and a ruined gate. */
final class Desert implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(-.18, hour == Hour.DAY ? .52 : hour == Hour.NIGHT ? .6 : .14);
    }

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> {
            Sky.paint(ink, scene, .25);
            if (scene.hour != Hour.NIGHT && scene.weather == Weather.CLEAR) {
                double x = ink.light.sunX() * ink.half;
                double y = ink.light.sunY() * ink.top * .92;
                ink.glow(x, y, 360, ink.light.sun(), .5);
                ink.rawFade(Cut.disc(x, y, 128), Hue.lighter(ink.light.sun(), .4), 1, ink.light.sun(), .9);
            }
        });
        scene.sheet(12, ink -> {
            for (int i = 0; i < 3; i++) {
                double x = ink.half * (.2 + .34 * i);
                double h = 150 - 40 * i;
                ink.fill(Cut.poly(x - h * 1.15, ink.base, x, ink.base - h, x + h * 1.15, ink.base), 0xd8a868)
                        .fill(Cut.poly(x + h * .1, ink.base, x, ink.base - h, x + h * 1.15, ink.base), 0xa87848);
            }
            dune(ink, scene, 1, -20, 30, 0xe0b070, 0xb88858);
            ink.mist(-140, .5);
        });
        scene.sheet(7, ink -> dune(ink, scene, 2, -36, 70, 0xe8b878, 0xc08a58));
        scene.live(6.9, (ink, t) -> caravan(ink, t));
        scene.sheet(4.2, ink -> dune(ink, scene, 3, -10, 90, 0xf0c080, 0xc88c58));
        scene.sheet(2.7, ink -> {
            dune(ink, scene, 4, ink.base - 40, 80, 0xf4c888, 0xd09860);
            cactus(ink, -ink.half * .7, ink.base - 20);
        });
        scene.floor(ink -> {
            Land.floor(ink, 0xe0a868, 0xf0c688);
            for (int i = 0; i < 40; i++) {
                double q = Math.pow((i + 1) / 41.0, 1.8);
                double y = q * ink.bottom;
                double x = (scene.chance(i, 5) * 2 - 1) * ink.reach;
                double w = 50 + 320 * q;
                ink.rawLine(
                        Cut.line(x - w, y + 4 * q, x - w * .4, y - 8 * q, x + w * .2, y + 5 * q, x + w, y - 5 * q),
                        1 + 3 * q,
                        ink.light.on(i % 2 == 0 ? 0xfff0c8 : 0xb88050, 1),
                        .4);
            }
        });
        scene.sheet(1.6, ink -> {
            cactus(ink, ink.half * .84, ink.base);
            Land.rock(ink, -ink.half * .8, ink.base + 4, ink.m * .8, 3, 0xc08a5a);
        });
    }

    private static void dune(Ink ink, Scene scene, int key, double y, double high, int sun, int shade) {
        int n = 9;
        var v = new double[2 * n];
        for (int i = 0; i < n; i++) {
            v[2 * i] = -ink.reach - 40 + (2 * ink.reach + 80) * i / (n - 1);
            v[2 * i + 1] = y - high * (.5 + .5 * Chance.noise(i * .8 + key * 5.3, key + scene.seed));
        }
        ink.g.setPaint(
                Ink.gradient(0, y - high, 0, ink.base, Hue.of(ink.lit(sun)), Hue.of(ink.lit(Hue.mix(sun, shade, .5)))));
        ink.g.fill(Land.closed(v, ink.reach, ink.base + 4));
        for (int i = 1; i < n - 1; i++) {
            if (v[2 * i + 1] <= v[2 * i - 1] && v[2 * i + 1] <= v[2 * i + 3]) {
                double x = v[2 * i];
                double top = v[2 * i + 1];
                ink.g.setPaint(
                        Ink.gradient(0, top, 0, ink.base, Hue.of(ink.lit(shade), 210), Hue.of(ink.lit(shade), 0)));
                ink.g.fill(Cut.blob(
                        x,
                        top + 1,
                        x + 60,
                        top + 14,
                        x + 150,
                        ink.base,
                        x + 40,
                        ink.base,
                        x + 26,
                        (top + ink.base) / 2,
                        x - 8,
                        top + 22));
            }
        }
    }

    private static void caravan(Ink ink, double t) {
        double m = ink.m * 1.25;
        for (int i = 0; i < 5; i++) {
            double x = -ink.half * .5 + i * m * 2.6 + t * m * .35;
            double y = -40 + 6 * Math.sin(x * .02);
            double bob = Math.sin(t * 4 + i) * m * .03;
            int c = 0x6a4028;
            int beast = i;
            ink.within(x, y + bob, 0, m, m, () -> {
                ink.fill(
                        Cut.blob(
                                -.7, -1.1, -.3, -1.35, -.05, -1.75, .2, -1.35, .6, -1.2, .75, -.9, .3, -.75, -.5, -.75),
                        c);
                ink.fill(
                                Cut.strand(
                                        new double[] {.6, .95, 1.05},
                                        new double[] {-1.05, -1.3, -1.75},
                                        new double[] {.16, .11, .1}),
                                c)
                        .fill(Cut.oval(1.2, -1.78, .2, .1), c);
                for (int k = 0; k < 4; k++) {
                    double a = .18 * Math.sin(t * 4 + k * 1.7 + beast);
                    ink.draw(Cut.line(-.5 + k * .33, -.8, -.5 + k * .33 + a * .5, -.4, -.5 + k * .33 + a, 0), .09, c);
                }
                ink.fill(Cut.box(-.3, -1.5, .5, .5), 0xd0503a);
            });
        }
    }

    private static void cactus(Ink ink, double x, double y) {
        double m = ink.m;
        int c = 0x4a8a58;
        ink.draw(
                Cut.line(x - m * .1, y - m * .8, x - m * .5, y - m * .85, x - m * .52, y - m * 1.4),
                m * .2,
                Hue.darker(c, .12));
        ink.draw(
                Cut.line(x + m * .1, y - m * 1.1, x + m * .5, y - m * 1.15, x + m * .52, y - m * 1.7),
                m * .2,
                Hue.darker(c, .12));
        ink.across(
                Cut.card(x - m * .17, y - m * 2.2, m * .34, m * 2.24, m * .34), Hue.lighter(c, .15), Hue.darker(c, .3));
        ink.fill(Cut.star(x, y - m * 2.22, m * .13, m * .05, 6, 0), 0xff7aa0);
    }
}
