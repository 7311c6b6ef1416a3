package app.emaki.cameo;

/** How somebody stands to a cameo, as of now. */
public enum Standing {
    /** Their own, or they have its owner's consent. */
    ALLOWED,
    /** They may ask. */
    ASK,
    /** They have asked and wait. */
    ASKED,
    /** The owner said no, or took the consent back. */
    REFUSED,
    /** The owner's consent had an end, and it has come. */
    ENDED,
    /** There is no such cameo for them, whether or not there is one. */
    NONE;

    /** The one rule of consent. */
    static Standing of(Facts facts) {
        if (facts.gone()) {
            return NONE;
        }
        if (facts.own()) {
            return ALLOWED;
        }
        if (facts.level() == Level.NOBODY || facts.severed() || facts.ownerAway()) {
            return NONE;
        }
        var grant = facts.grant();
        if (grant == Grant.REFUSED || grant == Grant.REVOKED) {
            return REFUSED;
        }
        if (facts.ended()) {
            return ENDED;
        }
        if (facts.open() || grant == Grant.ALLOWED && !facts.spent()) {
            return ALLOWED;
        }
        return grant == Grant.ASKED ? ASKED : ASK;
    }

    /** What the owner has said to one person. */
    enum Grant {
        NONE,
        ASKED,
        ALLOWED,
        REFUSED,
        REVOKED
    }

    /**
     * All that the rule asks about.
     *
     * @param gone the cameo was deleted, or closed by a moderator
     * @param own the viewer's own
     * @param ownerAway suspended or closed
     * @param ended the day that the owner set has come
     * @param spent the grant was for one film, and that was ordered
     */
    record Facts(
            boolean gone,
            boolean own,
            boolean ownerAway,
            boolean severed,
            boolean mutual,
            Level level,
            Grant grant,
            boolean spent,
            boolean ended) {

        /** Whether no word to this one person is needed. */
        boolean open() {
            return level == Level.EVERYONE || level == Level.MUTUALS && mutual;
        }
    }
}
