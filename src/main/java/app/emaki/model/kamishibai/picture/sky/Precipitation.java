package app.emaki.model.kamishibai.picture.sky;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Rain, snow, fog and wind: every drop a function of time. In the air the origin is the middle of the picture's top. */
final class Precipitation {

    private Precipitation() {}

    static void rain(Ink ink, Scene scene, double t, double heavy) {
        double half = scene.lens.half();
        int n = (int) (190 * heavy * half / 360);
        double slant = heavy > 1.2 ? .26 : .09;
        for (int band = 0; band < 3; band++) {
            var path = new Path2D.Double();
            for (int i = band; i < n; i += 3) {
                double speed = (900 + band * 520) * (.85 + .3 * Chance.at(i, 40)) * (heavy > 1.2 ? 1.3 : 1);
                double length = 30 + band * 34;
                double period = 1400 + length;
                double fall = Chance.at(i, 41) * period + t * speed;
                long gen = (long) Math.floor(fall / period);
                double y = fall - gen * period - length;
                double x = (Chance.at(i, 42 + gen * 13) * 2 - 1) * (half + 100) - (y - 640) * slant;
                path.moveTo(x, y);
                path.lineTo(x - length * slant, y + length);
            }
            int tint = Hue.mix(0xd4e4ff, ink.light.key(), .35);
            ink.rawLine(path, .9 + band * .5, tint, .16 + band * .07);
        }
    }

    /** Rings and splashes where drops meet the floor. */
    static void rings(Ink ink, Scene scene, double t) {
        var lens = scene.lens;
        double z0 = ink.z;
        for (int i = 0; i < 60; i++) {
            double life = .55;
            double lt = (t + Chance.at(i, 1) * life) / life;
            long gen = (long) Math.floor(lt);
            double a = lt - gen;
            double depth = .55 + 2.6 * Math.pow(Chance.at(i, gen * 7 + 3), 1.6);
            double y = lens.eye() / depth;
            double x = (Chance.at(i, gen * 7 + 4) * 2 - 1) * lens.half() * 1.1;
            double s = .8 / depth;
            double r = (4 + 22 * a) * s * z0;
            ink.rawLine(
                    new Ellipse2D.Double(x - r, y - r * .28, 2 * r, r * .56), 1.1 * s + .3, 0xd8e6ff, .42 * (1 - a));
            if (a < .25) {
                ink.rawLine(
                        Cut.line(x, y, x + (Chance.at(i, gen) - .5) * 8 * s, y - 14 * s),
                        1.1 * s,
                        0xffffff,
                        .5 * (1 - a * 4));
            }
        }
    }

    static void snow(Ink ink, Scene scene, double t, int near) {
        double half = scene.lens.half();
        int n = (int) ((near == 1 ? 110 : 120) * half / 360);
        double top = near == 1 ? -40 : ink.top;
        double height = near == 1 ? 1360 : ink.base - ink.top;
        double windy = scene.weather == app.emaki.model.kamishibai.plan.StoryPlan.Weather.STORM ? 200 : 26;
        for (int i = 0; i < n; i++) {
            double size = near == 1 ? 1.6 + 5.4 * Math.pow(Chance.at(i, 61), 3) : 1.2 + 1.6 * Chance.at(i, 61);
            double speed = (42 + 26 * size) * (near == 1 ? 1 : .6);
            double fall = Chance.at(i, 62) * height + t * speed;
            long gen = (long) Math.floor(fall / height);
            double y = top + fall - gen * height;
            double x = (Chance.at(i, 63 + gen) * 2 - 1) * (half + 80)
                    + Math.sin(t * (.6 + Chance.at(i, 64)) + i) * 22
                    - windy * t % 60;
            ink.raw(Cut.disc(x, y, size), 0xffffff, near == 1 ? size > 4 ? .5 : .85 : .75);
        }
    }

    static void fog(Ink ink, Scene scene, double t, double thick) {
        double half = scene.lens.half() * 1.3;
        boolean air = ink.z == 1;
        int c = Hue.lighter(ink.light.haze(), .12);
        for (int i = 0; i < 7; i++) {
            double period = 2.6 * half;
            double x = (Chance.at(i, 71) * period + t * (12 + 22 * Chance.at(i, 72))) % period - period / 2;
            double y = air ? 760 + 420 * Chance.at(i, 73) : ink.base - ink.m * (.2 + 2.4 * Chance.at(i, 73));
            ink.glow(x, y, half * (.5 + .5 * Chance.at(i, 74)), 70 + 90 * Chance.at(i, 75), c, .5 * thick);
        }
    }

    /** A wall of fog across the whole picture, thickest over the ground. */
    static void bank(Ink ink, double t, double thick) {
        int c = Hue.lighter(ink.light.haze(), .1);
        double breath = 1 + .06 * Math.sin(t * .7);
        double head = ink.top * .8;
        double foot = ink.base + ink.m * .5;
        ink.rawFade(
                Cut.box(-ink.reach - 60, head, 2 * ink.reach + 120, foot - head),
                c,
                .12 * thick,
                c,
                thick * breath * .8);
        ink.rawFade(Cut.box(-ink.reach - 60, foot, 2 * ink.reach + 120, ink.m * 1.4), c, thick * breath * .8, c, 0);
    }

    /** Strokes of wind, with bits of leaf and paper in them. */
    static void gusts(Ink ink, Scene scene, double t) {
        double half = scene.lens.half() + 160;
        for (int i = 0; i < 13; i++) {
            double period = 2 * half;
            double u = Curve.clamp(Chance.at(i, 81), 0, 1);
            double run = u * period + t * (620 + 260 * Chance.at(i, 82));
            long gen = (long) Math.floor(run / period);
            double x = half - (run - gen * period);
            double y = 150 + 950 * Chance.at(i, 83 + gen);
            double l = 130 + 160 * Chance.at(i, 84 + gen);
            double bow = 22 * Math.sin(t * 2 + i);
            ink.rawLine(Cut.line(x, y, x + l * .4, y - bow, x + l * .8, y + bow * .4, x + l, y), 3.2, 0xffffff, .42);
            if (i % 3 == 0) {
                ink.rawLine(
                        Cut.line(x, y, x - 26, y + 4, x - 34, y - 12, x - 20, y - 18, x - 12, y - 8),
                        2.2,
                        0xffffff,
                        .3);
            }
        }
        for (int i = 0; i < 34; i++) {
            double period = 2 * half;
            double run = Chance.at(i, 85) * period + t * (380 + 420 * Chance.at(i, 86));
            long gen = (long) Math.floor(run / period);
            double x = half - (run - gen * period);
            double y = 100 + 1100 * Chance.at(i, 87 + gen) + 40 * Math.sin(t * 3 + i);
            double s = 7 + 10 * Chance.at(i, 88);
            int c = i % 3 == 0 ? 0xd9a441 : i % 3 == 1 ? 0x86a860 : 0xe8dcc0;
            ink.within(
                    x,
                    y,
                    t * 5 + i,
                    s,
                    s * (.3 + .7 * Math.abs(Math.sin(t * 6 + i))),
                    () -> ink.fill(Cut.blob(-1, 0, 0, -.5, 1, 0, 0, .5), c));
        }
    }

    /** Dust in a beam of light. */
    static void motes(Ink ink, Scene scene, double t) {
        for (int i = 0; i < 40; i++) {
            double x = (Chance.at(i, 91) * 2 - 1) * scene.lens.half() + 30 * Math.sin(t * .4 + i);
            double y = 1280 * ((Chance.at(i, 92) + t * .02) % 1);
            ink.raw(Cut.disc(x, y, 1 + 2 * Chance.at(i, 93)), 0xfff4d8, .35 + .3 * Math.sin(t + i));
        }
    }

    /** What stands in the sky when the rain has gone; at night only the moon has it, and pale. */
    static void rainbow(Ink ink, Scene scene) {
        double strength = switch (scene.hour) {
            case DAY, DAWN -> .5;
            case GOLDEN -> .42;
            case DUSK -> .2;
            case NIGHT -> .07;
        };
        int[] bands = {0xff5a5a, 0xffa04a, 0xffe66a, 0x7ade7a, 0x5ab4ff, 0x9a7aff};
        double r = Math.max(520, ink.half * .95);
        double x = -Math.signum(ink.light.sunX() + .01) * ink.half * .35;
        double y = r * .18;
        for (int i = 0; i < bands.length; i++) {
            double s = r - i * 15;
            ink.rawLine(
                    new java.awt.geom.Arc2D.Double(x - s, y - s, 2 * s, 2 * s, 8, 164, java.awt.geom.Arc2D.OPEN),
                    16,
                    bands[i],
                    strength * .55);
        }
    }

    static void lightning(Ink ink, Scene scene, double t) {
        long beat = (long) Math.floor(t / 1.7);
        double at = t - beat * 1.7 - .5 * Chance.at(beat, scene.seed + 5);
        if (Chance.at(beat, scene.seed + 6) >= .75 || at <= 0 || at > .34) {
            return;
        }
        double x = (Chance.at(beat, 7) * 1.4 - .7) * ink.half;
        double y = ink.top;
        var path = new Path2D.Double();
        path.moveTo(x, y);
        for (int i = 0; i < 12; i++) {
            x += (Chance.at(i, beat + 9) - .5) * 120;
            y += -ink.top / 12;
            path.lineTo(x, y);
            if (i == 5) {
                var fork = Cut.line(x, y, x + 60, y + 70, x + 40, y + 130, x + 110, y + 200);
                ink.rawLine(fork, 4, 0xe8ecff, 1 - at / .34);
            }
        }
        ink.rawLine(path, 22, 0x9ab0ff, .3 * (1 - at / .34));
        ink.rawLine(path, 7, 0xffffff, 1 - at / .34);
    }
}
