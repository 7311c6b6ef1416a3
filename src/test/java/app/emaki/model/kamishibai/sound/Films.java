package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Beat;
import app.emaki.model.kamishibai.plan.StoryPlan.Camera;
import app.emaki.model.kamishibai.plan.StoryPlan.Cue;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Line;
import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Transition;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan to start from: one shot of a quiet lane, to which a test adds what it is about. */
record Films(
        long seed,
        double seconds,
        Setting setting,
        Hour hour,
        Weather weather,
        List<Beat> beats,
        List<Line> lines,
        List<Cue> cues,
        Mood mood,
        boolean sounding) {

    static final Films LANE =
            new Films(7, 1.5, Setting.LANE, Hour.DAY, Weather.CLEAR, List.of(), List.of(), List.of(), Mood.NONE, true);

    Films seed(long seed) {
        return new Films(seed, seconds, setting, hour, weather, beats, lines, cues, mood, sounding);
    }

    Films lasting(double seconds) {
        return new Films(seed, seconds, setting, hour, weather, beats, lines, cues, mood, sounding);
    }

    Films in(Setting setting) {
        return new Films(seed, seconds, setting, hour, weather, beats, lines, cues, mood, sounding);
    }

    Films under(Hour hour, Weather weather) {
        return new Films(seed, seconds, setting, hour, weather, beats, lines, cues, mood, sounding);
    }

    Films with(Mood mood) {
        return new Films(seed, seconds, setting, hour, weather, beats, lines, cues, mood, sounding);
    }

    Films with(Cue... cues) {
        return new Films(seed, seconds, setting, hour, weather, beats, lines, List.of(cues), mood, sounding);
    }

    Films doing(Action action) {
        var beat = new Beat("woman-1", action, .1, null);
        return new Films(seed, seconds, setting, hour, weather, List.of(beat), lines, cues, mood, sounding);
    }

    Films saying(Line... lines) {
        return new Films(seed, seconds, setting, hour, weather, beats, List.of(lines), cues, mood, sounding);
    }

    Films silent() {
        return new Films(seed, seconds, setting, hour, weather, beats, lines, cues, mood, false);
    }

    static Line line(@Nullable String speaker, String text, String language, double at) {
        return new Line(speaker, text, language, Emotion.NEUTRAL, at);
    }

    StoryPlan plan() {
        var camera = new Camera(Framing.MEDIUM, Angle.EYE, Move.STILL, 1);
        var shot = new ShotPlan(seconds, setting, hour, weather, List.of(), beats, camera, Transition.CUT, List.of());
        var cast = List.of(role("woman-1", Figure.WOMAN), role("man-1", Figure.MAN));
        return new StoryPlan(
                StoryPlan.VERSION, seed, "ja", Style.PAPER, cast, List.of(shot), lines, cues, mood, sounding);
    }

    Soundtrack sound() {
        return Soundtrack.of(plan());
    }

    private static Role role(String id, Figure figure) {
        return new Role(id, figure, 1, null, null, List.of(), List.of(0x334455, 0x8899AA, 0xCC3333), null);
    }
}
