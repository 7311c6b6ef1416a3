package app.emaki.generation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Captions of two films that become one. */
final class Captions {
    private static final String HEAD = "WEBVTT";
    private static final Pattern TIME = Pattern.compile("(?:(\\d{2,}):)?(\\d{2}):(\\d{2})\\.(\\d{3})");

    private Captions() {}

    /** Both as WebVTT, the second one so many seconds later; null when there is nothing said. */
    static @Nullable String join(@Nullable String first, @Nullable String second, double later) {
        var before = cues(first);
        var after = later(cues(second), later);
        return before.isEmpty() && after.isEmpty()
                ? null
                : HEAD + "\n\n" + (before.isEmpty() ? "" : before + "\n\n") + (after.isEmpty() ? "" : after + "\n");
    }

    private static String cues(@Nullable String vtt) {
        if (vtt == null) {
            return "";
        }
        var lines = vtt.replace("\r\n", "\n").strip();
        int head = lines.indexOf("\n\n");
        return lines.startsWith(HEAD) ? head < 0 ? "" : lines.substring(head).strip() : lines;
    }

    /** Only the lines that tell times are moved, not what somebody says about one. */
    private static String later(String cues, double seconds) {
        long more = Math.round(seconds * 1000);
        return cues.lines()
                .map(line -> line.contains("-->")
                        ? TIME.matcher(line).replaceAll(time -> {
                            long hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
                            long at =
                                    ((hours * 60 + Long.parseLong(time.group(2))) * 60 + Long.parseLong(time.group(3)))
                                                    * 1000
                                            + Long.parseLong(time.group(4))
                                            + more;
                            return "%02d:%02d:%02d.%03d"
                                    .formatted(at / 3_600_000, at / 60_000 % 60, at / 1000 % 60, at % 1000);
                        })
                        : line)
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }
}
