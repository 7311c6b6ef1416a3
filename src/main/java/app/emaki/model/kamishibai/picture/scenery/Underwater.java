package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** The bottom of a warm sea: light from above, coral and weed, shoals of fish, a sunken gate. */
final class Underwater implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        int sea = switch (hour) {
            case DAWN -> 0x5aa8c0;
            case DAY -> 0x38b8d8;
            case GOLDEN -> 0x6ab0a0;
            case DUSK -> 0x5a6ac0;
            case NIGHT -> 0x1f4a8c;
        };
        return light.sky(Hue.lighter(sea, .5), sea, Hue.darker(sea, .25), Hue.darker(sea, .45))
                .haze(Hue.darker(sea, .22))
                .air(.92)
                .ambient(Hue.mix(sea, 0xffffff, hour == Hour.NIGHT ? .12 : .45))
                .rims(0xe0fcff, 0x7af0e0)
                .silhouettes(hour == Hour.NIGHT ? .4 : .12)
                .blooming(hour == Hour.NIGHT ? 130 : 190, .8);
    }

    @Override
    public boolean indoors() {
        return true;
    }

    @Override
    public void build(Scene scene) {
        scene.weightless();
        scene.sky(ink -> {
            var sky = ink.light.sky();
            ink.rawFade(Cut.box(-ink.reach, ink.top, 2 * ink.reach, 60 - ink.top), sky.get(0), 1, sky.get(2), 1);
            ink.glow(ink.half * .1, ink.top, 520, 380, Hue.lighter(sky.get(0), .7), .9);
        });
        scene.sheet(10, ink -> reef(ink, scene, 2, -40, 150));
        scene.live(8.5, (ink, t) -> shoal(ink, t, 0));
        scene.sheet(5.4, ink -> {
            reef(ink, scene, 4, ink.base - 30, 110);
            Shrine.gate(ink, 4.4, 0xb05a50, false, scene, "");
            ink.mist(-120, .55);
        });
        scene.live(5, (ink, t) -> shafts(ink, scene, t));
        scene.live(3.9, (ink, t) -> shoal(ink, t, 1));
        scene.sheet(3, ink -> {
            reef(ink, scene, 6, ink.base - 6, 60);
            corals(ink, scene, 7, 9);
        });
        scene.floor(ink -> {
            Land.floor(ink, 0xa8b898, 0xe4d8b0);
            for (int i = 0; i < 46; i++) {
                double q = Math.pow((i + 1) / 47.0, 1.8);
                double x = (scene.chance(i, 3) * 2 - 1) * ink.reach;
                double w = 40 + 240 * q;
                ink.rawLine(
                        Cut.line(
                                x - w,
                                q * ink.bottom,
                                x - w * .3,
                                q * ink.bottom - 12 * q,
                                x + w * .4,
                                q * ink.bottom + 10 * q,
                                x + w,
                                q * ink.bottom),
                        2 + 5 * q,
                        ink.light.on(0xfffbe0, 1),
                        .26);
            }
        });
        scene.live(2.2, (ink, t) -> weed(ink, scene, t, 3, 9, 1.7));
        scene.sheet(1.55, ink -> {
            corals(ink, scene, 11, 5);
            Land.rock(ink, ink.half * .94, ink.base + 8, ink.m * .9, 5, 0x6a7a8a);
        });
        scene.live(1.5, (ink, t) -> weed(ink, scene, t, 5, 5, 2.2));
        scene.air((ink, t) -> bubbles(ink, scene, t));
        scene.live(.62, (ink, t) -> weed(ink, scene, t, 8, 5, 1.1));
    }

    private static void reef(Ink ink, Scene scene, int key, double y, double rough) {
        Land.ridge(ink, scene, key, y, rough, 0x3a6a80, 0x4a7a80);
    }

    private static void corals(Ink ink, Scene scene, int key, int n) {
        int[] hues = {0xff7a6a, 0xffa84a, 0xe86aa8, 0x9a7ae8, 0x5ad0b0};
        for (int i = 0; i < n * ink.reach / ink.half; i++) {
            double x = (scene.chance(i, key) * 2 - 1) * ink.reach;
            if (Math.abs(x) < ink.m * 1.2) {
                x += Math.signum(x + .1) * ink.m * 1.3;
            }
            double s = ink.m * (.4 + .6 * scene.chance(i, key + 1));
            int c = hues[(int) (scene.chance(i, key + 2) * hues.length)];
            if (i % 3 == 0) {
                for (int k = 0; k < 7; k++) {
                    double a = -Math.PI / 2 + (k - 3) * .3;
                    ink.draw(
                            Cut.line(
                                    x,
                                    ink.base,
                                    x + Math.cos(a) * s * .5,
                                    ink.base + Math.sin(a) * s * .6,
                                    x + Math.cos(a * 1.05) * s,
                                    ink.base + Math.sin(a) * s * 1.1),
                            s * .1,
                            Hue.mix(c, 0xffffff, .1 * (k % 3)));
                    ink.fill(
                            Cut.disc(x + Math.cos(a * 1.05) * s, ink.base + Math.sin(a) * s * 1.1, s * .09),
                            Hue.lighter(c, .3));
                }
            } else if (i % 3 == 1) {
                ink.fade(
                        Cut.blob(
                                x - s * .7,
                                ink.base + 2,
                                x - s * .6,
                                ink.base - s * .5,
                                x,
                                ink.base - s * .8,
                                x + s * .6,
                                ink.base - s * .5,
                                x + s * .7,
                                ink.base + 2),
                        Hue.lighter(c, .2),
                        Hue.darker(c, .25));
                for (int k = 0; k < 6; k++) {
                    ink.draw(
                            Cut.line(
                                    x + (k - 2.5) * s * .2,
                                    ink.base - s * .1,
                                    x + (k - 2.5) * s * .17,
                                    ink.base - s * .6),
                            s * .04,
                            Hue.darker(c, .35),
                            .7);
                }
            } else {
                for (int k = 0; k < 4; k++) {
                    double px = x + (k - 1.5) * s * .3;
                    double h = s * (.6 + .5 * Chance.at(k, i));
                    ink.across(
                            Cut.card(px - s * .12, ink.base - h, s * .24, h + 4, s * .2),
                            Hue.lighter(c, .2),
                            Hue.darker(c, .3));
                    ink.fill(Cut.oval(px, ink.base - h + s * .04, s * .09, s * .04), Hue.darker(c, .6));
                }
            }
        }
    }

    private static void weed(Ink ink, Scene scene, double t, int key, int n, double metres) {
        for (int i = 0; i < n * ink.reach / ink.half; i++) {
            double x = (scene.chance(i, key) * 2 - 1) * ink.reach;
            if (Math.abs(x) < ink.half * .42) {
                x += Math.signum(x + .1) * ink.half * .45;
            }
            double h = ink.m * metres * (.6 + .7 * scene.chance(i, key + 1));
            int m = 7;
            var px = new double[m];
            var py = new double[m];
            var r = new double[m];
            for (int k = 0; k < m; k++) {
                double q = k / (m - 1.0);
                px[k] = x + Math.sin(t * 1.1 + i + q * 3.4) * h * .13 * q;
                py[k] = ink.base + 6 - h * q;
                r[k] = ink.m * .07 * (1 - q * .85) + 1;
            }
            ink.fill(Cut.strand(px, py, r), Hue.mix(0x2a8a68, i % 2 == 0 ? 0x8ac85a : 0x1a5a5a, .4));
        }
    }

    private static void shafts(Ink ink, Scene scene, double t) {
        double k = scene.hour == Hour.NIGHT ? .4 : 1;
        for (int i = 0; i < 6; i++) {
            double x = (i / 5.0 * 2 - 1) * ink.half + 40 * Math.sin(t * .3 + i);
            double w = 26 + 40 * scene.chance(i, 4);
            double a = 60 + 40 * Math.sin(t * .8 + i * 2.1);
            ink.g.setPaint(Ink.gradient(0, ink.top, 0, ink.base + 120, Hue.of(0xe8ffff, a * k), Hue.of(0xe8ffff, 0)));
            ink.g.fill(Cut.poly(
                    x, ink.top, x + w, ink.top, x + w * 2.4 - 120, ink.base + 140, x - w - 150, ink.base + 140));
        }
    }

    private static void shoal(Ink ink, double t, int row) {
        int[] hues = {0xffb84a, 0xff6a5a, 0xf4f8ff, 0x7ae0ff};
        int n = row == 0 ? 22 : 11;
        for (int i = 0; i < n; i++) {
            double dir = row == 0 ? 1 : -1;
            double period = 2 * ink.reach + 200;
            double u = Chance.at(i, 3 + row) * 260 + t * (40 + 10 * Chance.at(i, 4)) + (row == 0 ? 0 : 300);
            double x = dir * (Math.floorMod((long) (u * 8), (long) (period * 8)) / 8.0 - period / 2);
            double y = ink.top * (row == 0 ? .36 : .2) + 130 * (Chance.at(i, 5) - .5) + 12 * Math.sin(t * 2 + i);
            double s = (row == 0 ? 13 : 26) * (.8 + .5 * Chance.at(i, 6));
            int c = hues[row == 0 ? 2 : i % 4];
            double tail = .4 * Math.sin(t * 9 + i);
            ink.within(x, y, 0, dir * s, s, () -> {
                ink.fill(
                        Cut.poly(-.7, 0, -1.4, -.5 + tail * .3, -1.25, tail * .2, -1.4, .5 + tail * .3),
                        Hue.darker(c, .2));
                ink.fill(Cut.blob(1, 0, .4, -.46, -.4, -.36, -.9, 0, -.4, .36, .4, .46), c);
                if (row == 1) {
                    ink.fill(Cut.poly(.25, -.44, .45, -.44, .4, .44, .2, .44), 0xfffaf0)
                            .fill(Cut.disc(.62, -.1, .1), 0x141420);
                }
            });
        }
    }

    private static void bubbles(Ink ink, Scene scene, double t) {
        for (int i = 0; i < 16; i++) {
            double s = 3 + 9 * Chance.at(i, 3) * Chance.at(i, 4);
            double y = 1300 - (Chance.at(i, 5) * 1400 + t * (60 + 4 * s)) % 1400;
            double x = (Chance.at(i, 6) * 2 - 1) * scene.lens.half() + 10 * Math.sin(t * 2 + i);
            ink.rawLine(Cut.disc(x, y, s), 1.3, 0xf0ffff, .6)
                    .raw(Cut.oval(x - s * .3, y - s * .35, s * .25, s * .2), 0xffffff, .8);
        }
    }
}
