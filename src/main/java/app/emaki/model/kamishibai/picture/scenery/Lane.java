package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.sky.Sky;
import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.picture.stage.Wet;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A quiet lane between garden walls: tiled roofs, poles and wires, a lit vending machine. */
final class Lane implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(.05, hour == Hour.DAY ? .8 : .18);
    }

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> Sky.paint(ink, scene, 1));
        scene.sheet(9, ink -> {
            Land.ridge(ink, scene, 2, -60, 80, 0x5a7a88, 0x7a9a90);
            Town.skyline(ink, scene, 5, 30, 70, 70, 0x9a98a8, .25);
            ink.mist(-120, .5);
        });
        houses(scene, 4.6, .2, 0);
        houses(scene, 3, .38, 1);
        houses(scene, 1.95, .62, 2);
        scene.floor(ink -> {
            Land.floor(ink, scene.snowing() ? 0xe0e6f0 : 0x8a8890, scene.snowing() ? 0xf6f8ff : 0x74727c);
            double k = 1.9 * scene.lens.metre(1) / scene.lens.eye();
            double far = ink.bottom;
            for (int s = -1; s <= 1; s += 2) {
                ink.raw(
                        Cut.poly(s * k * 4, 4, s * k * far, far, s * (k * far + far * .035), far, s * k * 4.2, 4),
                        ink.light.on(0xf4f0e8, 1),
                        .8);
            }
        });
        if (scene.raining()) {
            scene.wet(Wet.street().amount(.7));
        }
        scene.sheet(1.5, ink -> {
            double x = ink.half * .9;
            wall(ink, -ink.half * .8, -1);
            wall(ink, ink.half * .84, 1);
            Town.pole(ink, -ink.half * .72, ink.m * 6.4);
            vending(ink, x - ink.m * 1.35);
            Flora.crown(
                    ink,
                    -ink.half * 1.1,
                    ink.base - ink.m * 3.2,
                    ink.m * 1.25,
                    4,
                    scene.snowing() ? 0xe8f0f8 : 0x4a8a50);
        });
        scene.sheet(1.48, ink -> {
            Town.wires(ink, -ink.half * .72, ink.base - ink.m * 6.1, 20, -150, 3);
            Town.wires(ink, -ink.half * .72, ink.base - ink.m * 6.1, ink.reach, ink.top * .9, 3);
        });
        scene.live(1.47, (ink, t) -> cat(ink, -ink.half * .92, ink.base - ink.m * 1.72, t));
    }

    private static void houses(Scene scene, double z, double inner, int row) {
        scene.sheet(z, ink -> {
            double m = ink.m;
            double edge = Math.min(ink.half, 620) * inner;
            for (int s = -1; s <= 1; s += 2) {
                double w = m * 4.4;
                for (int i = 0; i < 3; i++) {
                    double x = s > 0 ? edge + i * w * 1.02 : -edge - (i + 1) * w * 1.02;
                    house(ink, scene, x, w, m, row * 7 + i * 2 + (s + 1) / 2);
                }
            }
            if (row == 1) {
                Town.pole(ink, edge * .86, m * 6);
            }
        });
    }

    private static void house(Ink ink, Scene scene, double x, double w, double m, int key) {
        double y = ink.base;
        int[] walls = {0xe8d8bc, 0xd8c8b8, 0xc8d0d0, 0xe0c8a8, 0xf0e4d0};
        int[] roofs = {0x4a5a70, 0x5a4a50, 0x3f5a5a, 0x6a4a40};
        int c = walls[key % 5];
        double h = m * (4.6 + .8 * Chance.at(key, 4));
        ink.fade(Cut.box(x, y - h, w, h), c, Hue.darker(c, .18));
        int roof = scene.snowing() ? 0xf4f8ff : roofs[key % 4];
        ink.fade(
                Cut.poly(
                        x - m * .5,
                        y - h + m * .2,
                        x + w * .22,
                        y - h - m * 1.25,
                        x + w * .78,
                        y - h - m * 1.25,
                        x + w + m * .5,
                        y - h + m * .2),
                roof,
                Hue.darker(roof, .3));
        ink.fade(
                Cut.poly(
                        x - m * .3,
                        y - h * .5,
                        x + m * .2,
                        y - h * .5 - m * .5,
                        x + w - m * .2,
                        y - h * .5 - m * .5,
                        x + w + m * .3,
                        y - h * .5),
                roof,
                Hue.darker(roof, .3));
        for (int i = 0; i < 2; i++) {
            for (int r = 0; r < 2; r++) {
                double wx = x + w * (.16 + .42 * i);
                double wy = y - h * (.88 - .5 * r);
                ink.fill(Cut.box(wx - 3, wy - 3, w * .26 + 6, h * .22 + 6), Hue.darker(c, .45));
                if (Chance.at(key * 4L + i * 2 + r, 6) < .6) {
                    ink.shine(Cut.box(wx, wy, w * .26, h * .22), 0xffd890, 0xb8d4e0);
                } else {
                    ink.fill(Cut.box(wx, wy, w * .26, h * .22), 0x7a92a8);
                }
                ink.fill(Cut.box(wx + w * .125, wy, 3, h * .22), Hue.darker(c, .45));
            }
        }
    }

    private static void wall(Ink ink, double x, int side) {
        double m = ink.m;
        double w = ink.reach + 60;
        double from = side < 0 ? -w : x;
        double wide = side < 0 ? x + w : w - x;
        ink.fade(Cut.box(from, ink.base - m * 1.7, wide, m * 1.75), 0xc8bca8, 0xa09484);
        ink.fill(Cut.box(from - 8, ink.base - m * 1.78, wide + 16, m * .14), 0x5a626e);
        for (double at = from; at < from + wide; at += m * .7) {
            ink.draw(Cut.line(at, ink.base - m * 1.6, at, ink.base), 1.6, 0x8a7e70, .7);
        }
        ink.draw(Cut.line(from, ink.base - m * .85, from + wide, ink.base - m * .85), 1.6, 0x8a7e70, .7);
    }

    private static void vending(Ink ink, double x) {
        double m = ink.m;
        double y = ink.base;
        ink.across(Cut.card(x, y - m * 1.85, m * .95, m * 1.85, 8), 0xe84a3c, 0xa82a24);
        ink.glow(x + m * .47, y - m * 1.3, m * 1.6, 0xdff4ff, .5 * ink.light.lamps());
        ink.shine(Cut.box(x + m * .08, y - m * 1.75, m * .79, m * 1.0), 0xf4fcff, 0xd8e4ec);
        for (int r = 0; r < 3; r++) {
            for (int i = 0; i < 6; i++) {
                ink.raw(
                        Cut.card(x + m * (.12 + .125 * i), y - m * (1.68 - .31 * r), m * .085, m * .21, 4),
                        Hue.mix(Town.neon(i + r * 2), 0xffffff, .12),
                        .9);
            }
        }
        ink.fill(Cut.box(x + m * .1, y - m * .5, m * .5, m * .2), 0x2a1614);
    }

    private static void cat(Ink ink, double x, double y, double t) {
        double s = ink.m * .32;
        int c = 0x2a2430;
        double tail = .25 * Math.sin(t * 2.2);
        ink.draw(Cut.line(x - s * .6, y, x - s * 1.1, y + s * .3, x - s * (1.1 - tail), y + s * .9), s * .16, c);
        ink.fill(
                        Cut.blob(
                                x - s * .7,
                                y + 2,
                                x - s * .5,
                                y - s * .6,
                                x,
                                y - s * .8,
                                x + s * .4,
                                y - s * .4,
                                x + s * .5,
                                y + 2),
                        c)
                .fill(Cut.disc(x + s * .4, y - s * .95, s * .36), c);
        ink.fill(Cut.poly(x + s * .1, y - s * 1.1, x + s * .12, y - s * 1.55, x + s * .38, y - s * 1.25), c)
                .fill(Cut.poly(x + s * .45, y - s * 1.25, x + s * .68, y - s * 1.55, x + s * .7, y - s * 1.1), c);
        double lid = Curve.bump(.5, .05, (t / 2.7) % 1) > 0 ? .2 : 1;
        ink.raw(Cut.oval(x + s * .3, y - s * .98, s * .07, s * .09 * lid), 0xffe070, 1)
                .raw(Cut.oval(x + s * .55, y - s * .98, s * .07, s * .09 * lid), 0xffe070, 1);
    }
}
