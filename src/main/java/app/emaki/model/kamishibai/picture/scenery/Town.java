package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Lettering;
import app.emaki.model.kamishibai.picture.stage.Scene;
import java.awt.geom.Arc2D;

/** Buildings, signs, lamps and wires. */
final class Town {

    static final int PINK = 0xff3d8b;
    static final int CYAN = 0x2de2e6;
    static final int YELLOW = 0xffd166;
    static final int ORANGE = 0xff6b3d;
    static final int VIOLET = 0x9d4edd;
    static final int GREEN = 0x7cffb2;
    static final int RED = 0xff2e4c;
    private static final int[] NEONS = {PINK, CYAN, YELLOW, ORANGE, VIOLET, GREEN, RED};

    private Town() {}

    static int neon(int i) {
        return NEONS[Math.floorMod(i, NEONS.length)];
    }

    /** A house front from {@code top} to the ground, its windows lit by chance. */
    static void tower(
            Ink ink,
            double x,
            double w,
            double top,
            int upper,
            int lower,
            int window,
            double lit,
            int key,
            double cell) {
        double h = ink.base - top;
        var body = Cut.box(x, top, w, h);
        ink.fade(body, upper, lower);
        double rx = x + w * .12;
        for (int i = 0; i < 3 && rx < x + w * .8; i++) {
            double rw = w * (.1 + .16 * Chance.at(i, key));
            double rh = cell * (.5 + 1.6 * Chance.at(i, key + 1));
            ink.fill(Cut.box(rx, top - rh, rw, rh + 2), upper);
            if (Chance.at(i, key + 2) < .4) {
                ink.fill(Cut.box(rx + rw / 2, top - rh - cell * 2.4, cell * .12, cell * 2.6), upper);
            }
            rx += rw + w * .08;
        }
        windows(ink, x, w, top, upper, window, lit, key, cell);
        ink.g.setPaint(Ink.gradient(x, 0, x + w, 0, Hue.of(0xffffff, 20), Hue.of(0, 66)));
        ink.g.fill(body);
    }

    private static void windows(
            Ink ink, double x, double w, double top, int wall, int window, double lit, int key, double cell) {
        double margin = cell * .7;
        int cols = (int) ((w - 2 * margin) / cell);
        double left = (w - cols * cell) / 2;
        int look = (int) (Chance.at(key, 9) * 3);
        double low = ink.base - ink.m * 3.4;
        for (int r = 0; top + margin + r * cell * 1.25 < low; r++) {
            double y = top + margin + r * cell * 1.25;
            boolean busy = Chance.at(r, key + 4) < .25;
            for (int c = 0; c < cols; c++) {
                double q = Chance.at(c * 997L + r, key + 5);
                boolean on = q < (busy ? .8 : lit);
                if (!on && q > .92) {
                    continue;
                }
                int glass = on && Chance.at(c * 31L + r, key + 6) < .2 ? Hue.mix(window, CYAN, .5) : window;
                var pane = Cut.box(
                        x + left + c * cell + cell * .16,
                        y,
                        cell * (look == 1 ? .86 : .62),
                        cell * (look == 2 ? .95 : .6));
                if (on) {
                    ink.shine(
                            pane,
                            Hue.mix(Hue.lighter(glass, .12), ink.lit(wall), .1 + .4 * Chance.at(c, r + 7L)),
                            Hue.mix(wall, 0xbfd8ee, .45));
                } else {
                    ink.fill(pane, Hue.mix(wall, 0x9fc0dc, .12 + .16 * Chance.at(c, r + 8L)));
                }
            }
        }
    }

    /** A lit shop front at the foot of a building, with an awning. */
    static void shop(Ink ink, double x, double w, int colour, int key) {
        double h = ink.m * 2.6;
        double y = ink.base - h;
        double q = h / 124;
        ink.fill(Cut.box(x, y - 18 * q, w, h + 18 * q), 0x0b0718);
        double on = .35 + .65 * ink.light.lamps();
        ink.glow(x + w / 2, y + h / 2, w * .85, colour, .3 * ink.light.lamps());
        for (double at = x + 8 * q; at < x + w - 20 * q; ) {
            double pane = Math.min((24 + 34 * Chance.at((long) at, key)) * q, x + w - 6 * q - at);
            ink.rawFade(
                    Cut.box(at, y, pane, h - 9 * q),
                    Hue.mix(ink.lit(0x8a90a0), Hue.lighter(colour, .5), on),
                    1,
                    Hue.mix(ink.lit(0x4a4a58), Hue.mix(colour, 0x301830, .15), on),
                    1);
            at += pane + 5 * q;
        }
        for (int i = 0; i < 4; i++) {
            double px = x + 20 * q + Chance.at(i, key + 3) * (w - 40 * q);
            ink.raw(Cut.oval(px, y + 48 * q, 6 * q, 6.5 * q), 0x180a24, .7)
                    .raw(Cut.card(px - 10 * q, y + 55 * q, 20 * q, 60 * q, 10 * q), 0x180a24, .7);
        }
        int stripe = 0;
        for (double at = x; at < x + w - 1; at += 20 * q) {
            double sw = Math.min(20 * q, x + w - at);
            int c = Hue.mix(
                    ink.lit(0xffffff),
                    stripe++ % 2 == 0 ? Hue.mix(colour, 0x2a0f3a, .35) : Hue.mix(colour, 0xfff0e0, .7),
                    .9);
            c = Hue.mix(c, ink.lit(Hue.mix(c, 0x888888, .3)), .5);
            ink.raw(Cut.box(at, y - 24 * q, sw, 18 * q), c, 1)
                    .raw(new Arc2D.Double(at, y - 18 * q, sw, 26 * q, 180, 180, Arc2D.PIE), c, 1);
        }
    }

    /** An upright sign, one letter above the other. */
    static void kanban(Ink ink, double x, double y, double w, String text, int colour, boolean filled) {
        var s = text.length() > 6 ? text.substring(0, 6) : text;
        double h = s.length() * w * .92 + w * .36;
        double on = .3 + .7 * ink.light.lamps();
        ink.glow(x + w / 2, y + h / 2, h * .8, colour, .26 * ink.light.lamps());
        var board = Cut.card(x, y, w, h, w * .22);
        ink.raw(Cut.moved(board, w * .06, w * .1), 0x05040f, .5);
        if (filled) {
            ink.rawFade(
                    board,
                    Hue.mix(ink.lit(colour), Hue.lighter(colour, .28), on),
                    1,
                    Hue.mix(ink.lit(colour), Hue.mix(colour, 0x301040, .18), on),
                    1);
        } else {
            ink.fill(board, Hue.mix(0x0c0a1e, colour, .1));
            ink.neon(Cut.card(x + w * .07, y + w * .07, w * .86, h - w * .14, w * .18), w * .045, colour);
        }
        for (int i = 0; i < s.length(); i++) {
            double cy = y + w * .62 + i * w * .92;
            var letter = Cut.centred(Lettering.HEAVY.outline(s.substring(i, i + 1), w * .74), x + w / 2, cy);
            if (s.charAt(i) == 'ー') {
                letter = Cut.turned(letter, Math.PI / 2, x + w / 2, cy);
            }
            if (filled) {
                ink.raw(letter, 0x120818, 1);
            } else {
                ink.rawLine(letter, w * .1, colour, .34 * on);
                ink.raw(letter, Hue.mix(ink.lit(0x9a94a8), Hue.lighter(colour, .7), on), 1);
            }
        }
    }

    /** A lying sign. */
    static void panel(Ink ink, double x, double y, double w, double h, String text, int colour) {
        double on = .35 + .65 * ink.light.lamps();
        ink.glow(x + w / 2, y + h / 2, w * .9, colour, .26 * ink.light.lamps());
        ink.rawFade(
                Cut.card(x, y, w, h, h * .16),
                Hue.mix(ink.lit(colour), Hue.lighter(colour, .35), on),
                1,
                Hue.mix(ink.lit(colour), colour, on),
                1);
        label(ink, text, x + w / 2, y + h / 2, w * .86, h * .62, 0x140a20);
    }

    /** Text that fits a box. */
    static void label(Ink ink, String text, double x, double y, double w, double h, int colour) {
        var b = Lettering.HEAVY.outline(text, 100).getBounds2D();
        double size = 100 * Math.min(w / Math.max(1, b.getWidth()), h / Math.max(1, b.getHeight()));
        ink.text(Lettering.HEAVY, text, size, x, y, colour);
    }

    static void lamp(Ink ink, double x, double h, int glow) {
        double w = ink.m * .05;
        ink.fill(
                Cut.poly(x - w, ink.base, x - w * .6, ink.base - h, x + w * .6, ink.base - h, x + w, ink.base),
                0x1c1a26);
        ink.fill(Cut.box(x - w * 3, ink.base - ink.m * .12, w * 6, ink.m * .12), 0x1c1a26);
        ink.raw(
                Cut.card(x - w * 4, ink.base - h - w * 7, w * 8, w * 8, w * 3),
                Hue.mix(ink.lit(0xcfd4de), glow, ink.light.lamps()),
                1);
        ink.fill(
                Cut.poly(x - w * 5, ink.base - h - w * 7, x, ink.base - h - w * 10, x + w * 5, ink.base - h - w * 7),
                0x1c1a26);
        ink.glow(x, ink.base - h - w * 3, h * .5, glow, .55 * ink.light.lamps());
    }

    /** A utility pole; its wires leave at {@code base - h}. */
    static void pole(Ink ink, double x, double h) {
        double w = ink.m * .09;
        ink.across(
                Cut.poly(x - w, ink.base, x - w * .7, ink.base - h, x + w * .7, ink.base - h, x + w, ink.base),
                0x6a625e,
                0x3c3640);
        for (int i = 0; i < 3; i++) {
            double y = ink.base - h * (.97 - i * .06);
            double r = ink.m * (.8 - i * .16);
            ink.fill(Cut.box(x - r, y, 2 * r, w * .7), 0x3c3640);
            for (int k = -2; k <= 2; k++) {
                ink.fill(Cut.box(x + k * r * .45 - w * .2, y - w * .7, w * .4, w * .8), 0xd8d4cc);
            }
        }
        ink.fill(Cut.card(x + w, ink.base - h * .78, ink.m * .34, ink.m * .6, 4), 0x7a7680);
    }

    static void wires(Ink ink, double x0, double y0, double x1, double y1, int n) {
        for (int i = 0; i < n; i++) {
            double d = i * ink.m * .16;
            ink.draw(Cut.line(x0, y0 + d, (x0 + x1) / 2, (y0 + y1) / 2 + 34 + d * 1.6, x1, y1 + d * .8), 1.6, 0x15121c);
        }
    }

    /** A round paper lantern hung at (x, y). */
    static void lantern(Ink ink, double x, double y, double r, String letter) {
        double on = .35 + .65 * ink.light.lamps();
        ink.glow(x, y + r * 1.4, r * 3.2, 0xff7a3d, .5 * ink.light.lamps());
        ink.fill(Cut.box(x - r * .4, y, r * .8, r * .26), 0x1a0a10)
                .fill(Cut.box(x - r * .4, y + r * 2.55, r * .8, r * .22), 0x1a0a10);
        ink.rawFade(
                Cut.oval(x, y + r * 1.4, r, r * 1.2),
                Hue.mix(ink.lit(0xe8503a), 0xffd890, on),
                1,
                Hue.mix(ink.lit(0xc03a2a), 0xe8452f, on),
                1);
        for (int k = -2; k <= 2; k++) {
            double w = r * Math.sqrt(1 - k * k * .16);
            ink.rawLine(
                    new Arc2D.Double(x - w, y + r * (1.2 + k * .42), 2 * w, r * .4, 200, 140, Arc2D.OPEN),
                    r * .05,
                    0x7a1418,
                    .45);
        }
        if (!letter.isEmpty()) {
            ink.text(Lettering.HEAVY, letter, r * 1.05, x, y + r * 1.4, 0x3a0a12);
        }
    }

    /** A skyline of plain blocks. */
    static void skyline(Ink ink, Scene scene, int key, double low, double high, double width, int colour, double lit) {
        double x = -ink.reach;
        for (int i = 0; x < ink.reach; i++) {
            double w = width * (.5 + scene.chance(i, key));
            double side = Math.min(1, Math.abs(x + w / 2) / (ink.half + 1));
            double h = low + (high - low) * scene.chance(i, key + 1) + high * .5 * side * side;
            tower(
                    ink,
                    x,
                    w,
                    ink.base - h,
                    Hue.mix(colour, 0x0a0a30, .15 * scene.chance(i, key + 2)),
                    Hue.lighter(colour, .14),
                    0xffd9a0,
                    lit,
                    key + i,
                    width / 6);
            x += w - 1;
        }
    }
}
