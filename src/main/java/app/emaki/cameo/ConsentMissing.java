package app.emaki.cameo;

import java.util.List;

/** A film must not be shown, as somebody in it has not agreed, or not any more, or not to such a film. */
public class ConsentMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String handle;
    private final Ground ground;
    private final List<String> words;

    ConsentMissing(String handle, Ground ground) {
        this(handle, ground, List.of());
    }

    private ConsentMissing(String handle, Ground ground, List<String> words) {
        super("No consent of @" + handle);
        this.handle = handle;
        this.ground = ground;
        this.words = words;
    }

    /** They keep these words away from their likeness. */
    static ConsentMissing words(String handle, List<String> words) {
        return new ConsentMissing(handle, Ground.WORDS, List.copyOf(words));
    }

    /** Whose consent. */
    public String handle() {
        return handle;
    }

    public Ground ground() {
        return ground;
    }

    /** What they keep away from their likeness and stands in the prompt or beneath the film; only for {@link Ground#WORDS}. */
    public List<String> words() {
        return words;
    }

    /** What is missing. */
    public enum Ground {
        /** They may still say yes of themselves. */
        WAITING,
        /** There is no consent at all. */
        NONE,
        /** They do not want to be shown with such words. */
        WORDS,
        /** They do not want to advertise anything. */
        ADVERTISING
    }
}
