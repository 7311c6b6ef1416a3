package app.emaki.model.kamishibai.picture.sky;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Scene;
import java.awt.geom.Path2D;

/** What drifts through the air or lights up the sky. */
final class Drifts {

    private Drifts() {}

    static void moon(Ink ink, Scene scene) {
        double x = .3 * ink.half;
        double y = .56 * ink.top;
        double r = 118;
        ink.glow(x, y, r * 4.4, 0xdfe8ff, .3);
        ink.glow(x, y, r * 1.9, 0xfff6d8, .5);
        ink.rawFade(Cut.disc(x, y, r), 0xfffdf0, 1, 0xf6e6b4, 1);
        ink.raw(Cut.blob(x - 50, y - 40, x - 20, y - 58, x + 4, y - 40, x - 14, y - 14, x - 46, y - 12), 0xdccb98, .55);
        ink.raw(Cut.blob(x + 20, y + 14, x + 58, y + 4, x + 62, y + 40, x + 30, y + 56), 0xdccb98, .5);
        ink.raw(Cut.disc(x - 34, y + 44, 15), 0xdccb98, .45).raw(Cut.disc(x + 46, y - 44, 11), 0xdccb98, .4);
    }

    static void stars(Ink ink, Scene scene, double t) {
        Sky.stars(ink, scene, (int) (220 * ink.half / 360));
        for (int i = 0; i < 3; i++) {
            double u = (t * .35 + Chance.at(i, 5) + i * .33) % 1;
            if (u < .25) {
                double q = u / .25;
                double x = (Chance.at(i, 6) * 1.6 - .5) * ink.half + q * 260;
                double y = ink.top * (.9 - .3 * Chance.at(i, 7)) + q * 130;
                ink.rawLine(Cut.line(x, y, x - 90, y - 46), 3, 0xffffff, .8 * Math.sin(Math.PI * q));
            }
        }
    }

    static void aurora(Ink ink, Scene scene, double t) {
        int[] hues = {0x4affb0, 0x38e0d0, 0x7a8aff, 0xd070ff};
        for (int k = 0; k < 4; k++) {
            int n = 26;
            var path = new Path2D.Double();
            double base = ink.top * (.38 + .09 * k);
            var low = new double[n + 1];
            for (int i = 0; i <= n; i++) {
                double q = i / (double) n;
                low[i] = base + 70 * Math.sin(q * 5 + t * .5 + k * 1.7) + 34 * Math.sin(q * 11 - t * .8 + k);
                double x = -ink.reach + 2 * ink.reach * q;
                if (i == 0) {
                    path.moveTo(x, low[i]);
                } else {
                    path.lineTo(x, low[i]);
                }
            }
            for (int i = n; i >= 0; i--) {
                double q = i / (double) n;
                path.lineTo(-ink.reach + 2 * ink.reach * q, low[i] - 250 - 90 * Math.sin(q * 7 + t * .6 + k));
            }
            path.closePath();
            ink.rawFade(path, hues[k], 0, hues[k], .42);
            for (int i = 0; i < n; i++) {
                double q = (i + .5) / n;
                double a = .14 + .14 * Chance.noise(q * 18 + t * .9, k + 9);
                double x = -ink.reach + 2 * ink.reach * q;
                ink.rawFade(
                        Cut.poly(x - 13, low[i] - 240, x + 15, low[i] - 250, x + 13, low[i] + 4, x - 12, low[i] + 6),
                        Hue.lighter(hues[k], .3),
                        0,
                        Hue.lighter(hues[k], .3),
                        Math.max(0, a));
            }
        }
    }

    static void fireworks(Ink ink, Scene scene, double t) {
        int[] hues = {0xffd166, 0xff5f8d, 0x6fe7ff, 0xb48cff, 0x8dffb0, 0xff9d4d};
        for (int i = 0; i < 7; i++) {
            double period = 2.3;
            double lt = t / period + i * .37;
            long gen = (long) Math.floor(lt);
            double a = (lt - gen) * period;
            double x = (Chance.at(i, gen * 3 + 1) * 1.7 - .85) * ink.half;
            double y = ink.top * (.5 + .38 * Chance.at(i, gen * 3 + 2));
            int c = hues[(int) (Chance.at(i, gen + 5) * hues.length)];
            if (a < .55) {
                double q = a / .55;
                double sy = Curve.mix(0, y, Curve.out(q));
                ink.rawLine(Cut.line(x, sy, x + 2, sy + 46), 3, 0xfff0c0, .8 * (1 - q * .5));
                continue;
            }
            burst(
                    ink,
                    x,
                    y,
                    (a - .55) / (period - .55),
                    c,
                    Hue.lighter(hues[(int) (gen + i) % hues.length & 3], .2),
                    110 + 90 * Chance.at(i, gen + 7),
                    i);
        }
    }

    private static void burst(Ink ink, double x, double y, double u, int c, int inner, double r, long key) {
        double grow = Curve.out(u * 1.6);
        double fade = 1 - Curve.step(.45, 1, u);
        ink.glow(x, y, r * 1.8 * grow + 20, c, .34 * fade);
        for (int ring = 0; ring < 3; ring++) {
            int n = 34 - ring * 9;
            double rr = r * (1 - ring * .3) * grow;
            for (int k = 0; k < n; k++) {
                double a = 2 * Math.PI * k / n + ring * .2 + Chance.at(key, 3);
                double px = x + Math.cos(a) * rr;
                double py = y + Math.sin(a) * rr + 60 * u * u;
                double back = 1 - .16 * (1 - u);
                ink.rawLine(
                        Cut.line(px, py, x + Math.cos(a) * rr * back, y + Math.sin(a) * rr * back + 60 * u * u),
                        2.6,
                        ring == 1 ? inner : Hue.lighter(c, .25 + .5 * (1 - u)),
                        fade);
            }
        }
        if (u < .12) {
            ink.glow(x, y, 90, 0xffffff, .9 * (1 - u / .12));
        }
    }

    static void lanterns(Ink ink, Scene scene, double t, int near) {
        boolean air = near == 1;
        int n = air ? 6 : 26;
        double half = air ? scene.lens.half() : ink.half;
        double top = air ? -120 : ink.top;
        double height = air ? 1180 : -ink.top + 40;
        for (int i = 0; i < n; i++) {
            double s = air ? 24 + 22 * Chance.at(i, 3) : 7 + 15 * Chance.at(i, 3) * Chance.at(i, 4);
            double rise = Chance.at(i, 5) * height + t * (10 + s * .7);
            double y = top + height - (rise % height);
            double x = (Chance.at(i, 6) * 2 - 1) * half + 16 * Math.sin(t * .7 + i);
            if (air && Math.abs(x) < half * .45) {
                x = Math.signum(x + .01) * half * (.5 + .4 * Chance.at(i, 8));
            }
            ink.glow(x, y, s * 3, 0xff9a3d, .4);
            ink.rawFade(
                    Cut.blob(
                            x - s * .62,
                            y - s,
                            x,
                            y - s * 1.16,
                            x + s * .62,
                            y - s,
                            x + s * .78,
                            y + s * .1,
                            x + s * .5,
                            y + s,
                            x - s * .5,
                            y + s,
                            x - s * .78,
                            y + s * .1),
                    0xff8a3a,
                    1,
                    0xffe6a0,
                    1);
            ink.raw(Cut.box(x - s * .5, y + s * .9, s, s * .14), 0x8a3a14, .9);
            ink.rawLine(Cut.line(x, y - s * 1.1, x, y + s * .9), s * .05, 0xc0602a, .5);
        }
    }

    static void kites(Ink ink, Scene scene, double t) {
        int[] hues = {0xff5f5f, 0xffd166, 0x4fc3f7, 0x7ac74f, 0xb388ff};
        for (int i = 0; i < 5; i++) {
            double x = ((i + .5) / 5 * 2 - 1) * ink.half * .9 + 40 * Math.sin(t * .8 + i * 2);
            double y = ink.top * (.45 + .34 * Chance.at(i, 4)) + 30 * Math.sin(t * 1.1 + i);
            double s = 34 + 20 * Chance.at(i, 5);
            int c = hues[i];
            ink.draw(Cut.line(x, y, x - 60, y * .4, x - 180 + 70 * i, 0), 1.2, 0xfff6e0, .7);
            for (int k = 0; k < 6; k++) {
                double q = k / 6.0;
                double tx = x - 10 + Math.sin(t * 3 - q * 5 + i) * 16 * q;
                double ty = y + s * (1.3 + q * 1.6);
                ink.fill(
                        Cut.poly(tx - 7, ty - 4, tx + 7, ty + 4, tx + 7, ty - 4, tx - 7, ty + 4),
                        k % 2 == 0 ? c : 0xfff3d9);
            }
            ink.within(x, y, .25 * Math.sin(t + i), 1, 1, () -> {
                ink.fill(Cut.poly(0, -s * 1.2, s * .85, 0, 0, s * 1.3, -s * .85, 0), 0xfff3d9);
                ink.fill(Cut.poly(0, -s * 1.2, s * .85, 0, 0, 0), c)
                        .fill(Cut.poly(0, s * 1.3, -s * .85, 0, 0, 0), Hue.darker(c, .15));
            });
        }
    }

    static void flakes(Ink ink, Scene scene, double t, boolean petals, int near) {
        boolean air = near == 1;
        double half = air ? scene.lens.half() + 60 : ink.reach;
        double top = air ? -40 : ink.top;
        double height = air ? 1360 : ink.base - ink.top + 20;
        int n = (int) ((air ? 34 : 60) * half / 400);
        int[] leaf = {0xd9542b, 0xe8862e, 0xf0b23a, 0xb83a2a};
        for (int i = 0; i < n; i++) {
            double s = air ? 7 + 13 * Chance.at(i, 51) * Chance.at(i, 52) : 4 + 5 * Chance.at(i, 51);
            if (!petals) {
                s *= 1.35;
            }
            double speed = 62 + 60 * Chance.at(i, 53);
            double fall = Chance.at(i, 54) * height + t * speed;
            long gen = (long) Math.floor(fall / height);
            double y = top + fall - gen * height;
            double x = (Chance.at(i, 55 + gen) * 2 - 1) * half
                    + Math.sin(t * 1.3 + i * 2.1) * 36
                    - (fall - gen * height) * .16;
            int c = petals ? Hue.mix(0xffc2d6, 0xfff0f4, Chance.at(i, 56)) : leaf[i & 3];
            double flip = .25 + .75 * Math.abs(Math.sin(t * 2.4 + i));
            double size = s;
            ink.within(x, y, t * 1.4 + i, size, size * flip, () -> {
                if (petals) {
                    ink.fill(Cut.blob(-1, 0, -.2, -.62, .8, -.35, .62, 0, .8, .35, -.2, .62), c);
                } else {
                    ink.fill(Cut.star(0, 0, 1.1, .5, 5, 0), c);
                    ink.draw(Cut.line(0, 0, 0, 1.5), .16, Hue.darker(c, .3));
                }
            });
        }
    }

    static void fireflies(Ink ink, Scene scene, double t) {
        int n = (int) (46 * scene.lens.half() / 360);
        for (int i = 0; i < n; i++) {
            double x = (Chance.at(i, 21) * 2 - 1) * scene.lens.half() + 46 * Chance.noise(t * .35 + i * 9, 22);
            double y = 430 + 760 * Chance.at(i, 23) + 40 * Chance.noise(t * .3 + i * 5, 24);
            double a = Curve.clamp(.5 + .9 * Math.sin(t * 2.1 + i * 2.7), 0, 1);
            double s = 3 + 3 * Chance.at(i, 25);
            ink.glow(x, y, s * 9, 0xc8ff6a, .5 * a);
            ink.raw(Cut.disc(x, y, s * .8), 0xf4ffc0, .3 + .7 * a);
        }
    }

    static void bubbles(Ink ink, Scene scene, double t) {
        int n = (int) (30 * scene.lens.half() / 360);
        for (int i = 0; i < n; i++) {
            double s = 6 + 30 * Math.pow(Chance.at(i, 31), 2.4);
            double rise = Chance.at(i, 32) * 1400 + t * (46 + 900 / (s + 12));
            double y = 1340 - rise % 1400;
            double x = (Chance.at(i, 33) * 2 - 1) * scene.lens.half() + 18 * Math.sin(t * 1.6 + i);
            ink.raw(Cut.disc(x, y, s), 0xbfe8ff, .12);
            ink.rawLine(Cut.disc(x, y, s), 1.4 + s * .04, 0xe6f8ff, .6);
            ink.raw(Cut.oval(x - s * .35, y - s * .4, s * .22, s * .16), 0xffffff, .8);
            ink.rawLine(
                    Cut.line(x + s * .3, y + s * .62, x + s * .55, y + s * .4, x + s * .64, y + s * .1),
                    1.6,
                    0xffb8e8,
                    .5);
        }
    }

    /** The light of an aurora as it falls on the ground, for a camera above it. */
    static void curtains(Ink ink, double t) {
        int[] colours = {0x4affb0, 0x7a8aff, 0xd06aff};
        for (int i = 0; i < 6; i++) {
            double x = ((i + .5) / 6 * 2 - 1) * ink.half + 70 * Math.sin(t * .6 + i * 1.7);
            double y = 320 * Math.sin(i * 2.1 + t * .3);
            ink.glow(x, y, ink.half * .5, 300, colours[i % 3], .3 + .08 * Math.sin(t * 1.3 + i));
        }
    }
}
