package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Rectangle2D;

/** A penguin: upright, waddling, its arms are flippers. */
final class Penguin implements Puppet {
    private final int coat;
    private final int front;
    private final int beak;

    Penguin(Role role) {
        coat = role.colours().isEmpty() ? 0x2b3142 : role.colours().getFirst();
        front = role.colours().size() > 1 ? role.colours().get(1) : 0xfbf7ee;
        beak = role.colours().size() > 2 ? role.colours().get(2) : 0xf0a030;
    }

    @Override
    public double tall() {
        return .46;
    }

    @Override
    public double breadth() {
        return .8;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1.3, -1.8, 2.6, 2);
    }

    @Override
    public double headY(Action action) {
        return -.84;
    }

    @Override
    public double portrait() {
        return .5;
    }

    @Override
    public double footing() {
        return .26;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        var a = now.action();
        double t = now.t();
        boolean lies = a == Action.SLEEP || a == Action.SWIM || a == Action.FLY || a == Action.FALL;
        double pace = a == Action.RUN ? 12 : a == Action.WALK ? 7.5 : a == Action.DANCE ? 5.5 : 0;
        double rock = pace > 0 ? .13 * Math.sin(t * pace) : .02 * Math.sin(t * 2);
        double hop = a == Action.JUMP || a == Action.DANCE ? .22 * Math.abs(Math.sin(t * 4.4)) : 0;
        double lift = a == Action.SWIM || a == Action.FLY ? .45 + .05 * Math.sin(t * 3) : lies ? .22 : 0;
        ink.within(0, -hop - lift, lies ? 1.35 + rock * .4 : rock, 1, 1, () -> body(ink, now, pace, lies));
    }

    private void body(Ink ink, Moment now, double pace, boolean lies) {
        double t = now.t();
        double step = pace > 0 ? .05 * Math.sin(t * pace) : 0;
        for (int s = -1; s <= 1; s += 2) {
            double y = -.02 - Math.max(0, s * step);
            ink.fill(
                    Cut.blob(s * .13 - .08, y, s * .13 + .12, y - .03, s * .13 + .2, y + .02, s * .13 - .06, y + .03),
                    beak);
        }
        var body = Cut.blob(
                0, -1, .22, -.93, .25, -.74, .32, -.5, .33, -.2, .2, -.03, -.2, -.03, -.34, -.2, -.32, -.5, -.22, -.78,
                -.2, -.93);
        ink.fade(body, Hue.lighter(coat, .1), Hue.darker(coat, .15));
        ink.inside(body, () -> {
            ink.fill(Cut.blob(.1, -.7, .34, -.55, .36, -.18, .18, 0, -.12, -.02, -.16, -.3, -.06, -.58), front);
            ink.fill(Cut.blob(.02, -.86, .2, -.9, .3, -.8, .2, -.7, .04, -.72), front);
            ink.glow(.02, -.64, .2, 0xf6c04a, .35);
        });
        double lids = now.action() == Action.SLEEP || now.action() == Action.LAUGH
                ? .1
                : 1 - Curve.bump(.5, .04, Poses.frac(now.clock() / 3 + .2));
        ink.fill(Cut.oval(.11, -.83, .035, .042 * Math.max(.14, lids)), 0x14101a)
                .raw(Cut.disc(.1, -.845, .012), 0xffffff, .95);
        boolean calls = now.action() == Action.SPEAK || now.action() == Action.SHOUT || now.action() == Action.SING;
        double open = Math.max(now.mouth(), calls ? Math.max(0, Math.sin(t * 9)) : 0) * .06;
        ink.fill(Cut.poly(.2, -.84, .38, -.79 - open, .21, -.77), beak)
                .fill(Cut.poly(.21, -.77, .35, -.77 + open, .2, -.74), Hue.darker(beak, .2));
        double flap = switch (now.action()) {
            case WAVE -> 1.9 + .4 * Math.sin(t * 9);
            case DANCE, PLAY -> 1.2 + .8 * Math.sin(t * 5.5);
            case RUN, JUMP, SHOUT -> 1.1 + .25 * Math.sin(t * 14);
            case EAT, DRINK -> .9;
            default -> .22 + .06 * Math.sin(t * 2);
        };
        ink.within(
                -.2,
                -.66,
                flap,
                1,
                1,
                () -> ink.fade(
                        Cut.blob(-.04, -.02, .08, .02, .06, .26, -.02, .42, -.1, .3, -.09, .1),
                        Hue.lighter(coat, .16),
                        Hue.darker(coat, .1)));
        if (now.action() == Action.WAVE || now.action() == Action.DANCE || lies) {
            ink.within(
                    .24,
                    -.66,
                    -flap,
                    1,
                    1,
                    () -> ink.fill(Cut.blob(-.05, 0, .06, 0, .08, .24, .02, .38, -.06, .24), Hue.darker(coat, .2)));
        }
        if (now.action() == Action.CRY) {
            ink.raw(Cut.blob(.1, -.78, .14, -.78, .15, -.66, .09, -.66), 0xcfefff, .9);
        }
    }
}
