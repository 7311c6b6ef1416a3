package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in a passage and what they do there, in the order of the words. */
final class Scene {
    /** A deed of an actor; {@code at} is where in the text it stands. */
    record Deed(Actor actor, Action action, int at) {}

    /** Words that an actor says; {@code speaker} null for a narrator. */
    record Say(
            @Nullable Actor speaker,
            String text,
            Emotion emotion,
            int at,
            @Nullable Double moment) {}

    final Set<Actor> present = new LinkedHashSet<>();
    final List<Deed> deeds = new ArrayList<>();
    final List<Say> lines = new ArrayList<>();
    final Map<Actor, Emotion> feelings = new LinkedHashMap<>();
    final List<String> signs = new ArrayList<>();

    boolean acts(Actor actor) {
        return deeds.stream().anyMatch(d -> d.actor().equals(actor));
    }
}
