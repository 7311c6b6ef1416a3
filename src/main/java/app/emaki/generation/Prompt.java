package app.emaki.generation;

import org.jspecify.annotations.Nullable;

/**
 * What the film shall show, in the user's own words.
 *
 * @param language of the words, {@code ja} or {@code en}
 * @param script the same prompt taken apart, as JSON that models may read instead of the words: style, scene, cast, action,
 *     camera, shots, dialogue, sound, avoid, keep; null for free words alone
 * @param avoid what must not be seen, by itself, for models that have a field for it; the text may say it too
 */
public record Prompt(
        String text,
        String language,
        @Nullable String script,
        @Nullable String avoid) {

    /** A prompt of free words alone. */
    public Prompt(String text, String language) {
        this(text, language, null, null);
    }

    /** The first sentence alone, for a second try with less in it; the same prompt when there is only one. */
    Prompt simpler() {
        var first = text.strip().split("(?<=[.!?。！？])\\s*|\\R", 2)[0].strip();
        return first.isEmpty() ? this : new Prompt(first, language);
    }
}
