package app.emaki.model.kamishibai.picture.aerial;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import java.awt.geom.Path2D;

/** Shapes of the ground plan, cut from paper; lengths in metres around the middle of the picture. */
final class Plan {
    final Ink ink;
    final double m;
    /** Half of what can ever be seen, in metres. */
    final double wide;

    final double high;

    Plan(Ink ink, double scale) {
        this.ink = ink;
        m = ink.m * scale;
        wide = ink.reach / m;
        high = ink.bottom / m;
    }

    void ground(int from, int to) {
        ink.g.setPaint(
                Ink.gradient(-ink.reach, ink.top, ink.reach, ink.bottom, Hue.of(ink.lit(from)), Hue.of(ink.lit(to))));
        ink.g.fill(Cut.box(-ink.reach - 9, ink.top - 9, 2 * ink.reach + 18, ink.bottom - ink.top + 18));
    }

    void box(double x, double y, double w, double h, int c, double alpha) {
        ink.fill(Cut.box(x * m, y * m, w * m, h * m), c, alpha);
    }

    void band(double y, double h, int c) {
        ink.fill(Cut.box(-ink.reach - 9, y * m, 2 * ink.reach + 18, h * m), c);
    }

    void disc(double x, double y, double r, int c, double alpha) {
        ink.fill(Cut.disc(x * m, y * m, r * m), c, alpha);
    }

    void line(double x0, double y0, double x1, double y1, double w, int c, double alpha) {
        ink.draw(Cut.line(x0 * m, y0 * m, (x0 + x1) / 2 * m, (y0 + y1) / 2 * m, x1 * m, y1 * m), w * m, c, alpha);
    }

    /** Flecks all over, so that no ground is flat. */
    void flecks(int key, int n, double r, int dark, int light) {
        for (int i = 0; i < n; i++) {
            double x = (Chance.at(i, key) * 2 - 1) * wide;
            double y = (Chance.at(i, key + 1) * 2 - 1) * high;
            disc(x, y, r * (.4 + Chance.at(i, key + 2)), i % 2 == 0 ? dark : light, .35);
        }
    }

    /** A tree from above: three rings of leaves, each smaller and lighter. */
    void crown(double x, double y, double r, int leaf, int key) {
        shade(Cut.disc((x + r * .28) * m, (y + r * .34) * m, r * .98 * m));
        for (int pass = 0; pass < 4; pass++) {
            double s = 1 - pass * .24;
            int c = pass == 0 ? Hue.darker(leaf, .3) : Hue.lighter(leaf, .1 * (pass - 1));
            int points = 11 - pass;
            var p = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double cx = (x - pass * r * .06) * m;
            double cy = (y - pass * r * .07) * m;
            p.append(Cut.disc(cx, cy, r * s * .86 * m), false);
            for (int i = 0; i < points; i++) {
                double a = i * 2 * Math.PI / points + key + pass;
                p.append(
                        Cut.disc(
                                cx + Math.cos(a) * r * s * .74 * m, cy + Math.sin(a) * r * s * .74 * m, r * s * .3 * m),
                        false);
            }
            ink.fill(p, c);
        }
    }

    /** A fir from above: a star of stars. */
    void fir(double x, double y, double r, int leaf, int key) {
        shade(Cut.disc((x + r * .3) * m, (y + r * .36) * m, r * .8 * m));
        for (int pass = 0; pass < 4; pass++) {
            double s = 1 - pass * .25;
            ink.fill(
                    Cut.star(x * m, y * m, r * s * m, r * s * .62 * m, 9, key + pass * .35),
                    pass % 2 == 0 ? Hue.darker(leaf, .18 - .05 * pass) : Hue.lighter(leaf, .12));
        }
    }

    /** A gabled roof. */
    void roof(double x, double y, double w, double h, int c, boolean along) {
        shade(Cut.box((x + .5) * m, (y + .6) * m, w * m, h * m));
        if (along) {
            ink.fill(Cut.box(x * m, y * m, w * m, h / 2 * m), Hue.lighter(c, .16))
                    .fill(Cut.box(x * m, (y + h / 2) * m, w * m, h / 2 * m), Hue.darker(c, .14));
            for (double k = x + .3; k < x + w; k += .45) {
                line(k, y, k, y + h, .03, Hue.darker(c, .35), .5);
            }
            line(x, y + h / 2, x + w, y + h / 2, .16, Hue.darker(c, .3), 1);
        } else {
            ink.fill(Cut.box(x * m, y * m, w / 2 * m, h * m), Hue.lighter(c, .16))
                    .fill(Cut.box((x + w / 2) * m, y * m, w / 2 * m, h * m), Hue.darker(c, .14));
            for (double k = y + .3; k < y + h; k += .45) {
                line(x, k, x + w, k, .03, Hue.darker(c, .35), .5);
            }
            line(x + w / 2, y, x + w / 2, y + h, .16, Hue.darker(c, .3), 1);
        }
    }

    /** The flat roof of a town house, with what stands on such roofs. */
    void flat(double x, double y, double w, double h, int c, int key) {
        shade(Cut.box((x + .7) * m, (y + .8) * m, w * m, h * m));
        box(x, y, w, h, Hue.darker(c, .2), 1);
        box(x + .22, y + .22, w - .44, h - .44, c, 1);
        for (int i = 0; i < 3; i++) {
            double bx = x + .6 + (w - 2.2) * Chance.at(i, key);
            double by = y + .6 + (h - 2.2) * Chance.at(i, key + 1);
            shade(Cut.box((bx + .18) * m, (by + .2) * m, 1.1 * m, .8 * m));
            box(bx, by, 1.1, .8, Hue.lighter(c, .35), 1);
            disc(bx + .36, by + .4, .28, Hue.darker(c, .3), 1);
            disc(bx + .36, by + .4, .1, Hue.lighter(c, .5), 1);
        }
    }

    void shade(java.awt.Shape s) {
        ink.raw(s, 0x0a0620, .26);
    }

    /** A parasol, its panels like slices of a cake. */
    void parasol(double x, double y, double r, int a, int b) {
        shade(Cut.disc((x + r * .4) * m, (y + r * .5) * m, r * m));
        int n = 10;
        for (int i = 0; i < n; i++) {
            double from = i * 2 * Math.PI / n;
            double to = (i + 1) * 2 * Math.PI / n;
            ink.fill(
                    Cut.poly(
                            x * m,
                            y * m,
                            (x + Math.cos(from) * r) * m,
                            (y + Math.sin(from) * r) * m,
                            (x + Math.cos((from + to) / 2) * r * 1.02) * m,
                            (y + Math.sin((from + to) / 2) * r * 1.02) * m,
                            (x + Math.cos(to) * r) * m,
                            (y + Math.sin(to) * r) * m),
                    i % 2 == 0 ? a : b);
        }
        disc(x, y, r * .07, 0xffffff, 1);
    }

    /** A round table with chairs and a cup. */
    void table(double x, double y, double r, int wood, int key) {
        for (int i = 0; i < 4; i++) {
            double a = i * Math.PI / 2 + .6 + key;
            double cx = x + Math.cos(a) * r * 1.5;
            double cy = y + Math.sin(a) * r * 1.5;
            shade(Cut.disc((cx + .1) * m, (cy + .12) * m, .26 * m));
            disc(cx, cy, .26, Hue.darker(wood, .25), 1);
            disc(cx, cy, .2, key % 2 == 0 ? 0xc8503c : 0x3f7a8a, 1);
        }
        shade(Cut.disc((x + .16) * m, (y + .2) * m, r * m));
        disc(x, y, r, Hue.darker(wood, .12), 1);
        disc(x, y, r * .92, Hue.lighter(wood, .16), 1);
        disc(x - r * .3, y + r * .2, .17, 0xfff8ec, 1);
        disc(x - r * .3, y + r * .2, .11, 0x5a3020, 1);
        disc(x + r * .35, y - r * .3, .2, 0xf4eee4, 1);
        disc(x + r * .35, y - r * .3, .12, 0xe8a0a8, 1);
    }

    void desk(double x, double y, double w, double h, int wood, boolean screen) {
        shade(Cut.box((x + .12) * m, (y + .16) * m, w * m, h * m));
        box(x, y, w, h, wood, 1);
        box(x + .05, y + .05, w - .1, h - .1, Hue.lighter(wood, .16), 1);
        if (screen) {
            box(x + w * .3, y + .06, w * .4, .1, 0x2a2c36, 1);
            box(x + w * .34, y + h * .5, w * .32, h * .24, 0xd8dce4, 1);
        } else {
            box(x + w * .2, y + h * .3, w * .28, h * .4, 0xfffaf0, 1);
            box(x + w * .56, y + h * .36, w * .22, h * .3, 0xc8503c, 1);
        }
        shade(Cut.disc((x + w / 2 + .06) * m, (y + h + .36) * m, .24 * m));
        disc(x + w / 2, y + h + .3, .24, 0x4a5a7a, 1);
    }

    void boards(int wood) {
        ground(Hue.lighter(wood, .08), Hue.darker(wood, .08));
        int row = 0;
        for (double y = -high; y < high; y += .34, row++) {
            line(-wide, y, wide, y, .018, Hue.darker(wood, .4), .6);
            for (double x = -wide + Chance.at(row, 5) * 2; x < wide; x += 2.2) {
                line(x, y, x, y + .34, .018, Hue.darker(wood, .4), .6);
            }
        }
    }

    void rug(double x, double y, double rx, double ry, int a, int b) {
        ink.fill(Cut.oval(x * m, y * m, rx * m, ry * m), a);
        for (int i = 1; i < 4; i++) {
            ink.draw(
                    Cut.oval(x * m, y * m, rx * m * (1 - i * .2), ry * m * (1 - i * .2)),
                    .07 * m,
                    i % 2 == 0 ? b : 0xfff4e0);
        }
    }

    void car(double x, double y, double turn, int c) {
        ink.within(x * m, y * m, turn, m, m, () -> {
            shade(Cut.card(-1.9 + .3, -.8 + .4, 4.2, 1.8, .7));
            ink.across(Cut.card(-2.1, -.9, 4.2, 1.8, .9), Hue.darker(c, .14), Hue.lighter(c, .14));
            ink.fill(Cut.card(-1.0, -.78, 1.9, 1.56, .5), Hue.lighter(c, .24));
            ink.fill(Cut.poly(.85, -.72, 1.25, -.6, 1.25, .6, .85, .72), 0x9cc8de)
                    .fill(Cut.poly(-1.0, -.7, -1.35, -.58, -1.35, .58, -1.0, .7), 0x7aa8c0);
            ink.raw(Cut.oval(2.02, -.62, .1, .16), 0xfff4cc, 1).raw(Cut.oval(2.02, .62, .1, .16), 0xfff4cc, 1);
            ink.glow(2.7, 0, 1.2, .9, 0xfff0c0, .35 * ink.light.lamps());
        });
    }
}
