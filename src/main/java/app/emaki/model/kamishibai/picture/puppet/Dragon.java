package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Rectangle2D;

/** An eastern dragon: a long body that runs in waves through the air, whiskers, antlers and a mane. */
final class Dragon implements Puppet {
    private final int main;
    private final int mane;

    Dragon(Role role) {
        main = role.colours().isEmpty() ? 0x2f8a6a : Hue.mix(role.colours().getFirst(), 0x2f9a78, .55);
        mane = role.colours().size() > 2 ? role.colours().get(2) : 0xe8a030;
    }

    @Override
    public double tall() {
        return 1.7;
    }

    @Override
    public double breadth() {
        return 1.5;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1.5, -2.0, 3, 2.3);
    }

    @Override
    public double headY(Action action) {
        return -.9;
    }

    @Override
    public double headX() {
        return .5;
    }

    @Override
    public double portrait() {
        return .62;
    }

    @Override
    public double saddle(Moment now) {
        double q = 9 / 29.0;
        double speed = now.action() == Action.RIDE ? 1.7 : 1;
        return -.86
                + q * .42
                + (.05 + .2 * q) * Math.sin(q * 8.5 - now.clock() * 2.4 * speed)
                + .12 * Math.sin(q * 3)
                - .06;
    }

    @Override
    public double footing() {
        return 0;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.clock();
        double speed = now.action() == Action.FLY
                        || now.action() == Action.RIDE
                        || now.action() == Action.RUN
                        || now.action() == Action.FIGHT
                ? 1.7
                : 1;
        double calm = now.action() == Action.SLEEP ? .3 : 1;
        int n = 30;
        var x = new double[n];
        var y = new double[n];
        var r = new double[n];
        for (int i = 0; i < n; i++) {
            double q = i / (n - 1.0);
            x[i] = .42 - q * 1.25 + .1 * Math.sin(q * 6);
            y[i] = -.86 + q * .42 + calm * (.05 + .2 * q) * Math.sin(q * 8.5 - t * 2.4 * speed) + .12 * Math.sin(q * 3);
            r[i] = .095 * Math.pow(1 - q, .55) * (.75 + .25 * Math.min(1, q * 6)) + .006;
        }
        for (int i = n - 2; i > 0; i -= 1) {
            double s = r[i] * 1.1;
            ink.fill(
                    Cut.poly(
                            x[i] - s * .5,
                            y[i] - r[i] * .8,
                            x[i] - s * 1.3,
                            y[i] - r[i] * 1.9,
                            x[i] + s * .5,
                            y[i] - r[i] * .8),
                    mane);
        }
        leg(ink, x[6], y[6] + r[6] * .6, t, false);
        leg(ink, x[15], y[15] + r[15] * .6, t + 1, false);
        var body = Cut.strand(x, y, r);
        ink.fade(body, Hue.lighter(main, .16), Hue.darker(main, .25));
        ink.inside(body, () -> {
            for (int i = 1; i < n; i++) {
                ink.fill(Cut.oval(x[i] + r[i] * .1, y[i] + r[i] * .75, r[i] * .8, r[i] * .42), 0xf4e2a8, .9);
                for (int k = 0; k < 2; k++) {
                    ink.draw(
                            Cut.line(
                                    x[i] - r[i] * .5,
                                    y[i] - r[i] * (.5 - .5 * k),
                                    x[i],
                                    y[i] - r[i] * (.2 - .5 * k),
                                    x[i] - r[i] * .5,
                                    y[i] + r[i] * (.1 + .3 * k)),
                            .008,
                            Hue.darker(main, .45),
                            .6);
                }
            }
        });
        leg(ink, x[7], y[7] + r[7] * .5, t + .5, true);
        leg(ink, x[16], y[16] + r[16] * .5, t + 1.6, true);
        ink.fill(
                Cut.poly(
                        x[n - 1] + .04,
                        y[n - 1],
                        x[n - 1] - .16,
                        y[n - 1] - .1,
                        x[n - 1] - .1,
                        y[n - 1],
                        x[n - 1] - .18,
                        y[n - 1] + .08),
                mane);
        double nod = now.action() == Action.SLEEP ? .4 : .08 * Math.sin(t * 1.7);
        ink.within(x[0] + .05, y[0] - .02, nod, .15, .15, () -> head(ink, now, t));
        if (now.action() == Action.FIGHT || now.action() == Action.SHOUT) {
            fire(ink, x[0] + .3, y[0] + .06, now.t());
        }
    }

    private void leg(Ink ink, double x, double y, double t, boolean near) {
        int c = near ? main : Hue.darker(main, .35);
        double a = .25 * Math.sin(t * 2.6);
        double kx = x - .06 + a * .2;
        double ky = y + .12;
        double fx = kx + .1 + a * .2;
        double fy = ky + .1;
        ink.fill(Cut.limb(x, y, .05, kx, ky, .034), c).fill(Cut.limb(kx, ky, .034, fx, fy, .024), c);
        for (int i = 0; i < 3; i++) {
            ink.draw(Cut.line(fx, fy, fx + .05, fy + .01 + i * .022, fx + .07, fy + .035 + i * .02), .014, 0xf6ecd0);
        }
    }

    private void head(Ink ink, Moment now, double t) {
        for (int i = 0; i < 7; i++) {
            double a = 2.4 + i * .32;
            double l = 1.5 + .25 * Math.sin(t * 3 + i);
            ink.fill(
                    Cut.blob(
                            Math.cos(a) * .5,
                            Math.sin(a) * .4 - .1,
                            Math.cos(a - .2) * l * .7,
                            Math.sin(a - .2) * l * .6,
                            Math.cos(a) * l,
                            Math.sin(a) * l * .8 + .12 * Math.sin(t * 4 + i),
                            Math.cos(a + .2) * l * .6,
                            Math.sin(a + .2) * l * .6),
                    i % 2 == 0 ? mane : Hue.darker(mane, .2));
        }
        for (int k = 0; k < 2; k++) {
            double ax = -.3 + k * .3;
            ink.draw(Cut.line(ax, -.6, ax - .5, -1.3, ax - 1.1, -1.6), .13, k == 0 ? 0xd8c090 : 0xf4e2b8)
                    .draw(Cut.line(ax - .5, -1.3, ax - .3, -1.8), .1, k == 0 ? 0xd8c090 : 0xf4e2b8);
        }
        double open = Math.max(
                now.mouth(),
                now.action() == Action.SPEAK || now.action() == Action.SHOUT || now.action() == Action.FIGHT
                        ? .6 + .3 * Math.sin(now.t() * 6)
                        : .18);
        ink.fill(
                Cut.blob(
                        -.2,
                        .3,
                        .6,
                        .34 + .2 * open,
                        1.3,
                        .36 + .5 * open,
                        1.2,
                        .56 + .5 * open,
                        .4,
                        .62 + .3 * open,
                        -.3,
                        .6),
                Hue.darker(main, .2));
        ink.fill(Cut.poly(.1, .3, 1.2, .2, 1.1, .42 + .42 * open, .2, .42), 0x7a1428);
        for (int i = 0; i < 4; i++) {
            ink.fill(Cut.poly(.4 + i * .22, .22, .5 + i * .22, .22, .46 + i * .22, .4), 0xfffaf0);
        }
        ink.fade(
                Cut.blob(
                        -.7, .1, -.5, -.55, .1, -.7, .6, -.4, 1.1, -.34, 1.5, -.16, 1.5, .16, 1.1, .28, .5, .3, -.2,
                        .5),
                Hue.lighter(main, .2),
                Hue.darker(main, .1));
        ink.fill(Cut.blob(1.2, -.3, 1.45, -.42, 1.6, -.2, 1.4, -.1), Hue.lighter(main, .3));
        ink.fill(Cut.disc(1.42, -.12, .05), 0x10201c);
        ink.fill(Cut.oval(.3, -.28, .2, .17), 0xfff4c8).fill(Cut.oval(.36, -.28, .09, .14), 0x1a1020);
        ink.draw(Cut.line(0, -.52, .3, -.56, .66, -.36), .12, mane);
        for (int k = 0; k < 2; k++) {
            ink.draw(
                    Cut.line(
                            1.45,
                            .1,
                            1.9,
                            .3 + .2 * Math.sin(t * 2 + k),
                            2.0,
                            .9 + .2 * Math.sin(t * 2.4 + k),
                            1.5 - .3 * k,
                            1.3),
                    .05,
                    Hue.lighter(mane, .3));
        }
        ink.draw(Cut.blob(-.3, .5, -.1, .9, .2, .7), .06, mane);
    }

    private static void fire(Ink ink, double x, double y, double t) {
        for (int i = 0; i < 9; i++) {
            double u = Poses.frac(t * 1.4 + i / 9.0);
            double fx = x + u * .62;
            double fy = y + u * .12 + .05 * Math.sin(i * 3 + t * 9) * u;
            double r = .025 + .1 * u;
            ink.glow(fx, fy, r * 1.8, 0xff7a2a, .5 * (1 - u));
            ink.raw(Cut.disc(fx, fy, r), Hue.mix(0xfff2b0, 0xff4a1a, u), .8 * (1 - u));
        }
    }
}
