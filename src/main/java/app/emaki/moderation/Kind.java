package app.emaki.moderation;

/** What a matter is about. */
enum Kind {
    VIDEO,
    COMMENT,
    PROFILE,
    /** A likeness that somebody lends. */
    CAMEO,
    /** Words that the rules refused, whose author asks a person. */
    WORDS
}
