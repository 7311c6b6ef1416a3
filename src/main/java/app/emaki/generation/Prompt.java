package app.emaki.generation;

/**
 * What the film shall show, in the user's own words.
 *
 * @param language of the words, {@code ja} or {@code en}
 */
public record Prompt(String text, String language) {

    /** The first sentence alone, for a second try with less in it; the same prompt when there is only one. */
    Prompt simpler() {
        var first = text.strip().split("(?<=[.!?。！？])\\s*|\\R", 2)[0].strip();
        return new Prompt(first.isEmpty() ? text : first, language);
    }
}
