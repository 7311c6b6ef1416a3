package app.emaki.cameo;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The handles that a text names: {@code @haru}, also in full width and between Japanese words, but not inside an address. */
public final class Mentions {
    private static final Pattern MENTION =
            Pattern.compile("(?<![A-Za-z0-9_.＠@])[@＠]([A-Za-z0-9_Ａ-Ｚａ-ｚ０-９＿]{3,20})(?![A-Za-z0-9_Ａ-Ｚａ-ｚ０-９＿@＠])");

    private Mentions() {}

    /** The handles as they are kept, in the order in which they are named. */
    public static Set<String> in(String text) {
        var handles = new LinkedHashSet<String>();
        MENTION.matcher(text).results().forEach(found -> handles.add(handle(found.group(1))));
        return handles;
    }

    /** The text with other words for some handles; null leaves one as it is. */
    public static String replace(String text, Function<String, String> words) {
        return MENTION.matcher(text).replaceAll(found -> {
            var word = words.apply(handle(found.group(1)));
            return Matcher.quoteReplacement(word == null ? found.group() : word);
        });
    }

    private static String handle(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
