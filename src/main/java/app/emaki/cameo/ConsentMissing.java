package app.emaki.cameo;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A film must not be shown, as somebody in it has not agreed, or not any more, or not to such a film. */
public class ConsentMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final UUID owner;
    private final String handle;
    private final Ground ground;
    private final List<String> words;

    ConsentMissing(CameoView cameo, Ground ground) {
        this(cameo, ground, List.of());
    }

    private ConsentMissing(CameoView cameo, Ground ground, List<String> words) {
        super("No consent of @" + cameo.handle());
        this.owner = cameo.owner();
        this.handle = cameo.handle();
        this.ground = ground;
        this.words = words;
    }

    /** They keep these words away from their likeness. */
    static ConsentMissing words(CameoView cameo, Collection<String> words) {
        return new ConsentMissing(cameo, Ground.WORDS, List.copyOf(words));
    }

    /** Who would have to agree. */
    public UUID owner() {
        return owner;
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
