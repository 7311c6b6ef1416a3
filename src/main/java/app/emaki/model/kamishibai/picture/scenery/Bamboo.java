package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A bamboo grove with a fenced path. */
final class Bamboo implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        int green = hour == Hour.NIGHT
                ? 0x2a6070
                : hour == Hour.DUSK ? 0x8a6a90 : hour == Hour.GOLDEN ? 0xe8c868 : 0xc8e4a0;
        return light.haze(Hue.mix(light.haze(), green, .75))
                .air(.7)
                .sky(
                        Hue.mix(light.sky().get(0), green, .6),
                        Hue.mix(light.sky().get(1), green, .65),
                        Hue.mix(light.sky().get(2), green, .7),
                        Hue.mix(light.sky().get(3), Hue.lighter(green, .5), .7))
                .sunAt(.1, .45);
    }

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> {
            Sky.paint(ink, scene, 0);
            ink.glow(0, ink.top * .3, 520, Hue.lighter(ink.light.haze(), .6), .7);
        });
        grove(scene, 8, 46, 0x8ab05a, 1);
        grove(scene, 5, 30, 0x6fa04c, 2);
        grove(scene, 3.2, 17, 0x4f9448, 3);
        grove(scene, 2.1, 9, 0x2f7a44, 4);
        scene.floor(ink -> {
            Land.floor(ink, scene.snowing() ? 0xe0e8f0 : 0x8a9a58, scene.snowing() ? 0xfafcff : 0x7a7a48);
            double k = 1.3 * scene.lens.metre(1) / scene.lens.eye();
            double far = ink.bottom;
            ink.g.setPaint(
                    Ink.gradient(0, 0, 0, far, Hue.of(ink.light.on(0xe8dcb8, 3)), Hue.of(ink.light.on(0xb8a47c, 1))));
            ink.g.fill(Cut.poly(-k * 4, 4, k * 4, 4, k * far, far, -k * far, far));
        });
        for (double z : new double[] {4, 2.8, 2, 1.5}) {
            scene.sheet(z, ink -> fence(ink));
        }
        grove(scene, 1.35, 4, 0x1f5a3c, 7);
        scene.sheet(.7, ink -> Flora.grass(ink, scene, 3, 30, ink.m * .2, 0x4a7a3a));
    }

    private static void grove(Scene scene, double z, int n, int colour, int key) {
        scene.sheet(z, ink -> {
            double m = ink.m;
            double path = m * (z < 1.5 ? 1.75 : 1.9);
            for (int i = 0; i < n * ink.reach / ink.half; i++) {
                double x = (scene.chance(i, key) * 2 - 1) * ink.reach;
                if (Math.abs(x) < path) {
                    x = Math.signum(x + .01) * (path + m * .9 * scene.chance(i, key + 7));
                }
                culm(
                        ink,
                        x,
                        m * (.08 + .05 * scene.chance(i, key + 1)),
                        Hue.mix(colour, i % 3 == 0 ? 0xc8d870 : 0x2a5a3a, .25 * scene.chance(i, key + 2)),
                        i + key);
            }
            ink.mist(-m, .4);
        });
    }

    private static void culm(Ink ink, double x, double w, int colour, int key) {
        double lean = (Chance.at(key, 3) - .5) * 60;
        double top = ink.top - 20;
        double h = ink.base - top;
        double joint = ink.m * .52;
        for (double y = 0; y < h; y += joint) {
            double q0 = y / h;
            double q1 = Math.min(1, (y + joint) / h);
            double x0 = x + lean * q0 * q0;
            double x1 = x + lean * q1 * q1;
            ink.across(
                    Cut.poly(
                            x0 - w,
                            ink.base - y,
                            x1 - w * .92,
                            ink.base - y - joint + 2,
                            x1 + w * .92,
                            ink.base - y - joint + 2,
                            x0 + w,
                            ink.base - y),
                    Hue.lighter(colour, .25),
                    Hue.darker(colour, .35));
            ink.fill(
                    Cut.card(x1 - w * 1.15, ink.base - y - joint - 1, w * 2.3, w * .4 + 2, 3),
                    Hue.lighter(colour, .35));
        }
        for (int i = 0; i < 5; i++) {
            double y = top + h * (.02 + .3 * Chance.at(key, i + 20));
            double side = i % 2 == 0 ? 1 : -1;
            for (int k = 0; k < 5; k++) {
                double a = side > 0 ? .2 + k * .22 : Math.PI - .2 - k * .22;
                double l = ink.m * (.5 + .3 * Chance.at(k, key + i));
                double bx = x + lean * .7 + side * ink.m * .12 * k;
                ink.fill(
                        Cut.blob(
                                bx,
                                y,
                                bx + Math.cos(a - .14) * l * .5,
                                y + Math.sin(a - .14) * l * .5,
                                bx + Math.cos(a) * l,
                                y + Math.sin(a) * l,
                                bx + Math.cos(a + .14) * l * .5,
                                y + Math.sin(a + .14) * l * .5),
                        Hue.mix(colour, k % 2 == 0 ? 0xb8e070 : 0x2f6a3a, .35));
            }
        }
    }

    private static void fence(Ink ink) {
        double m = ink.m;
        for (int s = -1; s <= 1; s += 2) {
            double x = s * m * 1.5;
            ink.fill(Cut.box(x - m * .05, ink.base - m * .9, m * .1, m * .9), 0x6a5230);
            for (int i = 0; i < 6; i++) {
                ink.draw(
                        Cut.line(x + s * i * m * .12, ink.base, x + s * i * m * .12, ink.base - m * .8),
                        m * .03,
                        0xa88a50);
            }
            ink.draw(Cut.line(x, ink.base - m * .7, x + s * m * .8, ink.base - m * .72), m * .06, 0x8a6a3a);
        }
    }
}
