package app.emaki.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A film to make.
 *
 * @param generation names the job; a backend that knows idempotency keys gets it as one
 * @param language of the prompt, {@code ja} or {@code en}
 * @param lines of the shorter side
 * @param parentPlan what the backend kept of the film that this one continues, as {@link Fetched#plan()} gave it
 * @param script the prompt taken apart, as JSON: text, style, scene, cast, action, camera, shots, dialogue, sound, avoid, keep;
 *     null for free words alone, and a backend may always read the words instead
 */
public record RenderRequest(
        UUID generation,
        String model,
        String prompt,
        String language,
        Aspect aspect,
        int seconds,
        int lines,
        boolean sound,
        long seed,
        @Nullable String parentPlan,
        @Nullable String script) {

    public Aspect.Size size() {
        return aspect.size(lines);
    }
}
