package app.emaki.social;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People whom a text names by {@code @handle}. */
public final class Mention {
    /** More than so many in one comment are plain words: nobody calls a crowd. */
    static final int MOST = 10;

    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\p{N}_@＠.])[@＠]([A-Za-z0-9_]{3,20})(?![A-Za-z0-9_])");

    private Mention() {}

    /** The handles that may be meant, in their order. */
    static Set<String> in(String text) {
        var handles = new LinkedHashSet<String>();
        NAMED.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .forEach(handles::add);
        return new LinkedHashSet<>(handles.stream().limit(MOST).toList());
    }

    /** The text in runs; those that name one of these people lead to them. */
    static List<Part> parts(String text, Collection<String> known) {
        var parts = new ArrayList<Part>();
        var matcher = NAMED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            var handle = matcher.group(1).toLowerCase(Locale.ROOT);
            if (known.contains(handle)) {
                if (matcher.start() > from) {
                    parts.add(new Part(text.substring(from, matcher.start()), null));
                }
                parts.add(new Part(matcher.group(), handle));
                from = matcher.end();
            }
        }
        if (from < text.length()) {
            parts.add(new Part(text.substring(from), null));
        }
        return parts;
    }

    /** A run of a text; {@code handle} is null for plain words. */
    public record Part(String text, @Nullable String handle) {}
}
