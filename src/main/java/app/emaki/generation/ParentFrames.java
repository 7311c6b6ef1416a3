package app.emaki.generation;

import app.emaki.media.BadResult;
import app.emaki.media.Splicing;
import app.emaki.model.Capabilities;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture;
import app.emaki.model.Picture.Role;
import app.emaki.model.Source;
import app.emaki.model.VideoModelClient;
import app.emaki.model.VideoModels;
import app.emaki.model.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a model that cannot take a film is given of it: its first frame for a remix, its last one for a story that goes on. */
@Component
class ParentFrames {
    private static final Logger log = LoggerFactory.getLogger(ParentFrames.class);

    private final VideoModels models;
    private final Splicing splicing;

    ParentFrames(VideoModels models, Splicing splicing) {
        this.models = models;
        this.splicing = splicing;
    }

    /** Whether a model can start from another film in this way, be it from a picture of it or, for a remix, from the words alone. */
    static boolean can(Capabilities can, Way way) {
        return way == Way.REMIX || can.takes(Input.EXTEND) || can.takes(Input.FIRST_FRAME);
    }

    /** The pictures of a job, with one of its parent where the model needs that. */
    List<Picture> with(List<Picture> pictures, Generation generation, @Nullable Source source) {
        if (source == null || source.film() == null || !needed(generation, source, pictures)) {
            return pictures;
        }
        try {
            var bytes = splicing.picture(source.film(), source.way() == Way.EXTEND);
            var all = new ArrayList<>(pictures);
            all.add(new Picture(Role.FIRST_FRAME, null, "image/jpeg", bytes));
            return all;
        } catch (BadResult e) {
            log.warn("Generation {} goes without a picture of its parent: {}", generation.id(), e.getMessage());
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean needed(Generation generation, Source source, List<Picture> pictures) {
        return models.offer(generation.model())
                .map(ModelOffer::capabilities)
                .filter(can -> !known(generation, source)
                        || !can.takes(source.way() == Way.EXTEND ? Input.EXTEND : Input.REMIX))
                .filter(can -> can.takes(Input.FIRST_FRAME))
                .filter(can -> pictures.stream().noneMatch(picture -> picture.role() == Role.FIRST_FRAME))
                .isPresent();
    }

    /** A backend knows films that it keeps, and one in this process those whose plan is kept here. */
    private boolean known(Generation generation, Source source) {
        return source.remoteId() != null
                || source.plan() != null
                        && models.backend(generation.backend())
                                .filter(VideoModelClient::local)
                                .isPresent();
    }
}
