package app.emaki.moderation;

/** The rule book: what a report claims and a decision rests on, gravest first. Its words are messages of this module. */
enum Rule {
    MINORS(10),
    REAL_PERSON(9),
    SEXUAL(8),
    VIOLENCE(7),
    HATE(6),
    PRIVATE_DATA(5),
    MISLEADING(4),
    RIGHTS(3),
    SPAM(2),
    OTHER(1);

    private final int weight;

    Rule(int weight) {
        this.weight = weight;
    }

    /** How urgent it is; more is more. */
    int weight() {
        return weight;
    }
}
