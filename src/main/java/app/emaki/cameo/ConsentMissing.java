package app.emaki.cameo;

/** A film must not be shown, as somebody in it has not agreed, or not any more. */
public class ConsentMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String handle;
    private final boolean waiting;

    ConsentMissing(String handle, boolean waiting) {
        super("No consent of @" + handle);
        this.handle = handle;
        this.waiting = waiting;
    }

    /** Whose consent. */
    public String handle() {
        return handle;
    }

    /** Whether they may still say yes of themselves; else there is no consent at all. */
    public boolean waiting() {
        return waiting;
    }
}
