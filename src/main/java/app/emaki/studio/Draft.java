package app.emaki.studio;

import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Prompt;
import app.emaki.model.Aspect;
import app.emaki.studio.coach.Composition;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptReader;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lies on somebody's desk: the words, the settings of the film, and the coach's rules that they waved away.
 *
 * @param text the whole prompt as it is written
 * @param model id of a model, not necessarily one on offer any more
 * @param lines of the shorter side
 * @param seed null for chance
 * @param remixOf the video that this film continues
 */
record Draft(
        String text,
        String model,
        Aspect aspect,
        int seconds,
        int lines,
        boolean sound,
        @Nullable Long seed,
        int takes,
        @Nullable UUID remixOf,
        Set<String> dismissed) {

    Draft {
        dismissed = Set.copyOf(dismissed);
    }

    Draft saying(String other) {
        return new Draft(other, model, aspect, seconds, lines, sound, seed, takes, remixOf, dismissed);
    }

    /** The same desk for another film: other words, and the coach may speak of everything again. */
    Draft starting(String other, Aspect frame, int length) {
        return new Draft(other, model, frame, length, lines, sound, seed, takes, remixOf, Set.of());
    }

    Draft continuing(@Nullable UUID video) {
        return new Draft(text, model, aspect, seconds, lines, sound, seed, takes, video, dismissed);
    }

    Draft dismissing(Set<String> rules) {
        return new Draft(text, model, aspect, seconds, lines, sound, seed, takes, remixOf, rules);
    }

    /** What the coach made of it. */
    Draft mended(Composition by) {
        return new Draft(by.text(), model, aspect, by.seconds(), lines, sound, seed, by.takes(), remixOf, dismissed);
    }

    /** The order that this desk would give. */
    GenerationRequest order(PromptLanguage reader) {
        var language = PromptLanguage.of(text, reader);
        var parts = PromptReader.read(text);
        var avoid = parts.text(Part.AVOID);
        var prompt = new Prompt(text.strip(), language.code(), ScriptJson.of(parts), avoid.isEmpty() ? null : avoid);
        return new GenerationRequest(prompt, model, aspect, seconds, lines, sound, seed, takes, remixOf);
    }
}
