package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Hair;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** Hair around a head, in units of half the face's width. {@code sway} moves loose ends, positive to where the figure looks. */
final class Hairdo {

    private final Ink ink;
    private final Looks looks;
    private final double yaw;
    private final double sway;
    private final double phase;
    private final boolean fine;
    private final int colour;

    Hairdo(Ink ink, Looks looks, double yaw, double sway, double phase, double px) {
        this.ink = ink;
        this.looks = looks;
        this.yaw = yaw;
        this.sway = sway;
        this.phase = phase;
        fine = px > 13;
        colour = looks.hairColour();
    }

    /** What hangs behind the body. */
    void behind() {
        double s = sway;
        double flow = Math.sin(phase) * .05;
        switch (looks.hair()) {
            case LONG -> {
                var back = Cut.blob(
                        0,
                        -1.95,
                        .85,
                        -1.75,
                        1.3,
                        -1.1,
                        1.4,
                        0,
                        1.36,
                        1,
                        1.5 + s * .5,
                        2 + flow,
                        1.25 + s,
                        2.75,
                        .75 + s * .9,
                        2.6,
                        0 + s * .8,
                        2.9,
                        -.75 + s * .9,
                        2.6,
                        -1.3 + s,
                        2.75,
                        -1.5 + s * .5,
                        2 + flow,
                        -1.36,
                        1,
                        -1.4,
                        0,
                        -1.3,
                        -1.1,
                        -.85,
                        -1.75);
                ink.fade(back, Hue.lighter(colour, .1), Hue.darker(colour, .35));
            }
            case BOB ->
                ink.fade(
                        Cut.blob(
                                0,
                                -1.95,
                                .85,
                                -1.75,
                                1.3,
                                -1.1,
                                1.42,
                                0,
                                1.4 + s * .2,
                                .9,
                                1.1 + s * .3,
                                1.35,
                                .4,
                                1.2,
                                -.4,
                                1.2,
                                -1.1 + s * .3,
                                1.35,
                                -1.4 + s * .2,
                                .9,
                                -1.42,
                                0,
                                -1.3,
                                -1.1,
                                -.85,
                                -1.75),
                        Hue.lighter(colour, .06),
                        Hue.darker(colour, .3));
            case PONYTAIL -> {
                for (int i = 0; i < 4; i++) {
                    tail(i);
                }
            }
            case BUN -> {
                ink.fade(Cut.disc(-.5 * yaw - .1, -2.1, .62), Hue.lighter(colour, .14), Hue.darker(colour, .2));
                ink.draw(
                        Cut.line(-.55 - .5 * yaw, -2.2, -.1 - .5 * yaw, -2.4, .3 - .5 * yaw, -2.15),
                        .05,
                        Hue.lighter(colour, .3),
                        .6);
                ink.draw(Cut.line(-1 - .5 * yaw, -2.5, .8 - .5 * yaw, -1.8), .07, looks.accent());
            }
            case SHORT, BALD -> {}
        }
    }

    private void tail(int i) {
        double dir = yaw >= 0 ? -1 : 1;
        int n = 8;
        var x = new double[n];
        var y = new double[n];
        var r = new double[n];
        for (int k = 0; k < n; k++) {
            double q = k / (n - 1.0);
            x[k] = dir * (.75 + q * (.95 + .14 * i)) + sway * q * 1.5;
            y[k] = -1.45 + q * q * (2.7 + .3 * i) + q * .3 + Math.sin(phase - q * 3.6 + i * .6) * .16 * q;
            r[k] = (.34 - .05 * i) * (q < .3 ? .5 + q * 1.66 : Math.pow(1 - (q - .3) / .7, .7)) + .012;
        }
        ink.fill(Cut.strand(x, y, r), Hue.mix(Hue.darker(colour, .2), Hue.lighter(colour, .2), i / 4.0));
    }

    /** Cap and fringe before the face. */
    void before() {
        double s = sway * .3;
        double t = yaw * .16;
        switch (looks.hair()) {
            case LONG, BOB, PONYTAIL, BUN -> {
                boolean locks = looks.hair() == Hair.LONG || looks.hair() == Hair.BOB || looks.feminine();
                boolean topknot = looks.hair() == Hair.PONYTAIL && !looks.feminine();
                gloss(topknot ? swept(t) : fringe(s, t, locks ? (looks.hair() == Hair.BOB ? .75 : 1.2) : .1));
                if (looks.hair() == Hair.PONYTAIL) {
                    double dir = yaw >= 0 ? -1 : 1;
                    ink.fill(
                            Cut.blob(
                                    dir * .62, -1.72, dir * .86, -1.6, dir * .9, -1.3, dir * .7, -1.24, dir * .58,
                                    -1.45),
                            looks.accent());
                }
            }
            case SHORT -> gloss(cropped(s, t));
            case BALD -> ink.raw(Cut.oval(-.3 + t, -1.05, .3, .16), 0xffffff, .25);
        }
    }

    private Path2D fringe(double s, double t, double locks) {
        var b = new Path2D.Double();
        double low = locks;
        b.moveTo(-1.12, -.48);
        b.curveTo(-1.28, -1.7, -.58, -2.03, .01, -2.04);
        b.curveTo(.64, -2.03, 1.3, -1.7, 1.12, -.48);
        b.curveTo(1.12, -.05, 1.18 + s, .4 * low, 1.05 + s, low);
        b.curveTo(1 + s * .6, .7 * low, .85, .37 * low, .86, -.05);
        b.curveTo(.84, -.27, .81, -.43, .74, -.58);
        b.curveTo(.74, -.37, .71 + s * .3 + t, -.24, .61 + s * .4 + t, -.23);
        b.curveTo(.6 + t, -.32, .52 + t, -.54, .4 + t, -.71);
        b.curveTo(.4 + t, -.5, .34 + s * .3 + t, -.32, .22 + s * .4 + t, -.34);
        b.curveTo(.23 + t, -.39, .18 + t, -.61, .1 + t, -.77);
        b.curveTo(.05 + t, -.5, -.07 + s * .4 + t, -.31, -.24 + s * .5 + t, -.32);
        b.curveTo(-.2 + t, -.35, -.21 + t, -.56, -.25 + t, -.73);
        b.curveTo(-.34 + t, -.5, -.45 + s * .3 + t, -.33, -.6 + s * .4 + t, -.35);
        b.curveTo(-.58 + t, -.37, -.59, -.5, -.61, -.63);
        b.curveTo(-.73, -.43, -.8, -.23, -.84, 0);
        b.curveTo(-.86, .42 * low, -.94 + s * .5, .8 * low, -1.1 + s, low * 1.06);
        b.curveTo(-1.1 + s * .4, .7 * low, -1.07, .05, -1.12, -.48);
        b.closePath();
        return b;
    }

    private static Path2D swept(double t) {
        var b = new Path2D.Double();
        b.moveTo(-1.08, -.1);
        b.curveTo(-1.3, -1.6, -.6, -1.95, 0, -1.97);
        b.curveTo(.62, -1.95, 1.3, -1.6, 1.08, -.1);
        b.curveTo(1.02, -.35, .95, -.7, .8, -.9);
        b.curveTo(.5 + t, -1.12, .2 + t, -1.05, .1 + t, -.95);
        b.curveTo(-.2 + t, -1.1, -.55 + t, -1.05, -.8, -.88);
        b.curveTo(-.95, -.7, -1, -.35, -1.08, -.1);
        b.closePath();
        return b;
    }

    private static Path2D cropped(double s, double t) {
        var b = new Path2D.Double();
        b.moveTo(-1.06, .12);
        b.curveTo(-1.12, -.2, -1.24, -.5, -1.16, -.9);
        b.lineTo(-1.3, -1.15);
        b.curveTo(-1.15, -1.5, -.95, -1.75, -.62, -1.86);
        b.lineTo(-.56 + s, -2.06);
        b.curveTo(-.2, -2, .0, -1.96, .22, -1.93);
        b.lineTo(.42 + s, -2.05);
        b.curveTo(.7, -1.85, 1.02, -1.55, 1.12, -1.2);
        b.lineTo(1.28 + s * .5, -1.02);
        b.curveTo(1.2, -.6, 1.14, -.2, 1.06, .12);
        b.curveTo(1, -.1, .96, -.3, .92, -.52);
        b.lineTo(.78 + t + s * .4, -.34);
        b.curveTo(.7 + t, -.52, .6 + t, -.72, .46 + t, -.88);
        b.lineTo(.3 + t + s * .4, -.42);
        b.curveTo(.2 + t, -.6, .12 + t, -.76, .02 + t, -.9);
        b.lineTo(-.2 + t + s * .4, -.46);
        b.curveTo(-.28 + t, -.62, -.34 + t, -.76, -.42 + t, -.86);
        b.lineTo(-.66 + t + s * .4, -.4);
        b.curveTo(-.72, -.5, -.78, -.62, -.84, -.72);
        b.curveTo(-.95, -.4, -1, -.1, -1.06, .12);
        b.closePath();
        return b;
    }

    private void gloss(Shape cap) {
        var lit = Hue.mix(colour, 0x7a4ac0, .22);
        ink.fade(cap, Hue.lighter(lit, .16), Hue.darker(colour, .3));
        if (!fine) {
            return;
        }
        ink.inside(cap, () -> {
            for (int i = 0; i < 15; i++) {
                double q = i / 14.0;
                double x = Curve.mix(-1.02, 1.04, q);
                double y = -1.12 - .49 * Math.sin(Math.PI * Curve.mix(.06, .94, q));
                double l = Chance.in(.09, .22, i, 7);
                double lean = (q - .5) * .14;
                int c = Hue.mix(ink.light.fill(), ink.light.key(), Curve.step(.3, .8, q));
                var glint = Cut.strand(
                        new double[] {x - lean * .4, x, x + lean * .6},
                        new double[] {y - l * .7, y, y + l},
                        new double[] {.005, .03 + .016 * Chance.at(i, 8), .004});
                ink.raw(glint, Hue.mix(ink.lit(Hue.lighter(colour, .4)), c, .5), .5);
            }
            int dark = Hue.darker(colour, .55);
            double t = yaw * .16;
            ink.draw(new QuadCurve2D.Double(-.16, -1.9, -.32, -1.2, -.25 + t, -.73), .02, dark, .5);
            ink.draw(new QuadCurve2D.Double(.06, -1.92, .17, -1.3, .1 + t, -.77), .02, dark, .5);
            ink.draw(new QuadCurve2D.Double(.27, -1.9, .48, -1.2, .4 + t, -.71), .02, dark, .5);
        });
        ink.rawLine(cap, .022, Hue.mix(ink.lit(Hue.lighter(colour, .2)), ink.light.key(), .5), .55);
    }
}
