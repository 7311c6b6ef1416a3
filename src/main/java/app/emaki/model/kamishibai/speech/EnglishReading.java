package app.emaki.model.kamishibai.speech;

import com.sun.speech.freetts.en.us.CMULexicon;
import com.sun.speech.freetts.lexicon.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** English text to phrases of words with their sounds, by the CMU lexicon and its letter-to-sound rules. */
final class EnglishReading {
    private static final Set<String> VOWELS = Set.of(
            "aa", "ae", "ah", "ao", "aw", "ax", "axr", "ay", "eh", "el", "em", "en", "er", "ey", "ih", "ix", "iy", "ow",
            "oy", "uh", "uw");
    private static final Map<String, String> KINDS = new HashMap<>();
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("a", "ax"),
            Map.entry("the", "dh ax"),
            Map.entry("to", "t ax"),
            Map.entry("of", "ax v"),
            Map.entry("and", "ae n d"),
            Map.entry("an", "ae n"),
            Map.entry("for", "f ao r"),
            Map.entry("i", "ay1"),
            Map.entry("close", "k l ow1 z"),
            Map.entry("falling", "f ao1 l ih ng"),
            Map.entry("emaki", "eh m aa1 k iy"));
    private static final Set<String> TURNS = Set.of(
            "and", "but", "or", "because", "when", "while", "that", "who", "which", "with", "if", "before", "after",
            "until", "from", "into");
    private static final Set<String> LIQUIDS = Set.of("l", "r", "w", "y");
    private static final Set<String> OBSTRUENTS = Set.of("p", "b", "t", "d", "k", "g", "f", "th", "hh", "sh");
    private static final int BREATH = 9;

    static {
        kinds(
                "in",
                "of for in on that with by at from as if against about before because under after over into while without through between among until per up down");
        kinds("to", "to");
        kinds("det", "the a an no some this each another those every all any these both neither many");
        kinds("md", "will may would can could should must ought might");
        kinds("cc", "and but or plus yet nor");
        kinds("wp", "who what where how when");
        kinds("pps", "her his their our its mine my your");
        kinds("aux", "is am are was were has have had be");
    }

    private EnglishReading() {}

    /** Words between pauses; {@code question} if its end rises. */
    record Phrase(List<EnglishWord> words, boolean question, boolean pause) {}

    static List<Phrase> phrases(String text) {
        var phrases = new ArrayList<Phrase>();
        var words = new ArrayList<EnglishWord>();
        var spelled = EnglishNumbers.spelled(text.replace('’', '\'')).toLowerCase(Locale.ROOT);
        var parts = spelled.split("(?<=[.,!?;:…—])|\\s+|(?=[—])|-", 0);
        for (var i = 0; i < parts.length; i++) {
            var letters = parts[i].replaceAll("[^a-z']", "").replaceAll("^'+|'+$", "");
            if (!letters.isEmpty()) {
                if (words.size() >= BREATH && TURNS.contains(letters) && parts.length - i > 2) {
                    phrases.add(new Phrase(List.copyOf(words), false, false));
                    words.clear();
                }
                words.add(word(letters, next(parts, i)));
            }
            var end = parts[i].isEmpty() ? ' ' : parts[i].charAt(parts[i].length() - 1);
            if (".,!?;:…—".indexOf(end) >= 0 && !words.isEmpty()) {
                phrases.add(new Phrase(
                        List.copyOf(words),
                        end == '?' && !words.getFirst().kind().equals("wp"),
                        true));
                words.clear();
            }
        }
        if (!words.isEmpty()) phrases.add(new Phrase(List.copyOf(words), false, true));
        return phrases;
    }

    static boolean known(String word) {
        return lexicon().getPhones(word, null, false) != null;
    }

    /** Sounds of one word without stress. */
    static String[] phones(String word) {
        var phones = lexicon().getPhones(word, null);
        for (var i = 0; i < phones.length; i++) phones[i] = phones[i].replaceAll("[0-9]", "");
        return phones;
    }

    private static String next(String[] parts, int i) {
        return i + 1 < parts.length ? parts[i + 1] : "";
    }

    private static EnglishWord word(String letters, String next) {
        var kind = KINDS.getOrDefault(letters, "content");
        var weak = SAID.get(letters);
        if (letters.equals("the") && !next.isEmpty() && "aeiou".indexOf(next.charAt(0)) >= 0) weak = "dh iy";
        var phones = weak != null ? weak.split(" ", 0) : spoken(letters);
        return new EnglishWord(kind, syllables(phones, kind.equals("content")));
    }

    private static String[] spoken(String letters) {
        if (!known(letters) && letters.endsWith("'s")) {
            var stem = spoken(letters.substring(0, letters.length() - 2));
            return joined(stem, ending(stem[stem.length - 1]));
        }
        if (!known(letters) && letters.length() < 5 && letters.matches("[^aeiouy']+")) return spelledOut(letters);
        return lexicon().getPhones(letters, null);
    }

    private static String[] ending(String last) {
        if (Set.of("s", "z", "sh", "zh", "ch", "jh").contains(last)) return new String[] {"ax", "z"};
        return new String[] {Set.of("p", "t", "k", "f", "th").contains(last) ? "s" : "z"};
    }

    private static String[] spelledOut(String letters) {
        var out = new String[0];
        for (var letter : letters.split("", 0)) out = joined(out, lexicon().getPhones(letter, null));
        return out;
    }

    private static String[] joined(String[] one, String[] two) {
        var out = new String[one.length + two.length];
        System.arraycopy(one, 0, out, 0, one.length);
        System.arraycopy(two, 0, out, one.length, two.length);
        return out;
    }

    /** Cuts a word before the most consonants that may begin a syllable. */
    private static List<EnglishWord.Syllable> syllables(String[] phones, boolean content) {
        var syllables = new ArrayList<EnglishWord.Syllable>();
        var plain = new ArrayList<String>();
        for (var phone : phones) plain.add(phone.replaceAll("[0-9]", ""));
        var from = 0;
        for (var i = 0; i < phones.length; i++) {
            if (!VOWELS.contains(plain.get(i))) continue;
            var next = i + 1;
            while (next < phones.length && !VOWELS.contains(plain.get(next))) next++;
            var to = next == phones.length ? next : next - onset(plain.subList(i + 1, next));
            var stressed = phones[i].endsWith("1");
            syllables.add(new EnglishWord.Syllable(
                    List.copyOf(plain.subList(from, to)), stressed, stressed && content, plain.get(i)));
            from = to;
        }
        if (syllables.isEmpty()) syllables.add(new EnglishWord.Syllable(List.copyOf(plain), false, false, "x"));
        return syllables;
    }

    /** How many consonants at the end of these can begin a syllable: each more sonorous than the one before, or s before a stop. */
    private static int onset(List<String> consonants) {
        var count = Math.min(1, consonants.size());
        if (count == 1 && consonants.getLast().equals("ng")) return 0;
        while (count < Math.min(3, consonants.size())) {
            var before = consonants.get(consonants.size() - count - 1);
            var after = consonants.get(consonants.size() - count);
            var rises = LIQUIDS.contains(after)
                    && OBSTRUENTS.contains(before)
                    && !(after.equals("l") && Set.of("t", "d", "th").contains(before));
            if (!rises
                    && !(before.equals("s")
                            && Set.of("p", "t", "k", "m", "n", "l", "w").contains(after))) break;
            count++;
        }
        return count;
    }

    private static Lexicon lexicon() {
        return Shared.LEXICON;
    }

    private static final class Shared {
        static final Lexicon LEXICON = load();

        private static Lexicon load() {
            try {
                var lexicon = CMULexicon.getInstance(true);
                if (!lexicon.isLoaded()) lexicon.load();
                return lexicon;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void kinds(String kind, String words) {
        for (var word : words.split(" ", 0)) KINDS.put(word, kind);
    }
}
