package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;

/** Trains in side view. */
final class Trains {
    private Trains() {}

    /** A train that comes in from the right and, when it {@code stops}, slows down to a halt. */
    static void pass(Ink ink, double t, double lift, int body, int stripe, boolean stops) {
        double m = ink.m;
        double length = m * 17;
        double x = stops ? ink.reach * (1 - Curve.out(t / 3.2)) * 2.6 - m * 8 : ink.reach + m * 6 - t * m * 5.4;
        for (int i = 0; i < 3; i++) {
            car(ink, x + i * (length + m * .4), length, ink.base - lift, body, stripe, i == 0);
        }
    }

    static void car(Ink ink, double x, double w, double y, int body, int stripe, boolean first) {
        if (x > ink.reach + 40 || x + w < -ink.reach - 40) {
            return;
        }
        double m = ink.m;
        double h = m * 3;
        double top = y - h - m * .55;
        var side = first
                ? Cut.poly(
                        x + m * .6,
                        top,
                        x + w,
                        top,
                        x + w,
                        y - m * .5,
                        x,
                        y - m * .5,
                        x - m * .25,
                        y - m * 1.2,
                        x + m * .1,
                        top + m * .5)
                : Cut.card(x, top, w, h + m * .05, m * .3);
        ink.fade(side, Hue.lighter(body, .1), Hue.darker(body, .18));
        ink.fill(Cut.box(x, top - m * .12, w, m * .16), 0x8a8e98);
        ink.fill(Cut.box(x + (first ? m * .0 : 0), y - m * 1.35, w - m * .05, m * .22), stripe);
        for (double at = x + m * 1.6; at < x + w - m * 1.6; at += m * 2.1) {
            ink.fill(Cut.card(at - m * .06, top + m * .62, m * 1.62, m * 1.06, m * .16), Hue.darker(body, .5));
            ink.shine(Cut.card(at, top + m * .68, m * 1.5, m * .94, m * .12), 0xffeec0, 0x9ac4dc);
            for (int k = 0; k < 2; k++) {
                if (Chance.at((long) ((at - x) / m), k + 3) < .6) {
                    ink.raw(Cut.card(at + m * (.2 + .7 * k), top + m * 1.08, m * .42, m * .54, m * .2), 0x2a2838, .6);
                    ink.raw(Cut.disc(at + m * (.41 + .7 * k), top + m * 1.0, m * .14), 0x2a2838, .6);
                }
            }
        }
        if (first) {
            ink.shine(
                    Cut.poly(
                            x + m * .3,
                            top + m * .6,
                            x + m * 1.2,
                            top + m * .6,
                            x + m * 1.2,
                            top + m * 1.5,
                            x + m * .02,
                            top + m * 1.5),
                    0xd8f0ff,
                    0x8ab4cc);
            ink.glow(x - m * .1, y - m * .95, m * 1.6, 0xfff2c0, .3 + .5 * ink.light.lamps());
            ink.raw(Cut.disc(x, y - m * .95, m * .16), 0xfffbe8, 1);
        }
        for (double at = x + m * 1.4; at < x + w - m; at += w - m * 4) {
            for (int k = 0; k < 2; k++) {
                ink.fill(Cut.disc(at + k * m * .9, y - m * .3, m * .34), 0x2a2a34);
            }
        }
        ink.fill(Cut.box(x + m * .4, y - m * .6, w - m * .8, m * .2), 0x33343e);
    }
}
