package app.emaki.model.kamishibai.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTests {
    private static final Manner MEI = Manner.plain("mei_normal");
    private static final Manner MAN = Manner.plain("nitech_m001");
    private static final Manner SLT = Manner.plain("cmu_us_slt");

    @Test
    void japaneseIsSaidAsItIsSpoken() {
        assertThat(sounds(say("こんにちは", "ja"))).isEqualTo("k o N n i ch i w a");
    }

    @Test
    void englishIsSaidByItsLexicon() {
        assertThat(sounds(say("The lazy dog.", "en"))).isEqualTo("dh ax l ey z iy d ao g");
    }

    @Test
    void theSameWordsSoundTheSame() {
        assertThat(say("おはよう", "ja").samples()).isEqualTo(say("おはよう", "ja").samples());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Привет, мир", "مرحبا بالعالم", "안녕하세요", "สวัสดี", "Γειά σου"})
    void aScriptNobodyCanReadIsBabbled(String text) {
        var utterance = say(text, "ja");

        assertThat(utterance.seconds()).isBetween(.3, 8.0);
        assertThat(utterance.phones()).anyMatch(Phone::vowel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "！？", "🎉🎉", "「」", "---", "\n", "ー", "っ", "、、、"})
    void whatHoldsNoWordsIsSilentAndNoError(String text) {
        assertThat(say(text, "ja").phones()).noneMatch(Phone::vowel);
        assertThat(say(text, "en").phones()).noneMatch(Phone::vowel);
    }

    @Test
    void aTextOfAnyLengthIsCutToWhatAFilmCanHold() {
        assertThat(say("あ".repeat(5000), "ja").phones()).hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mei_normal", "mei_happy", "mei_sad", "mei_angry", "mei_bashful", "nitech_m001"})
    void everyJapaneseVoiceSpeaksLoudAndClean(String voice) {
        var utterance = Speech.say("空が青い", "ja", Manner.plain(voice), SLT);

        assertThat(peak(utterance.samples())).isBetween(.89f, .91f);
        assertThat(utterance.seconds()).isBetween(.5, 2.0);
    }

    @Test
    void soundsFollowEachOtherWithoutGaps() {
        var phones = say("今日はいい天気ですね", "ja").phones();

        for (var i = 1; i < phones.size(); i++) {
            assertThat(phones.get(i).start()).isCloseTo(phones.get(i - 1).end(), within(1e-9));
        }
    }

    @Test
    void aFasterMannerIsShorterAndAHigherOneHigher() {
        var plain = say("あおい", "ja");
        var fast = Speech.say("あおい", "ja", new Manner("mei_normal", 1.5, 0, 1, 1), SLT);
        var high = Speech.say("あおい", "ja", new Manner("mei_normal", 1, 5, 1, 1), SLT);

        assertThat(fast.seconds()).isLessThan(plain.seconds() * .8);
        assertThat(Spectra.pitch(high, "a") / Spectra.pitch(plain, "a")).isCloseTo(1.335, within(.07));
    }

    /** First and second formants of adult speakers, wide: Japanese vowels after Imaizumi and others. */
    @Test
    void theVowelsOfTheManHaveTheFormantsOfVowels() {
        var utterance = Speech.say("あ、い、う、え、お。", "ja", MAN, SLT);

        assertFormants(utterance, "a", 550, 900, 950, 1500);
        assertFormants(utterance, "i", 200, 420, 1900, 2700);
        assertFormants(utterance, "u", 230, 480, 1000, 1700);
        assertFormants(utterance, "e", 350, 620, 1600, 2300);
        assertFormants(utterance, "o", 330, 620, 600, 1150);
    }

    @Test
    void theMouthIsOpenOnVowelsAndShutOnLips() {
        var utterance = say("まま", "ja");
        var phones = utterance.phones();

        assertThat(sounds(utterance)).isEqualTo("m a m a");
        assertThat(utterance.mouth(middle(phones.get(1)))).isGreaterThan(.7);
        assertThat(utterance.mouth(middle(phones.get(2)))).isLessThan(.35);
        assertThat(utterance.mouth(utterance.seconds() + 1)).isZero();
    }

    private static void assertFormants(
            Utterance utterance, String vowel, double low1, double high1, double low2, double high2) {
        var formants = Spectra.formants(utterance, vowel);

        assertThat(formants[0]).as("F1 of " + vowel).isBetween(low1, high1);
        assertThat(formants[1]).as("F2 of " + vowel).isBetween(low2, high2);
    }

    private static Utterance say(String text, String language) {
        return Speech.say(text, language, MEI, SLT);
    }

    private static String sounds(Utterance utterance) {
        return String.join(" ", utterance.phones().stream().map(Phone::name).toList());
    }

    private static double middle(Phone phone) {
        return (phone.start() + phone.end()) / 2;
    }

    private static float peak(float[] samples) {
        return (float) Arrays.stream(toDoubles(samples)).map(Math::abs).max().orElse(0);
    }

    private static double[] toDoubles(float[] samples) {
        var out = new double[samples.length];
        for (var i = 0; i < out.length; i++) out[i] = samples[i];
        return out;
    }
}
