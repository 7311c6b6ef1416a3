package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A river at lantern time: a red bridge, willows, houses with lit windows, lights that drift on the water. */
final class River implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.lit(Math.max(.55, light.lamps())).sunAt(.3, hour == Hour.DAY ? .74 : .3);
    }

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> Sky.paint(ink, scene, .7));
        scene.sheet(11, ink -> {
            Land.ridge(ink, scene, 3, -80, 120, 0x4a6a90, 0x7090a8);
            ink.mist(-150, .6);
        });
        scene.sheet(5.6, ink -> {
            houses(ink, scene);
            Land.ridge(ink, scene, 8, ink.base - 14, 10, 0x4a6a50, 0x3f5a48);
        });
        scene.sheet(3.9, ink -> bridge(ink));
        scene.floor(ink -> {
            Land.floor(ink, 0x2f6a88, 0x2f7a8c);
            if (scene.isAfloat()) {
                return;
            }
            double y = scene.lens.eye() / 1.3;
            ink.g.setPaint(Ink.gradient(
                    0,
                    y - 20,
                    0,
                    ink.bottom,
                    Hue.of(ink.light.on(scene.snowing() ? 0xe8f0fa : 0x5f8a4c, 1)),
                    Hue.of(ink.light.on(scene.snowing() ? 0xffffff : 0x466f3c, 1))));
            ink.g.fill(Cut.blob(
                    -ink.reach - 60,
                    y - 20,
                    -ink.half * .5,
                    y + 4,
                    0,
                    y + 16,
                    ink.half * .5,
                    y + 6,
                    ink.reach + 60,
                    y - 16,
                    ink.reach + 60,
                    ink.bottom + 50,
                    -ink.reach - 60,
                    ink.bottom + 50));
        });
        scene.wet(Wet.water(.7, 0x86a8c8).amount(.82).between(scene.isAfloat() ? 0 : 1.26, 60));
        for (int i = 0; i < 16; i++) {
            int k = i;
            double z = 1.5 + 3.2 * Chance.at(i, 4);
            scene.live(z, (ink, t) -> floating(ink, t, k));
        }
        scene.sheet(1.55, ink -> {
            willow(ink, scene, -ink.half * .92, 3);
            willow(ink, scene, ink.half * 1.06, 5);
        });
        if (scene.isAfloat()) {
            scene.live(scene.lens.hero() * .97, (ink, t) -> ripples(ink, t));
            return;
        }
        scene.sheet(1.22, ink -> {
            Flora.grass(ink, scene, 5, 46, ink.m * .34, 0x4f8a48);
            Flora.flowers(ink, scene, 8, 7, ink.m * .36, 0xff9ab0, 0xfff0d8);
        });
    }

    /** Rings and strokes of light that drift by on still water. */
    private static void ripples(Ink ink, double t) {
        for (int i = 0; i < 22; i++) {
            double period = 2 * ink.reach + 200;
            double x = (Chance.at(i, 31) * period + t * (14 + 20 * Chance.at(i, 32))) % period - period / 2;
            double y = ink.base + ink.m * (-.05 + .5 * Chance.at(i, 33));
            double w = 26 + 60 * Chance.at(i, 34);
            ink.rawLine(Cut.line(x - w, y, x - w * .3, y - 4, x + w * .4, y + 3, x + w, y), 2.4, 0xe8f6ff, .4);
        }
    }

    private static void houses(Ink ink, Scene scene) {
        double m = ink.m;
        double x = -ink.reach;
        for (int i = 0; x < ink.reach; i++) {
            double w = m * (3 + 2.4 * scene.chance(i, 3));
            double h = m * (2.2 + 1.6 * scene.chance(i, 4));
            int c = new int[] {0xc8b098, 0xa88a70, 0xd8c8b0}[i % 3];
            ink.fade(Cut.box(x, ink.base - h, w, h), c, Hue.darker(c, .2));
            int roof = scene.snowing() ? 0xf4f8ff : 0x3f4a5c;
            ink.fill(
                    Cut.blob(
                            x - m * .5,
                            ink.base - h + m * .1,
                            x + w * .2,
                            ink.base - h - m * .7,
                            x + w * .5,
                            ink.base - h - m * 1.1,
                            x + w * .8,
                            ink.base - h - m * .7,
                            x + w + m * .5,
                            ink.base - h + m * .1,
                            x + w * .5,
                            ink.base - h - m * .06),
                    roof);
            for (int k = 0; k < 3; k++) {
                ink.shine(Cut.box(x + w * (.14 + .27 * k), ink.base - h * .72, w * .2, h * .5), 0xffc870, 0x7a8a94);
                ink.draw(
                        Cut.line(
                                x + w * (.24 + .27 * k),
                                ink.base - h * .72,
                                x + w * (.24 + .27 * k),
                                ink.base - h * .22),
                        2,
                        0x4a3428);
            }
            x += w + m * .3;
        }
    }

    private static void bridge(Ink ink) {
        double m = ink.m;
        double w = Math.min(ink.half * 1.05, m * 9);
        int red = 0xd04030;
        double top = ink.base - m * 2.7;
        double[] deck = {
            -w,
            ink.base - m * .5,
            -w * .5,
            ink.base - m * 1.6,
            0,
            ink.base - m * 2,
            w * .5,
            ink.base - m * 1.6,
            w,
            ink.base - m * .5
        };
        for (int i = -2; i <= 2; i++) {
            double x = i * w * .32;
            double y = ink.base - m * 2 + m * 1.5 * (x / w) * (x / w);
            ink.fill(Cut.box(x - m * .12, y, m * .24, ink.base - y + 6), 0x6a2a24);
        }
        ink.draw(Cut.line(deck), m * .34, red);
        ink.draw(
                Cut.line(
                        -w,
                        ink.base - m * 1.3,
                        -w * .5,
                        ink.base - m * 2.35,
                        0,
                        top,
                        w * .5,
                        ink.base - m * 2.35,
                        w,
                        ink.base - m * 1.3),
                m * .14,
                Hue.lighter(red, .12));
        for (int i = -8; i <= 8; i++) {
            double x = i * w / 8;
            double y = ink.base - m * 2 + m * 1.5 * (x / w) * (x / w);
            ink.fill(Cut.box(x - m * .05, y - m * .76, m * .1, m * .76), red);
            if (i % 4 == 0) {
                ink.fill(Cut.blob(x - m * .12, y - m * .8, x, y - m * 1.02, x + m * .12, y - m * .8), 0x2a2430);
            }
        }
    }

    private static void willow(Ink ink, Scene scene, double x, int key) {
        double m = ink.m;
        ink.across(
                Cut.blob(
                        x - m * .3,
                        ink.base + 6,
                        x - m * .12,
                        ink.base - m * 2,
                        x - m * .2,
                        ink.base - m * 4,
                        x + m * .2,
                        ink.base - m * 4,
                        x + m * .14,
                        ink.base - m * 2,
                        x + m * .34,
                        ink.base + 6),
                0x5a4636,
                0x35281f);
        for (int i = 0; i < 54; i++) {
            double q = scene.chance(i, key);
            double dx = (q - .5) * m * 3.6;
            double y0 = ink.base - m * (4.6 - 1.2 * Math.abs(q - .5) * 2 + .5 * scene.chance(i, key + 1));
            double l = m * (1.4 + 1.6 * scene.chance(i, key + 2));
            ink.draw(
                    Cut.line(x + dx * .3, y0 + m * .2, x + dx * .8, y0, x + dx, y0 + l * .5, x + dx * 1.04, y0 + l),
                    m * .05,
                    Hue.mix(0x6a9a4a, 0x2f5a3a, scene.chance(i, key + 3)));
        }
    }

    private static void floating(Ink ink, double t, int k) {
        double m = ink.m;
        double period = 2 * ink.reach + 100;
        double x = (Chance.at(k, 5) * period + t * m * .14) % period - period / 2;
        double y = ink.base + Math.sin(t * 1.2 + k) * 2;
        double s = m * .3;
        double flame = .8 + .2 * Math.sin(t * 9 + k * 3);
        ink.glow(x, y - s * .7, s * 3.4, 0xffa040, .5 * flame);
        ink.raw(Cut.box(x - s * .62, y - s * .12, s * 1.24, s * .18), 0x5a3420, 1);
        ink.rawFade(Cut.box(x - s * .46, y - s * 1.3, s * .92, s * 1.2), 0xfff0b8, 1, 0xff9a40, 1);
        ink.rawLine(
                Cut.poly(
                        x - s * .46,
                        y - s * 1.3,
                        x + s * .46,
                        y - s * 1.3,
                        x + s * .46,
                        y - s * .1,
                        x - s * .46,
                        y - s * .1),
                s * .07,
                0x8a4a24,
                1);
    }
}
