package app.emaki.model.kamishibai.picture.sky;

import app.emaki.model.kamishibai.picture.stage.Light;
import app.emaki.model.kamishibai.picture.stage.Scene;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.List;

/** Fills the air of a shot: its weather, and whatever drifts through it or lights up its sky. */
public final class Airs {

    private static final double BEHIND = 40;

    private Airs() {}

    /** Some lights in the sky need a darker sky. */
    public static Light light(Light light, List<Drift> drifts, Hour hour) {
        boolean wantsNight = drifts.stream()
                .anyMatch(d -> d == Drift.FIREWORKS || d == Drift.AURORA || d == Drift.STARS || d == Drift.FIREFLIES);
        if (wantsNight && (hour == Hour.DAY || hour == Hour.DAWN || hour == Hour.GOLDEN)) {
            return light.shaded(0x8a90c8)
                    .sky(0x0c1236, 0x2a2a66, 0x5a4a8e, 0xd08aa0)
                    .lit(1)
                    .blooming(140, .9);
        }
        return light;
    }

    public static void fill(Scene scene, ShotPlan shot, boolean indoors) {
        for (var drift : shot.drifts()) {
            drift(scene, drift);
        }
        if (indoors) {
            if (scene.weather == Weather.FOG) {
                scene.air((ink, t) -> Precipitation.fog(ink, scene, t, .4));
            } else if (scene.weather == Weather.WIND) {
                scene.air((ink, t) -> Precipitation.motes(ink, scene, t));
            }
            return;
        }
        switch (scene.weather) {
            case RAIN -> rain(scene, 1);
            case STORM -> rain(scene, 1.7);
            case SNOW -> {
                scene.live(2.4, (ink, t) -> Precipitation.snow(ink, scene, t, 0));
                scene.air((ink, t) -> Precipitation.snow(ink, scene, t, 1));
            }
            case FOG -> {
                scene.live(1.6, (ink, t) -> Precipitation.fog(ink, scene, t, .9));
                scene.live(3.4, (ink, t) -> Precipitation.fog(ink, scene, t + 40, 1));
                scene.live(3.3, (ink, t) -> Precipitation.bank(ink, t, .62));
                scene.live(7.5, (ink, t) -> Precipitation.bank(ink, t + 20, .8));
                scene.live(1.3, (ink, t) -> Precipitation.bank(ink, t + 50, .4));
                scene.air((ink, t) -> Precipitation.fog(ink, scene, t + 9, .6));
            }
            case WIND -> scene.air((ink, t) -> Precipitation.gusts(ink, scene, t));
            case AFTER_RAIN -> scene.live(BEHIND, (ink, t) -> Precipitation.rainbow(ink, scene));
            case CLEAR -> {}
        }
    }

    /** The same for a camera that looks straight down, which sees no sky. */
    public static void above(Scene scene, ShotPlan shot, boolean indoors) {
        for (var drift : shot.drifts()) {
            switch (drift) {
                case PETALS -> scene.air((ink, t) -> Drifts.flakes(ink, scene, t, true, 1));
                case LEAVES -> scene.air((ink, t) -> Drifts.flakes(ink, scene, t, false, 1));
                case FIREFLIES, STARS -> scene.air((ink, t) -> Drifts.fireflies(ink, scene, t));
                case BUBBLES -> scene.air((ink, t) -> Drifts.bubbles(ink, scene, t));
                case LANTERNS -> scene.air((ink, t) -> Drifts.lanterns(ink, scene, t, 1));
                case FIREWORKS -> scene.live(.4, (ink, t) -> Drifts.fireworks(ink, scene, t));
                case KITES -> scene.live(.5, (ink, t) -> Drifts.kites(ink, scene, t));
                case AURORA -> scene.live(.5, (ink, t) -> Drifts.curtains(ink, t));
                case MOON -> {}
            }
        }
        if (indoors) {
            return;
        }
        switch (scene.weather) {
            case RAIN, STORM ->
                scene.air((ink, t) -> Precipitation.rain(ink, scene, t, scene.weather == Weather.RAIN ? 1 : 1.7));
            case SNOW -> scene.air((ink, t) -> Precipitation.snow(ink, scene, t, 1));
            case FOG -> {
                scene.live(.5, (ink, t) -> Precipitation.fog(ink, scene, t, 1));
                scene.air((ink, t) -> Precipitation.fog(ink, scene, t + 9, .8));
            }
            case WIND -> scene.air((ink, t) -> Precipitation.gusts(ink, scene, t));
            case CLEAR, AFTER_RAIN -> {}
        }
    }

    private static void rain(Scene scene, double heavy) {
        scene.live(.95, (ink, t) -> Precipitation.rings(ink, scene, t));
        scene.air((ink, t) -> Precipitation.rain(ink, scene, t, heavy));
        if (scene.weather == Weather.STORM) {
            scene.live(BEHIND, (ink, t) -> Precipitation.lightning(ink, scene, t));
        }
    }

    private static void drift(Scene scene, Drift drift) {
        switch (drift) {
            case MOON -> scene.live(50, (ink, t) -> Drifts.moon(ink, scene));
            case STARS -> scene.live(50, (ink, t) -> Drifts.stars(ink, scene, t));
            case AURORA -> scene.live(BEHIND, (ink, t) -> Drifts.aurora(ink, scene, t));
            case FIREWORKS -> scene.live(BEHIND, (ink, t) -> Drifts.fireworks(ink, scene, t));
            case LANTERNS -> {
                scene.live(4, (ink, t) -> Drifts.lanterns(ink, scene, t, 0));
                scene.air((ink, t) -> Drifts.lanterns(ink, scene, t, 1));
            }
            case KITES -> scene.live(4.4, (ink, t) -> Drifts.kites(ink, scene, t));
            case PETALS -> falling(scene, true);
            case LEAVES -> falling(scene, false);
            case FIREFLIES -> scene.air((ink, t) -> Drifts.fireflies(ink, scene, t));
            case BUBBLES -> scene.air((ink, t) -> Drifts.bubbles(ink, scene, t));
        }
    }

    private static void falling(Scene scene, boolean petals) {
        scene.live(1.9, (ink, t) -> Drifts.flakes(ink, scene, t, petals, 0));
        scene.air((ink, t) -> Drifts.flakes(ink, scene, t, petals, 1));
    }
}
