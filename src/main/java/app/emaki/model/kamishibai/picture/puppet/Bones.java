package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;

/** Where the joints of a pose lie, in heights of the figure, the ground at y 0. */
final class Bones {

    /** A limb: its root, its middle joint and its end. */
    record Chain(double x0, double y0, double x1, double y1, double x2, double y2) {
        /** A point along the limb, 0 at the root, 1 at the end. */
        double x(double u) {
            return u < .5 ? Curve.mix(x0, x1, u * 2) : Curve.mix(x1, x2, u * 2 - 1);
        }

        double y(double u) {
            return u < .5 ? Curve.mix(y0, y1, u * 2) : Curve.mix(y1, y2, u * 2 - 1);
        }

        double angle() {
            return Math.atan2(y2 - y1, x2 - x1);
        }
    }

    final double hipX = 0;
    final double hipY;
    final double chestX;
    final double chestY;
    final double lean;
    final Chain nearLeg;
    final Chain farLeg;
    final Chain nearArm;
    final Chain farArm;

    Bones(Looks looks, Pose pose) {
        double thigh = looks.hip() * .5;
        double shin = looks.hip() * .46;
        double drop = Math.max(drop(pose.nearLeg(), thigh, shin), drop(pose.farLeg(), thigh, shin)) + .022;
        hipY = (pose.seat() < -.5 ? -.07 : -drop) + Math.min(0, pose.rise());
        lean = pose.lean();
        double torso = looks.torso();
        chestX = Math.sin(lean) * torso;
        chestY = hipY - Math.cos(lean) * torso;
        double apart = looks.shoulders() * .36 * (1 - .8 * pose.turn());
        nearLeg = leg(pose.nearLeg(), -apart, thigh, shin);
        farLeg = leg(pose.farLeg(), apart, thigh, shin);
        double half = looks.shoulders() * (1 - .55 * pose.turn()) * .88;
        double arm = looks.hip() * .62;
        if (pose.front()) {
            nearArm = reach(pose.nearArm(), -half, arm, pose.turn(), -1);
            farArm = reach(pose.farArm(), half, arm, pose.turn(), 1);
        } else {
            nearArm = arm(pose.nearArm(), -half, arm, 1);
            double inward = pose.farArm().bend() > .6 ? 1 : Curve.mix(-1, 1, pose.turn());
            farArm = arm(pose.farArm(), half, arm, inward);
        }
    }

    private static double drop(Pose.Limb leg, double thigh, double shin) {
        return Math.cos(leg.swing()) * thigh + Math.cos(leg.swing() - leg.bend()) * shin;
    }

    private Chain leg(Pose.Limb leg, double at, double thigh, double shin) {
        double kx = at + Math.sin(leg.swing()) * thigh;
        double ky = hipY + Math.cos(leg.swing()) * thigh;
        double a = leg.swing() - leg.bend();
        return new Chain(at, hipY, kx, ky, kx + Math.sin(a) * shin, ky + Math.cos(a) * shin);
    }

    private Chain arm(Pose.Limb arm, double at, double length, double inward) {
        double x = chestX + at;
        double y = chestY + .032;
        double ex = x + Math.sin(arm.swing()) * length * .51;
        double ey = y + Math.cos(arm.swing()) * length * .51;
        double a = arm.swing() + arm.bend() * inward;
        return new Chain(x, y, ex, ey, ex + Math.sin(a) * length * .49, ey + Math.cos(a) * length * .49);
    }

    /** An arm whose hand meets its fellow before the body. */
    private Chain reach(Pose.Limb arm, double at, double length, double turn, int side) {
        var seen = arm(arm, 0, length, 1);
        double hx = chestX + (seen.x2 - chestX) * (.35 + .65 * turn) + side * .03;
        double hy = seen.y2;
        double x = chestX + at;
        double y = chestY + .032;
        var one = bend(x, y, hx, hy, length * .51, length * .49, 1);
        var other = bend(x, y, hx, hy, length * .51, length * .49, -1);
        // elbows hang
        return one.y1() > other.y1() ? one : other;
    }

    static Chain bend(double x, double y, double hx, double hy, double upper, double lower, int way) {
        double d = Math.min(Math.hypot(hx - x, hy - y), upper + lower - 1e-3);
        double a = Math.atan2(hy - y, hx - x);
        double c = (upper * upper + d * d - lower * lower) / (2 * upper * d + 1e-9);
        double b = Math.acos(Curve.clamp(c, -1, 1)) * way;
        double ex = x + Math.cos(a + b) * upper;
        double ey = y + Math.sin(a + b) * upper;
        return new Chain(x, y, ex, ey, x + Math.cos(a) * d, y + Math.sin(a) * d);
    }
}
