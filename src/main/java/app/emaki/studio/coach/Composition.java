package app.emaki.studio.coach;

import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.PromptWriter;

/**
 * What the coach looks at: a prompt and the film that it is for.
 *
 * @param parts the same prompt taken apart
 * @param words how much is said, in English words; five Japanese characters weigh as much as two
 * @param seconds of the film
 * @param longest seconds that model and plan allow
 * @param shortest seconds that the model makes
 */
public record Composition(
        String text,
        PromptParts parts,
        PromptLanguage language,
        double words,
        int seconds,
        int shortest,
        int longest,
        int takes,
        boolean sound) {

    /** A composition of this text. */
    public static Composition of(
            String text, PromptLanguage otherwise, int seconds, int shortest, int longest, int takes, boolean sound) {
        return new Composition(
                text,
                PromptReader.read(text),
                PromptLanguage.of(text, otherwise),
                Measure.words(text),
                seconds,
                shortest,
                longest,
                takes,
                sound);
    }

    /** The same film by other words. */
    public Composition saying(String other) {
        return new Composition(
                other,
                PromptReader.read(other),
                language,
                Measure.words(other),
                seconds,
                shortest,
                longest,
                takes,
                sound);
    }

    /** The same film by other parts, written out. */
    public Composition saying(PromptParts other) {
        return saying(PromptWriter.write(other, language));
    }

    /** The same prompt for a film as near to this length as is allowed. */
    public Composition lasting(int other) {
        return new Composition(
                text,
                parts,
                language,
                words,
                Math.clamp(other, shortest, Math.max(shortest, longest)),
                shortest,
                longest,
                takes,
                sound);
    }

    /** The same prompt, made so many times. */
    public Composition taken(int other) {
        return new Composition(text, parts, language, words, seconds, shortest, longest, other, sound);
    }
}
