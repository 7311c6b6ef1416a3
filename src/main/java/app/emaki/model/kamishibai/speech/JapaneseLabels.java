package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each sound of a Japanese sentence with its context, in the form that Japanese voices were trained on. */
final class JapaneseLabels {
    private static final String NONE = "xx";

    private final List<List<AccentPhrase>> breaths;
    private final List<Spot> spots = new ArrayList<>();

    /** Where a sound stands; negative numbers mean that it is a pause, which stands before the breath it names. */
    private record Spot(String phone, int breath, int phrase, int word, int beat) {
        boolean pause() {
            return phrase < 0;
        }
    }

    private JapaneseLabels(List<List<AccentPhrase>> breaths) {
        this.breaths = breaths;
    }

    static List<Label> of(String text) {
        return of(JapaneseReading.words(text));
    }

    static List<Label> of(List<JapaneseWord> words) {
        var breaths = AccentPhrase.of(words);
        return breaths.isEmpty() ? List.of() : new JapaneseLabels(breaths).write();
    }

    private List<Label> write() {
        for (var b = 0; b < breaths.size(); b++) {
            spots.add(new Spot(b == 0 ? "sil" : "pau", b, -1, -1, 0));
            var sounds = Devoicing.of(breaths.get(b));
            for (var p = 0; p < sounds.size(); p++) {
                var beat = 0;
                for (var w = 0; w < sounds.get(p).size(); w++) {
                    for (var mora : sounds.get(p).get(w)) {
                        beat++;
                        if (!mora.consonant().isEmpty()) spots.add(new Spot(mora.consonant(), b, p, w, beat));
                        spots.add(new Spot(mora.vowel(), b, p, w, beat));
                    }
                }
            }
        }
        spots.add(new Spot("sil", breaths.size(), -1, -1, 0));
        var labels = new ArrayList<Label>();
        for (var i = 0; i < spots.size(); i++) labels.add(new Label(spots.get(i).phone, label(i)));
        return labels;
    }

    private String label(int i) {
        var spot = spots.get(i);
        return phone(i - 2) + "^" + phone(i - 1) + "-" + phone(i) + "+" + phone(i + 1) + "=" + phone(i + 2)
                + "/A:" + beat(spot)
                + "/B:" + codes(word(spot, -1), "-", "_")
                + "/C:" + (spot.pause() ? "xx_xx+xx" : codes(word(spot, 0), "_", "+"))
                + "/D:" + codes(word(spot, 1), "+", "_")
                + "/E:" + neighbour(spot, -1, "!", "-")
                + "/F:" + phrase(spot)
                + "/G:" + neighbour(spot, 1, "%", "_")
                + "/H:" + breath(spot.breath - 1)
                + "/I:" + place(spot)
                + "/J:" + breath(spot.pause() ? spot.breath : spot.breath + 1)
                + "/K:" + breaths.size() + "+" + phrases(0, breaths.size()) + "-" + beats(0, breaths.size());
    }

    private String phone(int i) {
        return i < 0 || i >= spots.size() ? NONE : spots.get(i).phone;
    }

    private String beat(Spot spot) {
        if (spot.pause()) return "xx+xx+xx";
        var phrase = phraseOf(spot);
        return (spot.beat - phrase.nucleus()) + "+" + spot.beat + "+" + (phrase.length() - spot.beat + 1);
    }

    private AccentPhrase phraseOf(Spot spot) {
        return breaths.get(spot.breath).get(spot.phrase);
    }

    /** The word a number of words away in the whole sentence; a pause lies between two words. */
    private @Nullable JapaneseWord word(Spot spot, int step) {
        var all = breaths.stream()
                .flatMap(List::stream)
                .flatMap(phrase -> phrase.words().stream())
                .toList();
        var at = 0;
        for (var b = 0; b < Math.min(spot.breath, breaths.size()); b++) {
            for (var phrase : breaths.get(b)) at += phrase.words().size();
        }
        if (spot.pause()) {
            at += step < 0 ? -1 : 0;
        } else {
            for (var p = 0; p < spot.phrase; p++)
                at += breaths.get(spot.breath).get(p).words().size();
            at += spot.word + step;
        }
        return at < 0 || at >= all.size() ? null : all.get(at);
    }

    private static String codes(@Nullable JapaneseWord word, String first, String second) {
        var codes = word == null ? new String[] {NONE, NONE, NONE} : word.codes();
        return codes[0] + first + codes[1] + second + codes[2];
    }

    /** The phrase before or after, and whether no pause lies between. */
    private String neighbour(Spot spot, int step, String third, String last) {
        var breath = spot.breath;
        var phrase = spot.phrase + step;
        var pause = false;
        if (spot.pause()) {
            breath += step < 0 ? -1 : 0;
            phrase = step < 0 && breath >= 0 ? breaths.get(breath).size() - 1 : 0;
        } else if (phrase < 0 || phrase >= breaths.get(breath).size()) {
            breath += step;
            pause = true;
            phrase = step < 0 && breath >= 0 ? breaths.get(breath).size() - 1 : 0;
        }
        if (breath < 0 || breath >= breaths.size()) return "xx_xx" + third + "xx_xx" + last + NONE;
        var found = breaths.get(breath).get(phrase);
        return found.length() + "_" + found.nucleus() + third + (found.question() ? 1 : 0) + "_xx" + last
                + (spot.pause() ? NONE : pause ? "0" : "1");
    }

    private String phrase(Spot spot) {
        if (spot.pause()) return "xx_xx#xx_xx@xx_xx|xx_xx";
        var phrase = phraseOf(spot);
        var breath = breaths.get(spot.breath);
        var before = breath.subList(0, spot.phrase).stream()
                .mapToInt(AccentPhrase::length)
                .sum();
        return phrase.length() + "_" + phrase.nucleus() + "#" + (phrase.question() ? 1 : 0) + "_xx@" + (spot.phrase + 1)
                + "_" + (breath.size() - spot.phrase) + "|" + (before + 1) + "_"
                + (beats(spot.breath, spot.breath + 1) - before);
    }

    private String breath(int b) {
        return b < 0 || b >= breaths.size() ? "xx_xx" : breaths.get(b).size() + "_" + beats(b, b + 1);
    }

    private String place(Spot spot) {
        if (spot.pause()) return "xx-xx@xx+xx&xx-xx|xx+xx";
        var b = spot.breath;
        return breaths.get(b).size() + "-" + beats(b, b + 1) + "@" + (b + 1) + "+" + (breaths.size() - b) + "&"
                + (phrases(0, b) + 1) + "-" + phrases(b, breaths.size()) + "|" + (beats(0, b) + 1) + "+"
                + beats(b, breaths.size());
    }

    private int phrases(int from, int to) {
        return breaths.subList(from, to).stream().mapToInt(List::size).sum();
    }

    private int beats(int from, int to) {
        return breaths.subList(from, to).stream()
                .flatMap(List::stream)
                .mapToInt(AccentPhrase::length)
                .sum();
    }
}
