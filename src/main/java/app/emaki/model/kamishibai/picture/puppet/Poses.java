package app.emaki.model.kamishibai.picture.puppet;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.Math.max;
import static java.lang.Math.sin;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;

/** What a body does with its limbs in each action, {@code t} seconds after the action began. */
final class Poses {

    private Poses() {}

    static Pose of(Action action, double t, long key, boolean armed, boolean musical) {
        double breath = sin(t * 2.1 + key % 7);
        var stand = Pose.standing().body(0, -.002 * breath, 0).head(.02 * breath, .02 * Chance.noise(t * .5, key));
        return switch (action) {
            case STAND -> stand.arms(-.12 + .01 * breath, .18, .13, .2);
            case WALK -> walk(t);
            case RUN -> run(t);
            case JUMP -> jump(t);
            case TURN -> turn(stand, t);
            case SIT -> sit(breath);
            case WAVE ->
                stand.arms(-.1, .15, 2.5 + .1 * sin(t * 9), .35 + .45 * sin(t * 9 + .6))
                        .head(0, .08)
                        .facing(.15, .15);
            case DANCE -> dance(t);
            case FIGHT -> fight(t, armed);
            case DRAW_SWORD -> drawSword(t);
            case READ ->
                stand.arms(.52, 1.35, .72, 1.2).head(.34, .03).facing(.25, .3).handsBefore();
            case EAT -> eat(stand, t);
            case DRINK -> drink(stand, t);
            case PLAY -> musical ? strum(stand, t) : playBall(stand, t);
            case SLEEP ->
                Pose.standing()
                        .body(0, -.07, -PI / 2)
                        .facing(.2, .25)
                        .legs(.25, .35, .12, .2)
                        .arms(.5, 1.2, .3, 1.3)
                        .head(.1, .1 + .02 * sin(t * 1.3))
                        .seated(-1);
            case LOOK_UP ->
                stand.head(-.42 * Curve.step(0, .8, t), -.12 * Curve.step(0, .8, t))
                        .facing(.4, .4)
                        .arms(-.16, .12, .2, .25);
            case FLY -> fly(t);
            case SWIM -> swim(t);
            case SPEAK ->
                stand.arms(-.14, .2, .55 + .22 * sin(t * 2.6), 1.25 + .3 * sin(t * 3.3 + 1))
                        .head(.03 * sin(t * 3.1), .05 * sin(t * 1.9))
                        .facing(.2, .22);
            case SHOUT -> shout(stand, t);
            case LAUGH ->
                stand.body(-.05, -.006 * sin(t * 16), 0)
                        .arms(.25, 1.7, .5, 1.75)
                        .head(-.18 + .03 * sin(t * 16), .06)
                        .facing(.15, .15)
                        .handsBefore();
            case CRY ->
                stand.body(.03, .004 * sin(t * 9), 0)
                        .arms(1.3, 1.9, 1.3, 1.9)
                        .head(.34 + .02 * sin(t * 9), .04)
                        .facing(.15, .12)
                        .handsBefore();
            case SING ->
                stand.body(-.02, 0, .02 * sin(t * 2.4))
                        .arms(.7, 1.9, 1.25 + .25 * sin(t * 1.2), .35)
                        .head(-.1, .08 * sin(t * 2.4))
                        .facing(.15, .2);
            case FALL -> fall(t);
            case RIDE ->
                Pose.standing()
                        .body(.3, 0, 0)
                        .facing(.9, .6)
                        .legs(
                                1.05 + .42 * sin(t * 5),
                                1.05 + .4 * cos(t * 5),
                                1.05 - .42 * sin(t * 5),
                                1.05 - .4 * cos(t * 5))
                        .arms(1.1, .12, 1.15, .12)
                        .seated(1);
        };
    }

    /** How somebody rides. */
    static Pose ride(Ride ride, double t) {
        return switch (ride) {
            case CYCLE -> of(Action.RIDE, t, 0, false, false);
            case ASTRIDE ->
                Pose.standing()
                        .body(.1, 0, 0)
                        .facing(.7, .5)
                        .legs(1.0 + .04 * sin(t * 11), .9, 1.05, .95)
                        .arms(.72 + .06 * sin(t * 11), .7, .8, .6)
                        .head(.02 * sin(t * 11), 0)
                        .seated(1);
            case SEAT ->
                Pose.standing()
                        .body(.02, .004 * sin(t * 9), 0)
                        .facing(.7, .5)
                        .legs(1.42, 1.2, 1.46, 1.2)
                        .arms(.95, .5, 1.0, .45)
                        .seated(1);
            case ROW -> {
                double pull = sin(t * 2.6);
                yield Pose.standing()
                        .body(.1 + .3 * pull, 0, 0)
                        .facing(.7, .5)
                        .legs(1.3, .7, 1.36, .75)
                        .arms(.95 + .4 * pull, .9 - .7 * max(0, pull), 1.0 + .4 * pull, .9 - .7 * max(0, pull))
                        .seated(1);
            }
            case BOARD ->
                Pose.standing()
                        .body(.16 + .05 * sin(t * 2), .05, -.06 + .05 * sin(t * 2.2))
                        .facing(.6, .6)
                        .legs(-.34, .5, .5, .62)
                        .arms(-1.1 + .2 * sin(t * 2.2), .3, 1.25 + .2 * sin(t * 2), .25)
                        .head(-.06, .05);
        };
    }

    private static Pose walk(double t) {
        double c = t * 6.2;
        double a = .4;
        return Pose.standing()
                .body(.035, -.012 * Math.abs(cos(c)), 0)
                .facing(.8, .5)
                .head(.02 * sin(2 * c), 0)
                .legs(sin(c) * a, max(0, cos(c)) * .8 * a / .4, -sin(c) * a, max(0, -cos(c)) * .8 * a / .4)
                .arms(-sin(c) * .42, .25 + .12 * max(0, -sin(c)), sin(c) * .42, .25 + .12 * max(0, sin(c)));
    }

    private static Pose run(double t) {
        double c = t * 9.6;
        double hop = Math.abs(cos(c));
        return Pose.standing()
                .body(.22, -.05 * hop, 0)
                .facing(.9, .55)
                .head(-.1, 0)
                .legs(.15 + sin(c) * .85, .35 + max(0, cos(c)) * 1.35, .15 - sin(c) * .85, .35 + max(0, -cos(c)) * 1.35)
                .arms(-sin(c) * .95, 1.45, sin(c) * .95, 1.45);
    }

    private static Pose jump(double t) {
        double period = 1.25;
        double u = t / period - Math.floor(t / period);
        double crouch = Curve.bump(.12, .16, u) + .8 * Curve.bump(.9, .14, u);
        double air = u > .22 && u < .8 ? (u - .22) / .58 : 0;
        double lift = 4 * air * (1 - air) * .34;
        double up = Curve.bump(.5, .34, u);
        return Pose.standing()
                .body(.25 * crouch, .09 * crouch - lift, 0)
                .facing(.5, .4)
                .legs(.7 * crouch + .5 * up, 1.2 * crouch + 1.1 * up, .7 * crouch - .2 * up, 1.2 * crouch + .7 * up)
                .arms(-.5 * crouch - 2.4 * up, .3, .3 * crouch + 2.5 * up, .3)
                .head(-.15 * up, 0);
    }

    private static Pose turn(Pose stand, double t) {
        double a = -1.2 + 2.2 * Curve.step(.2, 1.6, t);
        return stand.facing(.3 + .5 * Math.abs(a), Curve.clamp(a, -1, 1)).head(-.06 * Curve.bump(.9, .8, t), .05);
    }

    private static Pose sit(double breath) {
        return Pose.standing()
                .body(.02, -.002 * breath, 0)
                .facing(.55, .4)
                .legs(1.42, 1.45, 1.5, 1.42)
                .arms(.42, .75, .52, .8)
                .seated(1)
                .head(.04, .02 * breath);
    }

    private static Pose dance(double t) {
        double b = t * 4.4;
        double s = sin(b);
        return Pose.standing()
                .body(.05 * sin(2 * b), -.025 * Math.abs(cos(b)), .09 * s)
                .facing(.12, .35 * sin(b * .5))
                .head(.05 * sin(2 * b), -.16 * s)
                .legs(-.1 + .32 * max(0, s), .75 * max(0, s), .1 - .32 * max(0, -s), .75 * max(0, -s))
                .arms(-1.5 - 1.1 * s, -.5 - .5 * cos(b), 1.5 - 1.1 * s, .5 + .5 * cos(b));
    }

    private static Pose fight(double t, boolean armed) {
        double u = t / 1.15 - Math.floor(t / 1.15);
        double wind = Curve.bump(.3, .3, u);
        double cut = Curve.step(.42, .55, u) * (1 - Curve.step(.8, 1, u));
        var stance = Pose.standing().facing(.75, .6).legs(-.42 - .08 * cut, .18, .55 + .2 * cut, .55 + .2 * cut);
        if (armed) {
            return stance.body(.1 + .22 * cut - .08 * wind, .045 + .02 * cut, 0)
                    .arms(.9 + 1.5 * wind - .1 * cut, .5 - .3 * cut, 1.05 + 1.5 * wind - .1 * cut, .5 - .3 * cut)
                    .handsBefore();
        }
        double other = Curve.bump(.75, .2, u);
        return stance.body(.12 + .12 * cut, .045, 0)
                .arms(.5 + 1.0 * cut, 2.1 - 2 * cut, .75 + .8 * other, 2.05 - 1.9 * other)
                .handsBefore();
    }

    private static Pose drawSword(double t) {
        double hit = Curve.step(.75, .95, t);
        double settle = Curve.over((t - .9) / .5);
        double wait = 1 - hit;
        return Pose.standing()
                .facing(.72, .62)
                .body(.2 * wait - .03 * hit, .05 * wait + .015 * hit, 0)
                .head(.16 * wait - .06 * hit, 0)
                .legs(-.3 - .1 * hit, .22, .42 + .1 * hit, .5 * wait + .42 * hit)
                .arms(
                        .05 * wait - .3 * hit,
                        .55,
                        Curve.mix(.35, 2.35, hit) + (hit >= 1 ? (1 - settle) * .25 : 0),
                        Curve.mix(1.45, .72, hit));
    }

    private static Pose eat(Pose stand, double t) {
        double lift = Curve.step(.1, .45, frac(t / 1.5)) * (1 - Curve.step(.62, .95, frac(t / 1.5)));
        return stand.arms(.55, 1.35, .6 + .35 * lift, 1.3 + .85 * lift)
                .head(.16 - .06 * lift, .02)
                .facing(.25, .25)
                .handsBefore();
    }

    private static Pose drink(Pose stand, double t) {
        double lift = Curve.step(.1, .4, frac(t / 2.6)) * (1 - Curve.step(.66, .95, frac(t / 2.6)));
        return stand.arms(-.12, .2, .55 + .42 * lift, 1.35 + .8 * lift)
                .head(.06 - .2 * lift, 0)
                .facing(.3, .3)
                .handsBefore();
    }

    private static Pose strum(Pose stand, double t) {
        double b = sin(t * 8.4);
        return stand.body(0, -.006 * Math.abs(sin(t * 4.2)), .025 * sin(t * 2.1))
                .arms(.35 + .1 * b, 1.35, .95, .95 + .08 * sin(t * 2.1))
                .head(.14, .08 * sin(t * 2.1))
                .facing(.2, .3)
                .handsBefore();
    }

    private static Pose playBall(Pose stand, double t) {
        double b = max(0, sin(t * 5.2));
        return stand.body(.12, .02 * b, 0)
                .facing(.6, .4)
                .legs(-.15, .25 + .1 * b, .3, .3 + .1 * b)
                .arms(-.3, .5, .75 - .25 * b, .6)
                .head(.22, 0);
    }

    private static Pose fly(double t) {
        return Pose.standing()
                .body(.1, -.32 + .03 * sin(t * 2.2), 1.12 + .05 * sin(t * 1.7))
                .facing(.7, .55)
                .head(-.75, 0)
                .legs(-.1 + .06 * sin(t * 5), .14, .12, .3 + .05 * sin(t * 4))
                .arms(2.85, .05, .1, .1);
    }

    private static Pose swim(double t) {
        double c = t * 3.4;
        return Pose.standing()
                .body(0, -.3 + .025 * sin(c), 1.3 + .05 * sin(c))
                .facing(.8, .5)
                .head(-.6, 0)
                .legs(.26 * sin(t * 9), .2, -.26 * sin(t * 9), .2)
                .arms(PI + c % (2 * PI), .2, c % (2 * PI), .2);
    }

    private static Pose shout(Pose stand, double t) {
        double push = Curve.over(t / .3);
        return stand.body(-.04 + .09 * push, .004 * sin(t * 40) * Math.exp(-t), 0)
                .arms(-.75 * push, .5, .9 * push, 1.8 - .2 * push)
                .head(-.16 * push, .02)
                .facing(.2, .25)
                .legs(-.2, .06, .22, .06);
    }

    private static Pose fall(double t) {
        double drop = Curve.step(0, .25, t);
        return Pose.standing()
                .body(.1, -.5 + .04 * sin(t * 2), .5 + t * 1.3)
                .facing(.4, .3)
                .legs(.6 * drop + .25 * sin(t * 5), .9, -.35 * drop + .25 * sin(t * 5 + 2), .7)
                .arms(-2.2 * drop + .3 * sin(t * 7), .4, 2.3 * drop + .3 * sin(t * 6 + 1), .4)
                .head(-.2, .1);
    }

    static double frac(double x) {
        return x - Math.floor(x);
    }
}
