package app.emaki.generation;

import app.emaki.media.BadResult;
import app.emaki.media.Mastered;
import app.emaki.media.Mastering;
import app.emaki.media.MasteringOrder;
import app.emaki.media.MediaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Masters what a backend sent: by itself, or with the film before it that it goes on from, as one. */
@Component
class Stitching {
    private final Mastering mastering;
    private final Sources sources;
    private final MediaStore store;

    Stitching(Mastering mastering, Sources sources, MediaStore store) {
        this.mastering = mastering;
        this.sources = sources;
        this.store = store;
    }

    Mastered master(Path raw, Generation generation, MasteringOrder order, Runnable begins)
            throws BadResult, IOException {
        if (generation.commission().lead() == 0) {
            return mastering.master(raw, order, begins);
        }
        var lead = sources.lead(generation)
                .orElseThrow(() -> new BadResult("parent", "The film that it goes on from is gone"));
        var said = Captions.join(
                said(lead), order.captionsVtt(), generation.commission().lead());
        return mastering.master(
                raw,
                order.after(store.path(lead.film()), generation.commission().lead(), said),
                begins);
    }

    private @Nullable String said(Sources.Lead lead) throws IOException {
        var key = lead.captions();
        return key == null || !store.exists(key) ? null : Files.readString(store.path(key));
    }
}
