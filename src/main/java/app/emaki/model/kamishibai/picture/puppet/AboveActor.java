package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.picture.stage.Player;
import app.emaki.model.kamishibai.picture.stage.View;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;

/** Somebody under a camera that looks straight down: a small figure with a long shadow that shows what it does. */
final class AboveActor implements Player {
    /** From above everybody is a little larger than life, or nobody would be known again. */
    static final double LARGER = 1.45;

    private static final double SHADOW = .95;

    private final Puppet puppet;
    private final Topside top;
    private final DoubleFunction<Moment> moments;
    private final double x;
    private final double y;
    private final double z;
    private final double size;
    private final double turn;
    private final double travel;
    private final double seconds;
    private final double sun;

    /**
     * @param x and {@code y} place on the ground in units at depth 1, {@code z} depth of the ground
     * @param turn where they look, 0 for right
     * @param travel how far they go, in units at depth 1
     * @param sun where the light comes from, -1 left to 1 right
     */
    AboveActor(
            Puppet puppet,
            Topside top,
            DoubleFunction<Moment> moments,
            double x,
            double y,
            double z,
            double size,
            double turn,
            double travel,
            double seconds,
            double sun) {
        this.puppet = puppet;
        this.top = top;
        this.moments = moments;
        this.x = x;
        this.y = y;
        this.z = z;
        this.size = size;
        this.turn = turn;
        this.travel = travel;
        this.seconds = seconds;
        this.sun = sun;
    }

    @Override
    public Rectangle2D extent() {
        double r = Math.max(1.8, puppet.breadth() * 1.1);
        return new Rectangle2D.Double(-r, -r, 2 * r, 2 * r);
    }

    @Override
    public Spot spot(View view, double t) {
        double u = Curve.clamp(t / seconds, 0, 1.15) - .5;
        double px = (x + travel * u * Math.cos(turn)) / z;
        double py = (y + travel * u * Math.sin(turn)) / z;
        return new Spot(
                view.toX(px, z),
                view.toY(py, z),
                size * view.grow(z) * view.lens().zoom(),
                z,
                0,
                0);
    }

    @Override
    public void draw(Ink ink, View view, double t) {
        var now = moments.apply(t);
        ink.within(0, 0, turn, 1, Math.cos(turn) < 0 ? -1 : 1, () -> top.draw(ink, now));
    }

    @Override
    public boolean casts() {
        return true;
    }

    @Override
    public void cast(Ink ink, View view, double t) {
        var now = moments.apply(t);
        double away = sun >= 0 ? -1 : 1;
        if (top.flat(now)) {
            double high = puppet.footing() == 0 ? .34 : .05;
            ink.within(away * high, high * 1.1, turn, 1, Math.cos(turn) < 0 ? -1 : 1, () -> top.draw(ink, now));
            return;
        }
        ink.within(0, 0, away * 2.15, Math.cos(turn) < 0 ? -1 : 1, SHADOW, () -> puppet.draw(ink, now));
    }
}
