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

/** Whoever goes on four legs, from mouse to elephant: one body with the head and tail of its kind. Its height at the ears is the unit. */
final class Quadruped implements Puppet {

    private final Breed kind;
    private final Fur fur;
    private final List<Prop> props;
    private final BeastBody body;
    private final BeastHead head;

    Quadruped(Role role, int member) {
        kind = Breed.of(role.figure());
        fur = Fur.of(role, role.id().hashCode() + member * 31L);
        props = role.props();
        body = new BeastBody(kind, fur, props);
        head = new BeastHead(kind, fur);
    }

    @Override
    public double tall() {
        return kind.tall();
    }

    @Override
    public double breadth() {
        return kind.length() + (props.contains(Prop.BALL) ? 1.25 : .65);
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1.5, -1.75, 3.0, 1.95);
    }

    @Override
    public double headY(Action action) {
        return -kind.back() - kind.neck();
    }

    @Override
    public double headX() {
        return kind.length() * .5 + kind.head() * .6;
    }

    @Override
    public double portrait() {
        return kind.head() * 3.4;
    }

    @Override
    public double footing() {
        return kind.length() * .52;
    }

    @Override
    public void draw(Ink ink, Moment now) {
        double t = now.t();
        var action = now.action();
        boolean runs = action == Action.RUN || action == Action.RIDE;
        boolean walks = action == Action.WALK;
        boolean dances = action == Action.DANCE;
        double pace = runs ? 11 : walks ? 6.4 : 0;
        boolean hops = kind.figure() == Figure.RABBIT && (runs || walks);
        double hop = hops
                ? .3 * Math.abs(Math.sin(t * (runs ? 7 : 5)))
                : runs
                        ? (stands() ? .045 : .09) * Math.abs(Math.sin(t * pace / 2))
                        : action == Action.JUMP ? jump(t) : 0;
        double pitch = runs
                ? .1 * Math.sin(t * pace)
                : action == Action.JUMP ? -.25 * Math.cos(Poses.frac(t / 1.25) * Math.PI * 2) * (hop > .01 ? 1 : 0) : 0;
        double roll = action == Action.FALL ? t * 1.6 : 0;
        double lift = action == Action.FLY || action == Action.SWIM || action == Action.FALL
                ? .45 + .05 * Math.sin(t * 2)
                : 0;
        boolean sits = (action == Action.SIT && !stands())
                || action == Action.READ
                || strums(action)
                || (action == Action.EAT && (kind.figure() == Figure.BEAR || kind.figure() == Figure.PANDA))
                || (action == Action.LOOK_UP && !kind.hoofed() && kind.figure() != Figure.ELEPHANT);
        boolean sleeps = action == Action.SLEEP;
        ink.within(0, -hop - lift, roll, 1, 1, () -> {
            if (sleeps) {
                curled(ink, now);
            } else if (sits) {
                seated(ink, now);
            } else if (dances) {
                upright(ink, now);
            } else {
                standing(ink, now, pace, pitch);
            }
            if (strums(action)) {
                new Things(ink, now).guitar(.16, -.3, .44, -.42 + .05 * Math.sin(t * 8.4), 0xc07a34);
            }
        });
        if (props.contains(Prop.BALL) && !sleeps) {
            ball(ink, now, runs || walks);
        }
    }

    /** Nobody has seen a horse or an elephant on a chair. */
    private boolean stands() {
        return kind.hoofed() || kind.figure() == Figure.ELEPHANT;
    }

    @Override
    public double saddle(Moment now) {
        double hop = now.action() == Action.RIDE ? (stands() ? .045 : .09) * Math.abs(Math.sin(now.t() * 5.5)) : 0;
        return -kind.back() - kind.deep() * .42 - hop;
    }

    /** A guitar is played sitting, whatever else four legs can do. */
    private boolean strums(Action action) {
        return props.contains(Prop.GUITAR)
                && (action == Action.PLAY || action == Action.SING || action == Action.STAND);
    }

    /** The ball skips ahead of the muzzle: out of reach while it is chased, up and down before it otherwise. */
    private void ball(Ink ink, Moment now, boolean chased) {
        double t = now.t();
        double r = .12;
        double x = kind.length() * .5 + kind.head() + kind.snout() + (chased ? .3 + .07 * Math.sin(t * 1.9) : .12);
        double up = (chased ? .3 : .42) * Math.abs(Math.sin(t * (chased ? 4.2 : 2.6)));
        new Things(ink, now).ball(x, -r - up, r, fur.accent(), t * (chased ? 7 : 2));
    }

    private static double jump(double t) {
        double u = Poses.frac(t / 1.25);
        double air = u > .22 && u < .8 ? (u - .22) / .58 : 0;
        return 4 * air * (1 - air) * .55;
    }

    private void standing(Ink ink, Moment now, double pace, double pitch) {
        double t = now.t();
        double half = kind.length() / 2;
        double y = -kind.back();
        double breath = .008 * Math.sin(t * 3);
        double swing = pace > 8 ? .75 : pace > 0 ? .42 : 0;
        double[] phases = pace > 8
                ? new double[] {0, .6, Math.PI, Math.PI + .6}
                : new double[] {0, Math.PI, Math.PI * .5, Math.PI * 1.5};
        body.tail(ink, now, -half, y + kind.deep() * .2);
        for (int i = 0; i < 2; i++) {
            body.leg(ink, i == 0 ? half * .74 : -half * .8, y, t * pace + phases[2 * i + 1], swing, false, i == 0, now);
        }
        ink.within(0, y, pitch, 1, 1, () -> body.trunk(ink, breath, half));
        for (int i = 0; i < 2; i++) {
            body.leg(ink, i == 0 ? half * .84 : -half * .7, y, t * pace + phases[2 * i], swing, true, i == 0, now);
        }
        double bob = pace > 0 ? .02 * Math.sin(t * pace) : 0;
        double down = now.action() == Action.EAT || now.action() == Action.DRINK
                ? .75 + .08 * Math.sin(t * 6)
                : now.action() == Action.CRY ? .3 : 0;
        double hx = half + kind.head() * (.55 - .1 * down) + Math.sin(pitch) * half * .3;
        double hy = y - kind.neck() * (1 - 1.7 * down) + bob + pitch * half + down * kind.back() * .38;
        body.neck(ink, half * .7, y + kind.deep() * .05 + pitch * half * .7, hx, hy);
        double call = now.action() == Action.SHOUT || now.action() == Action.SING
                ? .22 + .1 * Math.abs(Math.sin(now.t() * 8))
                : 0;
        head.draw(ink, now, hx, hy, down * .5 - call - (now.action() == Action.LOOK_UP ? .4 : 0));
    }

    /** On its hind legs, as beasts dance in picture books. */
    private void upright(Ink ink, Moment now) {
        double t = now.t();
        double beat = Math.sin(t * 4.4);
        double half = kind.length() / 2;
        double hop = .05 * Math.abs(Math.cos(t * 4.4));
        double hip = -kind.back() * .86 - hop;
        double lean = -1.36 + .1 * beat;
        double sx = Math.cos(lean) * kind.length() * .84;
        double sy = hip + Math.sin(lean) * kind.length() * .84;
        body.tail(ink, now, -kind.deep() * .5, hip);
        limb(ink, .1 * kind.deep(), hip, .16 + .2 * Math.max(0, -beat), kind.back() * .84 - hop * .4, false);
        limb(ink, sx, sy + kind.deep() * .5, 1.5 - .8 * beat, kind.back() * .66, false);
        ink.within(0, hip, lean, 1, 1, () -> ink.within(half * .8, 0, 0, 1, 1, () -> body.trunk(ink, 0, half)));
        limb(ink, -.1 * kind.deep(), hip, -.16 - .2 * Math.max(0, beat), kind.back() * .84 - hop * .4, true);
        double hx = sx + kind.head() * .35 + .03 * beat;
        double hy = sy - kind.neck() * .55 - kind.head() * .45;
        body.neck(ink, sx * .8, sy + kind.deep() * .2, hx, hy);
        head.draw(ink, now, hx, hy, .14 * beat);
        limb(ink, sx + kind.deep() * .3, sy + kind.deep() * .6, -1.2 - .8 * beat, kind.back() * .66, true);
    }

    /** A leg or an arm that hangs from a joint at an angle, slightly bent. */
    private void limb(Ink ink, double x, double y, double angle, double length, boolean near) {
        int own = BeastMarks.legs(kind, fur);
        int c = near ? own : Hue.darker(own, .28);
        double r = kind.leg();
        double kx = x + Math.sin(angle + .2) * length * .5;
        double ky = y + Math.cos(angle + .2) * length * .5;
        double fx = kx + Math.sin(angle - .14) * length * .5;
        double fy = ky + Math.cos(angle - .14) * length * .5;
        ink.fill(Cut.limb(x, y, r * 1.9, kx, ky, r * 1.15), c).fill(Cut.limb(kx, ky, r * 1.15, fx, fy, r), c);
        ink.fill(Cut.oval(fx + r * .3, fy, r * 1.35, r * .95), Hue.mix(c, fur.belly(), kind.hoofed() ? 0 : .5));
    }

    private void seated(Ink ink, Moment now) {
        double half = kind.length() * .34;
        double y = -kind.back() * 1.02;
        double d = kind.deep();
        body.tail(ink, now, -half * 1.35, -.1);
        double hx = half * .62;
        double hy = -kind.back() * 1.04 - kind.neck() * .72;
        ink.fill(
                Cut.limb(half * .66, y + d * .9, kind.leg() * 1.5, half * .82, -.03, kind.leg() * .9),
                Hue.darker(fur.coat(), .28));
        ink.fade(
                Cut.blob(
                        -half * 1.5,
                        -.02,
                        -half * 1.62,
                        -d * 1.5,
                        -half * 1.0,
                        y * .62,
                        -half * .1,
                        y * 1.02,
                        half * .7,
                        y * 1.04,
                        half * 1.06,
                        y * .6,
                        half * .7,
                        -d * .9,
                        half * .3,
                        -.02),
                Hue.lighter(fur.coat(), .1),
                Hue.darker(fur.coat(), .16));
        ink.fill(
                Cut.blob(
                        half * .5,
                        y * .98,
                        half * .96,
                        y * .7,
                        half * .9,
                        y * .3,
                        half * .45,
                        y * .3,
                        half * .35,
                        y * .7),
                fur.belly());
        ink.fade(
                Cut.blob(
                        -half * 1.5,
                        -.01,
                        -half * 1.5,
                        -d * 1.5,
                        -half * .7,
                        -d * 1.9,
                        -half * .05,
                        -d * 1.2,
                        half * .1,
                        -.01),
                Hue.lighter(fur.coat(), .05),
                Hue.darker(fur.coat(), .2));
        ink.fill(
                Cut.blob(-half * .9, .004, -half * .4, -.07, half * .35, -.06, half * .4, .004),
                Hue.mix(fur.coat(), fur.belly(), .5));
        double raise = now.action() == Action.EAT ? .5 : 0;
        ink.fill(
                Cut.limb(
                        half * .55,
                        y * .8,
                        kind.leg() * 1.5,
                        half * (.72 + raise),
                        Curve.mix(-.03, y * .8, raise),
                        kind.leg()),
                fur.coat());
        ink.fill(
                Cut.oval(half * .8 + raise * half, Curve.mix(-.015, y * .82, raise), kind.leg() * 1.5, kind.leg() * .8),
                Hue.mix(fur.coat(), fur.belly(), .6));
        body.neck(ink, half * .25, y * .95, hx, hy);
        head.draw(
                ink,
                now,
                hx,
                hy,
                now.action() == Action.LOOK_UP
                        ? -.4
                        : now.action() == Action.READ ? .3 : .04 * Math.sin(now.t() * 1.3));
    }

    private void curled(Ink ink, Moment now) {
        double half = kind.length() * .6;
        double d = kind.deep() * 1.6 + .012 * Math.sin(now.t() * 1.6);
        ink.fade(
                Cut.blob(
                        -half,
                        -.02,
                        -half * .98,
                        -d * .9,
                        -half * .3,
                        -d * 1.36,
                        half * .5,
                        -d * 1.2,
                        half * .98,
                        -d * .5,
                        half * .9,
                        -.02,
                        0,
                        .01),
                Hue.lighter(fur.coat(), .12),
                Hue.darker(fur.coat(), .22));
        ink.fill(
                Cut.strand(
                        new double[] {-half * .9, -half * .6, 0, half * .6},
                        new double[] {-.1, -.02, .0, -.05},
                        new double[] {.07, .1, .1, .05}),
                Hue.lighter(fur.coat(), .06));
        head.draw(ink, now, half * .62, -kind.head() * .92, .35);
    }
}
