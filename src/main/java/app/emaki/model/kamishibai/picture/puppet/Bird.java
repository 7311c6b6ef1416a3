package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Rectangle2D;

/** A bird: on the ground it hops, in the air it beats its wings. */
final class Bird implements Puppet {
    private final int coat;
    private final int breast;
    private final int accent;

    Bird(Role role, int member) {
        coat = role.colours().isEmpty()
                ? 0x3a6ab0
                : Hue.mix(role.colours().getFirst(), 0x4a8ad0, .4 + .1 * (member % 4));
        breast = 0xfff0dc;
        accent = role.colours().size() > 2 ? role.colours().get(2) : 0xf0a030;
    }

    @Override
    public double tall() {
        return .3;
    }

    @Override
    public double breadth() {
        return 1.3;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-2.2, -4, 4.4, 4.3);
    }

    @Override
    public double headY(Action action) {
        return -.82;
    }

    @Override
    public double headX() {
        return .2;
    }

    @Override
    public double saddle(Moment now) {
        return -2.0 - .12 * Math.sin(now.t() * 3);
    }

    @Override
    public double portrait() {
        return .95;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        var a = now.action();
        double t = now.t();
        boolean flies = a == Action.FLY
                || a == Action.RIDE
                || a == Action.RUN
                || a == Action.JUMP
                || a == Action.FALL
                || a == Action.DANCE;
        double hop = a == Action.WALK || a == Action.SING ? Math.abs(Math.sin(t * 7)) * .12 : 0;
        double lift = flies ? 1.35 + .12 * Math.sin(t * 3) : 0;
        double peck = a == Action.EAT || a == Action.DRINK ? .7 * Math.max(0, Math.sin(t * 5)) : 0;
        ink.within(0, -hop - lift, flies ? -.12 : peck * .6, 1, 1, () -> body(ink, now, flies));
    }

    private void body(Ink ink, Moment now, boolean flies) {
        double t = now.t();
        double beat = flies ? Math.sin(t * 13) : now.action() == Action.WAVE ? Math.sin(t * 10) * .6 : 0;
        if (flies) {
            wing(ink, .06, -.56, -beat, Hue.darker(coat, .3), 1);
        } else {
            for (int s = 0; s < 2; s++) {
                ink.draw(Cut.line(-.04 + s * .14, -.2, -.02 + s * .14, -.02), .035, 0xd88a30)
                        .draw(Cut.line(-.06 + s * .14, -.01, .1 + s * .14, -.01), .035, 0xd88a30);
            }
        }
        ink.fill(
                Cut.poly(-.3, -.5, -1.0, -.42 + .05 * Math.sin(t * 4), -.98, -.26 + .05 * Math.sin(t * 4), -.3, -.3),
                Hue.darker(coat, .2));
        ink.fade(
                Cut.blob(
                        -.5, -.42, -.3, -.74, .1, -.86, .2, -1.06, .42, -1.08, .54, -.86, .44, -.5, .16, -.2, -.24,
                        -.2),
                Hue.lighter(coat, .16),
                Hue.darker(coat, .1));
        ink.fill(Cut.blob(.5, -.78, .42, -.44, .14, -.22, -.16, -.24, .06, -.46, .26, -.64), breast);
        double open = Math.max(
                        now.mouth(),
                        now.action() == Action.SING || now.action() == Action.SPEAK || now.action() == Action.SHOUT
                                ? Math.max(0, Math.sin(t * 10))
                                : 0)
                * .07;
        ink.fill(Cut.poly(.5, -.96, .74, -.9 - open, .52, -.88), accent)
                .fill(Cut.poly(.52, -.88, .7, -.87 + open, .5, -.84), Hue.darker(accent, .2));
        double lids = now.action() == Action.SLEEP ? .1 : 1 - Curve.bump(.5, .04, Poses.frac(now.clock() / 2.9 + .3));
        ink.fill(Cut.oval(.38, -.95, .05, .055 * Math.max(.15, lids)), 0x14101a)
                .raw(Cut.disc(.365, -.97, .018), 0xffffff, .95);
        ink.fill(Cut.disc(.44, -.82, .045), 0xff9a8a, .6);
        if (flies || beat != 0) {
            wing(ink, -.02, -.56, beat, coat, 1);
        } else {
            ink.fade(
                    Cut.blob(.16, -.62, -.1, -.7, -.5, -.42, -.68, -.26, -.3, -.28, .06, -.4),
                    Hue.darker(coat, .12),
                    Hue.darker(coat, .35));
        }
    }

    private static void wing(Ink ink, double x, double y, double beat, int c, double s) {
        ink.within(x, y, 0, s, beat < 0 ? .9 : 1, () -> {
            double up = -1.1 * beat - .15;
            ink.fade(
                    Cut.blob(
                            .2, 0, .1, up * .5, -.1, up * 1.1, -.55, up * 1.3, -.75, up * .95, -.6, up * .5, -.45, .06,
                            -.1, .12),
                    Hue.lighter(c, .1),
                    Hue.darker(c, .2));
            for (int i = 0; i < 4; i++) {
                ink.draw(Cut.line(-.1 - i * .1, .04, -.3 - i * .12, up * (.9 - .12 * i)), .02, Hue.darker(c, .4), .6);
            }
        });
    }
}
