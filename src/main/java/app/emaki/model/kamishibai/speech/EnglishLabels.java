package app.emaki.model.kamishibai.speech;

import app.emaki.model.kamishibai.speech.EnglishWord.Syllable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes each sound of an English sentence with its context, in the form that English voices were trained on. */
final class EnglishLabels {
    private final List<EnglishReading.Phrase> phrases;
    private final List<Spot> spots = new ArrayList<>();

    /** Where a sound stands, in counts from 0; a pause stands before the phrase it names and has no word. */
    private record Spot(String phone, int phrase, int word, int syllable, int place) {
        boolean pause() {
            return word < 0;
        }
    }

    private EnglishLabels(List<EnglishReading.Phrase> phrases) {
        this.phrases = phrases;
    }

    static List<Label> of(String text) {
        var phrases = EnglishReading.phrases(text);
        return phrases.isEmpty() ? List.of() : new EnglishLabels(phrases).write();
    }

    private List<Label> write() {
        for (var p = 0; p < phrases.size(); p++) {
            if (p == 0 || phrases.get(p - 1).pause()) spots.add(new Spot("pau", p, -1, 0, 0));
            var words = phrases.get(p).words();
            for (var w = 0; w < words.size(); w++) {
                var syllables = words.get(w).syllables();
                for (var s = 0; s < syllables.size(); s++) {
                    var phones = syllables.get(s).phones();
                    for (var i = 0; i < phones.size(); i++) spots.add(new Spot(phones.get(i), p, w, s, i));
                }
            }
        }
        spots.add(new Spot("pau", phrases.size(), -1, 0, 0));
        var labels = new ArrayList<Label>();
        for (var i = 0; i < spots.size(); i++) labels.add(new Label(spots.get(i).phone, label(i)));
        return labels;
    }

    private String label(int i) {
        var spot = spots.get(i);
        return phone(i - 2) + "^" + phone(i - 1) + "-" + phone(i) + "+" + phone(i + 1) + "=" + phone(i + 2) + "@"
                + place(spot)
                + "/A:" + neighbour(spot, -1, "_")
                + "/B:" + syllable(spot)
                + "/C:" + neighbour(spot, 1, "+")
                + "/D:" + wordBeside(spot, -1)
                + "/E:" + word(spot)
                + "/F:" + wordBeside(spot, 1)
                + "/G:" + phrase(spot.phrase - 1, "_")
                + "/H:" + phrase(spot)
                + "/I:" + phrase(spot.pause() ? spot.phrase : spot.phrase + 1, "=")
                + "/J:" + phrases.stream().mapToInt(EnglishLabels::syllables).sum() + "+"
                + phrases.stream().mapToInt(phrase -> phrase.words().size()).sum() + "-" + phrases.size();
    }

    private String phone(int i) {
        return i < 0 || i >= spots.size() ? "x" : spots.get(i).phone;
    }

    private String place(Spot spot) {
        return spot.pause()
                ? "x_x"
                : (spot.place + 1) + "_" + (at(spot).phones().size() - spot.place);
    }

    private Syllable at(Spot spot) {
        return phrases.get(spot.phrase).words().get(spot.word).syllables().get(spot.syllable);
    }

    private String neighbour(Spot spot, int step, String sign) {
        var all = phrases.stream().flatMap(phrase -> all(phrase).stream()).toList();
        var at = before(spot) + (spot.pause() && step > 0 ? 0 : step);
        if (at < 0 || at >= all.size()) return "0" + sign + "0" + sign + "0";
        var syllable = all.get(at);
        return one(syllable.stressed())
                + sign
                + one(syllable.accented())
                + sign
                + syllable.phones().size();
    }

    /** Syllables of the sentence before the one at a spot. */
    private int before(Spot spot) {
        var count = phrases.subList(0, Math.min(spot.phrase, phrases.size())).stream()
                .mapToInt(EnglishLabels::syllables)
                .sum();
        return spot.pause() ? count : count + inPhrase(spot);
    }

    private int inPhrase(Spot spot) {
        var words = phrases.get(spot.phrase).words().subList(0, spot.word);
        return spot.syllable
                + words.stream().mapToInt(word -> word.syllables().size()).sum();
    }

    private String syllable(Spot spot) {
        if (spot.pause()) return "x-x-x@x-x&x-x#x-x$x-x!x-x;x-x|x";
        var syllable = at(spot);
        var word = phrases.get(spot.phrase).words().get(spot.word);
        var all = all(phrases.get(spot.phrase));
        var at = inPhrase(spot);
        return one(syllable.stressed()) + "-" + one(syllable.accented()) + "-"
                + syllable.phones().size()
                + "@" + (spot.syllable + 1) + "-" + (word.syllables().size() - spot.syllable)
                + "&" + (at + 1) + "-" + (all.size() - at)
                + "#" + around(all, at, Syllable::stressed) + "$" + around(all, at, Syllable::accented)
                + "!" + away(all, at, Syllable::stressed) + ";" + away(all, at, Syllable::accented)
                + "|" + syllable.vowel();
    }

    private static <T> String around(List<T> all, int at, Predicate<T> which) {
        return all.subList(0, at).stream().filter(which).count() + "-"
                + all.subList(at + 1, all.size()).stream().filter(which).count();
    }

    private static <T> String away(List<T> all, int at, Predicate<T> which) {
        int back = 0, on = 0;
        for (var i = at - 1; i >= 0 && back == 0; i--) if (which.test(all.get(i))) back = at - i;
        for (var i = at + 1; i < all.size() && on == 0; i++) if (which.test(all.get(i))) on = i - at;
        return back + "-" + on;
    }

    private String wordBeside(Spot spot, int step) {
        var word = beside(spot, step);
        return word == null ? "0_0" : word.kind() + "_" + word.syllables().size();
    }

    private @Nullable EnglishWord beside(Spot spot, int step) {
        var all = phrases.stream().flatMap(phrase -> phrase.words().stream()).toList();
        var at = phrases.subList(0, Math.min(spot.phrase, phrases.size())).stream()
                .mapToInt(phrase -> phrase.words().size())
                .sum();
        at += spot.pause() ? (step > 0 ? 0 : -1) : spot.word + step;
        return at < 0 || at >= all.size() ? null : all.get(at);
    }

    private String word(Spot spot) {
        if (spot.pause()) return "x+x@x+x&x+x#x+x";
        var words = phrases.get(spot.phrase).words();
        var word = words.get(spot.word);
        return word.kind() + "+" + word.syllables().size()
                + "@" + (spot.word + 1) + "+" + (words.size() - spot.word)
                + "&" + around(words, spot.word, EnglishWord::content).replace('-', '+')
                + "#" + away(words, spot.word, EnglishWord::content).replace('-', '+');
    }

    private String phrase(int p, String sign) {
        if (p < 0 || p >= phrases.size()) return "0" + sign + "0";
        return syllables(phrases.get(p)) + sign + phrases.get(p).words().size();
    }

    private String phrase(Spot spot) {
        if (spot.pause())
            return "x=x@" + Math.min(spot.phrase + 1, phrases.size()) + "=" + Math.max(1, phrases.size() - spot.phrase)
                    + "|0";
        var last = spot.phrase == phrases.size() - 1;
        var tone = phrases.get(spot.phrase).question()
                ? "L-H%"
                : last || phrases.get(spot.phrase).pause() ? "L-L%" : "NONE";
        return phrase(spot.phrase, "=") + "@" + (spot.phrase + 1) + "=" + (phrases.size() - spot.phrase) + "|" + tone;
    }

    private static List<Syllable> all(EnglishReading.Phrase phrase) {
        return phrase.words().stream()
                .flatMap(word -> word.syllables().stream())
                .toList();
    }

    private static int syllables(EnglishReading.Phrase phrase) {
        return phrase.words().stream().mapToInt(word -> word.syllables().size()).sum();
    }

    private static int one(boolean value) {
        return value ? 1 : 0;
    }
}
