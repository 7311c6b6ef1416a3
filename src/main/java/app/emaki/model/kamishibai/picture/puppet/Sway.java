package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Chance;
import app.emaki.model.kamishibai.picture.stage.Curve;
import java.util.function.DoubleUnaryOperator;

/** How far loose hair and cloth are blown aside: a damped spring pushed by movement and wind, run once and kept. */
final class Sway {

    private static final int RATE = 120;
    private final float[] bend;

    private Sway(float[] bend) {
        this.bend = bend;
    }

    static Sway of(double seconds, DoubleUnaryOperator push, double wind, long key) {
        int n = (int) Math.ceil((seconds * 1.25 + 1) * RATE) + 2;
        var bend = new float[n];
        double x = push.applyAsDouble(0) * .8;
        double v = 0;
        double dt = 1.0 / RATE;
        for (int i = 0; i < n; i++) {
            double t = i * dt;
            double gust = wind * (.55 + .6 * Chance.noise(t * 1.1, key)) + .05 * Chance.noise(t * .7, key + 1);
            double target = push.applyAsDouble(t) + gust;
            v += ((target - x) * 34 - v * 5.2) * dt;
            x += v * dt;
            bend[i] = (float) x;
        }
        return new Sway(bend);
    }

    double at(double t) {
        double u = Curve.clamp(t * RATE, 0, bend.length - 2);
        int i = (int) u;
        return Curve.mix(bend[i], bend[i + 1], u - i);
    }
}
