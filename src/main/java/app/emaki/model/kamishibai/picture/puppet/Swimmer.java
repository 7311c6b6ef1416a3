package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Rectangle2D;

/** A fish or a whale. */
final class Swimmer implements Puppet {
    private final boolean whale;
    private final int main;
    private final int accent;

    Swimmer(Role role, int member) {
        whale = role.figure() == Figure.WHALE;
        main = whale
                ? 0x34508a
                : role.colours().size() > 2
                        ? Hue.mix(
                                role.colours().get(2),
                                new int[] {0xff8a3a, 0xffc84a, 0x4ab8e8, 0xe85a8a}[member % 4],
                                .5)
                        : 0xff8a3a;
        accent = whale ? 0xe8eef6 : 0xfff6e6;
    }

    @Override
    public double tall() {
        return whale ? 1.5 : .34;
    }

    @Override
    public double breadth() {
        return whale ? 1.7 : 1.8;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1.6, -2.2, 3.2, 2.5);
    }

    @Override
    public double headY(Action action) {
        return whale ? -.66 : -.75;
    }

    @Override
    public double headX() {
        return .4;
    }

    @Override
    public double portrait() {
        return whale ? .95 : 1.15;
    }

    @Override
    public double saddle(Moment now) {
        return (whale ? -1.06 : -1.0) - .04 * Math.sin(now.clock() * 1.6);
    }

    @Override
    public double footing() {
        return 0;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.clock();
        boolean quick = now.action() == Action.RUN || now.action() == Action.SWIM;
        double jump = now.action() == Action.JUMP || now.action() == Action.FLY
                ? .5 * Math.max(0, Math.sin(now.t() * 2.4))
                : 0;
        double tilt = now.action() == Action.JUMP
                ? -.5 * Math.cos(now.t() * 2.4)
                : now.action() == Action.FALL ? now.t() : .05 * Math.sin(t * 1.4);
        double spin = now.action() == Action.DANCE ? .4 * Math.sin(now.t() * 4) : 0;
        ink.within(0, -.72 - jump + .04 * Math.sin(t * 1.6), tilt + spin, 1, 1, () -> {
            if (whale) {
                whale(ink, now, t);
            } else {
                fish(ink, now, t * (quick ? 1.6 : 1));
            }
        });
    }

    private void whale(Ink ink, Moment now, double t) {
        double wave = Math.sin(t * 1.9);
        double ty = -.1 + .1 * wave;
        ink.fill(
                Cut.blob(
                        -.72, ty + .02, -.92, ty - .2, -1.16, ty - .3, -1.04, ty - .1, -.9, ty + .02, -1.06, ty + .1,
                        -1.2, ty + .22, -.94, ty + .14),
                Hue.darker(main, .15));
        var body = Cut.blob(
                .84, -.02, .8, -.24, .5, -.38, 0, -.4, -.42, -.26, -.76, ty - .03, -.8, ty + .05, -.4, .12, 0, .32, .5,
                .34, .8, .2);
        ink.fade(body, Hue.lighter(main, .2), Hue.darker(main, .2));
        ink.inside(body, () -> {
            ink.fill(Cut.blob(.95, .06, .5, .1, 0, .1, -.4, .06, -.3, .5, .6, .6), accent);
            for (int i = 0; i < 9; i++) {
                ink.draw(
                        Cut.line(.8, .1 + i * .03, .3, .15 + i * .03, -.2 + i * .02, .12 + i * .024),
                        .009,
                        Hue.mix(accent, main, .5),
                        .8);
            }
            for (int i = 0; i < 16; i++) {
                ink.fill(
                        Cut.disc(
                                .7 - i * .085, -.24 + .08 * Math.sin(i * 4.7), .012 + .008 * Math.abs(Math.sin(i * 3))),
                        Hue.lighter(main, .5),
                        .6);
            }
        });
        ink.fill(
                Cut.blob(.2, .16, .3, .2, .18 + .06 * wave, .5, -.06, .56 + .05 * wave, .02, .34),
                Hue.darker(main, .28));
        ink.fill(Cut.poly(-.3, -.3, -.42, -.4, -.46, -.24), Hue.darker(main, .1));
        double lids = now.action() == Action.SLEEP ? .1 : 1 - Curve.bump(.5, .05, Poses.frac(t / 4 + .3));
        ink.fill(Cut.oval(.52, .0, .032, .034 * Math.max(.12, lids)), 0x10101c)
                .raw(Cut.disc(.512, -.01, .011), 0xffffff, .95);
        double open = Math.max(
                        now.mouth(),
                        now.action() == Action.SING || now.action() == Action.SPEAK
                                ? .4 + .3 * Math.sin(now.t() * 4)
                                : 0)
                * .09;
        ink.draw(Cut.line(.82, .04, .66, .075 + open, .46, .075 + open * .5), .014, Hue.darker(main, .55));
        double spout = Poses.frac(t / 3.4);
        if (spout < .5) {
            double u = spout / .5;
            for (int i = -3; i <= 3; i++) {
                double h = .42 * Curve.out(u * 1.8) * (1 - .08 * i * i);
                ink.rawLine(
                        Cut.line(.3, -.39, .3 + i * .03, -.39 - h, .3 + i * .075, -.39 - h + .16 * u),
                        .022,
                        0xe8f8ff,
                        .8 * (1 - u));
            }
        }
    }

    private void fish(Ink ink, Moment now, double t) {
        double wag = Math.sin(t * 8);
        ink.fade(
                Cut.blob(
                        -.5,
                        0,
                        -.8,
                        -.3 + .06 * wag,
                        -1.0,
                        -.42 + .1 * wag,
                        -.88,
                        .0 + .05 * wag,
                        -1.0,
                        .42 + .1 * wag,
                        -.8,
                        .3),
                Hue.lighter(main, .3),
                main);
        ink.fill(Cut.blob(.2, -.36, -.1, -.66, -.5, -.5, -.3, -.26), Hue.darker(main, .15))
                .fill(Cut.blob(.05, .34, -.2, .58, -.4, .46, -.2, .28), Hue.darker(main, .15));
        var body = Cut.blob(.78, .02, .5, -.3, .05, -.42, -.4, -.2, -.62, 0, -.4, .2, .05, .4, .5, .3);
        ink.fade(body, Hue.lighter(main, .2), Hue.darker(main, .12));
        ink.inside(body, () -> {
            ink.fill(Cut.poly(.3, -.5, .44, -.5, .36, .5, .2, .5), accent)
                    .fill(Cut.poly(-.2, -.5, -.06, -.5, -.14, .5, -.3, .5), accent);
            ink.raw(Cut.blob(.7, -.1, .3, -.3, -.3, -.22, .2, -.16), 0xffffff, .3);
        });
        ink.fill(Cut.blob(.16, .06, -.06, .02, -.2, .2 + .05 * wag, .02, .24), Hue.lighter(main, .25));
        double lids = 1 - Curve.bump(.5, .03, Poses.frac(t / 3 + .3));
        ink.fill(Cut.oval(.54, -.08, .085, .09 * Math.max(.15, lids)), 0xffffff)
                .fill(Cut.oval(.56, -.08, .05, .06 * Math.max(.15, lids)), 0x14141e)
                .raw(Cut.disc(.545, -.1, .018), 0xffffff, 1);
        double open = Math.max(now.mouth(), .3 + .3 * Math.sin(t * 3)) * .06;
        ink.fill(Cut.oval(.76, .08, .035, .025 + open), 0x8a3a20);
    }
}
