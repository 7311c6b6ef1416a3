package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import org.dyn4j.dynamics.Body;
import org.dyn4j.geometry.Geometry;
import org.dyn4j.geometry.MassType;
import org.dyn4j.world.World;

/** How a ball falls, bounces and rolls away: worked out once by physics, kept as a path over time. Lengths in metres. */
final class Bounce {

    private static final int RATE = 60;
    private static final double SECONDS = 5;

    private final double[] x;
    private final double[] y;
    private final double[] turn;

    private Bounce(double[] x, double[] y, double[] turn) {
        this.x = x;
        this.y = y;
        this.turn = turn;
    }

    /**
     * A ball that is let go.
     *
     * @param height from which it falls, {@code speed} with which it is thrown forwards, in metres a second
     */
    static Bounce of(double radius, double height, double speed) {
        var world = new World<Body>();
        var floor = new Body();
        floor.addFixture(Geometry.createRectangle(200, 1)).setFriction(.6);
        floor.translate(0, -.5);
        floor.setMass(MassType.INFINITE);
        world.addBody(floor);
        var ball = new Body();
        var rubber = ball.addFixture(Geometry.createCircle(radius), 300);
        rubber.setRestitution(.82);
        rubber.setFriction(.5);
        ball.setMass(MassType.NORMAL);
        ball.translate(0, height);
        ball.setLinearVelocity(speed, 0);
        world.addBody(ball);
        int n = (int) (SECONDS * RATE);
        var path = new Bounce(new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            var at = ball.getTransform();
            path.x[i] = at.getTranslationX();
            path.y[i] = at.getTranslationY();
            path.turn[i] = at.getRotationAngle();
            world.step(1, 1.0 / RATE);
        }
        return path;
    }

    double x(double t) {
        return at(x, t);
    }

    double y(double t) {
        return at(y, t);
    }

    double turn(double t) {
        // angles may jump by a full turn, so they are not interpolated
        return turn[(int) Curve.clamp(t * RATE, 0, turn.length - 1)];
    }

    private static double at(double[] path, double t) {
        double u = Curve.clamp(t * RATE, 0, path.length - 1.001);
        int i = (int) u;
        return Curve.mix(path[i], path[i + 1], u - i);
    }
}
