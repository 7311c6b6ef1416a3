package app.emaki.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What everybody tries first, as a rule rather than a list: up to two well-known words with digits and marks around them,
 * runs along the keyboard or the alphabet, and repetition.
 */
record CommonPasswords(Set<String> words) {
    private static final int FEW_WORDS = 2;
    private static final int FEW_LOOSE_DIGITS = 8;
    private static final int TOO_MANY = 1_000;
    private static final int SHORTEST_OWN = 4;
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "azertyuiop",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "1q2w3e4r5t6y7u8i9o0p",
            "q1w2e3r4t5y6u7i8o9p0",
            "qazwsxedcrfvtgbyhnujm");

    static CommonPasswords bundled() {
        try {
            var text = new ClassPathResource("passwords/common-words.txt").getContentAsString(StandardCharsets.UTF_8);
            return new CommonPasswords(text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is one of the first things somebody would try for anybody. */
    boolean includes(String password) {
        var plain = password.toLowerCase(Locale.ROOT);
        return repeats(plain)
                || words(plain, words::contains) <= FEW_WORDS
                || words(unmasked(plain), words::contains) <= FEW_WORDS;
    }

    /** Whether this is one of the first things somebody would try for the owner of these words. */
    boolean isMadeOf(String password, List<String> own) {
        var known = own.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_OWN)
                .collect(Collectors.toSet());
        var plain = password.toLowerCase(Locale.ROOT);
        return words(plain, word -> known.contains(word) || words.contains(word)) <= FEW_WORDS
                || words(unmasked(plain), word -> known.contains(word) || words.contains(word)) <= FEW_WORDS;
    }

    private static boolean repeats(String text) {
        for (int period = 1; period <= text.length() / 2; period++) {
            if (text.regionMatches(period, text, 0, text.length() - period)) {
                return true;
            }
        }
        return text.chars().distinct().count() <= 3;
    }

    /** The letters behind digits and marks, of the part that is not just digits and marks at the end. */
    private static String unmasked(String text) {
        return text.replaceFirst("[^\\p{L}]+$", "")
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    /** The fewest known words that, with runs, marks and a few digits, make up the whole text. */
    private static int words(String text, Predicate<String> known) {
        if (text.chars().filter(Character::isDigit).count() > FEW_LOOSE_DIGITS && !isRun(text)) {
            return TOO_MANY;
        }
        var fewest = new int[text.length() + 1];
        Arrays.fill(fewest, TOO_MANY);
        fewest[0] = 0;
        for (int end = 1; end <= text.length(); end++) {
            if (!Character.isLetter(text.charAt(end - 1))) {
                fewest[end] = fewest[end - 1];
            }
            for (int start = 0; start < end; start++) {
                var part = text.substring(start, end);
                if (part.length() >= 3 && isRun(part)) {
                    fewest[end] = Math.min(fewest[end], fewest[start]);
                } else if (known.test(part)) {
                    fewest[end] = Math.min(fewest[end], fewest[start] + 1);
                }
            }
        }
        return fewest[text.length()];
    }

    private static boolean isRun(String text) {
        var backwards = new StringBuilder(text).reverse().toString();
        return RUNS.stream().anyMatch(run -> run.contains(text) || run.contains(backwards));
    }
}
