package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.ArrayList;
import java.util.List;

/** A stretch of film that sounds the same throughout: shots in a row under one sky. Seconds of the film. */
record Scene(Setting setting, Hour hour, Weather weather, List<Drift> drifts, double slow, double start, double end) {

    static List<Scene> of(StoryPlan plan) {
        var scenes = new ArrayList<Scene>();
        var at = 0.0;
        for (var shot : plan.shots()) {
            var scene = new Scene(
                    shot.setting(),
                    shot.hour(),
                    shot.weather(),
                    shot.drifts(),
                    shot.camera().slow(),
                    at,
                    at + shot.seconds());
            at += shot.seconds();
            if (!scenes.isEmpty() && scenes.getLast().continuesIn(scene)) {
                scenes.add(scenes.removeLast().until(scene.end));
            } else {
                scenes.add(scene);
            }
        }
        return scenes;
    }

    static Scene at(List<Scene> scenes, double second) {
        return scenes.stream().filter(scene -> second < scene.end).findFirst().orElseGet(scenes::getLast);
    }

    boolean wet() {
        return weather == Weather.RAIN || weather == Weather.STORM || weather == Weather.AFTER_RAIN;
    }

    boolean dark() {
        return hour == Hour.NIGHT || hour == Hour.DUSK;
    }

    boolean indoors() {
        return switch (setting) {
            case TRAIN_INSIDE, CLASSROOM, CAFE, KITCHEN, ROOM, OFFICE, LIBRARY, STAGE, STUDIO -> true;
            default -> false;
        };
    }

    /** Neither weather nor birds reach here. */
    boolean sealed() {
        return setting == Setting.SPACE || setting == Setting.UNDERWATER;
    }

    /** How loud its ambience lies under everything else, in LUFS before mastering. */
    double level() {
        var place = switch (setting) {
            case ROOM, LIBRARY, CLASSROOM, SPACE, SNOW_VILLAGE -> -37;
            case CAFE, KITCHEN, OFFICE, SHRINE, LANE, BAMBOO, DESERT -> -34;
            case NEON_STREET, CROSSING, STATION, TRAIN_OUTSIDE, TRAIN_INSIDE, BEACH, SEA -> -30;
            default -> -32;
        };
        var sky = switch (weather) {
            case STORM -> 6;
            case RAIN, WIND -> 2.5;
            case SNOW, FOG -> -2;
            case CLEAR, AFTER_RAIN -> 0;
        };
        var night = hour == Hour.NIGHT ? -1 : 0;
        var sparks = drifts.contains(Drift.FIREWORKS) ? 4 : 0;
        return place + (sealed() ? 0 : indoors() ? sky / 2 : sky) + night + sparks;
    }

    private boolean continuesIn(Scene next) {
        return setting == next.setting
                && hour == next.hour
                && weather == next.weather
                && slow == next.slow
                && drifts.equals(next.drifts);
    }

    private Scene until(double later) {
        return new Scene(setting, hour, weather, drifts, slow, start, later);
    }
}
