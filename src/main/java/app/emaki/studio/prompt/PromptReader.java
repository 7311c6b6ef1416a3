package app.emaki.studio.prompt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a prompt as people write it: labels or headings open a part, a blank line closes it, and everything without a label is
 * free words. No word is ever dropped.
 */
public final class PromptReader {
    private static final String SHOT_OPEN = "shot";
    private static final Pattern SHOT = Pattern.compile(
            "^(?:[-*・]\\s*)?\\**(?:(?:shot|cut)\\s*|(?:カット|ショット)\\s*)[0-9０-９]{1,3}\\**\\s*(?=[:：(（])(.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final String FROM_TO = "(" + Seconds.NUMBER + ")\\s*" + Seconds.UNIT + "?\\s*[-–—~〜～]\\s*("
            + Seconds.NUMBER + ")\\s*" + Seconds.UNIT;
    private static final List<Pattern> SPANS = List.of(
            Pattern.compile("^[\\[【(（［]\\s*" + FROM_TO + "\\s*[\\]】)）］]\\s*[:：]?\\s*(.*)$", Pattern.CASE_INSENSITIVE),
            Pattern.compile("^(?:[-*・]\\s*)?" + FROM_TO + "\\s*[:：]\\s*(.*)$", Pattern.CASE_INSENSITIVE));
    private static final Pattern LENGTH = Pattern.compile(
            "^\\s*(" + Seconds.NUMBER + ")\\s*" + Seconds.UNIT + "\\s*(?:[;；、,，]\\s*(.*))?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPOKEN = Pattern.compile(
            "^(?<who>[^「“\"]*?)\\s*(?:[（(]\\s*(?<at>" + Seconds.NUMBER + ")\\s*" + Seconds.UNIT
                    + "\\s*[）)])?\\s*[:：]?\\s*(?:「(?<ja>.*)」|“(?<en>.*)”|\"(?<plain>.*)\")$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNQUOTED = Pattern.compile("^(?<who>[^:：「“\"（）()]{1,24})[:：]\\s*(?<text>.+)$");

    private final Map<Part, List<String>> texts = new EnumMap<>(Part.class);
    private final List<Shot> shots = new ArrayList<>();
    private final List<SpokenLine> dialogue = new ArrayList<>();

    private @Nullable String open;

    private PromptReader() {}

    /** The parts of a text. */
    public static PromptParts read(String text) {
        var reader = new PromptReader();
        Clean.lines(text).forEach(reader::line);
        return reader.parts();
    }

    /** How many words a text has, by spaces. */
    public static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    /** Whether a line would open a part or a shot rather than stand as free words. */
    static boolean opensSomething(String line) {
        return shot(line).isPresent() || Labels.opening(line).isPresent();
    }

    private PromptParts parts() {
        var joined = new EnumMap<Part, String>(Part.class);
        texts.forEach((part, lines) -> joined.put(part, String.join("\n", lines)));
        return new PromptParts(joined, shots, dialogue);
    }

    private void line(String line) {
        if (line.isBlank()) {
            blank(line);
            return;
        }
        boolean indented = Character.isWhitespace(line.charAt(0));
        var shot = indented ? Optional.<Shot>empty() : shot(line);
        if (shot.isPresent()) {
            shots.add(shot.get());
            open = SHOT_OPEN;
            return;
        }
        var opening = indented ? Optional.<Labels.Opening>empty() : Labels.opening(line);
        if (opening.isPresent()) {
            open = opening.get().key();
            add(opening.get().rest());
        } else {
            add(open == null ? line : outdented(line));
        }
    }

    private void blank(String line) {
        if (line.length() < 2) {
            open = null;
        }
        if (open == null) {
            text(Part.WORDS).add("");
        } else if (!open.equals(SHOT_OPEN) && !open.equals(Labels.DIALOGUE)) {
            text(part(open)).add("");
        }
    }

    private void add(String line) {
        if (open == null) {
            text(Part.WORDS).add(line);
        } else if (open.equals(SHOT_OPEN)) {
            var last = shots.removeLast();
            shots.add(new Shot(last.seconds(), last.camera(), last.text() + " " + line));
        } else if (open.equals(Labels.DIALOGUE)) {
            if (!line.isBlank()) {
                dialogue.add(spoken(line.strip()));
            }
        } else {
            text(part(open)).add(line);
        }
    }

    private List<String> text(Part part) {
        return texts.computeIfAbsent(part, none -> new ArrayList<>());
    }

    private static Part part(String key) {
        return Part.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static String outdented(String line) {
        return line.startsWith("  ") ? line.substring(2) : line.startsWith("　") ? line.substring(1) : line;
    }

    private static Optional<Shot> shot(String line) {
        var numbered = SHOT.matcher(line);
        if (numbered.matches()) {
            return numbered(numbered.group(1));
        }
        for (var pattern : SPANS) {
            var span = pattern.matcher(line);
            if (span.matches()) {
                double seconds = Seconds.read(span.group(2)) - Seconds.read(span.group(1));
                return seconds > 0 ? Optional.of(new Shot(seconds, "", span.group(3))) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Shot> numbered(String rest) {
        var inside = "";
        if (Brackets.opens(rest.charAt(0))) {
            int end = Brackets.partner(rest, 0);
            if (end < 0) {
                return Optional.empty();
            }
            inside = rest.substring(1, end);
            rest = rest.substring(end + 1).strip();
        }
        if (rest.isEmpty() || (rest.charAt(0) != ':' && rest.charAt(0) != '：')) {
            return Optional.empty();
        }
        var text = rest.substring(1);
        var length = LENGTH.matcher(inside);
        if (length.matches()) {
            var camera = length.group(2);
            return Optional.of(new Shot(Seconds.read(length.group(1)), camera == null ? "" : camera, text));
        }
        var camera = inside.startsWith(";") || inside.startsWith("、") ? inside.substring(1) : inside;
        return Optional.of(new Shot(0, camera, text));
    }

    private static SpokenLine spoken(String line) {
        var quoted = SPOKEN.matcher(line);
        if (quoted.matches()) {
            var at = quoted.group("at");
            return new SpokenLine(quoted.group("who"), at == null ? -1 : Seconds.read(at), said(quoted));
        }
        var plain = UNQUOTED.matcher(line);
        return plain.matches()
                ? new SpokenLine(plain.group("who"), -1, plain.group("text"))
                : new SpokenLine("", -1, line);
    }

    private static String said(java.util.regex.Matcher quoted) {
        for (var group : List.of("ja", "en", "plain")) {
            var text = quoted.group(group);
            if (text != null) {
                return text;
            }
        }
        return "";
    }
}
