package app.emaki.video;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What changed from one text to another, word by word. Japanese has no spaces, so a word there is a run of one script: Chinese
 * characters with the ending that belongs to them, katakana, or hiragana without the particle before it.
 */
public final class WordDiff {
    /** More steps than that, and the middle of a text is simply another one. */
    private static final int MOST_STEPS = 400;

    private static final Pattern WORD = Pattern.compile(
            "(?<han>[\\p{IsHan}々〆ヶ]+)(?<ending>\\p{IsHiragana}*)"
                    + "|(?<kana>[\\p{IsKatakana}ー]+)|(?<hira>\\p{IsHiragana}+)"
                    + "|(?<other>[\\p{L}\\p{N}\\p{M}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+(?:[’'-][\\p{L}\\p{N}]+)*)"
                    + "|(?<space>[^\\S\\n]+)|(?<one>.)",
            Pattern.DOTALL);
    private static final Pattern PARTICLE =
            Pattern.compile("(?!とても|ともに|もっと|もう|もの|はじ|はる|にも|でき|ので|のに)(?:から|まで|より|とは|では|には|へと|[はがをにでともへのや])");

    private final List<String> before;
    private final List<String> after;
    private final List<Run> runs = new ArrayList<>();

    private WordDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** Whether a run stands in both texts, only in the first, or only in the second. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** A piece of text and what became of it. */
    public record Run(Kind kind, String text) {}

    /** A place at which words were changed; one side is empty where they were only taken out or put in. */
    public record Change(String gone, String fresh) {}

    /** The runs of both texts in their order; what went comes before what came in its place. */
    public static List<Run> of(String before, String after) {
        var diff = new WordDiff(words(before), words(after));
        diff.compare();
        return diff.folded();
    }

    /** Only the places that differ. */
    public static List<Change> changes(String before, String after) {
        var changes = new ArrayList<Change>();
        var gone = new StringBuilder();
        var fresh = new StringBuilder();
        for (var run : of(before, after)) {
            switch (run.kind()) {
                case GONE -> gone.append(run.text());
                case NEW -> fresh.append(run.text());
                case SAME -> close(gone, fresh, changes);
            }
        }
        close(gone, fresh, changes);
        return changes;
    }

    private static void close(StringBuilder gone, StringBuilder fresh, List<Change> changes) {
        var change = new Change(gone.toString().strip(), fresh.toString().strip());
        if (!change.gone().isEmpty() || !change.fresh().isEmpty()) {
            changes.add(change);
        }
        gone.setLength(0);
        fresh.setLength(0);
    }

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(text);
        while (found.find()) {
            if (found.group("han") != null) {
                inflected(found.group("han"), found.group("ending"), words);
            } else if (found.group("hira") != null) {
                led(found.group("hira"), words);
            } else {
                words.add(found.group());
            }
        }
        return words;
    }

    /** 赤い is one word, 月の are two. */
    private static void inflected(String stem, String ending, List<String> words) {
        if (ending.isEmpty() || PARTICLE.matcher(ending).lookingAt()) {
            words.add(stem);
            led(ending, words);
        } else {
            words.add(stem + ending);
        }
    }

    private static void led(String kana, List<String> words) {
        var particle = PARTICLE.matcher(kana);
        int from = particle.lookingAt() ? particle.end() : 0;
        if (from > 0) {
            words.add(kana.substring(0, from));
        }
        if (from < kana.length()) {
            words.add(kana.substring(from));
        }
    }

    private void compare() {
        int start = 0;
        int endBefore = before.size();
        int endAfter = after.size();
        while (start < endBefore && start < endAfter && before.get(start).equals(after.get(start))) {
            start++;
        }
        while (endBefore > start
                && endAfter > start
                && before.get(endBefore - 1).equals(after.get(endAfter - 1))) {
            endBefore--;
            endAfter--;
        }
        add(Kind.SAME, before.subList(0, start));
        middle(before.subList(start, endBefore), after.subList(start, endAfter));
        add(Kind.SAME, before.subList(endBefore, before.size()));
    }

    /** The shortest way from one list to the other (Myers), walked back from its end. */
    private void middle(List<String> from, List<String> to) {
        int bound = Math.min(from.size() + to.size(), MOST_STEPS);
        var reached = new int[2 * bound + 3];
        var steps = new ArrayList<int[]>();
        for (int step = 0; step <= bound; step++) {
            steps.add(reached.clone());
            for (int k = -step; k <= step; k += 2) {
                boolean down = k == -step || (k != step && reached[bound + k] < reached[bound + k + 2]);
                int x = down ? reached[bound + k + 2] : reached[bound + k] + 1;
                int y = x - k;
                while (x < from.size() && y < to.size() && from.get(x).equals(to.get(y))) {
                    x++;
                    y++;
                }
                reached[bound + k + 1] = x;
                if (x >= from.size() && y >= to.size()) {
                    walkBack(from, to, steps, bound);
                    return;
                }
            }
        }
        add(Kind.GONE, from);
        add(Kind.NEW, to);
    }

    private void walkBack(List<String> from, List<String> to, List<int[]> steps, int bound) {
        var back = new ArrayList<Run>();
        int x = from.size();
        int y = to.size();
        for (int step = steps.size() - 1; step >= 0; step--) {
            var reached = steps.get(step);
            int k = x - y;
            boolean down = k == -step || (k != step && reached[bound + k] < reached[bound + k + 2]);
            int beforeX = down ? reached[bound + k + 2] : reached[bound + k];
            int beforeY = beforeX - (down ? k + 1 : k - 1);
            while (x > beforeX && y > beforeY && x > 0 && y > 0) {
                back.add(new Run(Kind.SAME, from.get(--x)));
                y--;
            }
            if (step > 0) {
                if (down) {
                    back.add(new Run(Kind.NEW, to.get(--y)));
                } else {
                    back.add(new Run(Kind.GONE, from.get(--x)));
                }
            }
        }
        Collections.reverse(back);
        runs.addAll(back);
    }

    private void add(Kind kind, List<String> words) {
        words.forEach(word -> runs.add(new Run(kind, word)));
    }

    /** Joins runs, and takes what stands between two changes without a meaning of its own for changed too. */
    private List<Run> folded() {
        var gone = new StringBuilder();
        var fresh = new StringBuilder();
        var same = new StringBuilder();
        var result = new ArrayList<Run>();
        for (var run : runs) {
            if (run.kind() == Kind.SAME) {
                same.append(run.text());
                continue;
            }
            boolean changing = !gone.isEmpty() || !fresh.isEmpty();
            if (changing && !same.isEmpty() && slight(same)) {
                gone.append(same);
                fresh.append(same);
                same.setLength(0);
            } else if (!same.isEmpty()) {
                flush(gone, fresh, result);
                put(Kind.SAME, same, result);
            }
            (run.kind() == Kind.GONE ? gone : fresh).append(run.text());
        }
        flush(gone, fresh, result);
        put(Kind.SAME, same, result);
        return result;
    }

    private static void flush(StringBuilder gone, StringBuilder fresh, List<Run> result) {
        put(Kind.GONE, gone, result);
        put(Kind.NEW, fresh, result);
    }

    private static void put(Kind kind, StringBuilder text, List<Run> result) {
        if (!text.isEmpty()) {
            result.add(new Run(kind, text.toString()));
            text.setLength(0);
        }
    }

    private static boolean slight(CharSequence text) {
        return text.length() <= 3
                && text.chars().noneMatch(c -> c == '\n')
                && (text.length() == 1
                        || text.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) && !hiragana(c)));
    }

    private static boolean hiragana(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA;
    }
}
