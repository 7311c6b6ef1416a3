package app.emaki.invite;

import java.util.Locale;

/** A code seats nobody; the reason has words of its own under {@code invite.refused.*}. */
class CodeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    CodeRefused(Reason reason) {
        super("Refused: " + reason, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** The message that says so. */
    String words() {
        return "invite.refused." + reason.name().toLowerCase(Locale.ROOT);
    }

    enum Reason {
        WRONG,
        USED_UP,
        PAUSED,
        CLOSED,
        EXPIRED,
        /** Every free seat is kept for somebody for a few minutes. */
        HELD,
        /** Somebody who sits already gains nothing by it. */
        NO_GIFT,
        TOO_MANY_TODAY
    }
}
