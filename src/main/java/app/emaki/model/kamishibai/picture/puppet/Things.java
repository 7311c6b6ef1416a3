package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** Things that can be held, ridden or played with, drawn in the units of whoever has them. */
final class Things {

    private final Ink ink;
    private final Moment now;

    Things(Ink ink, Moment now) {
        this.ink = ink;
        this.now = now;
    }

    /** Draws in the frame of a thing that stands at (x, y) and is so high. */
    void within(double x, double y, double high, java.util.function.Consumer<Wares> drawing) {
        // Whoever faces left is drawn mirrored; what bears a face or a dial does not mind
        ink.within(x, y, 0, high, high, () -> drawing.accept(new Wares(ink, now)));
    }

    /** An open umbrella over the hand at (x, y). */
    void umbrella(double x, double y, double r, int colour, double tilt) {
        ink.within(x, y, tilt, 1, 1, () -> {
            double rim = -.36;
            double top = rim - r * .52;
            ink.draw(Cut.line(0, .1, 0, top), .013, 0x2a2030);
            ink.draw(Cut.line(0, .1, .01, .13, .035, .13, .04, .1), .013, 0x2a2030);
            var p = new Path2D.Double();
            p.moveTo(-r, rim);
            p.curveTo(-r * .85, top + .02, -r * .35, top - .01, 0, top - .01);
            p.curveTo(r * .35, top - .01, r * .85, top + .02, r, rim);
            int n = 5;
            for (int i = 0; i < n; i++) {
                double a = r - 2 * r * i / n;
                double c = r - 2 * r * (i + 1) / n;
                p.quadTo((a + c) / 2, rim - .05, c, rim);
            }
            p.closePath();
            ink.across(p, Hue.lighter(colour, .3), Hue.darker(colour, .25));
            for (int i = 1; i < n; i++) {
                double a = r - 2 * r * i / n;
                ink.draw(
                        new QuadCurve2D.Double(a, rim, a * .7, top + .05, 0, top - .01),
                        .006,
                        Hue.darker(colour, .4),
                        .6);
            }
            ink.draw(p, .006, Hue.lighter(colour, .55), .8);
            ink.draw(Cut.line(0, top, 0, top - .03), .012, 0x2a2030);
        });
    }

    /** A stool that reaches from {@code y} down to the floor. */
    void stool(double x, double y) {
        int wood = 0x9a6a40;
        for (int side = -1; side <= 1; side += 2) {
            ink.across(
                    Cut.poly(
                            x + side * .1 - .012,
                            y,
                            x + side * .1 + .012,
                            y,
                            x + side * .13 + .012,
                            .004,
                            x + side * .13 - .012,
                            .004),
                    Hue.lighter(wood, .1),
                    Hue.darker(wood, .35));
        }
        ink.fill(Cut.box(x - .115, y * .45, .23, .014), Hue.darker(wood, .3));
        ink.across(Cut.card(x - .15, y - .012, .3, .034, .02), Hue.lighter(wood, .2), Hue.darker(wood, .15));
    }

    void katana(double x, double y, double angle, double length, double gleam) {
        ink.within(x, y, angle, 1, 1, () -> {
            ink.draw(Cut.line(-.075, 0, .05, 0), .022, 0x1a1030);
            for (int i = -3; i < 2; i++) {
                ink.draw(Cut.line(i * .022, -.009, i * .022 + .014, .009), .004, 0xc9a05a);
            }
            ink.fill(Cut.oval(.06, 0, .008, .03), 0xe0b060);
            int n = 10;
            var bx = new double[n];
            var by = new double[n];
            var r = new double[n];
            for (int i = 0; i < n; i++) {
                double q = i / (n - 1.0);
                bx[i] = .065 + length * q;
                by[i] = -.075 * length * q * q;
                r[i] = q > .92 ? .001 + .009 * (1 - q) / .08 : .0105 - .002 * q;
            }
            var blade = Cut.strand(bx, by, r);
            float p = (float) Curve.clamp(gleam, .08, .9);
            ink.g.setPaint(new LinearGradientPaint(
                    .06f, 0, (float) (.06 + length), 0, new float[] {0, p - .06f, p, p + .06f, 1}, new Color[] {
                        Hue.of(0x8fb6ff), Hue.of(0xcfe6ff), Hue.of(0xffffff), Hue.of(0xe6eeff), Hue.of(0xb8d0ff)
                    }));
            ink.g.fill(blade);
            double k = Math.sin(Math.PI * Curve.clamp(gleam, 0, 1));
            if (k > .02) {
                double q = Curve.clamp(gleam, 0, 1);
                double gx = .065 + length * q;
                ink.raw(Cut.star(gx, -.075 * length * q * q, .1 * k, .006, 4, angle), 0xffffff, .9 * k);
                ink.glow(gx, -.075 * length * q * q, .07 * k, 0xffffff, .7 * k);
            }
        });
    }

    /** The crescent that a cut leaves in the air, {@code t} seconds after it. */
    void slash(double x, double y, double t) {
        if (t < 0 || t > .55) {
            return;
        }
        double head = Curve.out(t / .16);
        double fade = 1 - Curve.step(.12, .55, t);
        double tail = Math.max(0, head - .95 * (1 - Curve.step(.1, .45, t)));
        double a0 = Curve.mix(2.6, -1.1, tail);
        double a1 = Curve.mix(2.6, -1.1, head);
        int n = 24;
        var v = new double[4 * n];
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            double a = Curve.mix(a0, a1, q);
            double outer = .74;
            double inner = outer - .11 * Math.pow(Math.sin(Math.PI * Math.min(1, q * .92)), 1.4) * fade - .002;
            v[2 * i] = x + Math.cos(a) * outer;
            v[2 * i + 1] = y + Math.sin(a) * outer;
            int j = 2 * n - 1 - i;
            v[2 * j] = x + Math.cos(a) * inner;
            v[2 * j + 1] = y + Math.sin(a) * inner;
        }
        ink.raw(Cut.blob(v), Hue.mix(0xffffff, ink.light.key(), .35), .85 * fade);
    }

    void scabbard(double x0, double y0, double x1, double y1, boolean sheathed) {
        ink.draw(new QuadCurve2D.Double(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2 + .03, x1, y1), .026, 0x241338);
        ink.draw(
                new QuadCurve2D.Double(x0, y0 - .006, (x0 + x1) / 2, (y0 + y1) / 2 + .022, x1, y1 - .006),
                .005,
                0x6b3fa0);
        if (sheathed) {
            double a = Math.atan2(y0 - y1, x0 - x1);
            ink.draw(
                    Cut.line(
                            x0 + Math.cos(a) * .02,
                            y0 + Math.sin(a) * .02,
                            x0 + Math.cos(a) * .13,
                            y0 + Math.sin(a) * .13),
                    .024,
                    0x1a1030);
            ink.fill(Cut.disc(x0 + Math.cos(a) * .012, y0 + Math.sin(a) * .012, .024), 0xe0b060);
        }
    }

    void lantern(double x, double y, double r, double swing) {
        ink.within(x, y, swing, 1, 1, () -> {
            ink.draw(Cut.line(0, 0, 0, .05), .006, 0x2a1a14);
            ink.glow(0, .05 + r * 1.3, r * 4.2, 0xff9a4a, .2 + .3 * ink.light.lamps());
            ink.raw(Cut.card(-r * .45, .045, r * .9, r * .2, .01), ink.lit(0x20120c), 1);
            var body = Cut.oval(0, .05 + r * 1.3, r, r * 1.2);
            ink.rawFade(body, 0xfff2c4, 1, 0xff8a3a, 1);
            for (int i = 1; i < 6; i++) {
                double q = (i - 3) / 3.0;
                double w = r * Math.sqrt(1 - q * q * .9);
                ink.rawLine(
                        new QuadCurve2D.Double(
                                -w,
                                .05 + r * (1.3 + q * 1.1),
                                0,
                                .05 + r * (1.42 + q * 1.1),
                                w,
                                .05 + r * (1.3 + q * 1.1)),
                        r * .05,
                        0x9a3414,
                        .5);
            }
            ink.raw(Cut.card(-r * .45, .05 + r * 2.42, r * .9, r * .2, .01), ink.lit(0x20120c), 1);
        });
    }

    void book(double x, double y, double r, int cover, double t) {
        ink.fill(
                Cut.poly(
                        x,
                        y - r * .5,
                        x + r * 1.25,
                        y - r * .85,
                        x + r * 1.25,
                        y + r * .55,
                        x,
                        y + r * .85,
                        x - r * 1.25,
                        y + r * .55,
                        x - r * 1.25,
                        y - r * .85),
                cover);
        ink.across(
                Cut.poly(x, y - r * .42, x + r * 1.12, y - r * .95, x + r * 1.12, y + r * .4, x, y + r * .75),
                0xe4dccc,
                0xfffaf0);
        ink.across(
                Cut.poly(x, y - r * .42, x - r * 1.12, y - r * .95, x - r * 1.12, y + r * .4, x, y + r * .75),
                0xfffaf0,
                0xe4dccc);
        double flip = Poses.frac(t / 2.4);
        if (flip > .7) {
            double a = Math.PI * (flip - .7) / .3;
            ink.fill(
                    Cut.poly(
                            x,
                            y - r * .42,
                            x + Math.cos(a) * r * 1.1,
                            y - r * .9 - Math.sin(a) * r * .5,
                            x + Math.cos(a) * r * 1.1,
                            y + r * .42 - Math.sin(a) * r * .5,
                            x,
                            y + r * .75),
                    0xfffdf6);
        }
        for (int i = 0; i < 4; i++) {
            ink.draw(
                    Cut.line(x + r * .15, y - r * .25 + i * r * .22, x + r * .95, y - r * .55 + i * r * .22),
                    .004,
                    0x8a8090,
                    .6);
            ink.draw(
                    Cut.line(x - r * .15, y - r * .25 + i * r * .22, x - r * .95, y - r * .55 + i * r * .22),
                    .004,
                    0x8a8090,
                    .6);
        }
    }

    void closedBook(double x, double y, double r, int cover) {
        ink.within(x, y, .2, 1, 1, () -> {
            ink.fill(Cut.card(-r * .7, -r * .2, r * 1.4, r * 1.9, .01), cover);
            ink.fill(Cut.box(-r * .6, r * 1.58, r * 1.2, r * .1), 0xfff6e6);
            ink.fill(Cut.box(-r * .5, r * .1, r, r * .16), Hue.lighter(cover, .5));
        });
    }

    /** A guitar with its body at (x, y), its neck rising at the angle. */
    void guitar(double x, double y, double s, double angle, int wood) {
        ink.within(x, y, angle, s, s, () -> {
            ink.fill(Cut.box(.2, -.035, .72, .07), 0x4a2c1a);
            ink.fill(Cut.card(.9, -.06, .17, .12, .03), 0x3a2014);
            var body = Cut.blob(
                    -.42, 0, -.34, -.25, -.12, -.27, .02, -.18, .17, -.2, .3, -.1, .31, 0, .3, .1, .17, .2, .02, .18,
                    -.12, .27, -.34, .25);
            ink.across(body, Hue.lighter(wood, .25), Hue.darker(wood, .25));
            ink.draw(body, .02, Hue.darker(wood, .5));
            ink.fill(Cut.disc(.05, 0, .085), 0x1c0f0a);
            ink.fill(Cut.box(-.24, -.08, .03, .16), 0x2c1810);
            for (int i = -2; i <= 2; i++) {
                ink.draw(Cut.line(-.22, i * .018, .98, i * .014), .005, 0xf6f0e0, .8);
            }
        });
    }

    void ball(double x, double y, double r, int colour, double turn) {
        ink.within(x, y, turn, r, r, () -> {
            ink.fade(Cut.disc(0, 0, 1), Hue.lighter(colour, .35), Hue.darker(colour, .2));
            ink.inside(
                    Cut.disc(0, 0, 1), () -> ink.fill(Cut.poly(-1.2, -.25, 1.2, -.05, 1.2, .3, -1.2, .12), 0xfff8ec));
        });
        ink.raw(Cut.oval(x - r * .35, y - r * .45, r * .25, r * .18), 0xffffff, .6);
    }

    void cup(double x, double y, double r, int colour, double tilt) {
        ink.within(x, y, tilt, r, r, () -> {
            ink.draw(new Arc2D.Double(.5, -.75, .9, .9, -80, 160, Arc2D.OPEN), .22, colour);
            ink.across(Cut.poly(-.85, -1, .85, -1, .66, .7, -.66, .7), Hue.lighter(colour, .3), Hue.darker(colour, .2));
            ink.fill(Cut.oval(0, -1, .85, .22), 0x4a2a1a);
        });
        for (int i = 0; i < 2; i++) {
            double u = Poses.frac(now.clock() * .5 + i * .5);
            ink.rawLine(
                    Cut.line(
                            x + (i - .5) * r * .8,
                            y - r * 1.4 - u * r,
                            x + (i - .5) * r * .8 + Math.sin(u * 6) * r * .4,
                            y - r * 2 - u * r,
                            x + (i - .5) * r * .8,
                            y - r * 2.6 - u * r),
                    r * .16,
                    0xffffff,
                    .4 * Math.sin(Math.PI * u));
        }
    }

    void bowl(double x, double y, double r, int colour) {
        ink.fill(Cut.blob(x - r * .8, y - r * .45, x, y - r * .85, x + r * .8, y - r * .45), 0xfffaf2);
        ink.across(
                Cut.poly(x - r, y - r * .5, x + r, y - r * .5, x + r * .55, y + r * .45, x - r * .55, y + r * .45),
                Hue.lighter(colour, .2),
                Hue.darker(colour, .3));
    }

    void chopsticks(double x, double y) {
        ink.draw(Cut.line(x + .02, y + .03, x - .05, y - .06), .006, 0x7a3a20);
        ink.draw(Cut.line(x + .035, y + .02, x - .045, y - .066), .006, 0x8a4a2a);
        ink.fill(Cut.disc(x - .05, y - .066, .012), 0xfffaf2);
    }

    void flower(double x, double y, double r, int colour) {
        ink.draw(Cut.line(x - .005, y + .06, x, y, x + .01, y - r * 2.2), .008, 0x3f8a4a);
        ink.fill(Cut.blob(x, y - .02, x + .04, y - .05, x + .05, y - .03, x + .02, y - .01), 0x4aa057);
        for (int i = 0; i < 6; i++) {
            double a = i * Math.PI / 3;
            ink.fill(
                    Cut.turned(
                            Cut.oval(
                                    x + .01 + Math.cos(a) * r * .6,
                                    y - r * 2.4 + Math.sin(a) * r * .6,
                                    r * .5,
                                    r * .32),
                            a,
                            x + .01 + Math.cos(a) * r * .6,
                            y - r * 2.4 + Math.sin(a) * r * .6),
                    Hue.lighter(colour, .15 + .1 * (i % 2)));
        }
        ink.fill(Cut.disc(x + .01, y - r * 2.4, r * .34), 0xffd166);
    }

    void balloon(double x, double y, double r, int colour, double hx, double hy) {
        ink.draw(new QuadCurve2D.Double(x, y + r * 1.2, (x + hx) / 2 - .04, (y + hy) / 2, hx, hy), .004, 0xf2ead8);
        ink.fill(
                Cut.poly(x, y + r * 1.1, x - r * .14, y + r * 1.32, x + r * .14, y + r * 1.32), Hue.darker(colour, .2));
        ink.fade(
                Cut.blob(
                        x,
                        y - r * 1.15,
                        x + r * .85,
                        y - r * .7,
                        x + r * .92,
                        y + r * .15,
                        x,
                        y + r * 1.18,
                        x - r * .92,
                        y + r * .15,
                        x - r * .85,
                        y - r * .7),
                Hue.lighter(colour, .3),
                Hue.darker(colour, .15));
        ink.raw(
                Cut.turned(Cut.oval(x - r * .4, y - r * .5, r * .16, r * .3), .5, x - r * .4, y - r * .5),
                0xffffff,
                .6);
    }

    void kite(double x, double y, double r, int a, int b, double hx, double hy) {
        ink.draw(new QuadCurve2D.Double(x, y, (x + hx) / 2 + .1, (y + hy) / 2 + .15, hx, hy), .004, 0xf2ead8);
        double ph = now.clock() * 3;
        for (int i = 0; i < 5; i++) {
            double q = i / 4.0;
            double tx = x - .06 - q * .16 + Math.sin(ph - q * 4) * .03;
            double ty = y + r * 1.2 + q * .22;
            ink.fill(
                    Cut.poly(tx - .022, ty - .012, tx + .022, ty + .012, tx + .022, ty - .012, tx - .022, ty + .012),
                    i % 2 == 0 ? a : b);
        }
        ink.within(x, y, .35 + .08 * Math.sin(ph * .6), 1, 1, () -> {
            ink.across(Cut.poly(0, -r * 1.2, r * .85, 0, 0, r * 1.3, -r * .85, 0), Hue.lighter(b, .2), b);
            ink.fill(Cut.poly(0, -r * 1.2, r * .85, 0, 0, 0), a).fill(Cut.poly(0, r * 1.3, -r * .85, 0, 0, 0), a);
            ink.draw(Cut.line(0, -r * 1.2, 0, r * 1.3), .006, 0x3a2a20)
                    .draw(Cut.line(-r * .85, 0, r * .85, 0), .006, 0x3a2a20);
        });
    }

    void bicycle(double x, double y, double s, int colour) {
        ink.within(x, y, 0, s, s, () -> {
            double r = .36;
            double spin = now.action() == app.emaki.model.kamishibai.plan.StoryPlan.Action.RIDE ? now.t() * 5 : 0;
            for (int side = -1; side <= 1; side += 2) {
                double wx = side * .56;
                ink.draw(Cut.disc(wx, -r, r), .045, 0x1c1a24);
                ink.draw(Cut.disc(wx, -r, r * .9), .014, 0xb9c0cc);
                for (int i = 0; i < 8; i++) {
                    double a = spin + i * Math.PI / 4;
                    ink.draw(
                            Cut.line(wx, -r, wx + Math.cos(a) * r * .88, -r + Math.sin(a) * r * .88),
                            .008,
                            0xb9c0cc,
                            .8);
                }
            }
            ink.draw(Cut.line(-.56, -r, -.08, -r), .03, colour)
                    .draw(Cut.line(-.08, -r, -.24, -.86), .035, colour)
                    .draw(Cut.line(-.56, -r, -.22, -.8), .025, colour);
            ink.draw(Cut.line(-.08, -r, .4, -.84), .035, colour)
                    .draw(Cut.line(-.22, -.8, .4, -.84), .035, colour)
                    .draw(Cut.line(.56, -r, .38, -.98), .035, colour);
            ink.draw(Cut.line(.38, -.98, .3, -1.02, .26, -.98), .03, 0x2a2430);
            ink.fill(Cut.blob(-.38, -.88, -.16, -.9, -.12, -.85, -.3, -.82), 0x2a2430);
            ink.fill(Cut.disc(-.08, -r, .07), 0x2a2430);
            ink.draw(Cut.poly(.42, -.92, .68, -.92, .64, -.72, .46, -.72), .022, 0xc9a878);
        });
    }

    /** A car; {@code far} draws what is behind the driver, otherwise what is before. */
    void car(double x, double y, double s, int colour, boolean far) {
        ink.within(x, y, 0, s, s, () -> {
            if (far) {
                ink.fill(
                        Cut.blob(-.36, -.3, -.28, -.5, -.1, -.58, .18, -.57, .32, -.46, .42, -.3),
                        Hue.darker(colour, .2));
                ink.raw(
                        Cut.blob(-.31, -.31, -.25, -.47, -.09, -.545, .16, -.535, .28, -.44, .36, -.31),
                        ink.lit(0xbfe0f4),
                        .5);
                return;
            }
            ink.across(
                    Cut.blob(
                            -.68, -.1, -.7, -.24, -.6, -.33, -.3, -.35, .4, -.34, .66, -.28, .74, -.18, .72, -.08, .4,
                            -.06, -.4, -.06),
                    Hue.lighter(colour, .2),
                    Hue.darker(colour, .2));
            ink.draw(Cut.line(-.02, -.34, -.02, -.1), .008, Hue.darker(colour, .4))
                    .draw(
                            Cut.line(-.36, -.34, -.28, -.52, .0, -.575, .2, -.56, .36, -.44, .44, -.33),
                            .022,
                            Hue.darker(colour, .1));
            ink.fill(Cut.box(-.7, -.17, 1.44, .022), Hue.lighter(colour, .5));
            for (int side = -1; side <= 1; side += 2) {
                double wx = side * .42;
                ink.fill(Cut.disc(wx, -.09, .115), 0x17151d).fill(Cut.disc(wx, -.09, .06), 0xc9d0da);
                ink.draw(Cut.line(wx, -.14, wx, -.04), .012, 0x7a8290);
            }
            ink.glow(.74, -.22, .3, .14, 0xfff2c0, .2 + .5 * ink.light.lamps());
            ink.raw(Cut.oval(.69, -.22, .03, .04), 0xfff6d8, 1).raw(Cut.oval(-.68, -.22, .02, .035), 0xff4a3a, 1);
        });
    }

    void boat(double x, double y, double s, int wood, boolean far) {
        ink.within(x, y, .02 * Math.sin(now.clock() * 1.3), s, s, () -> {
            if (far) {
                ink.fill(
                        Cut.blob(-.8, -.2, -.4, -.12, .4, -.12, .95, -.24, .4, -.05, -.4, -.05), Hue.darker(wood, .45));
                return;
            }
            ink.fade(
                    Cut.poly(-.82, -.2, -.4, -.13, .4, -.13, .98, -.26, .72, .06, .4, .1, -.5, .1, -.7, .04),
                    Hue.lighter(wood, .15),
                    Hue.darker(wood, .4));
            ink.draw(Cut.line(-.82, -.2, -.4, -.13, .4, -.13, .98, -.26), .03, Hue.lighter(wood, .3));
            ink.draw(Cut.line(-.74, -.05, -.3, -.03, .4, -.03, .84, -.1), .01, Hue.darker(wood, .5));
            for (int i = 0; i < 3; i++) {
                ink.rawLine(
                        Cut.line(
                                -.9 + i * .2 - .1 * Chance.at(i, 3),
                                .1 + i * .02,
                                -.4 + i * .3,
                                .11 + i * .02,
                                .3 + i * .3,
                                .09 + i * .02),
                        .012,
                        0xffffff,
                        .4);
            }
        });
    }
}
