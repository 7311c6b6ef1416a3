package app.emaki.studio;

import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Prompt;
import app.emaki.model.Aspect;
import app.emaki.model.Way;
import app.emaki.platform.PublicId;
import app.emaki.studio.coach.Composition;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptReader;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet on which somebody writes a film: the words, the settings, and the coach's rules that they waved away.
 *
 * @param name given by its author; empty for a sheet that goes by its first words
 * @param text the whole prompt as it is written
 * @param model id of a model, not necessarily one on offer any more
 * @param lines of the shorter side
 * @param sound whether it shall be heard, where its model has a voice
 * @param seed null for chance
 * @param remixOf the video that this film continues
 * @param way how it continues that one
 */
record Draft(
        UUID id,
        String name,
        String text,
        String model,
        Aspect aspect,
        int seconds,
        int lines,
        boolean sound,
        @Nullable Long seed,
        int takes,
        @Nullable UUID remixOf,
        Way way,
        Showing showing,
        Set<String> dismissed) {
    static final int LONGEST_NAME = 60;

    Draft {
        dismissed = Set.copyOf(dismissed);
    }

    /** The id as it stands in addresses. */
    public String publicId() {
        return PublicId.of(id);
    }

    Draft saying(String other) {
        return new Draft(
                id, name, other, model, aspect, seconds, lines, sound, seed, takes, remixOf, way, showing, dismissed);
    }

    /** The same settings on a sheet of its own: other words, and the coach may speak of everything again. */
    Draft starting(UUID sheet, String other, Aspect frame, int length) {
        return new Draft(
                sheet, "", other, model, frame, length, lines, sound, seed, takes, null, Way.REMIX, showing, Set.of());
    }

    Draft continuing(@Nullable UUID video, Way other) {
        return new Draft(
                id, name, text, model, aspect, seconds, lines, sound, seed, takes, video, other, showing, dismissed);
    }

    /** With the settings of a film. */
    Draft made(String by, Aspect frame, int length, int shorterSide, boolean heard, @Nullable Long chance) {
        return new Draft(
                id, name, text, by, frame, length, shorterSide, heard, chance, 1, remixOf, way, showing, dismissed);
    }

    Draft dismissing(Set<String> rules) {
        return new Draft(
                id, name, text, model, aspect, seconds, lines, sound, seed, takes, remixOf, way, showing, rules);
    }

    /** With the settings of a preset. */
    Draft set(Preset.Film film) {
        return new Draft(
                id,
                name,
                text,
                film.model(),
                film.aspect(),
                film.seconds(),
                film.lines(),
                film.sound(),
                seed,
                film.takes(),
                remixOf,
                way,
                showing,
                dismissed);
    }

    /** What the coach made of it. */
    Draft mended(Composition by) {
        return new Draft(
                id,
                name,
                by.text(),
                model,
                aspect,
                by.seconds(),
                lines,
                sound,
                seed,
                by.takes(),
                remixOf,
                way,
                showing,
                dismissed);
    }

    /** The order that this desk would give. */
    GenerationRequest order(PromptLanguage reader) {
        var language = PromptLanguage.of(text, reader);
        var parts = PromptReader.read(text);
        var avoid = parts.text(Part.AVOID);
        var prompt = new Prompt(text.strip(), language.code(), ScriptJson.of(parts), avoid.isEmpty() ? null : avoid);
        return new GenerationRequest(prompt, model, aspect, seconds, lines, sound, seed, takes, remixOf).going(way);
    }
}
