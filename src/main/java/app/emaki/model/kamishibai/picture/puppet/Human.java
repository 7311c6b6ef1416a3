package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Garment;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person cut from paper: bones from a pose, clothes on the bones, a face on top. */
final class Human implements Puppet {
    /** A photographed face is narrower than a drawn one of the same height, and its chin must reach the collar. */
    private static final double AS_LARGE = 1.12;

    private static final double RAISED = .1;

    private final Looks looks;
    private final List<Prop> props;
    private final @Nullable CutHead photograph;
    private final Bounce ball = Held.ball();

    Human(Looks looks, List<Prop> props, @Nullable CutHead photograph) {
        this.looks = looks;
        this.props = props;
        this.photograph = photograph;
    }

    @Override
    public double tall() {
        return looks.tall();
    }

    @Override
    public Rectangle2D extent() {
        return new Rectangle2D.Double(-1.15, -1.75, 2.3, 1.95);
    }

    @Override
    public double headY(Action action) {
        return switch (action) {
            case SIT, RIDE -> looks.headY() + .2;
            default -> looks.headY();
        };
    }

    @Override
    public void draw(Ink ink, Moment now) {
        var pose = now.action() == Action.RIDE
                ? Poses.ride(Ride.of(props, now.carried()), now.t())
                : Held.grip(
                        now.pose(looks.key(), props.contains(Prop.KATANA), props.contains(Prop.GUITAR)),
                        props,
                        now.action());
        var mien = Mien.of(now.emotion(), now.action(), now.mouth(), now.t(), looks.key());
        var bones = new Bones(looks, pose);
        if (pose.roll() == 0) {
            body(ink, pose, mien, bones, now);
        } else {
            ink.within(
                    0,
                    bones.hipY,
                    0,
                    1,
                    1,
                    () -> ink.within(
                            0,
                            0,
                            pose.roll(),
                            1,
                            1,
                            () -> ink.within(0, -bones.hipY, 0, 1, 1, () -> body(ink, pose, mien, bones, now))));
        }
    }

    private void body(Ink ink, Pose pose, Mien mien, Bones b, Moment now) {
        double px = now.px() * looks.head();
        var wear = new Wardrobe(ink, looks, pose, b, now);
        var held = new Held(ink, looks, b, pose, props, now, ball);
        double headX = b.chestX + Math.sin(b.lean) * (-looks.headY() + looks.shoulderY()) + pose.turn() * .008;
        double headY = b.chestY + (looks.headY() - looks.shoulderY()) * Math.cos(b.lean * .6);
        double tilt = pose.tilt() + pose.nod() * .25 * pose.turn();
        var hair = new Hairdo(ink, looks, pose.yaw(), now.sway() * .9, now.t() * 2.1 + looks.key() % 5, px);
        boolean helmet = looks.garment() == Garment.SPACESUIT || looks.garment() == Garment.ARMOUR;
        wear.behind();
        if (!helmet && photograph == null) {
            ink.within(headX, headY, tilt, looks.head(), looks.head(), hair::behind);
        }
        held.behind();
        if (!pose.front()) {
            wear.arm(b.farArm, false);
            held.farHand();
        }
        if (!now.carried()) {
            wear.leg(b.farLeg, false);
        }
        wear.leg(b.nearLeg, true);
        neck(ink, headX, headY, b);
        wear.torso();
        wear.collar();
        if (photograph != null) {
            double size = looks.head() * AS_LARGE;
            ink.within(headX, headY - looks.head() * RAISED, tilt, size, size, () -> photograph.draw(ink, mien.open()));
        } else {
            face(ink, pose, mien, wear, hair, headX, headY, tilt, helmet, px);
        }
        wear.over();
        held.before();
        if (pose.front()) {
            wear.arm(b.farArm, false);
            held.farHand();
        }
        wear.arm(b.nearArm, true);
        held.nearHand();
        signs(ink, now, headX, headY);
    }

    private void face(
            Ink ink,
            Pose pose,
            Mien mien,
            Wardrobe wear,
            Hairdo hair,
            double headX,
            double headY,
            double tilt,
            boolean helmet,
            double px) {
        ink.within(headX, headY, tilt, looks.head(), looks.head(), () -> {
            new Head(ink, looks, mien, pose.yaw(), pose.nod(), px).draw();
            if (helmet) {
                wear.helmet(px);
            } else {
                hair.before();
                if (props.contains(Prop.HAT)) {
                    wear.hat();
                }
            }
        });
    }

    private void neck(Ink ink, double headX, double headY, Bones b) {
        double w = looks.head() * (looks.feminine() ? .44 : .6);
        double chin = headY + looks.head() * 1.05;
        int skin = Hue.mix(looks.skin(), 0x8a4a7a, .32);
        double low = b.chestY + .035;
        ink.across(
                Cut.poly(
                        headX - w,
                        chin - .03,
                        headX + w,
                        chin - .03,
                        b.chestX + w * 1.15,
                        low,
                        b.chestX + w * 2.3,
                        low + .03,
                        b.chestX,
                        low + .075,
                        b.chestX - w * 2.3,
                        low + .03,
                        b.chestX - w * 1.15,
                        low),
                skin,
                Hue.mix(skin, 0x6a3a80, .3));
    }

    /** What an action leaves in the air: notes, tears, lines of a shout. */
    private void signs(Ink ink, Moment now, double x, double y) {
        double t = now.t();
        double r = looks.head();
        switch (now.action()) {
            case SING -> {
                for (int i = 0; i < 3; i++) {
                    double u = Poses.frac(t * .45 + i / 3.0);
                    double nx = x + r * (1.8 + u * 2.2) + Math.sin(u * 9 + i) * r * .4;
                    double ny = y + r * (.4 - u * 3.4);
                    double s = r * .5;
                    double a = Math.sin(Math.PI * u);
                    int c = Hue.lighter(looks.accent(), .3);
                    ink.raw(Cut.turned(Cut.oval(nx, ny, s * .5, s * .36), -.35, nx, ny), c, a);
                    ink.rawLine(
                            Cut.poly(
                                    nx + s * .44,
                                    ny - s * .1,
                                    nx + s * .44,
                                    ny - s * 1.5,
                                    nx + s * 1,
                                    ny - s * 1.1,
                                    nx + s * .44,
                                    ny - s * 1.5),
                            s * .16,
                            c,
                            a);
                }
            }
            case SHOUT -> {
                for (int i = -2; i <= 2; i++) {
                    double a = -.15 + i * .3;
                    double from = r * (1.9 + .15 * Math.sin(t * 30 + i));
                    double to = r * (2.6 + .3 * Math.sin(t * 24 + i * 2));
                    ink.rawLine(
                            Cut.line(
                                    x + Math.cos(a) * from,
                                    y + r * .5 + Math.sin(a) * from,
                                    x + Math.cos(a) * to,
                                    y + r * .5 + Math.sin(a) * to),
                            r * .1,
                            0xffffff,
                            .8 * Curve.step(0, .1, t));
                }
            }
            case SLEEP -> {
                for (int i = 0; i < 3; i++) {
                    double u = Poses.frac(t * .3 + i / 3.0);
                    ink.within(
                            x + r * (1.2 + u * 1.2),
                            y - r * (1 + 2 * u),
                            Math.PI / 2 + .2 * Math.sin(u * 6),
                            r,
                            r,
                            () -> ink.rawLine(
                                    Cut.line(-.3, -.3, .3, -.3, .3, -.3, -.3, .3, -.3, .3, .3, .3),
                                    .12,
                                    0xffffff,
                                    .7 * Math.sin(Math.PI * u)));
                }
            }
            default -> {}
        }
    }
}
