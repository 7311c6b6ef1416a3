package app.emaki.feed;

import app.emaki.platform.PublicId;
import app.emaki.video.Caption;
import app.emaki.video.Kin;
import app.emaki.video.WordDiff;
import app.emaki.video.WordDiff.Change;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A film in its lineage, as one viewer sees it. Of one that is not theirs to see only the place is left, and who made it while
 * they have an account.
 *
 * @param depth generations below the film that was asked for, negative above
 * @param parent the film that it continues
 * @param prompt null when it is not shown
 * @param linked whether anything hangs on it that is listed
 */
record LineageNode(
        UUID id,
        int depth,
        @Nullable UUID parent,
        @Nullable Kin kin,
        boolean seen,
        @Nullable String handle,
        @Nullable String caption,
        @Nullable String film,
        @Nullable String poster,
        int width,
        int height,
        double seconds,
        String language,
        @Nullable String prompt,
        @Nullable Instant publishedAt,
        long remixes,
        long likes,
        boolean linked) {
    private static final int LONGEST = 26;
    private static final int MOST_CHANGES = 3;

    public String publicId() {
        return PublicId.of(id);
    }

    public String page() {
        return "/v/" + publicId();
    }

    public String title() {
        return caption == null ? "" : new Caption(caption).title();
    }

    public boolean extended() {
        return kin == Kin.EXTEND;
    }

    /** How it stands: {@code tall}, {@code wide} or {@code square}. */
    public String ratio() {
        return width == height ? "1:1" : width > height ? "16:9" : "9:16";
    }

    /** The words that changed from the film before it, a few of them and short; null when they are not shown. */
    @Nullable
    List<Change> changes(@Nullable LineageNode before) {
        if (before == null || before.prompt == null || prompt == null || extended()) {
            return null;
        }
        return WordDiff.changes(before.prompt, prompt).stream()
                .map(change -> new Change(shortened(change.gone()), shortened(change.fresh())))
                .limit(MOST_CHANGES)
                .toList();
    }

    /** The first words of what happens next. */
    String next() {
        return extended() && prompt != null
                ? shortened(Stream.of(prompt.split("\\R", 2)).findFirst().orElse(""))
                : "";
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
