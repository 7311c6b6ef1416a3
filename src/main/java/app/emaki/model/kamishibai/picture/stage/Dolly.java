package app.emaki.model.kamishibai.picture.stage;

import app.emaki.model.kamishibai.plan.StoryPlan.Camera;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;

/** The way of the camera through one shot. */
public final class Dolly {

    private final Lens lens;
    private final Camera camera;
    private final double seconds;
    private final long seed;
    private final boolean shaky;
    private final double follow;

    /**
     * @param shaky whether the style itself is held by hand
     * @param follow how far the camera goes along with a running figure, in units at depth 1
     */
    public Dolly(Lens lens, Camera camera, double seconds, long seed, boolean shaky, double follow) {
        this.lens = lens;
        this.camera = camera;
        this.seconds = seconds;
        this.seed = seed;
        this.shaky = shaky;
        this.follow = follow;
    }

    /** How far the camera of a move travels sideways, at depth 1. */
    public static double pan(Camera camera, double half, double follow) {
        double near = camera.framing() == Framing.WIDE ? 1 : camera.framing() == Framing.MEDIUM ? .5 : .26;
        double own = switch (camera.move()) {
            case PAN -> half * .42 * near;
            case ORBIT -> half * .5 * near;
            case WHIP -> half * 1.1;
            default -> 12;
        };
        return own > 12 ? own + follow : Math.max(own, follow);
    }

    /** How far the picture of a move shifts up and down. */
    public static double tilt(Camera camera) {
        return camera.move() == Move.TILT ? 300 : 10;
    }

    public View at(double t) {
        double u = Curve.clamp(t / seconds, 0, 1.1);
        double e = .65 * u + .35 * Curve.step(0, 1, u);
        double near = lens.hero();
        double x = Chance.noise(t * .4, seed + 3) * 4 * near;
        double dolly = 0;
        double zoom = 1;
        double shiftX = Chance.noise(t * .9, seed + 5) * 2;
        double shiftY = Chance.noise(t * .8, seed + 6) * 2;
        double focus = .5;
        double pan = lens.pan();
        double depth = near * (lens.framing() == Framing.WIDE ? wideDepth() : .24);
        switch (camera.move()) {
            case STILL -> dolly = depth * .1 * e;
            case PUSH_IN -> {
                dolly = depth * 1.05 * e;
                zoom = 1 + .09 * e;
            }
            case PULL_OUT -> {
                dolly = depth * 1.05 * (1 - e);
                zoom = 1 + .09 * (1 - e);
            }
            case PAN -> x += pan * (2 * e - 1);
            case TILT -> shiftY += 300 * (1 - Curve.step(0, .85, u));
            case ORBIT -> {
                double along = pan * Math.sin((u - .5) * Math.PI * .9);
                x += along;
                shiftX += lens.zoom() * along / near;
                dolly = depth * .3 * Math.cos((u - .5) * Math.PI);
            }
            case HANDHELD -> {
                shiftX += Chance.noise(t * 1.7, seed + 7) * 13;
                shiftY += Chance.noise(t * 1.9, seed + 8) * 11;
                dolly = depth * .3 * e;
            }
            case WHIP -> {
                double q = 1 - Curve.out(t / .55);
                x += pan * q * q;
                dolly = depth * .15 * e;
            }
            case RACK -> {
                focus = Curve.step(.38, .62, u);
                dolly = depth * .2 * e;
            }
            case TRACK -> dolly = depth * .12 * e;
        }
        if (shaky && camera.move() != Move.HANDHELD) {
            shiftX += Chance.noise(t * 1.5, seed + 9) * 7;
            shiftY += Chance.noise(t * 1.6, seed + 10) * 6;
        }
        if (follow > 0) {
            x += follow * (2 * u - 1);
        }
        return new View(lens, x, 0, dolly, zoom, shiftX, shiftY, focus);
    }

    /** How far a wide shot may go in before the feet of whoever stands in front are lost. */
    private double wideDepth() {
        if (lens.above()) {
            return .28;
        }
        double feet = lens.ground(lens.hero()) * lens.zoom();
        double most = (Lens.HEIGHT - 34 - lens.horizon()) / feet / 1.09;
        return Curve.clamp((1 - 1 / Math.max(1.01, most)) / 1.05, .06, .34);
    }

    /** How fast the picture rushes sideways, in design units a frame. */
    public double rush(double t) {
        return camera.move() == Move.WHIP ? 90 * Math.max(0, 1 - t / .4) : 0;
    }
}
