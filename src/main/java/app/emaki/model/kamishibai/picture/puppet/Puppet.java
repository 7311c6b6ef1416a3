package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import java.awt.geom.Rectangle2D;

/** Something that can act. Draws facing right, its feet at the origin, its own height as the unit. */
interface Puppet {

    /** Its height against a grown woman's. */
    double tall();

    /** The box it never leaves, in its own units. */
    Rectangle2D extent();

    /** Where the middle of its face is while it does something; negative is up. */
    double headY(Action action);

    /** How far before its feet the middle of its face is. */
    default double headX() {
        return 0;
    }

    /** Half the width of its shadow; 0 when it never touches the ground. */
    default double footing() {
        return .17;
    }

    /** Its length from nose to tail, in own units. */
    default double breadth() {
        return .5;
    }

    /** Size of the part that fills a close picture, in own units: a head with what is around it. */
    default double portrait() {
        return .2;
    }

    /** Where somebody sits who is carried, in own units; negative is up. */
    default double saddle(Moment now) {
        return -.6;
    }

    /** How high its hips are above its feet when it rides. */
    default double hips() {
        return .3;
    }

    void draw(Ink ink, Moment now);
}
