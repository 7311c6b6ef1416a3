package app.emaki.generation;

import app.emaki.media.MediaKey;
import app.emaki.model.Picture;

/** A picture in our store that goes with an order, and what it is for. */
public record Reference(Picture.Role role, MediaKey key) {

    /** As it stands in the row. */
    String written() {
        return role + ":" + key;
    }

    static Reference read(String written) {
        int colon = written.indexOf(':');
        return new Reference(
                Picture.Role.valueOf(written.substring(0, colon)), new MediaKey(written.substring(colon + 1)));
    }
}
