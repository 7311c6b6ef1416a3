package app.emaki.generation;

import app.emaki.media.BadResult;
import app.emaki.media.Mastered;
import app.emaki.media.Mastering;
import app.emaki.media.MasteringOrder;
import app.emaki.media.MediaStore;
import app.emaki.media.Splicing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Masters what a backend sent: by itself, or with the film before it that it goes on from, as one. */
@Component
class Stitching {
    private final Mastering mastering;
    private final Splicing splicing;
    private final Sources sources;
    private final MediaStore store;

    Stitching(Mastering mastering, Splicing splicing, Sources sources, MediaStore store) {
        this.mastering = mastering;
        this.splicing = splicing;
        this.sources = sources;
        this.store = store;
    }

    Mastered master(Path raw, Generation generation, MasteringOrder order) throws BadResult, IOException {
        if (generation.lead() == 0) {
            return mastering.master(raw, order);
        }
        var lead = sources.lead(generation)
                .orElseThrow(() -> new BadResult("parent", "The film that it goes on from is gone"));
        var films = List.of(store.path(lead.film()), raw);
        try (var whole =
                splicing.join(films, order.width(), order.height(), order.seconds(), generation.seconds(), 0)) {
            return mastering.master(
                    whole.film(), order.saying(Captions.join(said(lead), order.captionsVtt(), generation.lead())));
        }
    }

    private @Nullable String said(Sources.Lead lead) throws IOException {
        var key = lead.captions();
        return key == null || !store.exists(key) ? null : Files.readString(store.path(key));
    }
}
