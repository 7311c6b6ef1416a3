package app.emaki.policy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as rules see it, compatibility form and lower case, without marks that nobody sees; it still knows where each
 * letter stood, so that what is found can be shown as it was written.
 */
final class Folded implements CharSequence {
    private static final char HALF_WIDTH_VOICED = 'ﾞ';
    private static final char HALF_WIDTH_SEMI_VOICED = 'ﾟ';

    private final String original;
    private final String folded;
    private final int[] starts;
    private final int[] ends;

    private Folded(String original, String folded, int[] starts, int[] ends) {
        this.original = original;
        this.folded = folded;
        this.starts = starts;
        this.ends = ends;
    }

    static Folded of(String text) {
        var folded = new StringBuilder(text.length());
        var starts = new int[text.length() * 2 + 8];
        var ends = new int[starts.length];
        int at = 0;
        while (at < text.length()) {
            int next = clusterEnd(text, at);
            var part = fold(text.substring(at, next));
            if (folded.length() + part.length() > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2 + part.length());
                ends = Arrays.copyOf(ends, starts.length);
            }
            for (int i = 0; i < part.length(); i++) {
                starts[folded.length() + i] = at;
                ends[folded.length() + i] = next;
            }
            folded.append(part);
            at = next;
        }
        return new Folded(text, folded.toString(), starts, ends);
    }

    static String fold(String text) {
        var visible = text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Where a run of the folded text stood in the original. */
    Span span(int from, int to) {
        return new Span(starts[from], ends[Math.max(from, to - 1)]);
    }

    String original(Span span) {
        return original.substring(span.from(), span.to());
    }

    /** The folded text with some runs made of spaces, so that no other rule sees them. */
    Folded without(Iterable<int[]> runs) {
        var blank = new StringBuilder(folded);
        for (var run : runs) {
            for (int i = run[0]; i < run[1]; i++) {
                blank.setCharAt(i, ' ');
            }
        }
        return new Folded(original, blank.toString(), starts, ends);
    }

    private static int clusterEnd(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && joins(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean joins(int c) {
        return c == HALF_WIDTH_VOICED
                || c == HALF_WIDTH_SEMI_VOICED
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    @Override
    public int length() {
        return folded.length();
    }

    @Override
    public char charAt(int index) {
        return folded.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return folded.subSequence(from, to);
    }

    @Override
    public String toString() {
        return folded;
    }

    /** A run of the original, from the first character to before the last. */
    record Span(int from, int to) {}
}
