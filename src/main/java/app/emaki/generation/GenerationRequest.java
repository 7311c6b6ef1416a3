package app.emaki.generation;

import app.emaki.model.Aspect;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order for one to four takes of a film.
 *
 * @param model id of a model on offer
 * @param seconds length of the film
 * @param lines of the shorter side, for instance 720
 * @param seed of the first take, the others count up from it; null for chance
 * @param remixOf the video that this one continues
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
        @Nullable UUID remixOf) {}
