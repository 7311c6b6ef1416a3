package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.List;

/** Words in a script that nobody here can read, said in a language of vowels: as many syllables as letters, rising and falling. */
final class Babble {
    private static final String[] CONSONANTS = {"m", "n", "r", "y", "w", "b", "d", "n"};
    private static final String[] VOWELS = {"ア", "オ", "ウ", "エ", "イ"};

    private Babble() {}

    static List<Label> of(String text) {
        var words = new ArrayList<JapaneseWord>();
        for (var part : text.strip().split("[\\s\\p{Punct}]+", 0)) {
            var letters = part.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .limit(14)
                    .toArray();
            if (letters.length == 0) continue;
            var moras = new ArrayList<Mora>();
            for (var i = 0; i < letters.length; i += letters.length > 6 ? 2 : 1) {
                var vowel =
                        Mora.read(VOWELS[letters[i] % VOWELS.length]).getFirst().vowel();
                moras.add(new Mora(CONSONANTS[(letters[i] / 5) % CONSONANTS.length], vowel));
            }
            words.add(new JapaneseWord(part, "名詞-一般", "", "", moras, 1 + letters[0] % moras.size(), "*", false, false));
            words.add(JapaneseWord.pause(false));
            if (words.size() > 24) break;
        }
        return words.isEmpty() ? List.of() : JapaneseLabels.of(words);
    }
}
