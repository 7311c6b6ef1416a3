package app.emaki.archive;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A film found in a file that somebody brought, with what is said of it there. Nothing of this is believed before the film
 * has been looked at.
 *
 * @param origin names it for good, so that it is never taken twice
 * @param film entry of the ZIP
 * @param captions entry of the ZIP
 * @param from origin of what it was made from
 * @param detail all that was said of it, as JSON
 */
record Found(
        String origin,
        String film,
        @Nullable String captions,
        String caption,
        String prompt,
        long seed,
        @Nullable String from,
        String detail) {
    static final int LONGEST_PROMPT = 4000;

    Found {
        prompt = prompt.length() > LONGEST_PROMPT ? prompt.substring(0, LONGEST_PROMPT) : prompt;
    }

    /** The film that it was in the Emaki that it comes from, which may be this one. */
    Optional<UUID> here() {
        return origin.startsWith(EmakiArchive.ORIGIN)
                ? Optional.of(UUID.fromString(origin.substring(EmakiArchive.ORIGIN.length())))
                : Optional.empty();
    }

    /** The language that the words are most likely written in. */
    String language() {
        return prompt.codePoints()
                        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HIRAGANA
                                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.KATAKANA
                                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)
                ? "ja"
                : "en";
    }
}
