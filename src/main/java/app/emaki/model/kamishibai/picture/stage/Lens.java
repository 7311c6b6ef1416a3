package app.emaki.model.kamishibai.picture.stage;

import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;

/**
 * How a shot is seen before the camera moves. Lengths are design units: the picture is 1280 of them high, whatever its pixels.
 * A thing at depth z stands with its feet {@code eye / z} below the horizon, and a metre is {@code 273 / z} there.
 *
 * @param half half the width of the picture
 * @param horizon its y, from the top
 * @param eye how fast the ground falls away: a high camera has a large one
 * @param zoom how much larger everything is drawn around the vanishing point
 * @param hero depth at which the main figure stands
 * @param squash height of upright things as seen from above, 1 for none
 * @param pan how far the camera travels sideways at most, at depth 1
 * @param swing how far an orbit shifts the distance, in the picture
 * @param tilt how far it travels up and down at most, in the picture
 * @param scale pixels per design unit
 */
public record Lens(
        double half,
        double horizon,
        double eye,
        double zoom,
        double hero,
        double squash,
        double pan,
        double swing,
        double tilt,
        double scale,
        Framing framing) {

    public static final double HEIGHT = 1280;
    public static final double METRE = 273;

    public static Lens of(
            int width, int height, Framing framing, Angle angle, double pan, boolean orbits, double tilt) {
        double scale = height / HEIGHT;
        double half = width / scale / 2;
        boolean wide = half > 420;
        double zoom = switch (framing) {
            case WIDE -> 1;
            case MEDIUM -> 1.18;
            case CLOSE -> 1.34;
        };
        double hero = switch (framing) {
            case WIDE -> wide ? .8 : .88;
            case MEDIUM -> .42;
            case CLOSE -> .2;
        };
        return switch (angle) {
            case EYE ->
                new Lens(
                        half, wide ? 770 : 745, 300, zoom, hero, 1, pan, orbits ? pan / hero : 0, tilt, scale, framing);
            case LOW ->
                new Lens(
                        half,
                        1010,
                        150,
                        zoom,
                        hero * .82,
                        1,
                        pan,
                        orbits ? pan / (hero * .82) : 0,
                        tilt,
                        scale,
                        framing);
            case HIGH ->
                new Lens(
                        half,
                        430,
                        560,
                        zoom,
                        hero * 1.12,
                        .92,
                        pan,
                        orbits ? pan / (hero * 1.12) : 0,
                        tilt,
                        scale,
                        framing);
            case OVERHEAD ->
                new Lens(
                        half,
                        HEIGHT / 2,
                        0,
                        1,
                        switch (framing) {
                            case WIDE -> 1.9;
                            case MEDIUM -> 1.15;
                            case CLOSE -> .62;
                        },
                        1,
                        pan,
                        orbits ? pan : 0,
                        tilt,
                        scale,
                        framing);
        };
    }

    /** Whether the camera looks straight down: then the origin is the middle of the picture and the ground lies at the hero's depth. */
    public boolean above() {
        return eye == 0;
    }

    /** Ground line at a depth, below the horizon. */
    public double ground(double z) {
        return eye / z;
    }

    public double metre(double z) {
        return METRE / z;
    }

    /** How far to either side a sheet at depth {@code z} must be painted. */
    public double reach(double z) {
        return (half + 60 + Math.max(pan / z, swing)) / zoom;
    }

    public double top() {
        return -(horizon + 60 + tilt) / zoom;
    }

    public double bottom() {
        return (HEIGHT - horizon + 60 + tilt) / zoom;
    }
}
