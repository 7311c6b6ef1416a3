package app.emaki.generation;

import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.model.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pictures that go with a job, read when it is handed over. */
@Component
class Pictures {
    private final MediaStore store;

    Pictures(MediaStore store) {
        this.store = store;
    }

    List<Picture> of(Generation generation) {
        return generation.references().stream().map(this::picture).toList();
    }

    private Picture picture(Reference reference) {
        try {
            var bytes = Files.readAllBytes(store.path(reference.key()));
            return new Picture(reference.role(), null, contentType(reference.key()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + reference.key() + " is gone", e);
        }
    }

    private static String contentType(MediaKey key) {
        var name = key.value();
        return name.endsWith(".png") ? "image/png" : name.endsWith(".webp") ? "image/webp" : "image/jpeg";
    }
}
