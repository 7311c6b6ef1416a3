package app.emaki.moderation;

/** The rule book: what a report claims and a decision rests on, gravest first. Its words are messages of this module. */
enum Rule {
    MINORS,
    REAL_PERSON,
    SEXUAL,
    VIOLENCE,
    HATE,
    PRIVATE_DATA,
    MISLEADING,
    RIGHTS,
    SPAM,
    OTHER;

    /** How urgent it is; more is more. */
    int weight() {
        return values().length - ordinal();
    }
}
