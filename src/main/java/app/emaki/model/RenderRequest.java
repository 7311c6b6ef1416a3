package app.emaki.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A film to make.
 *
 * @param generation names the job; a backend that knows idempotency keys gets it as one
 * @param prompt the words, those about what to avoid among them
 * @param language of the prompt, {@code ja} or {@code en}
 * @param avoid what must not be seen, once more and by itself, for models with a field for it
 * @param lines of the shorter side
 * @param source the film that this one starts from
 * @param pictures that go with the words, each of a kind that the model takes
 * @param script the prompt taken apart, as JSON: text, style, scene, cast, action, camera, shots, dialogue, sound, avoid, keep;
 *     null for free words alone, and a backend may always read the words instead
 */
public record RenderRequest(
        UUID generation,
        String model,
        String prompt,
        String language,
        @Nullable String avoid,
        Aspect aspect,
        int seconds,
        int lines,
        boolean sound,
        long seed,
        @Nullable Source source,
        List<Picture> pictures,
        @Nullable String script) {

    public Aspect.Size size() {
        return aspect.size(lines);
    }

    /** The same order in other words. */
    public RenderRequest saying(String words) {
        return cast(words, avoid, script, pictures);
    }

    /** The same order with people in it: named or described in the words, and as pictures. */
    public RenderRequest cast(String words, @Nullable String unwanted, @Nullable String parts, List<Picture> people) {
        return new RenderRequest(
                generation,
                model,
                words,
                language,
                unwanted,
                aspect,
                seconds,
                lines,
                sound,
                seed,
                source,
                people,
                parts);
    }

    /** The same order, starting from a film in another way. */
    public RenderRequest from(@Nullable Source other) {
        return new RenderRequest(
                generation,
                model,
                prompt,
                language,
                avoid,
                aspect,
                seconds,
                lines,
                sound,
                seed,
                other,
                pictures,
                script);
    }
}
