package app.emaki.generation;

/** A film that was sent along is not taken. */
public class FilmRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    FilmRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        TOO_MANY_BYTES,
        /** No MP4, or in a coding that we do not read. */
        KIND,
        TOO_LONG,
        /** Larger than any screen. */
        SIZE,
        BROKEN,
        /** There is a face in it, and nobody said that it may be used. */
        FACE,
        /** It is a copy of a film from here, and somebody in that one does not want to be seen. */
        CONSENT,
        /** Others are before it; again in a moment. */
        BUSY
    }
}
