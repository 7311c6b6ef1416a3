package app.emaki.generation;

import app.emaki.model.Aspect;
import app.emaki.model.Way;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order for one to four takes of a film.
 *
 * @param model id of a model on offer
 * @param seconds length of the film
 * @param lines of the shorter side, for instance 720
 * @param seed of the first take, the others count up from it; null for chance
 * @param remixOf the video that this one starts from
 * @param way how it starts from there
 * @param cameos who shall appear, by the ids of their cameos
 * @param references pictures that go with the words
 * @param lead seconds of the film that it continues, when that one shall stand before it in the same film; 0 for a film of its own
 */
public record GenerationRequest(
        Prompt prompt,
        String model,
        Aspect aspect,
        int seconds,
        int lines,
        boolean sound,
        @Nullable Long seed,
        int takes,
        @Nullable UUID remixOf,
        Way way,
        List<UUID> cameos,
        List<Reference> references,
        double lead) {

    /** An order of a film of its own. */
    public GenerationRequest(
            Prompt prompt,
            String model,
            Aspect aspect,
            int seconds,
            int lines,
            boolean sound,
            @Nullable Long seed,
            int takes,
            @Nullable UUID remixOf,
            Way way,
            List<UUID> cameos,
            List<Reference> references) {
        this(prompt, model, aspect, seconds, lines, sound, seed, takes, remixOf, way, cameos, references, 0);
    }

    /** An order of words alone, or of a remix. */
    public GenerationRequest(
            Prompt prompt,
            String model,
            Aspect aspect,
            int seconds,
            int lines,
            boolean sound,
            @Nullable Long seed,
            int takes,
            @Nullable UUID remixOf) {
        this(prompt, model, aspect, seconds, lines, sound, seed, takes, remixOf, Way.REMIX, List.of(), List.of());
    }

    /** The same order for so many takes. */
    public GenerationRequest times(int many) {
        return new GenerationRequest(
                prompt, model, aspect, seconds, lines, sound, seed, many, remixOf, way, cameos, references, lead);
    }

    /** The same order, starting from its parent in another way. */
    public GenerationRequest going(Way other) {
        return new GenerationRequest(
                prompt, model, aspect, seconds, lines, sound, seed, takes, remixOf, other, cameos, references, lead);
    }

    /** The same order for a film that is only seen. */
    public GenerationRequest silent() {
        return new GenerationRequest(
                prompt, model, aspect, seconds, lines, false, seed, takes, remixOf, way, cameos, references, lead);
    }

    /** The same order with these people in it. */
    public GenerationRequest with(List<UUID> people) {
        return new GenerationRequest(
                prompt, model, aspect, seconds, lines, sound, seed, takes, remixOf, way, people, references, lead);
    }

    /** The same order with these pictures. */
    public GenerationRequest showing(List<Reference> pictures) {
        return new GenerationRequest(
                prompt, model, aspect, seconds, lines, sound, seed, takes, remixOf, way, cameos, pictures, lead);
    }

    /** The film that will stand before this one in the same film; null for a film of its own. */
    @Nullable
    UUID within() {
        return lead > 0 ? remixOf : null;
    }

    /** The same order, with so many seconds of its parent before it in one film. */
    public GenerationRequest after(double seconds) {
        return new GenerationRequest(
                prompt,
                model,
                aspect,
                this.seconds,
                lines,
                sound,
                seed,
                takes,
                remixOf,
                way,
                cameos,
                references,
                seconds);
    }
}
