package app.emaki.video;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as it is searched: words where a script has spaces between them, pairs of neighbouring characters where it has none
 * (Japanese, Chinese), so that any part of a sentence is found without a dictionary.
 */
public final class Words {
    private static final int LONGEST = 40;
    private static final Pattern RUN =
            Pattern.compile("(?<dense>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]+)|(?<spaced>[\\p{L}\\p{N}\\p{M}]+)");

    private Words() {}

    /** What stands in the index for a text: every pair and every single character of the dense runs, every spaced word. */
    public static Set<String> of(String text) {
        return split(text, true);
    }

    /** What a text must have to match all that is asked. */
    public static Set<String> wanted(String asked) {
        return split(asked, false);
    }

    private static Set<String> split(String text, boolean everything) {
        var words = new LinkedHashSet<String>();
        var runs = RUN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (runs.find()) {
            var run = runs.group();
            if (runs.group("dense") == null) {
                words.add(run.substring(0, Math.min(run.length(), LONGEST)));
            } else {
                pairs(run.codePoints().toArray(), everything, words);
            }
        }
        return words;
    }

    private static void pairs(int[] run, boolean everything, Set<String> words) {
        for (int i = 0; i < run.length; i++) {
            if (i + 1 < run.length) {
                words.add(new String(run, i, 2));
            }
            if (everything || run.length == 1) {
                words.add(new String(run, i, 1));
            }
        }
    }
}
