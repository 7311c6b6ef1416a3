package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;

/** A setting: builds its set onto an empty scene. */
public interface Place {

    void build(Scene scene);

    /** The light of this place, made from the light of the hour. */
    default Light light(Light light, Hour hour) {
        return light;
    }

    /** Whether rain and snow stay outside. */
    default boolean indoors() {
        return false;
    }
}
