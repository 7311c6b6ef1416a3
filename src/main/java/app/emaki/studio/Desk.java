package app.emaki.studio;

import app.emaki.model.Way;
import app.emaki.studio.coach.Note;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.video.WordDiff;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the composer shows.
 *
 * @param title the film's working title, from its first words
 * @param language of the prompt
 * @param said how much is written: words in English, characters in Japanese
 * @param listed why the admin's lists have something to say; null when they have not
 * @param silenced how many kinds of notes were switched off for good
 * @param remix title and address of the film that this one continues
 * @param cast whom the film may show
 */
record Desk(
        Draft draft,
        String title,
        PromptLanguage language,
        int said,
        PromptParts parts,
        List<Note> notes,
        @Nullable String listed,
        int silenced,
        Options options,
        Preflight preflight,
        @Nullable Remix remix,
        Troupe.Cast cast) {

    /**
     * The film that is continued.
     *
     * @param language of its words
     * @param shown whether its words are shown
     * @param runs its words beside those on the desk; empty for a story that goes on
     * @param settings of the film that are others now
     * @param changed whether anything is
     * @param styles ready ones, in the language of the words
     * @param style that the words name now
     * @param gets what the model is given of it: {@code film}, {@code picture} or {@code words}
     */
    record Remix(
            String publicId,
            String title,
            String page,
            String author,
            String film,
            String poster,
            int width,
            int height,
            String language,
            Way way,
            boolean shown,
            List<WordDiff.Run> runs,
            List<Setting> settings,
            boolean changed,
            List<String> styles,
            String style,
            String gets) {

        public boolean extended() {
            return way == Way.EXTEND;
        }
    }

    /** A setting of the film that is continued, and what it is on the desk. */
    record Setting(String name, String before, String now) {}

    public String part(String key) {
        return parts.text(Part.valueOf(key.toUpperCase(java.util.Locale.ROOT)));
    }

    /** Seconds of the storyboard as people write them. */
    public String boardSeconds() {
        return java.math.BigDecimal.valueOf(parts.seconds())
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What a note is about, as {@code 4-10 20-25}, for the ink under the words. */
    public String spans(Note note) {
        return note.spans().stream().map(span -> span.from() + "-" + span.to()).collect(Collectors.joining(" "));
    }

    /** Why a note of the admin's lists is there, in the admin's words; null for a note of the coach's own. */
    public @Nullable String reason(Note note) {
        return note.rule().equals(Listing.LISTED) || note.rule().equals(Listing.HELD) ? listed : null;
    }

    public List<String> reasons(List<Options.Option> options) {
        return Options.reasons(options);
    }
}
