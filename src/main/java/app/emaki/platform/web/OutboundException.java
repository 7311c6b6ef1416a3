package app.emaki.platform.web;

import java.io.IOException;

/** A call to an address that a user named was not made, or came to nothing. */
public class OutboundException extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    OutboundException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What was in the way. */
    public enum Reason {
        /** No address of the form {@code https://host/path}. */
        NOT_HTTPS,
        /** The name stands for no address. */
        UNKNOWN_HOST,
        /** The name stands for an address that is not on the open internet. */
        PRIVATE_ADDRESS,
        /** The answer has more bytes than were asked for. */
        TOO_LARGE,
        TIMED_OUT,
        /** No connection, a certificate that does not fit, or an answer that broke off. */
        UNREACHABLE
    }
}
