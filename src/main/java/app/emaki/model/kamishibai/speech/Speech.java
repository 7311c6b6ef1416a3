package app.emaki.model.kamishibai.speech;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Says a text aloud. What cannot be read is babbled; nothing here fails on account of what is written. */
public final class Speech {
    private static final int RATE = 48_000;

    private Speech() {}

    /**
     * Says a text.
     *
     * @param language {@code ja} or {@code en}; a text in the script of the other is read in the other
     * @param japanese the manner for Japanese, and for what cannot be read
     * @param english the manner for English
     */
    public static Utterance say(String text, String language, Manner japanese, Manner english) {
        var tongue = tongue(text, language);
        var labels = labels(text, tongue);
        if (labels.isEmpty()) return new Utterance(new float[0], List.of());
        return trimmed(new Synthesiser(tongue == Tongue.ENGLISH ? english : japanese).speak(labels));
    }

    private enum Tongue {
        JAPANESE,
        ENGLISH,
        UNKNOWN
    }

    private static List<Label> labels(String text, Tongue tongue) {
        var shown = text.length() > 400 ? text.substring(0, 400) : text;
        return switch (tongue) {
            case JAPANESE -> JapaneseLabels.of(shown);
            case ENGLISH -> EnglishLabels.of(shown);
            case UNKNOWN -> Babble.of(shown);
        };
    }

    private static Tongue tongue(String text, String language) {
        int kana = 0, latin = 0, other = 0;
        for (var sign : text.codePoints().filter(Character::isLetter).toArray()) {
            switch (UnicodeScript.of(sign)) {
                case HIRAGANA, KATAKANA, HAN -> kana++;
                case LATIN -> latin++;
                case COMMON, INHERITED -> {}
                default -> other++;
            }
        }
        if (other > kana + latin) return Tongue.UNKNOWN;
        if (kana > 0) return Tongue.JAPANESE;
        if (latin > 0) return language.equals("ja") && latin < 3 ? Tongue.JAPANESE : Tongue.ENGLISH;
        return language.equals("en") ? Tongue.ENGLISH : Tongue.JAPANESE;
    }

    /** Without the silence at both ends, at the rate of the film. */
    private static Utterance trimmed(Synthesiser.Speech speech) {
        var phones = speech.phones();
        int first = 0, last = phones.size() - 1;
        while (first < last && phones.get(first).silent()) first++;
        while (last > first && phones.get(last).silent()) last--;
        var start = Math.max(0, phones.get(first).start() - .02);
        var end = Math.min(phones.getLast().end(), phones.get(last).end() + .06);
        var kept = new ArrayList<Phone>();
        for (var phone : phones.subList(first, last + 1))
            kept.add(new Phone(phone.name(), phone.start() - start, phone.end() - start));
        var from = (int) (start * speech.rate());
        var to = Math.min(speech.samples().length, (int) (end * speech.rate()));
        return new Utterance(levelled(Resampler.resample(speech.samples(), from, to, speech.rate(), RATE)), kept);
    }

    private static float[] levelled(float[] samples) {
        var peak = 1e-6f;
        for (var sample : samples) peak = Math.max(peak, Math.abs(sample));
        for (var i = 0; i < samples.length; i++) samples[i] *= .9f / peak;
        return samples;
    }
}
