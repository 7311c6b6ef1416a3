package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.puppet.Bones.Chain;
import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.List;

/** The things a person has with them: which hand holds what, and what lies before or behind the body. */
final class Held {

    private static final double METRES = 1.65;
    private static final double BALL = .12;

    private final Looks looks;
    private final Bones b;
    private final Pose pose;
    private final List<Prop> props;
    private final Moment now;
    private final Things things;
    private final Bounce ball;

    Held(Ink ink, Looks looks, Bones bones, Pose pose, List<Prop> props, Moment now, Bounce ball) {
        this.ball = ball;

        this.looks = looks;
        b = bones;
        this.pose = pose;
        this.props = props;
        this.now = now;
        things = new Things(ink, now);
    }

    /** Changes a pose so that the hands really carry what they hold. */
    static Pose grip(Pose pose, List<Prop> props, Action action) {
        if (pose.front() || action == Action.SLEEP || action == Action.FALL || action == Action.SWIM) {
            return pose;
        }
        var near = pose.nearArm();
        var far = pose.farArm();
        if (props.contains(Prop.UMBRELLA)) {
            near = new Pose.Limb(.4 + near.swing() * .08, 2.0);
        }
        boolean free = action != Action.WAVE
                && action != Action.DRAW_SWORD
                && action != Action.DANCE
                && action != Action.FIGHT
                && action != Action.RIDE;
        if (free
                && (props.contains(Prop.LANTERN)
                        || props.contains(Prop.CUP)
                        || props.contains(Prop.FLOWER)
                        || props.stream().anyMatch(Belongings::inHand))) {
            far = new Pose.Limb(.7, 1.0);
        } else if (free && (props.contains(Prop.BALLOON) || props.contains(Prop.KITE))) {
            far = new Pose.Limb(1.1, 1.1);
        }
        return pose.arms(near.swing(), near.bend(), far.swing(), far.bend());
    }

    /** The ball that falls from the hand of somebody who carries one. */
    static Bounce ball() {
        return Bounce.of(BALL, .95, .22);
    }

    private boolean has(Prop p) {
        return props.contains(p);
    }

    void behind() {
        if (now.action() == Action.SIT) {
            things.stool(.02, b.hipY + .07);
        }
        boolean rides = now.action() == Action.RIDE;
        if (has(Prop.BICYCLE) || (rides && Ride.of(props, now.carried()) == Ride.CYCLE)) {
            double x = now.action() == Action.RIDE ? .05 : -.34;
            things.bicycle(x, 0, .56, looks.accent());
        }
        if (has(Prop.MOTORCYCLE)) {
            ware(Prop.MOTORCYCLE, rides ? .06 : -.4, rides ? .1 : 0, .52);
        }
        if (has(Prop.SKATEBOARD)) {
            ware(Prop.SKATEBOARD, rides ? .04 : -.3, .03, .16);
        }
        for (var prop : props) {
            if (Belongings.behind(prop)) {
                ware(prop, Belongings.aside(prop), 0, Wares.tall(prop) * .92);
            }
        }
        if (has(Prop.BALLOON)) {
            balloon();
        }
        if (has(Prop.KITE)) {
            things.kite(
                    b.farArm.x2() + .2,
                    -1.5 + .06 * Math.sin(now.clock() * 1.8),
                    .17,
                    looks.main(),
                    looks.accent(),
                    b.farArm.x2(),
                    b.farArm.y2());
        }
        if (has(Prop.CAR)) {
            things.car(-.12, .0, 1.5, looks.accent(), true);
        }
        if (has(Prop.BOAT)) {
            things.boat(0, .06 + .01 * Math.sin(now.clock() * 1.6), .95, 0x8a5a34, true);
        }
        if (has(Prop.KATANA) && now.action() != Action.FIGHT) {
            double drawn = now.action() == Action.DRAW_SWORD ? 1 : 0;
            things.scabbard(.06, b.hipY - .03, -.36, b.hipY + .13 + .04 * drawn, drawn < 1 || now.t() < .75);
        }
    }

    /** A thing that can stand for itself, its foot at (x, y), so high. */
    private void ware(Prop prop, double x, double y, double high) {
        things.within(x, y, high, wares -> wares.draw(prop, looks.accent()));
    }

    private void balloon() {
        double sway = .05 * Math.sin(now.clock() * 1.4) - now.sway() * .1;
        things.balloon(
                b.farArm.x2() + sway,
                -1.32 + .02 * Math.sin(now.clock() * 2),
                .105,
                looks.accent(),
                b.farArm.x2(),
                b.farArm.y2());
    }

    /** Things before the body but behind the hands. */
    void before() {
        if (has(Prop.GUITAR)) {
            things.guitar(b.chestX + .03, b.hipY - .06, .44, -.42, 0xc07a34);
        }
        if (has(Prop.CAR)) {
            things.car(-.12, .0, 1.5, looks.accent(), false);
        }
        for (var prop : props) {
            if (Belongings.before(prop)) {
                ware(prop, Belongings.aside(prop), 0, Wares.tall(prop) * .92);
            }
        }
        if (has(Prop.BOAT)) {
            things.boat(0, .06 + .01 * Math.sin(now.clock() * 1.6), .95, 0x8a5a34, false);
        }
        if (has(Prop.BALL) || (now.action() == Action.PLAY && Belongings.played(props) == null)) {
            if (now.action() == Action.PLAY) {
                things.ball(.3, -.07 - .3 * Math.abs(Math.sin(now.t() * 2.6)), .07, looks.accent(), now.t() * 2);
            } else {
                // let go at the start of the shot
                double x = .26 + ball.x(now.clock()) / METRES;
                things.ball(x, -ball.y(now.clock()) / METRES, BALL / METRES, looks.accent(), -ball.turn(now.clock()));
            }
        }
        if (pose.front() && now.action() == Action.READ) {
            double x = (b.nearArm.x2() + b.farArm.x2()) / 2;
            double y = (b.nearArm.y2() + b.farArm.y2()) / 2;
            things.book(x, y - .02, .085, looks.accent(), now.t());
        }
    }

    void farHand() {
        var a = b.farArm;
        double x = a.x2();
        double y = a.y2();
        var action = now.action();
        if (action == Action.EAT) {
            var meal = Belongings.eaten(props);
            if (meal == null) {
                things.chopsticks(x, y);
            } else {
                double high = Belongings.high(meal);
                ware(meal, x - .01, y + high * .4, high);
            }
            return;
        }
        if (action == Action.FIGHT && has(Prop.KATANA)) {
            return;
        }
        if (action == Action.DRAW_SWORD) {
            double hit = Curve.step(.75, .95, now.t());
            double angle = Curve.mix(Math.PI - .5, -1.5, hit);
            things.katana(x, y, angle, .58 * (.12 + .88 * Math.min(1, hit * 1.6)), (now.t() - .95) * 1.2);
            things.slash(b.chestX, b.chestY + .06, now.t() - .8);
            return;
        }
        for (var prop : props) {
            if (Belongings.inHand(prop)) {
                double high = Belongings.high(prop);
                ware(prop, x + .01, y + high * .35, high);
            }
        }
        if (has(Prop.LANTERN)) {
            things.lantern(x, y, .085, Math.sin(now.clock() * 2.2) * .1 - now.sway() * .3);
        }
        if (has(Prop.CUP) || action == Action.DRINK) {
            things.cup(
                    x + .012,
                    y - .01,
                    .04,
                    looks.accent(),
                    action == Action.DRINK
                            ? -.6
                                    * Curve.step(.2, .45, Poses.frac(now.t() / 2.6))
                                    * (1 - Curve.step(.6, .9, Poses.frac(now.t() / 2.6)))
                            : 0);
        }
        if (has(Prop.FLOWER)) {
            things.flower(x, y, .05, looks.accent());
        }
    }

    void nearHand() {
        Chain a = b.nearArm;
        double x = a.x2();
        double y = a.y2();
        if (now.action() == Action.EAT && Belongings.eaten(props) == null) {
            things.bowl(x, y - .02, .055, looks.accent());
        }
        if (now.action() == Action.FIGHT && has(Prop.KATANA)) {
            double mid = (b.nearArm.angle() + b.farArm.angle()) / 2;
            things.katana(
                    (x + b.farArm.x2()) / 2,
                    (y + b.farArm.y2()) / 2,
                    mid - .75,
                    .6,
                    Poses.frac(now.t() / 1.15) * 1.6 - .6);
            things.slash(b.chestX, b.chestY, Poses.frac(now.t() / 1.15) * 1.15 - .45);
        }
        if (has(Prop.UMBRELLA) && now.action() != Action.SLEEP && now.action() != Action.SWIM && !pose.front()) {
            things.umbrella(x, y, .36, looks.accent(), now.sway() * .12);
        }
        if (has(Prop.BOOK) && now.action() != Action.READ) {
            things.closedBook(x, y, .07, looks.accent());
        }
    }
}
