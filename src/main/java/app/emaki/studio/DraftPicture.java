package app.emaki.studio;

import app.emaki.generation.ReferenceImages.Seen;
import app.emaki.media.MediaKey;

/** A picture that lies on a sheet, and what was seen in it. */
record DraftPicture(MediaKey key, Seen seen) {

    public boolean face() {
        return seen.face();
    }

    public boolean agreed() {
        return seen.agreed();
    }

    /** Whether it may not go into a film yet. */
    public boolean unspoken() {
        return seen.unspoken();
    }
}
