package app.emaki.feed;

import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import org.springframework.stereotype.Component;

/** What a model is called; one that is no longer on offer goes by its id. */
@Component
class ModelNames {
    private final VideoModels models;

    ModelNames(VideoModels models) {
        this.models = models;
    }

    String of(String id) {
        return models.offer(id).map(ModelOffer::name).orElse(id);
    }
}
