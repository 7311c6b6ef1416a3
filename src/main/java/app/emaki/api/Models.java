package app.emaki.api;

import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Models by the names that clients use: our own, and those that they know from elsewhere. */
@Component
class Models {
    private final VideoModels models;
    private final ApiSettings settings;

    Models(VideoModels models, ApiSettings settings) {
        this.models = models;
        this.settings = settings;
    }

    /**
     * The model behind a name. A name from elsewhere stands for the one that the settings say, else for the best that takes what
     * is sent along.
     *
     * @throws ApiException when there is none of that name
     */
    ModelOffer named(String name, Set<Input> needs) {
        return models.offer(name)
                .or(() -> Optional.ofNullable(settings.aliases().get(name)).flatMap(ours -> meant(ours, needs)))
                .orElseThrow(() -> new ApiException(ApiError.invalid(
                        "model_not_found",
                        "model",
                        "There is no model " + name + " here. GET /v1/models lists them.")));
    }

    boolean knows(String id) {
        return models.offer(id).isPresent();
    }

    List<ModelOffer> offers() {
        return models.offers();
    }

    /** Names from elsewhere, each with the model that it stands for now. */
    Map<String, ModelOffer> aliases() {
        var all = new TreeMap<String, ModelOffer>();
        settings.aliases().forEach((alias, ours) -> {
            if (models.offer(alias).isEmpty()) {
                meant(ours, Set.of()).ifPresent(offer -> all.put(alias, offer));
            }
        });
        return all;
    }

    private Optional<ModelOffer> meant(String ours, Set<Input> needs) {
        if (!ours.isBlank()) {
            return models.offer(ours);
        }
        var closed = models.slots().stream()
                .filter(VideoModels.Slots::draining)
                .map(VideoModels.Slots::backend)
                .collect(Collectors.toSet());
        var open = models.offers().stream()
                .filter(offer -> !closed.contains(offer.backend()))
                .toList();
        return open.stream()
                .filter(offer -> offer.capabilities().inputs().containsAll(needs))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .or(() -> models.offers().stream().findFirst());
    }
}
