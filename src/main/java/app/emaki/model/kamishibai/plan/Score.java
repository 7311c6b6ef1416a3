package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Cue;
import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Effect;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is heard beside speech: the mood of the score and the sounds that the deeds and the words ask for. */
final class Score {
    private final Refusals refusals;

    Score(Refusals refusals) {
        this.refusals = refusals;
    }

    Mood mood(Stream<Hit> hits, List<Take> takes, Style style) {
        Map<Mood, Double> votes = new EnumMap<>(Mood.class);
        List<Mood> said = hits.filter(h -> !h.refused())
                .flatMap(h -> h.concepts().stream())
                .filter(c -> c.is(Kind.MOOD))
                .map(c -> c.as(Mood.class))
                .toList();
        if (said.contains(Mood.NONE) || refusals.topic("MUSIC")) {
            return Mood.NONE;
        }
        said.forEach(m -> votes.merge(m, 1.0, Double::sum));
        if (said.isEmpty()) {
            takes.forEach(t -> vote(t, votes));
        }
        if (said.isEmpty() && style == Style.NOIR) {
            votes.merge(Mood.TENSE, 1.5, Double::sum);
        }
        return votes.entrySet().stream()
                .filter(v -> !refusals.contain(v.getKey()))
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(Mood.CALM);
    }

    private static void vote(Take take, Map<Mood, Double> votes) {
        take.feelings.values().forEach(e -> vote(e, votes));
        take.lines.forEach(l -> vote(l.emotion(), votes));
        take.deeds.values().stream().flatMap(List::stream).forEach(a -> vote(a, votes));
        take.present.forEach(a -> vote(a.figure, votes));
        switch (take.setting) {
            case SPACE, UNDERWATER, CASTLE -> votes.merge(Mood.MYSTERIOUS, 0.8, Double::sum);
            case MOUNTAINS, SKY, DESERT -> votes.merge(Mood.EPIC, 0.5, Double::sum);
            case SHRINE, BAMBOO, LIBRARY, RIVER, FOREST, ROOM, SNOW_VILLAGE, FIELD ->
                votes.merge(Mood.CALM, 0.8, Double::sum);
            case CAFE, KITCHEN, CLASSROOM, BEACH, STATION, PARK, STAGE -> votes.merge(Mood.BRIGHT, 0.6, Double::sum);
            case NEON_STREET, CROSSING ->
                votes.merge(take.hour == Hour.NIGHT ? Mood.MYSTERIOUS : Mood.BRIGHT, 0.5, Double::sum);
            default -> votes.merge(Mood.CALM, 0.4, Double::sum);
        }
        if (take.weather == Weather.STORM) {
            votes.merge(Mood.TENSE, 1.2, Double::sum);
        }
        if (take.drifts.contains(Drift.AURORA) || take.weather == Weather.FOG) {
            votes.merge(Mood.MYSTERIOUS, 0.8, Double::sum);
        }
        if (take.drifts.contains(Drift.FIREWORKS)) {
            votes.merge(Mood.BRIGHT, 1.0, Double::sum);
        }
    }

    private static void vote(Emotion emotion, Map<Mood, Double> votes) {
        switch (emotion) {
            case HAPPY -> votes.merge(Mood.BRIGHT, 1.5, Double::sum);
            case EXCITED -> votes.merge(Mood.EPIC, 1.0, Double::sum);
            case SAD -> votes.merge(Mood.SAD, 2.0, Double::sum);
            case ANGRY -> votes.merge(Mood.TENSE, 1.5, Double::sum);
            case SHY -> votes.merge(Mood.PLAYFUL, 1.0, Double::sum);
            case CALM -> votes.merge(Mood.CALM, 1.5, Double::sum);
            case NEUTRAL -> votes.merge(Mood.CALM, 0.2, Double::sum);
        }
    }

    private static void vote(Action action, Map<Mood, Double> votes) {
        switch (action) {
            case FIGHT, DRAW_SWORD -> votes.merge(Mood.EPIC, 2.0, Double::sum);
            case CRY -> votes.merge(Mood.SAD, 2.0, Double::sum);
            case DANCE, PLAY, LAUGH, JUMP, SING -> votes.merge(Mood.PLAYFUL, 0.9, Double::sum);
            case SLEEP, READ, SIT -> votes.merge(Mood.CALM, 0.8, Double::sum);
            case FLY -> votes.merge(Mood.EPIC, 0.4, Double::sum);
            default -> {}
        }
    }

    private static void vote(Figure figure, Map<Mood, Double> votes) {
        switch (figure) {
            case DRAGON, SAMURAI -> votes.merge(Mood.EPIC, 0.7, Double::sum);
            case GHOST -> votes.merge(Mood.MYSTERIOUS, 1.5, Double::sum);
            case CAT, DOG, BEAR, ROBOT, RABBIT, PIG, PANDA, MONKEY, MOUSE, PENGUIN ->
                votes.merge(Mood.PLAYFUL, 0.8, Double::sum);
            case WHALE, FOX, ASTRONAUT, JELLYFISH -> votes.merge(Mood.MYSTERIOUS, 0.6, Double::sum);
            default -> {}
        }
    }

    /** Sounds named in the words, and those of the deeds, at their moments. */
    List<Cue> cues(List<Take> takes, List<ShotPlan> shots) {
        var cues = new ArrayList<Cue>();
        double start = 0;
        for (int i = 0; i < shots.size(); i++) {
            ShotPlan shot = shots.get(i);
            List<Effect> named = takes.get(i).effects.stream().distinct().toList();
            for (int k = 0; k < named.size(); k++) {
                cues.add(new Cue(named.get(k), start + shot.seconds() * (k + 0.6) / (named.size() + 0.6), 1.0));
            }
            double from = start;
            for (var beat : shot.beats()) {
                switch (beat.action()) {
                    case DRAW_SWORD -> cues.add(new Cue(Effect.SWORD, from + beat.at() + 0.35, 0.9));
                    case FIGHT -> {
                        cues.add(new Cue(Effect.WHOOSH, from + beat.at() + 0.3, 0.7));
                        cues.add(new Cue(Effect.SWORD, from + beat.at() + 0.7, 0.8));
                    }
                    case JUMP -> cues.add(new Cue(Effect.WHOOSH, from + beat.at() + 0.1, 0.4));
                    default -> {}
                }
            }
            if (shot.weather() == Weather.STORM) {
                cues.add(new Cue(Effect.THUNDER, start + shot.seconds() * 0.3, 0.8));
            }
            if (shot.camera().move() == Move.WHIP) {
                cues.add(new Cue(Effect.WHOOSH, start, 0.6));
            }
            start += shot.seconds();
        }
        double end = start;
        return cues.stream()
                .filter(c -> !refusals.contain(c.effect()) && c.at() < end - 0.05)
                .sorted(Comparator.comparingDouble(Cue::at))
                .toList();
    }
}
