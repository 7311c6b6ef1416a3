package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** High vowels between voiceless consonants, and the ends of です and ます, are whispered. */
final class Devoicing {
    private static final Set<String> VOICELESS =
            Set.of("k", "ky", "s", "sh", "t", "ty", "ch", "ts", "h", "hy", "f", "p", "py");

    private Devoicing() {}

    private record Beat(Mora mora, AccentPhrase phrase, JapaneseWord word, int place) {}

    /** The beats of a breath, by phrase and word, with some of them whispered. */
    static List<List<List<Mora>>> of(List<AccentPhrase> breath) {
        var beats = new ArrayList<Beat>();
        for (var phrase : breath) {
            var place = 0;
            for (var word : phrase.words()) {
                for (var mora : word.moras()) beats.add(new Beat(mora, phrase, word, ++place));
            }
        }
        var out = new ArrayList<List<List<Mora>>>();
        var at = 0;
        var whispered = false;
        for (var phrase : breath) {
            var words = new ArrayList<List<Mora>>();
            for (var word : phrase.words()) {
                var moras = new ArrayList<Mora>();
                for (var mora : word.moras()) {
                    whispered = !whispered && may(beats, at) && !(hisses(beats, at + 1) && may(beats, at + 1));
                    moras.add(whispered ? mora.whispered() : mora);
                    at++;
                }
                words.add(moras);
            }
            out.add(words);
        }
        return out;
    }

    private static boolean may(List<Beat> beats, int at) {
        if (at >= beats.size()) return false;
        var beat = beats.get(at);
        if (!beat.mora.high() || !VOICELESS.contains(beat.mora.consonant())) return false;
        var last = at + 1 == beats.size();
        if (polite(beat.word) && !(last && beat.phrase.question())) return true;
        return !last && VOICELESS.contains(beats.get(at + 1).mora.consonant()) && !strong(beat.phrase, beat.place);
    }

    /** Of two beats that could be whispered, a hissing one is. */
    private static boolean hisses(List<Beat> beats, int at) {
        return at < beats.size() && beats.get(at).mora.consonant().startsWith("s");
    }

    private static boolean strong(AccentPhrase phrase, int beat) {
        return beat == phrase.nucleus() && beat < phrase.length();
    }

    private static boolean polite(JapaneseWord word) {
        return word.is("助動詞") && (word.written().equals("です") || word.written().equals("ます"));
    }
}
