package app.emaki;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What two languages of one module owe each other, and the reader. Answers sentences that name the key and the way out. */
final class MessageRules {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");
    /** {@code '{max}'}: quoted for the MessageFormat, filled in by the constraint that was broken. */
    private static final Pattern LIMIT = Pattern.compile("'\\{[a-z]+}'");
    /** Up to this many Latin words may stand in Japanese as they are: names, units, headings of a ticket. */
    private static final int NAMES = 2;

    private final MessageFile english;
    private final MessageFile japanese;
    private final List<String> offences = new ArrayList<>();

    private MessageRules(MessageFile english, MessageFile japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    static List<String> offences(MessageFile english, MessageFile japanese) {
        var rules = new MessageRules(english, japanese);
        rules.inStep();
        rules.alone(english);
        rules.alone(japanese);
        rules.together();
        return rules.offences;
    }

    private void inStep() {
        var keys = new TreeSet<>(english.sentences().keySet());
        keys.addAll(japanese.sentences().keySet());
        keys.removeIf(key ->
                english.sentences().containsKey(key) && japanese.sentences().containsKey(key));
        keys.forEach(key -> refuse(key, "stands in one language only"));
    }

    private void alone(MessageFile file) {
        file.repeated().forEach(key -> refuse(key, "stands twice in " + file.language()));
        file.sentences().forEach((key, sentence) -> {
            if (!key.startsWith(file.module() + ".")) {
                refuse(key, "must start with " + file.module() + ".");
            }
            if (sentence.isBlank()) {
                refuse(key, "says nothing in " + file.language());
            }
            if (LIMIT.matcher(sentence).replaceAll("").replace("''", "").contains("'")) {
                refuse(key, "has a straight apostrophe, which a MessageFormat swallows: write ’");
            }
            try {
                new MessageFormat(sentence, Locale.ROOT);
            } catch (IllegalArgumentException e) {
                refuse(key, "is no MessageFormat in " + file.language() + ": " + e.getMessage());
            }
        });
    }

    private void together() {
        english.sentences().forEach((key, sentence) -> {
            var translated = japanese.sentences().getOrDefault(key, "");
            if (!translated.isEmpty() && !places(sentence).equals(places(translated))) {
                refuse(key, "has " + places(sentence) + " in English and " + places(translated) + " in Japanese");
            }
            var words = LATIN_WORD
                    .matcher(PLACE.matcher(translated).replaceAll(""))
                    .results()
                    .count();
            if (!JAPANESE.matcher(translated).find() && words > NAMES) {
                refuse(key, "is not translated: " + translated);
            }
        });
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void refuse(String key, String reason) {
        offences.add(key + " " + reason);
    }
}
