package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import org.jspecify.annotations.Nullable;

/** How a line is felt: by its own words, by what is told of the speaker, by the way it is said. */
final class Feelings {
    private Feelings() {}

    static Emotion of(String line, Passage passage, Scene scene, @Nullable Actor speaker) {
        Emotion told = speaker == null ? null : scene.feelings.get(speaker);
        if (told != null) {
            return told;
        }
        Emotion own = ofWords(line);
        if (own != Emotion.NEUTRAL) {
            return own;
        }
        if (passage.has(Kind.ACTION, Action.CRY.name())) {
            return Emotion.SAD;
        }
        if (passage.has(Kind.ACTION, Action.LAUGH.name())) {
            return Emotion.HAPPY;
        }
        if (passage.has(Kind.ACTION, Action.SHOUT.name()) || line.matches(".*[!！].*")) {
            return Emotion.EXCITED;
        }
        return passage.tokens().stream()
                        .anyMatch(t -> t.stem().startsWith("whisper")
                                || t.stem().equals("囁く")
                                || t.stem().equals("つぶやく"))
                ? Emotion.CALM
                : Emotion.NEUTRAL;
    }

    static Emotion ofWords(String line) {
        String plain = Tokens.plain(line);
        if (plain.matches(".*(?:ごめん|さよなら|さようなら|つらい|寂し|悲し|sorry|goodbye|miss you|farewell|alone).*")) {
            return Emotion.SAD;
        }
        if (plain.matches(".*(?:許さ|ふざける|ばか|出て行|やめろ|黙れ|how dare|stop it|get out|hate|never forgive).*")) {
            return Emotion.ANGRY;
        }
        if (plain.matches(".*(?:やった|すごい|わあ|いけ|イェー|いえーい|yeah|yes!|wow|hooray|let's go|amazing).*")) {
            return Emotion.EXCITED;
        }
        if (plain.matches(".*(?:ありがとう|嬉し|おはよう|好き|大丈夫|thank|good morning|happy|love|welcome|hello).*")) {
            return Emotion.HAPPY;
        }
        return Lexicon.standard().read(line).stream()
                .flatMap(h -> h.first(Kind.EMOTION).stream())
                .findFirst()
                .map(c -> c.as(Emotion.class))
                .orElse(Emotion.NEUTRAL);
    }
}
