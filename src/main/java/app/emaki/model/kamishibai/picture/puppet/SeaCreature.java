package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Turtle, jellyfish, octopus, shark and dolphin, each with the stroke of its own kind. */
final class SeaCreature implements Puppet {
    private final Figure figure;
    private final int main;
    private final int second;
    private final int accent;
    private final int member;
    private final List<Prop> props;

    SeaCreature(Role role, int member) {
        figure = role.figure();
        int own = role.colours().isEmpty() ? 0x5e8db4 : role.colours().getFirst();
        main = member == 0 ? own : Hue.mix(own, new int[] {0x9a8af0, 0xf0c0a0, 0x6ac0d0}[member % 3], .35);
        second = role.colours().size() > 1 ? role.colours().get(1) : 0xeaf2f6;
        accent = role.colours().size() > 2 ? role.colours().get(2) : 0x2b3644;
        this.member = member;
        props = role.props();
    }

    @Override
    public double tall() {
        return switch (figure) {
            case SHARK -> .75;
            case DOLPHIN -> .7;
            case JELLYFISH -> .8;
            case OCTOPUS -> .72;
            default -> .5;
        };
    }

    @Override
    public double breadth() {
        return figure == Figure.SHARK || figure == Figure.DOLPHIN ? 2.1 : figure == Figure.JELLYFISH ? .9 : 1.4;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1.8, -2.4, 3.6, 2.8);
    }

    @Override
    public double headY(Action action) {
        return -.78;
    }

    @Override
    public double headX() {
        return figure == Figure.JELLYFISH || figure == Figure.OCTOPUS ? 0 : .5;
    }

    @Override
    public double portrait() {
        return 1.05;
    }

    @Override
    public double footing() {
        return 0;
    }

    @Override
    public double saddle(Moment now) {
        return -1.02 - .05 * Math.sin(now.clock() * 1.6);
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.clock() + member * .9;
        double leap =
                now.action() == Action.JUMP || now.action() == Action.FLY ? Math.max(0, Math.sin(now.t() * 2.4)) : 0;
        double tilt = now.action() == Action.JUMP
                ? -.55 * Math.cos(now.t() * 2.4)
                : now.action() == Action.DANCE ? .3 * Math.sin(now.t() * 4) : .05 * Math.sin(t * 1.3);
        ink.within(0, -.75 - .55 * leap + .05 * Math.sin(t * 1.6), tilt, 1, 1, () -> {
            switch (figure) {
                case JELLYFISH -> jellyfish(ink, t);
                case OCTOPUS -> octopus(ink, now, t);
                case TURTLE -> turtle(ink, now, t);
                default -> hunter(ink, now, t);
            }
        });
        if (now.action() == Action.READ || props.contains(Prop.BOOK)) {
            new Things(ink, now).book(headX() + .12, -.42, .26, 0xc8403a, now.t());
        } else if (props.contains(Prop.GUITAR)) {
            new Things(ink, now).guitar(.1, -.45, .7, -.4, 0xc07a34);
        }
    }

    private void jellyfish(Ink ink, double t) {
        double pulse = .12 * Math.sin(t * 3);
        for (int i = 0; i < 7; i++) {
            int n = 8;
            var x = new double[n];
            var y = new double[n];
            var r = new double[n];
            for (int k = 0; k < n; k++) {
                double q = k / (n - 1.0);
                x[k] = -.36 + i * .12 + .08 * Math.sin(t * 2.4 - q * 5 + i) * q;
                y[k] = -.05 + q * (.75 + .2 * Math.sin(i * 2.1));
                r[k] = (i % 2 == 0 ? .03 : .05) * (1 - q * .8);
            }
            ink.fill(Cut.strand(x, y, r), i % 2 == 0 ? accent : second, .75);
        }
        double w = .5 - pulse * .5;
        var bell = Cut.blob(
                -w,
                .04,
                -w * .98,
                -.26,
                -w * .6,
                -.56 - pulse,
                0,
                -.66 - pulse,
                w * .6,
                -.56 - pulse,
                w * .98,
                -.26,
                w,
                .04,
                w * .5,
                -.04,
                0,
                .05,
                -w * .5,
                -.04);
        ink.glow(0, -.25, 1, Hue.lighter(main, .3), .3);
        ink.rawFade(bell, ink.lit(Hue.lighter(main, .35)), .95, ink.lit(main), .8);
        ink.inside(bell, () -> {
            ink.raw(Cut.oval(0, -.1, w * .62, .2), second, .4);
            for (int i = -2; i <= 2; i++) {
                ink.draw(Cut.line(i * w * .2, -.62, i * w * .34, -.3, i * w * .42, 0), .02, Hue.lighter(main, .6), .7);
            }
        });
        ink.raw(Cut.turned(Cut.oval(-w * .45, -.42, .06, .14), .6, -w * .45, -.42), 0xffffff, .6);
    }

    private void octopus(Ink ink, Moment now, double t) {
        for (int i = 0; i < 8; i++) {
            int n = 9;
            var x = new double[n];
            var y = new double[n];
            var r = new double[n];
            double way = (i - 3.5) / 3.5;
            for (int k = 0; k < n; k++) {
                double q = k / (n - 1.0);
                x[k] = way * (.22 + .62 * q) + .1 * q * Math.sin(t * 2.6 - q * 5 + i * 1.3);
                y[k] = .02 + .62 * Math.sin(q * 1.9) - .2 * q * Math.abs(way) + .08 * q * Math.sin(t * 2.2 + i);
                r[k] = .09 * (1 - q) + .02;
            }
            int c = i % 2 == 0 ? main : Hue.darker(main, .18);
            ink.fill(Cut.strand(x, y, r), c);
            for (int k = 2; k < n - 1; k++) {
                ink.fill(Cut.disc(x[k], y[k] + r[k] * .4, r[k] * .3), second, .9);
            }
        }
        ink.fade(
                Cut.blob(-.34, .08, -.42, -.3, -.3, -.72, 0, -.86, .3, -.72, .42, -.3, .34, .08, 0, .16),
                Hue.lighter(main, .2),
                main);
        double lids = now.action() == Action.SLEEP ? .1 : 1 - Curve.bump(.5, .04, Poses.frac(t / 3 + .3));
        for (int s = -1; s <= 1; s += 2) {
            ink.fill(Cut.oval(s * .15, -.14, .1, .11 * Math.max(.15, lids)), 0xffffff)
                    .fill(Cut.oval(s * .15 + .02, -.13, .05, .07 * Math.max(.15, lids)), 0x14141e);
            ink.fill(Cut.oval(s * .28, -.02, .06, .035), second, .6);
        }
        ink.fill(Cut.oval(.01, .05, .05, .02 + .05 * now.mouth()), 0x5a1428);
        ink.raw(Cut.turned(Cut.oval(-.2, -.56, .07, .13), .5, -.2, -.56), 0xffffff, .35);
    }

    private void turtle(Ink ink, Moment now, double t) {
        double stroke = Math.sin(t * 2.6);
        ink.within(.3, .05, .5 + .5 * stroke, 1, 1, () -> flipper(ink, Hue.darker(main, .25)));
        ink.fill(Cut.blob(-.7, .05, -.95, .12 + .05 * stroke, -1.05, .25, -.75, .2), main);
        double hx = .82;
        double hy = -.12 + .03 * stroke;
        ink.fill(Cut.limb(.5, 0, .15, hx, hy, .13), Hue.lighter(main, .1));
        ink.fade(
                Cut.blob(
                        hx - .14, hy - .16, hx + .1, hy - .2, hx + .28, hy - .02, hx + .22, hy + .12, hx - .1,
                        hy + .14),
                Hue.lighter(main, .2),
                main);
        double lids = now.action() == Action.SLEEP ? .1 : 1 - Curve.bump(.5, .04, Poses.frac(t / 3 + .3));
        ink.fill(Cut.oval(hx + .1, hy - .06, .04, .05 * Math.max(.15, lids)), 0x14141e)
                .raw(Cut.disc(hx + .09, hy - .08, .014), 0xffffff, 1);
        ink.draw(Cut.line(hx + .24, hy + .05, hx + .14, hy + .08 + .05 * now.mouth(), hx + .04, hy + .06), .02, accent);
        ink.fill(Cut.blob(-.75, .08, -.2, .24, .4, .2, .66, .04), second);
        var shell = Cut.blob(-.82, .08, -.7, -.24, -.3, -.48, .15, -.46, .52, -.24, .68, .06, .1, .13, -.5, .14);
        ink.fade(shell, Hue.lighter(accent, .3), Hue.darker(accent, .15));
        ink.inside(shell, () -> {
            for (int i = 0; i < 4; i++) {
                double x = -.6 + i * .34;
                ink.fill(
                        Cut.poly(x - .12, -.1, x - .05, -.3, x + .1, -.32, x + .17, -.12, x + .08, .02, x - .05, .03),
                        Hue.lighter(accent, .45),
                        .8);
            }
        });
        ink.draw(shell, .03, Hue.darker(accent, .35), .8);
        ink.within(.2, .1, .2 - .8 * stroke, 1, 1, () -> flipper(ink, main));
    }

    private static void flipper(Ink ink, int c) {
        ink.fade(
                Cut.blob(-.1, -.02, .12, 0, .1, .24, -.1, .5, -.3, .62, -.24, .36, -.16, .14),
                Hue.lighter(c, .12),
                Hue.darker(c, .15));
    }

    /** Shark and dolphin: one stroke from the tail, a fin on the back. */
    private void hunter(Ink ink, Moment now, double t) {
        boolean shark = figure == Figure.SHARK;
        double wave = Math.sin(t * (now.action() == Action.RUN ? 7 : 4.2));
        double ty = -.02 + (shark ? .03 : .1) * wave;
        if (shark) {
            ink.fill(
                    Cut.blob(-.8, ty, -1.0, ty - .3, -1.22, ty - .46, -1.04, ty - .02, -1.16, ty + .26, -.96, ty + .12),
                    Hue.darker(main, .1));
        } else {
            ink.fill(
                    Cut.blob(-.8, ty, -1.0, ty - .14, -1.26, ty - .18, -1.05, ty + .02, -1.2, ty + .2, -.98, ty + .12),
                    Hue.darker(main, .1));
        }
        ink.fill(Cut.blob(-.18, -.28, -.24, -.5, -.42, -.68, -.4, -.42, -.46, -.22), Hue.darker(main, .06));
        var body = shark
                ? Cut.blob(
                        1.05, -.06, .7, -.26, .2, -.36, -.4, -.24, -.85, ty - .06, -.86, ty + .05, -.4, .16, .2, .26,
                        .7, .16)
                : Cut.blob(
                        1.12, .06, .86, -.02, .72, -.24, .3, -.36, -.3, -.28, -.84, ty - .05, -.85, ty + .05, -.3, .14,
                        .3, .24, .72, .16, .86, .1);
        ink.fade(body, Hue.lighter(main, .16), Hue.darker(main, .12));
        ink.inside(body, () -> ink.fill(Cut.blob(1.2, .03, .7, .04, .2, .06, -.6, .06, -.3, .5, .8, .5), second));
        ink.fill(
                Cut.blob(.24, .12, .34, .14, .14, .4 + .05 * wave, -.06, .5 + .05 * wave, .06, .24),
                Hue.darker(main, .22));
        double ex = shark ? .72 : .66;
        ink.fill(Cut.oval(ex, -.08, .035, .038), 0x10101c).raw(Cut.disc(ex - .01, -.092, .012), 0xffffff, .95);
        double open = now.mouth() * .08
                + (now.action() == Action.EAT || now.action() == Action.FIGHT ? .05 + .05 * Math.sin(t * 8) : 0);
        if (shark) {
            ink.fill(Cut.blob(.98, .04, .76, .05, .56, .12, .74, .12 + open, .92, .1 + open), 0x5a1f2c);
            for (int i = 0; i < 5; i++) {
                double x = .62 + i * .075;
                ink.fill(Cut.poly(x, .075, x + .05, .065, x + .03, .12), 0xffffff);
            }
            for (int i = 0; i < 3; i++) {
                ink.draw(Cut.line(.36 - i * .07, -.08, .33 - i * .07, .08), .018, Hue.darker(main, .4));
            }
        } else {
            ink.draw(Cut.line(1.08, .07, .86, .06 + open, .7, .02), .018, Hue.darker(main, .5));
        }
    }
}
