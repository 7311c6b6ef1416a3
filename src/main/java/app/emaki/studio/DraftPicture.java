package app.emaki.studio;

import app.emaki.media.MediaKey;

/**
 * A picture that lies on a sheet.
 *
 * @param face whether a face was seen in it
 * @param agreed whether its sender said that they may use it and that whoever is on it agrees
 */
record DraftPicture(MediaKey key, boolean face, boolean agreed) {

    /** Whether it may not go into a film yet. */
    boolean unspoken() {
        return face && !agreed;
    }
}
