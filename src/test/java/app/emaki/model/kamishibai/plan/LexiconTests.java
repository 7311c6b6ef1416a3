package app.emaki.model.kamishibai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LexiconTests {
    private final Lexicon lexicon = Lexicon.standard();

    @Test
    void everyFormYieldsItsConcept() {
        var wrong = new ArrayList<String>();
        lexicon.forms()
                .forEach((heading, byLanguage) -> byLanguage.values().stream()
                        .flatMap(List::stream)
                        .forEach(form -> {
                            List<Concept> wanted = Arrays.stream(heading.split(" "))
                                    .map(Concept::parse)
                                    .toList();
                            List<Hit> hits = lexicon.read(form);
                            boolean found = wanted.getFirst().is(Kind.IGNORE)
                                    ? !hits.isEmpty()
                                    : hits.size() == 1
                                            && hits.getFirst().concepts().equals(wanted);
                            if (!found) {
                                wrong.add(form + " should be " + wanted + " but is " + hits);
                            }
                        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyValueOfThePlanHasJapaneseAndEnglishWords() {
        Stream<Class<? extends Enum<?>>> types = Stream.of(
                StoryPlan.Style.class,
                StoryPlan.Setting.class,
                StoryPlan.Hour.class,
                StoryPlan.Weather.class,
                StoryPlan.Drift.class,
                StoryPlan.Garment.class,
                StoryPlan.Hair.class,
                StoryPlan.Prop.class,
                StoryPlan.Action.class,
                StoryPlan.Emotion.class,
                StoryPlan.Framing.class,
                StoryPlan.Angle.class,
                StoryPlan.Move.class,
                StoryPlan.Transition.class,
                StoryPlan.Effect.class,
                StoryPlan.Mood.class);
        List<String> values = types.flatMap(t -> Arrays.stream(t.getEnumConstants()))
                .map(v -> Concept.of(v).toString())
                .toList();
        assertThat(values).allSatisfy(value -> {
            var forms = lexicon.forms().entrySet().stream()
                    .filter(e -> List.of(e.getKey().split(" ")).contains(value))
                    .toList();
            assertThat(forms)
                    .as(value)
                    .anySatisfy(f -> assertThat(f.getValue().get("ja")).hasSizeGreaterThan(2));
            assertThat(forms)
                    .as(value)
                    .anySatisfy(f -> assertThat(f.getValue().get("en")).hasSizeGreaterThan(2));
        });
    }

    @Test
    void aThingAfterSomebodyIsWhatTheyDo() {
        assertThat(names("A woman waves.")).contains("action.WAVE").doesNotContain("setting.SEA");
        assertThat(names("She smiles and slowly waves")).contains("action.WAVE").doesNotContain("setting.SEA");
        assertThat(names("He leaves the room")).contains("action.WALK").doesNotContain("drift.LEAVES");
        assertThat(names("A boxer trains in a gym")).doesNotContain("setting.TRAIN_OUTSIDE");

        assertThat(names("A girl in the rain dances")).contains("action.DANCE");
        assertThat(names("Snow falls")).doesNotContain("action.FALL");
        assertThat(names("カメラはゆっくり近づく")).contains("move.PUSH_IN").doesNotContain("action.WALK");
        assertThat(names("The camera slowly walks behind them")).doesNotContain("action.WALK");
        assertThat(names("A watch lies there. They watch.")).contains("prop.CLOCK", "action.LOOK_UP");

        assertThat(names("A woman, waves, wind")).contains("setting.SEA");
        assertThat(names("A girl by the waves, red leaves fall, a train comes"))
                .contains("setting.SEA", "drift.LEAVES", "setting.TRAIN_OUTSIDE");
    }

    @Test
    void inflectedWordsAreFoundByTheirDictionaryForm() {
        assertThat(names("走っている")).contains("action.RUN");
        assertThat(names("踊り出した")).contains("action.DANCE");
        assertThat(names("she was dancing and ran")).contains("action.DANCE", "action.RUN");
        assertThat(names("two women drew their swords")).contains("figure.WOMAN", "action.DRAW_SWORD");
    }

    @Test
    void theLongestFormWins() {
        assertThat(names("close-up of a shooting star"))
                .contains("framing.CLOSE", "effect.METEOR")
                .doesNotContain("drift.STARS");
        assertThat(names("ローアングル")).containsExactly("angle.LOW");
        assertThat(names("電車の中")).containsExactly("setting.TRAIN_INSIDE");
    }

    @Test
    void aShortWordIsNotFoundInsideAnother() {
        assertThat(names("海外旅行")).doesNotContain("setting.SEA");
        assertThat(names("catalogue")).isEmpty();
    }

    private List<String> names(String text) {
        return lexicon.read(text).stream()
                .flatMap(h -> h.concepts().stream())
                .map(Concept::toString)
                .toList();
    }
}
