package app.emaki.api;

import app.emaki.model.Capabilities;
import app.emaki.model.ModelOffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The models on offer, as OpenAI lists models, with what each can do beside it. */
@RestController
class ModelsController {
    /** OpenAI's clients want a moment; ours is the day this list began. */
    private static final long CREATED = 1_795_564_800;

    private final Models models;

    ModelsController(Models models) {
        this.models = models;
    }

    @GetMapping("/v1/models")
    Map<String, Object> list() {
        var data = new ArrayList<Map<String, Object>>();
        models.offers().forEach(offer -> data.add(entry(offer.id(), offer)));
        models.aliases().forEach((alias, offer) -> data.add(entry(alias, offer)));
        return Map.of("object", "list", "data", data);
    }

    @GetMapping("/v1/models/{id}")
    Map<String, Object> retrieve(@PathVariable String id) {
        try {
            return entry(id, models.named(id, Set.of()));
        } catch (ApiException e) {
            // one that is looked for is not there; one that is ordered with is a mistake in the order
            throw new ApiException(ApiError.of(
                    HttpStatus.NOT_FOUND, e.error().code(), e.error().message()));
        }
    }

    private static Map<String, Object> entry(String id, ModelOffer offer) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", id);
        entry.put("object", "model");
        entry.put("created", CREATED);
        entry.put("owned_by", "emaki");
        entry.put("name", offer.name());
        if (!id.equals(offer.id())) {
            entry.put("stands_for", offer.id());
        }
        entry.put("credits_per_five_seconds", offer.creditsPerFiveSeconds());
        entry.put("capabilities", capabilities(offer.capabilities()));
        return entry;
    }

    private static Map<String, Object> capabilities(Capabilities can) {
        var all = new LinkedHashMap<String, Object>();
        all.put("seconds", can.lengths().stream().map(String::valueOf).toList());
        all.put("sizes", sizes(can));
        all.put("generate_audio", can.sound());
        all.put("seed", can.seed());
        all.put("negative_prompt", can.negativePrompt());
        all.put(
                "inputs",
                can.inputs().stream()
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
        all.put("progress", word(can.progress()));
        all.put("cancel", word(can.cancel()));
        return all;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> sizes(Capabilities can) {
        return can.aspects().stream()
                .sorted()
                .flatMap(aspect ->
                        can.lines().stream().map(lines -> aspect.size(lines).toString()))
                .toList();
    }
}
