package app.emaki.studio;

import app.emaki.generation.ReferenceImages.Seen;
import app.emaki.media.MediaKey;
import app.emaki.model.Capabilities;
import app.emaki.model.Input;
import app.emaki.model.Picture.Role;
import java.util.Optional;

/**
 * A picture that lies on a sheet, and what was seen in it.
 *
 * @param keeps whether the film keeps to what it shows instead of starting from it, where its model can do both
 */
record DraftPicture(MediaKey key, Seen seen, boolean keeps) {

    /** What it is for with a model; empty when that starts from words alone. */
    Optional<Role> role(Capabilities can) {
        return keeps && can.takes(Input.REFERENCE) ? Optional.of(Role.REFERENCE) : Options.pictured(can);
    }

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
