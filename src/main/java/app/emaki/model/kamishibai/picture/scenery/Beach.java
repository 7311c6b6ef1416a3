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
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.awt.geom.Path2D;

/** A beach: a far horizon, towers of cloud, waves that run up the sand. */
final class Beach implements Place {
    @Override
    public Light light(Light light, Hour hour) {
        return light.sunAt(hour == Hour.DAY ? .42 : .08, hour == Hour.DAY ? .7 : hour == Hour.NIGHT ? .55 : .12);
    }

    @Override
    public void build(Scene scene) {
        scene.sky(ink -> {
            Sky.paint(ink, scene, .5);
            if (scene.weather == Weather.CLEAR || scene.weather == Weather.WIND) {
                for (int i = 0; i < 3; i++) {
                    heap(ink, scene, (i - 1) * ink.half * .82 + 40, 150 + 70 * scene.chance(i, 5), i);
                }
            }
        });
        scene.sheet(12, ink -> {
            int c = 0x4a7a8a;
            ink.fade(
                    Cut.blob(
                            ink.half * .35,
                            ink.base,
                            ink.half * .5,
                            -26,
                            ink.half * .7,
                            -64,
                            ink.half * .95,
                            -40,
                            ink.reach + 40,
                            -60,
                            ink.reach + 60,
                            ink.base + 4,
                            ink.half * .5,
                            ink.base + 4),
                    c,
                    Hue.lighter(c, .2));
        });
        scene.live(6, (ink, t) -> sail(ink, -ink.half * .5 + t * 5, t));
        double shore = 1.35;
        scene.floor(ink -> floor(ink, scene, shore));
        scene.wet(Wet.water(.8, 0x8fc8d8).amount(.62).between(1.12, 60));
        for (int i = 0; i < 5; i++) {
            int k = i;
            double z = 5.5 - i * .95;
            scene.live(z, (ink, t) -> swell(ink, t, k));
        }
        scene.live(shore, Beach::surf);
        scene.sheet(1.2, ink -> {
            double x = ink.half * .72;
            double m = ink.m;
            ink.draw(Cut.line(x, ink.base + 4, x - m * .24, ink.base - m * 2.1), m * .05, 0xf0e0c8);
            ink.within(x - m * .24, ink.base - m * 2.1, -.12, m, m, () -> {
                for (int i = 0; i < 6; i++) {
                    double a0 = -1.1 + i * .366;
                    double a1 = a0 + .37;
                    ink.fill(
                            Cut.poly(0, -.3, a0, .28 + .06 * Math.cos(a0 * 2), a1, .28 + .06 * Math.cos(a1 * 2)),
                            i % 2 == 0 ? 0xe8503f : 0xfff4e0);
                }
            });
            ink.fill(
                    Cut.poly(
                            x - m * 1.1,
                            ink.base + m * .06,
                            x + m * .2,
                            ink.base + m * .06,
                            x + m * .05,
                            ink.base - m * .06,
                            x - m * .95,
                            ink.base - m * .06),
                    0x4a9ac0);
        });
        scene.sheet(.62, ink -> {
            for (int i = 0; i < 9; i++) {
                double x = (scene.chance(i, 3) * 2 - 1) * ink.reach;
                ink.fill(
                        i % 2 == 0
                                ? Cut.star(x, ink.base - 6, 17, 7, 5, scene.chance(i, 4) * 3)
                                : Cut.oval(x, ink.base - 4, 15, 9),
                        i % 2 == 0 ? 0xf0884a : 0xfff0e4);
            }
            Flora.grass(ink, scene, 9, 14, ink.m * .4, 0x8a9a58);
        });
    }

    private static void heap(Ink ink, Scene scene, double x, double h, int key) {
        boolean day = scene.hour == Hour.DAY;
        int lit = day ? 0xffffff : Hue.lighter(ink.light.sky().get(3), .2);
        int shade =
                Hue.mix(ink.light.sky().get(2), day ? 0xc8dcf0 : ink.light.sky().get(1), .5);
        for (int r = 0; r < 4; r++) {
            double q = r / 4.0;
            ink.rawFade(
                    Sky.cloud(x + (scene.chance(r, key) - .5) * 50, 8 - h * q * 1.2, h * (1.1 - .75 * q), key + r),
                    Hue.mix(shade, lit, .3 + .7 * q),
                    .9,
                    shade,
                    .6);
        }
    }

    private static void floor(Ink ink, Scene scene, double shore) {
        boolean snow = scene.snowing();
        Land.floor(ink, 0x2f86a8, 0x58c0c8);
        double y = scene.lens.eye() / shore;
        var sand = Cut.blob(
                -ink.reach - 60,
                y + 6,
                -ink.half * .6,
                y - 3,
                0,
                y + 8,
                ink.half * .5,
                y - 2,
                ink.reach + 60,
                y + 8,
                ink.reach + 60,
                ink.bottom + 60,
                -ink.reach - 60,
                ink.bottom + 60);
        ink.g.setPaint(Ink.gradient(
                0,
                y,
                0,
                ink.bottom,
                Hue.of(ink.light.on(snow ? 0xc8ccd4 : 0xc8a878, 1)),
                Hue.of(ink.light.on(snow ? 0xf4f8ff : 0xf2dcaa, 1))));
        ink.g.fill(sand);
        for (int i = 0; i < 60; i++) {
            double q = scene.chance(i, 33);
            double sy = y + 30 + (ink.bottom - y) * q * q;
            double x = (scene.chance(i, 34) * 2 - 1) * ink.reach;
            double w = 12 + 60 * q;
            ink.raw(
                    Cut.blob(x - w, sy, x, sy - 2 - 4 * q, x + w, sy, x, sy + 2),
                    ink.light.on(i % 2 == 0 ? 0xfff0cc : 0xc8a070, 1),
                    .4);
        }
    }

    static void sail(Ink ink, double x, double t) {
        double m = ink.m;
        ink.within(x, ink.base, .03 * Math.sin(t * 1.1), 1, 1, () -> {
            ink.fill(Cut.poly(-m * 1.2, -m * .5, m * 1.3, -m * .5, m * .9, 0, -m * .9, 0), 0x8a3a34);
            ink.fill(Cut.poly(0, -m * 4.4, m * .05, -m * .6, m * 1.4, -m * .7), 0xfff8ec)
                    .fill(Cut.poly(-m * .1, -m * 3.8, -m * .1, -m * .6, -m * 1.1, -m * .7), 0xf0e0d0);
        });
    }

    static void swell(Ink ink, double t, int k) {
        double y = ink.base - 2;
        double amp = 3 + 12 / ink.z;
        for (int i = 0; i < 9; i++) {
            double w = (60 + 80 * Chance.at(i, k)) * 2.2 / Math.sqrt(ink.z);
            double period = 2 * ink.reach + 2 * w;
            double x = (Chance.at(i, k + 9) * period + t * (8 + 14 / ink.z)) % period - period / 2;
            double rise = amp * (.6 + .4 * Math.sin(t * 1.4 + i + k));
            ink.fill(
                    Cut.blob(
                            x - w,
                            y,
                            x - w * .4,
                            y - rise * .7,
                            x,
                            y - rise,
                            x + w * .4,
                            y - rise * .6,
                            x + w,
                            y,
                            x,
                            y + 3),
                    0x9fe0e4,
                    .5);
            ink.fill(
                    Cut.blob(x - w * .6, y - rise * .4, x, y - rise, x + w * .5, y - rise * .5, x, y - rise * .7),
                    0xffffff,
                    .75);
        }
    }

    private static void surf(Ink ink, double t) {
        for (int k = 0; k < 3; k++) {
            double u = (t * .22 + k / 3.0) % 1;
            double run = Math.sin(Math.PI * u);
            double y = ink.base - 16 + 62 * run;
            int n = 13;
            var v = new double[2 * n];
            for (int i = 0; i < n; i++) {
                v[2 * i] = -ink.reach - 40 + (2 * ink.reach + 80) * i / (n - 1);
                v[2 * i + 1] = y + 12 * Math.sin(i * 1.3 + k * 2 + t * .6) + 8 * Chance.noise(i + k * 5, 3);
            }
            var p = new Path2D.Double(Cut.line(v));
            p.lineTo(ink.reach + 40, ink.base - 26);
            p.lineTo(-ink.reach - 40, ink.base - 26);
            p.closePath();
            ink.fill(p, 0x8fdce0, .34 * (1 - u * .6));
            ink.draw(Cut.line(v), 7, 0xffffff, .85 * (1 - u * .8));
            var second = v.clone();
            for (int i = 0; i < n; i++) {
                second[2 * i + 1] -= 10 + 5 * Math.sin(i * 2.1 + k);
            }
            ink.draw(Cut.line(second), 2.6, 0xffffff, .6 * (1 - u));
        }
    }
}
