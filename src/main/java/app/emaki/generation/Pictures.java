package app.emaki.generation;

import app.emaki.media.MediaStore;
import app.emaki.model.Aspect;
import app.emaki.model.Picture;
import app.emaki.model.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The pictures that go with a job, read when it is handed over. A first frame, and a picture to keep to, is cut to the size of the
 * film here, whatever way it came: backends refuse one of another size, and a second try may be in another size than the first.
 */
@Component
class Pictures {
    private final MediaStore store;
    private final ReferenceImages images;
    private final ParentFrames frames;

    Pictures(MediaStore store, ReferenceImages images, ParentFrames frames) {
        this.store = store;
        this.images = images;
        this.frames = frames;
    }

    /** All pictures of a job, with one of the film that it continues where its model needs that. */
    List<Picture> of(Generation generation, @Nullable Source source) {
        var pictures =
                generation.commission().references().stream().map(this::read).toList();
        var size = generation.commission().aspect().size(generation.commission().lines());
        return frames.with(pictures, generation, source).stream()
                .map(picture -> fitting(picture, size))
                .toList();
    }

    private Picture read(Reference reference) {
        try {
            var bytes = Files.readAllBytes(store.path(reference.key()));
            boolean face = reference.role() == Picture.Role.CHARACTER || images.showsFace(reference.key());
            return new Picture(reference.role(), null, "image/jpeg", bytes, face);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + reference.key() + " is gone", e);
        }
    }

    private static Picture fitting(Picture picture, Aspect.Size size) {
        if (picture.role() == Picture.Role.CHARACTER) {
            return picture;
        }
        var still = Still.read(picture.bytes(), ReferenceImages.MOST_PIXELS);
        if (still.width() == size.width() && still.height() == size.height()) {
            return picture;
        }
        try {
            var bytes = still.covering(size.width(), size.height()).jpeg();
            return new Picture(picture.role(), picture.name(), "image/jpeg", bytes, picture.face());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
