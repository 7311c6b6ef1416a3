package app.emaki.cameo;

/** Who may use a cameo beside its owner. */
public enum Level {
    /** The owner alone; to anybody else there is no such cameo. */
    NOBODY,
    /** Whom the owner has said yes to. */
    APPROVED,
    /** Whom the owner follows and who follows them; others may ask. */
    MUTUALS,
    EVERYONE
}
