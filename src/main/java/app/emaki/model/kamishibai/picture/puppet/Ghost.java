package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A ghost: a sheet of pale light with a face and no feet. */
final class Ghost implements Puppet {
    private final List<Prop> props;
    private final int tint;

    Ghost(Role role, int member) {
        props = role.props();
        tint = Hue.mix(
                0xe8f0ff,
                role.colours().isEmpty()
                        ? 0xbcd8ff
                        : role.colours().get(Math.min(member, role.colours().size() - 1)),
                .14);
    }

    @Override
    public double tall() {
        return .92;
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-.8, -1.5, 1.6, 1.6);
    }

    @Override
    public double headY(Action action) {
        return -.82;
    }

    @Override
    public double footing() {
        return .12;
    }

    @Override
    public double portrait() {
        return .42;
    }

    @Override
    public double breadth() {
        return .7;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.clock();
        var a = now.action();
        double lift = .12
                + .04 * Math.sin(t * 2)
                + (a == Action.JUMP || a == Action.FLY ? .2 * Math.abs(Math.sin(now.t() * 3)) : 0);
        double lean = a == Action.RUN
                ? .35
                : a == Action.WALK || a == Action.FLY
                        ? .2
                        : a == Action.DANCE
                                ? .22 * Math.sin(now.t() * 4.4)
                                : a == Action.SLEEP ? .5 : .05 * Math.sin(t * 1.3);
        ink.glow(0, -.62 - lift, .62, 0xbfd8ff, .34);
        ink.within(0, -lift, lean, 1, 1, () -> {
            int n = 9;
            var p = new Path2D.Double();
            p.moveTo(-.26, -.12);
            p.curveTo(-.3, -.5, -.3, -1.0, 0, -1.02);
            p.curveTo(.3, -1.0, .3, -.5, .28, -.12);
            for (int i = n; i > 0; i--) {
                double x0 = -.27 + .55 * i / n;
                double x1 = -.27 + .55 * (i - 1) / n;
                double drop = (i % 2 == 0 ? .1 : -.02) + .04 * Math.sin(t * 4 + i * 1.3);
                p.quadTo((x0 + x1) / 2 - .04 * now.sway(), -.1 + drop, x1, -.1 + .03 * Math.sin(t * 4 + i));
            }
            p.closePath();
            ink.rawFade(p, Hue.lighter(tint, .3), .97, tint, .5);
            ink.inside(p, () -> ink.raw(Cut.blob(.1, -1.1, .5, -1, .5, 0, .16, .1, .2, -.5), 0x7a90d8, .3));
            arms(ink, now);
            face(ink, now);
        });
        if (props.contains(Prop.GUITAR)) {
            new Things(ink, now).guitar(.06, -.42 - lift, .5, -.42 + .04 * Math.sin(now.t() * 8.4), 0xc07a34);
        }
    }

    private void arms(Ink ink, Moment now) {
        double wave = now.action() == Action.WAVE ? -.4 + .3 * Math.sin(now.t() * 9) : .1 * Math.sin(now.clock() * 2.4);
        for (int s = -1; s <= 1; s += 2) {
            double y = -.58;
            double lift = s > 0
                    ? wave
                    : now.action() == Action.SHOUT || now.action() == Action.DANCE
                            ? -wave
                            : .08 * Math.sin(now.clock() * 2);
            ink.rawFade(
                    Cut.blob(
                            s * .22,
                            y - .06,
                            s * .42,
                            y + lift * .6,
                            s * .5,
                            y + .06 + lift,
                            s * .44,
                            y + .12 + lift,
                            s * .34,
                            y + .07 + lift * .5,
                            s * .22,
                            y + .1),
                    Hue.lighter(tint, .3),
                    .97,
                    tint,
                    .85);
        }
    }

    private static void face(Ink ink, Moment now) {
        double blink = Curve.bump(.5, .04, Poses.frac(now.clock() / 3.3 + .3));
        boolean shut = now.action() == Action.SLEEP || now.action() == Action.LAUGH || blink > .6;
        for (int s = -1; s <= 1; s += 2) {
            double x = .05 + s * .085;
            if (shut) {
                ink.rawLine(Cut.line(x - .04, -.82, x, -.8, x + .04, -.82), .014, 0x1c1c3c, 1);
            } else {
                ink.raw(Cut.oval(x, -.82, .034, .052), 0x1c1c3c, 1).raw(Cut.disc(x - .01, -.84, .013), 0xffffff, .95);
                if (now.emotion() == Emotion.SAD || now.action() == Action.CRY) {
                    ink.rawLine(Cut.line(x - s * .05, -.9, x + s * .04, -.88), .014, 0x1c1c3c, 1);
                } else if (now.emotion() == Emotion.ANGRY) {
                    ink.rawLine(Cut.line(x - s * .05, -.87, x + s * .05, -.91), .016, 0x1c1c3c, 1);
                }
            }
            ink.glow(.05 + s * .14, -.75, .05, 0xff8ab0, .5);
        }
        double open = Math.max(
                now.mouth(),
                now.action() == Action.SPEAK
                                || now.action() == Action.SHOUT
                                || now.action() == Action.SING
                                || now.action() == Action.LAUGH
                        ? .5 + .4 * Math.sin(now.t() * 9)
                        : .16);
        ink.raw(Cut.oval(.05, -.71, .03 + .02 * open, .014 + .05 * open), 0x2a1c4a, 1);
    }
}
