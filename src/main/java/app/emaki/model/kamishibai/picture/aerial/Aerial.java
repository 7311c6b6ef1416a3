package app.emaki.model.kamishibai.picture.aerial;

import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;

/** Builds the ground of a setting for a camera that looks straight down. */
public final class Aerial {
    private Aerial() {}

    /** @param far whether the camera flies high, because nobody has to be recognised */
    public static void build(Scene scene, Setting setting, boolean far) {
        double scale = far ? .42 : 1;
        switch (setting) {
            case NEON_STREET, CROSSING, LANE, STATION, ROOFTOP, CASTLE, SHRINE, TRAIN_OUTSIDE ->
                new TownAbove(scene, scale).build(setting);
            case CLASSROOM, CAFE, KITCHEN, ROOM, OFFICE, LIBRARY, TRAIN_INSIDE, STAGE, STUDIO ->
                new RoomAbove(scene).build(setting);
            default -> new LandAbove(scene, scale).build(setting);
        }
    }
}
