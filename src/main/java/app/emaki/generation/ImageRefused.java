package app.emaki.generation;

/** A picture that somebody brought is not taken; nothing is kept of it. */
public class ImageRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    ImageRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a picture is not taken. */
    public enum Reason {
        /** More bytes than {@link ReferenceImages#MOST_BYTES}. */
        TOO_MANY_BYTES,
        /** More than {@link ReferenceImages#MOST_PIXELS}, or too narrow to be one. */
        SIZE,
        /** Neither JPEG nor PNG nor WebP. */
        KIND,
        /** It says it is one of them and cannot be read. */
        BROKEN,
        /** Neither a data URL in base64 nor an https address. */
        ADDRESS,
        /** The address leads into a private network. */
        PRIVATE_ADDRESS,
        /** There is a face in it, and nobody said that it may be used. */
        FACE,
        /** It was swept, or never was this account's. */
        GONE,
        /** Nothing there, or it took too long. */
        UNREACHABLE
    }
}
