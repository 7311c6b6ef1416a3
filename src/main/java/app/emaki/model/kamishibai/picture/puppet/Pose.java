package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;

/**
 * How a body is held at one moment. Angles in radians; for limbs 0 hangs straight down and positive swings towards where the
 * figure looks. Lengths in heights of the figure.
 *
 * @param turn 0 seen from the front, 1 from the side
 * @param yaw where the face looks, -1 to 1 with 1 the way the figure faces
 * @param nod positive looks down
 * @param seat 0 on the feet, 1 sitting, -1 lying
 * @param front whether both arms are held before the body
 */
record Pose(
        double lean,
        double rise,
        double roll,
        double turn,
        double yaw,
        double nod,
        double tilt,
        Limb nearLeg,
        Limb farLeg,
        Limb nearArm,
        Limb farArm,
        double seat,
        boolean front) {

    /** @param swing of the upper part, {@code bend} of the lower against it */
    record Limb(double swing, double bend) {
        Limb towards(Limb o, double u) {
            return new Limb(Curve.mix(swing, o.swing, u), Curve.mix(bend, o.bend, u));
        }
    }

    static Pose standing() {
        return new Pose(
                0,
                0,
                0,
                .3,
                .35,
                0,
                0,
                new Limb(-.04, .02),
                new Limb(.05, .02),
                new Limb(-.1, .16),
                new Limb(.12, .16),
                0,
                false);
    }

    Pose towards(Pose o, double u) {
        return new Pose(
                Curve.mix(lean, o.lean, u),
                Curve.mix(rise, o.rise, u),
                Curve.mix(roll, o.roll, u),
                Curve.mix(turn, o.turn, u),
                Curve.mix(yaw, o.yaw, u),
                Curve.mix(nod, o.nod, u),
                Curve.mix(tilt, o.tilt, u),
                nearLeg.towards(o.nearLeg, u),
                farLeg.towards(o.farLeg, u),
                nearArm.towards(o.nearArm, u),
                farArm.towards(o.farArm, u),
                Curve.mix(seat, o.seat, u),
                u < .5 ? front : o.front);
    }

    Pose body(double lean, double rise, double roll) {
        return new Pose(lean, rise, roll, turn, yaw, nod, tilt, nearLeg, farLeg, nearArm, farArm, seat, front);
    }

    Pose facing(double turn, double yaw) {
        return new Pose(lean, rise, roll, turn, yaw, nod, tilt, nearLeg, farLeg, nearArm, farArm, seat, front);
    }

    Pose head(double nod, double tilt) {
        return new Pose(lean, rise, roll, turn, yaw, nod, tilt, nearLeg, farLeg, nearArm, farArm, seat, front);
    }

    Pose legs(double near, double nearBend, double far, double farBend) {
        return new Pose(
                lean,
                rise,
                roll,
                turn,
                yaw,
                nod,
                tilt,
                new Limb(near, nearBend),
                new Limb(far, farBend),
                nearArm,
                farArm,
                seat,
                front);
    }

    Pose arms(double near, double nearBend, double far, double farBend) {
        return new Pose(
                lean,
                rise,
                roll,
                turn,
                yaw,
                nod,
                tilt,
                nearLeg,
                farLeg,
                new Limb(near, nearBend),
                new Limb(far, farBend),
                seat,
                front);
    }

    Pose seated(double seat) {
        return new Pose(lean, rise, roll, turn, yaw, nod, tilt, nearLeg, farLeg, nearArm, farArm, seat, front);
    }

    Pose handsBefore() {
        return new Pose(lean, rise, roll, turn, yaw, nod, tilt, nearLeg, farLeg, nearArm, farArm, seat, true);
    }
}
