package app.emaki.generation;

import app.emaki.cameo.FaceFinder;
import app.emaki.media.Mastered;
import app.emaki.media.MediaStore;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.stereotype.Component;

/**
 * Looks for faces in a film that is finished already: in its poster, and in the small pictures to seek by, of which it takes
 * two, since a small picture now and then looks like a face by chance.
 */
@Component
public class FilmFaces {
    private static final int LOOKING_SIDE = 480;
    private static final int FEWEST_TILES = 2;

    private final MediaStore store;
    private final FaceFinder faces;

    FilmFaces(MediaStore store, FaceFinder faces) {
        this.store = store;
        this.faces = faces;
    }

    public boolean in(Mastered film) throws IOException {
        var poster = Still.read(Files.readAllBytes(store.path(film.poster())), ReferenceImages.MOST_PIXELS);
        return shows(poster.within(LOOKING_SIDE)) || inTiles(film);
    }

    private boolean inTiles(Mastered film) throws IOException {
        var strip = film.strip();
        var row = Still.read(Files.readAllBytes(store.path(strip.file())), ReferenceImages.MOST_PIXELS);
        int seen = 0;
        for (int i = 0; i < strip.tiles() && seen < FEWEST_TILES; i++) {
            seen += shows(row.part(i, strip.tiles())) ? 1 : 0;
        }
        return seen >= FEWEST_TILES;
    }

    private boolean shows(Still still) {
        return !faces.find(still.grey(), still.width(), still.height()).isEmpty();
    }
}
