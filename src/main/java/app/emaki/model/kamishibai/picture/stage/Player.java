package app.emaki.model.kamishibai.picture.stage;

import java.awt.geom.Rectangle2D;

/** Someone on the stage. Draws in units of their own size, feet at the origin, y downwards. */
public interface Player {

    /** Where they are in the picture at {@code t} seconds of the shot. */
    Spot spot(View view, double t);

    void draw(Ink ink, View view, double t);

    /** Whether they throw a shadow of their own shape over the ground. */
    default boolean casts() {
        return false;
    }

    /** Draws what throws the shadow; only its outline is used. */
    default void cast(Ink ink, View view, double t) {}

    /** The box they never leave, in their own units. */
    Rectangle2D extent();

    /**
     * A place in the picture, in design units.
     *
     * @param size design units per own unit
     * @param z depth
     * @param shadow half the width of the shadow at their feet, in own units; 0 for none
     * @param blur lack of focus in design units
     */
    record Spot(double x, double y, double size, double z, double shadow, double blur) {}
}
