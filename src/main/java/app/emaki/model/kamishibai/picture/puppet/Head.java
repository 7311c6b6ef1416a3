package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** A face in units of half its own width, its middle at the origin; the chin is at 1.36. */
final class Head {

    private final Ink ink;
    private final Looks looks;
    private final Mien mien;
    private final double yaw;
    private final double up;
    private final double px;
    private final int skin;

    /** @param px pixels that one unit covers, which decides how much is drawn */
    Head(Ink ink, Looks looks, Mien mien, double yaw, double nod, double px) {
        this.ink = ink;
        this.looks = looks;
        this.mien = mien;
        this.yaw = Curve.clamp(yaw, -.9, .9);
        up = Curve.clamp(nod, -.5, .5) * .3;
        this.px = px;
        skin = looks.skin();
    }

    /** Where a feature lies once the head is turned. */
    private double fx(double x) {
        return x + yaw * .34 * (1 - .6 * x * x);
    }

    void draw() {
        var face = face();
        ears();
        boolean fine = px > 13;
        if (fine) {
            ink.across(face, Hue.lighter(skin, .18), Hue.mix(skin, 0xb06a8a, .34));
            ink.inside(face, () -> shade(face));
        } else {
            ink.across(face, Hue.lighter(skin, .1), Hue.mix(skin, 0xb06a8a, .2));
        }
        if (px > 4) {
            features(fine);
        }
    }

    private Path2D face() {
        double jaw = mien.open() * .1;
        double j = looks.jaw();
        double turn = yaw * .1;
        double cheek = .81 + .1 * j;
        var p = new Path2D.Double();
        p.moveTo(-1, -.8);
        p.curveTo(-1.04, -.27, -1.03, .14, -.92 - .03 * j, .5);
        p.curveTo(
                -cheek + turn,
                .83 + .06 * j,
                -.5 - .16 * j + turn,
                1.2 + jaw + .04 * j,
                -.16 - .16 * j + turn,
                1.33 + jaw);
        p.curveTo(-.05 + turn, 1.37 + jaw, .05 + turn, 1.37 + jaw, .16 + .16 * j + turn, 1.33 + jaw);
        p.curveTo(.5 + .16 * j + turn, 1.2 + jaw + .04 * j, cheek + turn, .83 + .06 * j, .92 + .03 * j, .5);
        p.curveTo(1.03, .14, 1.04, -.27, 1, -.8);
        p.curveTo(.96, -1.54, -.96, -1.54, -1, -.8);
        p.closePath();
        return p;
    }

    private void ears() {
        for (int side = -1; side <= 1; side += 2) {
            double out = side * (1 - .16 * yaw * side);
            ink.fill(
                    Cut.blob(out * .97, -.2, out * 1.16, -.3, out * 1.17, 0, out * 1.06, .3, out * .92, .36),
                    Hue.mix(skin, 0xb0607a, .22));
        }
    }

    private void shade(Shape face) {
        // shadow of the hair on the brow, and of the far cheek
        ink.rawFade(Cut.box(-1.4, -1.5, 2.8, 1.5), ink.lit(0x5a2a6a), .34, ink.lit(0x5a2a6a), 0);
        ink.raw(
                Cut.blob(.58, -1.3, 1.3, -1.2, 1.3, 1.3, .1, 1.75, .22, 1.2, .46, .86, .6, .5, .5, .2, .64, -.3),
                ink.lit(0x6a3a86),
                .22);
        ink.raw(
                Cut.blob(
                        -.3,
                        1.16 + mien.open() * .1,
                        0,
                        1.24 + mien.open() * .1,
                        .34,
                        1.12 + mien.open() * .1,
                        .2,
                        1.5,
                        -.2,
                        1.5),
                ink.lit(0x6a3a86),
                .18);
        ink.raw(Cut.outside(face, -.05, -.005), ink.light.key(), .34);
        ink.raw(Cut.outside(face, .035, 0), 0xfff0e0, .22);
        for (int side = -1; side <= 1; side += 2) {
            double x = fx(side * .64);
            ink.glow(x, .52 + up, .32, .24, ink.lit(0xff5a72), .44 * mien.blush());
            if (looks.feminine() && px > 30 && mien.blush() > .6) {
                for (int i = -1; i <= 1; i++) {
                    ink.draw(
                            new java.awt.geom.Line2D.Double(x + i * .08 - .02, .58 + up, x + i * .08 + .02, .47 + up),
                            .016,
                            0xd0406a,
                            .45);
                }
            }
        }
        if (looks.figure() == app.emaki.model.kamishibai.plan.StoryPlan.Figure.ELDER) {
            for (int side = -1; side <= 1; side += 2) {
                ink.draw(
                        Cut.line(fx(side * .3), .5 + up, fx(side * .42), .62 + up, fx(side * .46), .8 + up),
                        .022,
                        0x8a4a50,
                        .5);
                ink.draw(Cut.line(fx(side * .74), .2 + up, fx(side * .86), .24 + up), .018, 0x8a4a50, .5);
            }
        }
    }

    private void features(boolean fine) {
        nose(fine);
        for (int side = -1; side <= 1; side += 2) {
            double x = fx(side * .52);
            double narrow = 1 - .384 * yaw * side * .52 * 2;
            ink.within(x, .08 + up, 0, side * narrow * looks.eyes(), looks.eyes(), () -> eye(fine));
            brow(side, x);
        }
        mouth(fine);
        if (mien.tears() > 0 && fine) {
            for (int side = -1; side <= 1; side += 2) {
                double x = fx(side * .56);
                ink.raw(Cut.blob(x - .05, .28, x + .05, .28, x + .08, .7, x, .86, x - .08, .7), 0xcfefff, .75);
                ink.raw(Cut.disc(x - .02, .66, .03), 0xffffff, .9);
            }
        }
    }

    private void nose(boolean fine) {
        double x = fx(.02);
        if (!fine) {
            return;
        }
        double s = looks.feminine() ? 1 : 1.35;
        ink.fill(
                Cut.poly(x, .5 - .17 * s + up, x + .09 * s + yaw * .05, .54 + up, x - .03, .57 + up),
                Hue.mix(skin, 0x9a4a7a, .5),
                .75);
        ink.raw(Cut.disc(x - .04, .49 + up, .026), 0xfff6f0, .7);
    }

    private void brow(int side, double x) {
        double f = mien.frown() * .1;
        double y = -.44 - .12 * mien.brows() + up * .8;
        double thick = looks.feminine() ? .045 : .08;
        double in = x - side * .26;
        double out = x + side * .33;
        int c = Hue.mix(looks.hairColour(), 0x140a20, .3);
        ink.fill(
                Cut.blob(
                        in,
                        y + f - thick,
                        x + side * .06,
                        y - .09 - thick * .4,
                        out,
                        y + .05 - f * .4,
                        x + side * .06,
                        y - .05 + thick * .7,
                        in,
                        y + f + thick),
                c);
    }

    /** One eye with its outer corner towards positive x. */
    private void eye(boolean fine) {
        double lids = mien.lids();
        int lash = 0x140a2a;
        if (lids < .12) {
            double bend = mien.smile() > .5 ? -.14 : .12;
            ink.draw(new QuadCurve2D.Double(-.28, .02, 0, bend * 1.6 + .02, .32, 0), fine ? .06 : .1, lash);
            if (fine) {
                ink.draw(Cut.line(.3, 0, .4, -.05), .045, lash);
            }
            return;
        }
        double open = lids * (looks.feminine() ? 1 : .8);
        if (!fine) {
            ink.fill(Cut.oval(0, 0, .15, .24 * open), lash);
            ink.draw(Cut.line(-.26, -.1 * open, 0, -.26 * open, .3, -.12 * open), .08, lash);
            if (px > 7) {
                ink.raw(Cut.disc(-.05, -.08, .06), 0xffffff, .9);
            }
            return;
        }
        var white = new Path2D.Double();
        white.moveTo(-.28, .075);
        white.curveTo(-.21, -.2 * open, .04, -.33 * open, .3, -.085 * open - .02);
        white.curveTo(.235, .14 * open, .085, .235 * open, -.075, .225 * open);
        white.curveTo(-.19, .21 * open, -.255, .15 * open, -.28, .075);
        white.closePath();
        ink.g.setPaint(new LinearGradientPaint(0, -.27f, 0, .24f, new float[] {0, .45f, 1}, new Color[] {
            Hue.of(ink.lit(0xb0a0d0)), Hue.of(ink.lit(0xfff6fb)), Hue.of(ink.lit(0xffffff))
        }));
        ink.g.fill(white);
        ink.inside(white, this::iris);
        lashes(open, lash);
    }

    private void iris() {
        int c = looks.iris();
        double x = -.01 + yaw * .05;
        var disc = Cut.oval(x, 0, .165, .23);
        ink.g.setPaint(new LinearGradientPaint(0, -.24f, 0, .23f, new float[] {0, .5f, 1}, new Color[] {
            Hue.of(ink.lit(Hue.mix(c, 0x0a0a2a, .78))), Hue.of(ink.lit(c)), Hue.of(ink.lit(Hue.lighter(c, .6)))
        }));
        ink.g.fill(disc);
        ink.draw(disc, .026, Hue.mix(c, 0x080820, .8));
        ink.fill(Cut.oval(x, -.005, .07, .1), 0x0a0a22);
        ink.raw(new Arc2D.Double(x - .11, -.16, .22, .34, 210, 120, Arc2D.CHORD), Hue.lighter(c, .65), .5);
        ink.raw(Cut.oval(x - .05, -.1, .06, .07), 0xffffff, .96);
        ink.raw(Cut.oval(x + .07, .09, .028, .034), 0xffffff, .9);
        ink.raw(Cut.box(-.4, -.4, .8, .23), 0x2a1050, .42);
    }

    private void lashes(double open, int lash) {
        var l = new Path2D.Double();
        l.moveTo(-.29, .085);
        l.curveTo(-.21, -.22 * open, .05, -.36 * open, .32, -.095 * open - .02);
        if (looks.feminine()) {
            l.lineTo(.44, -.18 * open - .04);
            l.curveTo(.33, -.27 * open - .02, .29, -.31 * open, .23, -.32 * open - .02);
        } else {
            l.lineTo(.34, -.15 * open);
        }
        l.curveTo(.05, (looks.feminine() ? -.47 : -.42) * open - .02, -.23, -.33 * open - .01, -.29, .085);
        l.closePath();
        ink.fill(l, lash);
        ink.draw(new QuadCurve2D.Double(.29, 0, .21, .19 * open, .03, .23 * open), .018, lash, .8);
        ink.draw(
                new QuadCurve2D.Double(-.23, -.38 * open - .04, 0, -.51 * open - .03, .21, -.31 * open - .05),
                .015,
                0xa0506f,
                .7);
    }

    private void mouth(boolean fine) {
        double x = fx(.01);
        double y = .84 + up * .6 + (looks.feminine() ? 0 : .02);
        double s = mien.smile();
        double open = mien.open();
        double wide = looks.feminine() ? 1 : 1.12;
        if (open < .07) {
            double w = .23 * wide * (1 + .25 * Math.max(0, s));
            ink.draw(
                    new QuadCurve2D.Double(x - w, y - .04 * s, x, y + .11 * s, x + w, y - .05 * s),
                    fine ? .028 : .06,
                    0x6a1a3c);
            if (fine) {
                ink.draw(new QuadCurve2D.Double(x - .08, y + .17, x, y + .19, x + .08, y + .165), .02, 0xb05070, .5);
            }
            return;
        }
        double w = (.2 + .13 * open + .06 * Math.max(0, s)) * wide;
        double h = .07 + .4 * open;
        double corner = -.06 * s;
        var m = new Path2D.Double();
        m.moveTo(x - w, y + corner);
        m.curveTo(
                x - w * .4,
                y - .05 * (1 - s) + .05 * s,
                x + w * .4,
                y - .05 * (1 - s) + .05 * s,
                x + w,
                y + corner - .01);
        m.curveTo(x + w * .98, y + h * .55, x + w * .5, y + h, x, y + h);
        m.curveTo(x - w * .5, y + h, x - w * .98, y + h * .55, x - w, y + corner);
        m.closePath();
        ink.fade(m, 0x4a0a2c, 0x8c1844);
        if (fine) {
            ink.inside(m, () -> {
                ink.fill(Cut.oval(x, y + h * .98, w * .66, h * .4), 0xff6f8e);
                if (s > -.2) {
                    ink.fill(
                            Cut.blob(
                                    x - w - .04,
                                    y - .1,
                                    x + w + .04,
                                    y - .1,
                                    x + w * .84,
                                    y + .06 + .03 * open,
                                    x,
                                    y + .1 + .05 * open,
                                    x - w * .84,
                                    y + .06 + .03 * open),
                            0xfffaf6);
                }
            });
            ink.draw(m, .026, 0x4a1230);
        }
    }
}
