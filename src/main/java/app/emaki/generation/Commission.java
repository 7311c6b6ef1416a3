package app.emaki.generation;

import app.emaki.model.Aspect;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.Source;
import app.emaki.model.Way;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was ordered, word for word; nothing that happens on the way changes it. */
@Embeddable
class Commission {
    private String prompt;
    private String language;
    private @Nullable String script;
    private @Nullable String avoid;

    @Enumerated(EnumType.STRING)
    private Aspect aspect;

    private int seconds;

    private int lines;

    private boolean sound;
    private long seed;
    private @Nullable UUID remixOf;

    @Enumerated(EnumType.STRING)
    private Way way;

    private double lead;
    private List<UUID> cameos;
    private List<String> refs;

    @SuppressWarnings("NullAway.Init")
    protected Commission() {}

    /** @param seed the take's own */
    Commission(GenerationRequest order, long seed) {
        this.prompt = order.prompt().text();
        this.language = order.prompt().language();
        this.script = order.prompt().script();
        this.avoid = order.prompt().avoid();
        this.aspect = order.aspect();
        this.seconds = order.seconds();
        this.lines = order.lines();
        this.sound = order.sound();
        this.seed = seed;
        this.remixOf = order.remixOf();
        this.way = order.way();
        this.lead = order.lead();
        this.cameos = List.copyOf(order.cameos());
        this.refs = order.references().stream().map(Reference::written).toList();
    }

    RenderRequest renderRequest(UUID generation, String model, @Nullable Source source, List<Picture> pictures) {
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
                source,
                pictures,
                script);
    }

    /** The same once more in other words or another size, and by chance. */
    GenerationRequest again(String model, Prompt prompt, int seconds, int lines) {
        return new GenerationRequest(
                prompt, model, aspect, seconds, lines, sound, null, 1, remixOf, way, cameos(), references(), lead);
    }

    Prompt prompt() {
        return new Prompt(prompt, language, script, avoid);
    }

    Aspect aspect() {
        return aspect;
    }

    int seconds() {
        return seconds;
    }

    int lines() {
        return lines;
    }

    boolean sound() {
        return sound;
    }

    long seed() {
        return seed;
    }

    @Nullable
    UUID remixOf() {
        return remixOf;
    }

    Way way() {
        return way;
    }

    double lead() {
        return lead;
    }

    List<UUID> cameos() {
        return List.copyOf(cameos);
    }

    List<Reference> references() {
        return refs.stream().map(Reference::read).toList();
    }
}
