package app.emaki.generation;

/** What a user can do with one tap about a film that was not finished. */
public enum Remedy {
    SHORTER,
    LOWER_RESOLUTION,
    SIMPLER,
    SAME_AGAIN
}
