package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** High vowels between voiceless consonants, and the ends of です and ます, are whispered. */
final class Devoicing {
    private static final Set<String> VOICELESS = Set.of("k", "ky", "s", "sh", "t", "ty", "ch", "ts", "h", "hy", "f", "p", "py");

    private Devoicing() {}

    /** The beats of a breath, by phrase and word, with some of them whispered. */
    static List<List<List<Mora>>> of(List<AccentPhrase> breath) {
        var out = new ArrayList<List<List<Mora>>>();
        var flat = new ArrayList<Mora>();
        for (var phrase : breath) for (var word : phrase.words()) flat.addAll(word.moras());
        var at = 0;
        var whispered = false;
        for (var phrase : breath) {
            var words = new ArrayList<List<Mora>>();
            var beat = 0;
            for (var word : phrase.words()) {
                var moras = new ArrayList<Mora>();
                for (var mora : word.moras()) {
                    beat++;
                    var next = at + 1 < flat.size() ? flat.get(at + 1) : null;
                    var last = (next != null || !phrase.question()) && polite(word);
                    var between = next != null && (VOICELESS.contains(next.consonant()) && !strong(phrase, beat));
                    whispered = !whispered && mora.high() && VOICELESS.contains(mora.consonant()) && (between || last);
                    moras.add(whispered ? mora.whispered() : mora);
                    at++;
                }
                words.add(moras);
            }
            out.add(words);
        }
        return out;
    }

    private static boolean strong(AccentPhrase phrase, int beat) {
        return beat == phrase.nucleus() && beat < phrase.length();
    }

    private static boolean polite(JapaneseWord word) {
        return word.is("助動詞") && (word.written().equals("です") || word.written().equals("ます"));
    }
}
