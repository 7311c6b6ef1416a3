package app.emaki.studio;

import app.emaki.studio.coach.Note;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the composer shows.
 *
 * @param title the film's working title, from its first words
 * @param language of the prompt
 * @param said how much is written: words in English, characters in Japanese
 * @param silenced how many kinds of notes were switched off for good
 * @param remix title and address of the film that this one continues
 */
record Desk(
        Draft draft,
        String title,
        PromptLanguage language,
        int said,
        PromptParts parts,
        List<Note> notes,
        int silenced,
        Options options,
        Preflight preflight,
        @Nullable Remix remix) {

    /** The film that is continued. */
    record Remix(String publicId, String title, String page, String author) {}

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

    public List<String> reasons(List<Options.Option> options) {
        return Options.reasons(options);
    }
}
