package app.emaki.model.kamishibai.speech;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The accents of half a million Japanese words, in sorted arrays. A key is the word as written, or that with {@code /}, a
 * sign for its kind and its pronunciation where these make a difference.
 */
final class Accents {
    private static final char ZERO = '0';

    private final String[] rules;
    private final char[] letters;
    private final int[] starts;
    private final byte[] nuclei;
    private final byte[] joins;

    /**
     * How a word is said.
     *
     * @param nucleus the beat after which the pitch falls, 0 for a word without a fall
     * @param rule how it joins what is before it
     */
    record Accent(int nucleus, String rule) {}

    static Accents shared() {
        return Shared.ACCENTS;
    }

    private static final class Shared {
        static final Accents ACCENTS = load();
    }

    private Accents(String[] rules, char[] letters, int[] starts, byte[] nuclei, byte[] joins) {
        this.rules = rules;
        this.letters = letters;
        this.starts = starts;
        this.nuclei = nuclei;
        this.joins = joins;
    }

    @Nullable
    Accent find(String written, char kind, String pronounced) {
        var exact = find(written + "/" + kind + pronounced);
        var at = exact >= 0 ? exact : find(written);
        return at < 0 ? null : new Accent(nuclei[at], rules[joins[at]]);
    }

    private int find(String key) {
        int low = 0, high = nuclei.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = compare(middle, key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    private int compare(int at, String key) {
        var length = starts[at + 1] - starts[at];
        for (var i = 0; i < Math.min(length, key.length()); i++) {
            var order = letters[starts[at] + i] - key.charAt(i);
            if (order != 0) return order;
        }
        return length - key.length();
    }

    /** Each line: how many letters are those of the line before, nucleus, rule, and the other letters. */
    private static Accents load() {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(
                        Accents.class.getResourceAsStream("/kamishibai/speech/accents.gz"), "the accents are missing")),
                StandardCharsets.UTF_8))) {
            var rules = Objects.requireNonNull(in.readLine()).split("\t", 0);
            var letters = new char[1 << 22];
            var starts = new int[1 << 20];
            var nuclei = new byte[1 << 20];
            var joins = new byte[1 << 20];
            var count = 0;
            for (var line = in.readLine(); line != null; line = in.readLine(), count++) {
                var shared = line.charAt(0) - ZERO;
                var from = starts[count];
                var end = from + shared + line.length() - 3;
                if (end > letters.length) letters = Arrays.copyOf(letters, letters.length * 2);
                if (count > 0) System.arraycopy(letters, starts[count - 1], letters, from, shared);
                line.getChars(3, line.length(), letters, from + shared);
                nuclei[count] = (byte) (line.charAt(1) - ZERO);
                joins[count] = (byte) (line.charAt(2) - ZERO);
                starts[count + 1] = end;
            }
            return new Accents(
                    rules,
                    Arrays.copyOf(letters, starts[count]),
                    Arrays.copyOf(starts, count + 1),
                    Arrays.copyOf(nuclei, count),
                    Arrays.copyOf(joins, count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
