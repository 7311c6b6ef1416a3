package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Effect;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.Transition;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shot on the way from words to plan; what is null is for the director to choose. */
final class Take {
    Setting setting = Setting.LANE;
    Hour hour = Hour.DAY;
    Weather weather = Weather.CLEAR;
    final Set<Drift> drifts = new LinkedHashSet<>();
    final List<Actor> present = new ArrayList<>();
    final Map<Actor, List<Action>> deeds = new LinkedHashMap<>();
    final Map<Actor, Emotion> feelings = new LinkedHashMap<>();
    final List<Scene.Say> lines = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    final List<String> signs = new ArrayList<>();

    @Nullable
    Framing framing;

    @Nullable
    Angle angle;

    @Nullable
    Move move;

    @Nullable
    Transition transition;

    double slow = 1;

    @Nullable
    Double asked;

    double weight = 1;

    /** The same place, light and people, with nothing said or done yet. */
    Take sibling() {
        var take = new Take();
        take.setting = setting;
        take.hour = hour;
        take.weather = weather;
        take.drifts.addAll(drifts);
        take.present.addAll(present);
        take.feelings.putAll(feelings);
        take.signs.addAll(signs);
        take.angle = angle;
        take.slow = slow;
        return take;
    }

    void does(Actor actor, Action action) {
        if (!present.contains(actor)) {
            present.add(actor);
        }
        List<Action> own = deeds.computeIfAbsent(actor, a -> new ArrayList<>());
        if (own.isEmpty() || own.getLast() != action) {
            own.add(action);
        }
    }

    /** Whoever speaks first stands in front. */
    void speakersFirst() {
        lines.stream()
                .map(Scene.Say::speaker)
                .filter(java.util.Objects::nonNull)
                .filter(present::contains)
                .findFirst()
                .ifPresent(a -> {
                    present.remove(a);
                    present.addFirst(a);
                });
    }

    boolean undirected() {
        return framing == null && angle == null && move == null;
    }

    /** Seconds that the lines of this shot take when spoken without haste. */
    double speech() {
        return lines.stream().mapToDouble(l -> speech(l.text()) + 0.25).sum();
    }

    static double speech(String text) {
        int letters = (int) text.codePoints().filter(Character::isLetterOrDigit).count();
        long kanji = text.codePoints().filter(c -> c >= 0x3400 && c <= 0x9fff).count();
        double seconds = Quote.languageOf(text).equals("ja") ? (letters + kanji * 0.9) / 7.5 : letters / 13.0;
        return Math.max(0.6, seconds + 0.2);
    }
}
