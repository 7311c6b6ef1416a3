package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.List;

/** Words said in one rise and fall of the voice. */
final class AccentPhrase {
    private final List<JapaneseWord> words = new ArrayList<>();
    private int nucleus;
    private int length;
    private boolean question;

    /** Phrases between pauses. */
    static List<List<AccentPhrase>> of(List<JapaneseWord> words) {
        var breaths = new ArrayList<List<AccentPhrase>>();
        var breath = new ArrayList<AccentPhrase>();
        JapaneseWord before = null;
        for (var word : words) {
            if (word.pause()) {
                if (!breath.isEmpty()) {
                    breath.getLast().question = word.question();
                    breaths.add(breath);
                    breath = new ArrayList<>();
                }
                before = null;
                continue;
            }
            if (before == null || begins(before, word)) breath.add(new AccentPhrase());
            breath.getLast().join(word);
            before = word;
        }
        if (!breath.isEmpty()) breaths.add(breath);
        return breaths;
    }

    List<JapaneseWord> words() {
        return words;
    }

    /** The beat after which the pitch falls; the last one for a phrase without a fall. */
    int nucleus() {
        return nucleus == 0 || nucleus > length ? length : nucleus;
    }

    int length() {
        return length;
    }

    boolean question() {
        return question;
    }

    private static boolean begins(JapaneseWord before, JapaneseWord word) {
        if (word.leans()) return false;
        if (before.is("接頭詞")) return false;
        if (word.is("動詞-非自立") || word.is("形容詞-非自立")) return !(before.form().startsWith("連用") || before.linking());
        if (before.is("名詞-サ変") && word.type().startsWith("サ変・スル")) return false;
        if (before.noun() && word.noun()) {
            return before.kind().contains("副詞可能")
                    || word.kind().contains("副詞可能")
                    || before.kind().contains("代名詞")
                    || before.kind().contains("接尾")
                    || (before.kind().contains("人名") && word.kind().contains("人名"))
                    || word.kind().contains("非自立");
        }
        return true;
    }

    private void join(JapaneseWord word) {
        if (words.isEmpty()) nucleus = word.nucleus();
        else nucleus = joined(words.getLast(), word);
        words.add(word);
        length += word.moras().size();
    }

    private int joined(JapaneseWord before, JapaneseWord word) {
        if (before.is("接頭詞")) return word.nucleus() == 0 ? 0 : length + word.nucleus();
        if (nucleus == 0 && (word.written().startsWith("なけれ") || word.written().startsWith("なかっ"))) return length + 1;
        if (nucleus == 0 && before.written().equals("ない") && word.written().equals("で")) return length - 1;
        return switch (word.rule()) {
            case "C1" -> word.nucleus() == 0 ? 0 : length + word.nucleus();
            case "C2" -> length + 1;
            case "C3" -> length;
            case "C4" -> 0;
            case "C5", "*" -> nucleus;
            default -> leaned(before, word.rule());
        };
    }

    /** Rules such as {@code 動詞%F2@1/形容詞%F1}: what the word does depends on what it leans on. */
    private int leaned(JapaneseWord before, String rules) {
        for (var rule : rules.split("/", 0)) {
            var percent = rule.indexOf('%');
            if (percent < 0 || !before.actsAs().equals(rule.substring(0, percent))) continue;
            var at = rule.indexOf('@');
            var shift = at < 0 ? 0 : Integer.parseInt(rule.substring(at + 1).replaceAll("[^0-9-].*", ""));
            return switch (rule.substring(percent + 1, percent + 3)) {
                case "F2" -> nucleus == 0 ? length + shift : nucleus;
                case "F3" -> nucleus == 0 ? 0 : length + shift;
                case "F4" -> length + shift;
                case "F5" -> 0;
                default -> nucleus;
            };
        }
        return nucleus;
    }
}
