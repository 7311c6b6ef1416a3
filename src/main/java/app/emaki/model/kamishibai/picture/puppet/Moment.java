package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Curve;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;

/**
 * What a player is doing right now.
 *
 * @param t seconds since the action began, on the clock of the world
 * @param before what was done until then, {@code beforeT} seconds into it
 * @param blend 0 still in the old pose, 1 fully in the new
 * @param mouth opening by speech, 0 to 1
 * @param sway of loose cloth and hair, about -1 to 1, positive to where the figure looks
 * @param wind steady push of the air, -1 to 1
 * @param px pixels that one own unit covers
 * @param clock seconds of the world since the shot began
 * @param carried whether somebody else carries them
 */
public record Moment(
        Action action,
        double t,
        Action before,
        double beforeT,
        double blend,
        Emotion emotion,
        double mouth,
        double sway,
        double wind,
        double px,
        double clock,
        boolean carried) {

    Pose pose(long key, boolean armed, boolean musical) {
        var now = Poses.of(action, t, key, armed, musical);
        return blend >= 1 ? now : Poses.of(before, beforeT, key, armed, musical).towards(now, Curve.step(0, 1, blend));
    }
}
