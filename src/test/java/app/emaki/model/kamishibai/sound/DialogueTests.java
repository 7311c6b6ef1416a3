package app.emaki.model.kamishibai.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Line;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class DialogueTests {
    private static final Films SAYING = Films.LANE.lasting(5);

    @Test
    void aLineIsHeardAndCaptionedWhereItStands() {
        var sound = SAYING.saying(Films.line("woman-1", "おはよう", "ja", 1)).sound();

        assertThat(sound.captions()).singleElement().satisfies(caption -> {
            assertThat(caption.start()).isEqualTo(1);
            assertThat(caption.end()).isBetween(1.4, 2.2);
            assertThat(caption.speaker()).isEqualTo("woman-1");
            assertThat(caption.text()).isEqualTo("おはよう");
        });
    }

    @Test
    void nobodyTalksOverThemselvesButOthersMay() {
        var captions = SAYING.saying(
                        Films.line("woman-1", "まって、まって", "ja", .5),
                        Films.line("woman-1", "おねがい", "ja", .7),
                        Films.line("man-1", "いやだ", "ja", .7))
                .sound()
                .captions();

        assertThat(captions.get(1).start()).isGreaterThan(captions.getFirst().end());
        assertThat(captions.get(2).start()).isEqualTo(.7);
    }

    @Test
    void aLineTooLongForTheFilmIsFadedAtItsEnd() {
        var film = Films.LANE.lasting(1.5).saying(Films.line("man-1", "この物語はとても長いので終わりまで話すことができません", "ja", .2));
        var samples = film.sound().samples()[0];

        assertThat(film.sound().captions().getFirst().end()).isEqualTo(1.5);
        for (var i = samples.length - 48; i < samples.length; i++)
            assertThat(Math.abs(samples[i])).isLessThan(.02f);
    }

    @Test
    void theMouthOpensWithTheVowelsItIsHeardWith() {
        var dialogue =
                Dialogue.of(SAYING.saying(Films.line("man-1", "ぱぱ、ぱぱ", "ja", 1)).plan());
        var voice = new Bus(Wave.samples(5));
        dialogue.speak(voice, voice);

        var best = Double.NEGATIVE_INFINITY;
        var shift = 0;
        for (var candidate = -15; candidate <= 15; candidate++) {
            var fit = 0.0;
            for (var frame = 80; frame < 250; frame++) {
                var open = dialogue.mouth("man-1", (frame + candidate) / 100.0);
                // a mouth that is open in silence counts against it
                fit += (open - .4) * (loudness(voice.left, frame / 100.0) - 1);
            }
            if (fit > best) {
                best = fit;
                shift = candidate;
            }
        }
        assertThat(shift / 100.0).as("seconds the mouth is late or early").isCloseTo(0, within(.08));
        assertThat(dialogue.mouth("man-1", .5)).isZero();
        assertThat(dialogue.mouth("woman-1", 1.2)).isZero();
    }

    @Test
    void aNarratorNeedsNoRoleAndAnUnknownRoleNoFace() {
        var sound = SAYING.saying(Films.line(null, "むかしむかし", "ja", .3), Films.line("nobody", "はい", "ja", 3))
                .sound();

        assertThat(sound.captions()).hasSize(2);
        assertThat(sound.mouth(null, .5)).isBetween(0.0, 1.0);
        assertThat(sound.mouth("nobody", 3.1)).isBetween(0.0, 1.0);
    }

    @Test
    void aSilentFilmStillHasItsCaptionsAndItsMouths() {
        var sound = SAYING.saying(Films.line("man-1", "ああ", "ja", .5)).silent().sound();

        assertThat(sound.captions()).hasSize(1);
        assertThat(sound.mouth("man-1", .65)).isGreaterThan(.5);
        assertThat(sound.samples()[0]).containsOnly(0f);
    }

    @Test
    void everyEmotionAndEveryKindOfFigureSpeaksInItsOwnManner() {
        var moods = new HashSet<Voices>();
        for (var emotion : Emotion.values()) moods.add(Voices.of(Figure.WOMAN, emotion, false, 0));
        assertThat(moods).hasSize(Emotion.values().length);

        var bodies = new HashSet<Voices>();
        for (var figure :
                new Figure[] {Figure.WOMAN, Figure.MAN, Figure.CHILD, Figure.ELDER, Figure.ROBOT, Figure.GHOST}) {
            bodies.add(Voices.of(figure, Emotion.NEUTRAL, false, 0));
        }
        assertThat(bodies).hasSize(6);
        assertThat(Voices.of(Figure.MAN, Emotion.NEUTRAL, false, 1))
                .isNotEqualTo(Voices.of(Figure.MAN, Emotion.NEUTRAL, false, 0));
    }

    @Test
    void aShoutIsLouderThanTheSameWordsSaid() {
        var said = new Line("man-1", "行くぞ", "ja", Emotion.NEUTRAL, .5);
        var shouted = new Line("man-1", "行くぞ！！", "ja", Emotion.NEUTRAL, .5);

        assertThat(spoken(shouted)).isGreaterThan(1.3 * spoken(said));
    }

    private static double spoken(Line line) {
        var bus = new Bus(Wave.samples(5));
        Dialogue.of(SAYING.saying(line).plan()).speak(bus, bus);
        var peak = 0f;
        for (var sample : bus.left) peak = Math.max(peak, Math.abs(sample));
        return peak;
    }

    private static double loudness(float[] sound, double at) {
        var sum = 0.0;
        for (var i = Wave.samples(at - .01); i < Wave.samples(at + .01); i++) sum += sound[i] * sound[i];
        return Math.sqrt(sum);
    }
}
