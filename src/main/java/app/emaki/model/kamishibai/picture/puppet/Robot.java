package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A robot of rounded boxes with a screen for a face. It moves on the bones of a person. */
final class Robot implements Puppet {
    private final int shell;
    private final int dark;
    private final int accent;
    private final long key;
    private final List<Prop> props;
    private final Bounce ball = Held.ball();
    private final Looks looks;

    Robot(Role role, int member) {
        key = role.id().hashCode() + member * 7L;
        dark = 0x3a4254;
        accent = member == 1
                ? 0xffb03a
                : role.colours().size() > 2 ? role.colours().get(2) : 0x38d8ff;
        props = role.props();
        looks = Looks.of(role, member);
        shell = role.colours().isEmpty() && member == 0
                ? 0xe8ecf2
                : Hue.mix(looks.main(), 0xf0f2f6, member == 0 ? .62 : .4);
    }

    @Override
    public double tall() {
        return .95;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1.1, -1.7, 2.2, 1.9);
    }

    @Override
    public double headY(Action action) {
        return -.84;
    }

    @Override
    public double portrait() {
        return .4;
    }

    @Override
    public double breadth() {
        return .55;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        var pose =
                Held.grip(now.pose(key, props.contains(Prop.KATANA), props.contains(Prop.GUITAR)), props, now.action());
        var b = new Bones(looks, pose);
        var held = new Held(ink, looks, b, pose, props, now, ball);
        Runnable all = () -> {
            held.behind();
            arm(ink, b.farArm, Hue.darker(shell, .25));
            held.farHand();
            leg(ink, b.farLeg, Hue.darker(shell, .25));
            leg(ink, b.nearLeg, shell);
            body(ink, now, pose, b);
            held.before();
            arm(ink, b.nearArm, shell);
            held.nearHand();
        };
        ink.within(0, b.hipY, pose.roll(), 1, 1, () -> ink.within(0, -b.hipY, 0, 1, 1, all));
    }

    private void body(Ink ink, Moment now, Pose pose, Bones b) {
        double T = looks.torso();
        ink.within(0, b.hipY, pose.lean() * .7, 1, 1, () -> {
            ink.fill(Cut.card(-.085, -.06, .17, .1, .05), dark);
            ink.across(Cut.card(-.145, -T - .04, .29, T - .0, .09), Hue.lighter(shell, .2), Hue.darker(shell, .2));
            ink.fill(Cut.card(-.08, -T + .02, .16, .12, .04), Hue.darker(shell, .12));
            double pulse = .6 + .4 * Math.sin(now.clock() * 3);
            ink.glow(0, -T + .08, .11, accent, .5 * pulse);
            ink.raw(Cut.disc(0, -T + .08, .036), Hue.lighter(accent, .4), .5 + .5 * pulse);
            for (int i = 0; i < 3; i++) {
                ink.raw(
                        Cut.box(-.06 + i * .045, -T + .165, .03, .012),
                        i == (int) (now.clock() * 3) % 3 ? accent : 0x8a94a8,
                        1);
            }
            ink.fill(Cut.box(-.03, -T - .075, .06, .045), dark);
            ink.within(.01, -T - .2, pose.tilt() + pose.nod() * .5, 1, 1, () -> head(ink, now, pose.yaw()));
        });
    }

    private void head(Ink ink, Moment now, double yaw) {
        double t = now.clock();
        ink.draw(Cut.line(0, -.13, 0, -.2), .014, dark);
        ink.glow(0, -.215, .07, accent, .6);
        ink.raw(Cut.disc(0, -.215, .022), Hue.lighter(accent, .3), 1);
        for (int s = -1; s <= 1; s += 2) {
            ink.fill(Cut.card(s * .165 - .025, -.05, .05, .11, .03), dark);
        }
        ink.across(Cut.card(-.165, -.135, .33, .27, .13), Hue.lighter(shell, .3), Hue.darker(shell, .16));
        ink.fill(Cut.card(-.125 + yaw * .02, -.095, .25, .19, .09), 0x141a2c);
        double shift = yaw * .03;
        double blink = Curve.bump(.5, .04, Poses.frac(t / 3.2 + .3));
        double lids = now.action() == Action.SLEEP ? .08 : 1 - blink;
        boolean glad =
                now.emotion() == Emotion.HAPPY || now.emotion() == Emotion.EXCITED || now.action() == Action.LAUGH;
        for (int s = -1; s <= 1; s += 2) {
            double x = shift + s * .058;
            int c = now.emotion() == Emotion.ANGRY ? 0xff5a4a : accent;
            ink.glow(x, -.02, .06, c, .45);
            if (glad) {
                ink.rawLine(Cut.line(x - .028, -.005, x, -.04, x + .028, -.005), .016, Hue.lighter(c, .35), 1);
            } else if (now.emotion() == Emotion.SAD || now.action() == Action.CRY) {
                ink.rawLine(
                        Cut.line(x - .028, s < 0 ? -.01 : -.035, x + .028, s < 0 ? -.035 : -.01),
                        .018,
                        Hue.lighter(c, .35),
                        1);
            } else {
                ink.raw(Cut.oval(x, -.02, .026, Math.max(.004, .036 * lids)), Hue.lighter(c, .4), 1);
            }
        }
        double open = Math.max(
                now.mouth(),
                now.action() == Action.SPEAK || now.action() == Action.SHOUT || now.action() == Action.SING
                        ? .4 + .4 * Math.sin(now.t() * 11)
                        : 0);
        if (open > .05) {
            for (int i = -2; i <= 2; i++) {
                double h = .006 + .026 * open * Math.abs(Math.cos(i * 1.1 + t * 14));
                ink.raw(Cut.box(shift + i * .018 - .006, .05 - h, .012, 2 * h), Hue.lighter(accent, .3), 1);
            }
        } else {
            ink.rawLine(Cut.line(shift - .03, .045, shift, .056, shift + .03, .045), .01, Hue.lighter(accent, .3), 1);
        }
        ink.raw(Cut.blob(-.1, -.085, -.03, -.09, -.07, -.03, -.105, -.02), 0xffffff, .16);
    }

    private void arm(Ink ink, Bones.Chain a, int c) {
        ink.draw(Cut.line(a.x0(), a.y0(), a.x1(), a.y1(), a.x2(), a.y2()), .032, dark);
        ink.across(Cut.disc(a.x0(), a.y0(), .048), Hue.lighter(c, .2), Hue.darker(c, .2));
        ink.across(
                Cut.limb(a.x(.62), a.y(.62), .036, a.x(.94), a.y(.94), .042), Hue.lighter(c, .15), Hue.darker(c, .2));
        ink.fill(Cut.disc(a.x1(), a.y1(), .026), accent);
        ink.within(a.x2(), a.y2(), a.angle(), 1, 1, () -> {
            ink.draw(Cut.line(0, 0, .03, -.025, .06, -.014), .02, dark)
                    .draw(Cut.line(0, 0, .03, .025, .06, .014), .02, dark);
        });
    }

    private void leg(Ink ink, Bones.Chain l, int c) {
        ink.draw(Cut.line(l.x0(), l.y0(), l.x1(), l.y1(), l.x2(), l.y2()), .042, dark);
        ink.across(Cut.limb(l.x(.58), l.y(.58), .044, l.x(.9), l.y(.9), .054), Hue.lighter(c, .15), Hue.darker(c, .2));
        ink.fill(Cut.disc(l.x1(), l.y1(), .034), accent);
        ink.across(
                Cut.blob(
                        l.x2() - .06,
                        l.y2() - .02,
                        l.x2() + .02,
                        l.y2() - .045,
                        l.x2() + .1,
                        l.y2() - .01,
                        l.x2() + .105,
                        l.y2() + .024,
                        l.x2() - .065,
                        l.y2() + .024),
                Hue.lighter(c, .1),
                Hue.darker(c, .25));
    }
}
