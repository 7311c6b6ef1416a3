package app.emaki.model;

/** How a film starts from another. */
public enum Way {
    /** The same film told otherwise: what the words change, changes. */
    REMIX,
    /** The story goes on from the last frame. */
    EXTEND
}
