package app.emaki.studio.prompt;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings typed text to one form, so that equal words are equal text. */
final class Clean {
    private static final Pattern BREAKS = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029\\u000B\\f]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF&&[^\\n\\t]]");

    private static final Pattern MANY_BLANKS = Pattern.compile("\\n{3,}");

    private Clean() {}

    /** Text of several lines: one kind of line break, no control characters, nothing trailing. */
    static String block(String text) {
        var lines = lines(text).map(String::stripTrailing).collect(Collectors.joining("\n"));
        return MANY_BLANKS.matcher(lines).replaceAll("\n\n").strip();
    }

    /** The lines of a text, with their spaces. */
    static Stream<String> lines(String text) {
        return CONTROLS.matcher(BREAKS.matcher(text).replaceAll("\n"))
                .replaceAll("")
                .lines();
    }

    /** Text of one line. */
    static String line(String text) {
        return block(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
