package app.emaki.cameo;

import java.util.List;

/**
 * Why a likeness may not be used.
 *
 * @param handle whose
 * @param words of the prompt that its owner keeps away from it; only for {@link Ground#WORDS}
 * @param limit likenesses in one film; only for {@link Ground#MANY}
 */
public record Objection(Ground ground, String handle, List<String> words, int limit) {

    Objection(Ground ground, String handle) {
        this(ground, handle, List.of(), 0);
    }

    /** What stands in the way. */
    public enum Ground {
        /** More likenesses than one film may have. */
        MANY,
        /** There is none for this viewer. */
        NONE,
        /** The owner can be asked. */
        ASK,
        /** The owner was asked and has not answered. */
        ASKED,
        /** The owner said no. */
        REFUSED,
        /** The owner's consent had an end. */
        ENDED,
        /** The owner does not want to be shown in such a film. */
        WORDS
    }

    static Ground ground(Standing standing) {
        return switch (standing) {
            case ASK -> Ground.ASK;
            case ASKED -> Ground.ASKED;
            case REFUSED -> Ground.REFUSED;
            case ENDED -> Ground.ENDED;
            case NONE -> Ground.NONE;
            case ALLOWED -> throw new IllegalArgumentException("Nothing to object to");
        };
    }
}
