package app.emaki.video;

import app.emaki.media.MediaKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of films that is bound into one, or is about to be.
 *
 * @param films oldest first
 * @param file once it is done
 * @param language of the cards
 */
public record BranchFilm(
        UUID id,
        UUID leaf,
        List<UUID> films,
        State state,
        int percent,
        @Nullable MediaKey file,
        String language) {

    /** How far it is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean live() {
        return state == State.QUEUED || state == State.RUNNING;
    }
}
