package app.emaki.video;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an author wrote beneath a video: a short first line or sentence is its title, words after {@code #} are its tags. */
public record Caption(String text) {
    /** Longest caption, in characters. */
    public static final int LONGEST = 300;

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_TAG = 50;
    private static final Pattern TAG = Pattern.compile("[#＃]([\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_ー々]*)");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("\\A([^\\n]*?(?:[。！？]|[.!?](?=\\s|\\z))|[^\\n]*)");

    public Caption {
        text = text.strip();
    }

    /** The tags, as they are kept: compatibility form, lower case, without the mark. */
    public Set<String> tags() {
        var tags = new LinkedHashSet<String>();
        TAG.matcher(text).results().forEach(found -> tags.add(tag(found.group(1))));
        tags.removeIf(tag -> tag.length() > LONGEST_TAG);
        return tags;
    }

    /** A tag as it is kept. */
    public static String tag(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The first line or sentence without tags; empty when there is none that is short enough for a title. */
    public String title() {
        var first = first();
        var title = TAG.matcher(first).replaceAll("").strip();
        if (title.endsWith("。") || (title.endsWith(".") && !title.endsWith(".."))) {
            title = title.substring(0, title.length() - 1);
        }
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE ? title : "";
    }

    /** What stands beneath the title: plain words and tags in their order. */
    public List<Part> body() {
        var body = title().isEmpty() ? text : text.substring(first().length()).strip();
        if (!title().isEmpty()) {
            var tagged = new StringBuilder();
            TAG.matcher(first())
                    .results()
                    .forEach(found -> tagged.append(found.group()).append(' '));
            body = (tagged + body).strip();
        }
        var parts = new ArrayList<Part>();
        var matcher = TAG.matcher(body);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                parts.add(new Part(body.substring(from, matcher.start()), null));
            }
            parts.add(new Part(matcher.group(), tag(matcher.group(1))));
            from = matcher.end();
        }
        if (from < body.length()) {
            parts.add(new Part(body.substring(from), null));
        }
        return parts;
    }

    private String first() {
        var matcher = FIRST_SENTENCE.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    /** A run of a caption; {@code tag} is null for plain words. */
    public record Part(
            String text, @org.jspecify.annotations.Nullable String tag) {}
}
