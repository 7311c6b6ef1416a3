package app.emaki.moderation;

import java.util.Arrays;
import java.util.List;

/** What a moderator can decide, mildest first. Everything but keeping is a strike against the account. */
enum Outcome {
    KEEP,
    /** Out of For you; whoever has the link may watch. */
    LIMIT,
    WARN,
    REMOVE,
    /** Removed, and the account shut out until a day. */
    SUSPEND,
    /** Removed, and the account shut out for good. */
    BAN;

    /** What can be decided on a thing of this kind. */
    static List<Outcome> on(Kind kind) {
        return Arrays.stream(values())
                .filter(outcome -> outcome != LIMIT || kind == Kind.VIDEO)
                .toList();
    }

    boolean removes() {
        return this == REMOVE || shutsOut();
    }

    boolean shutsOut() {
        return this == SUSPEND || this == BAN;
    }

    boolean strikes() {
        return this != KEEP;
    }
}
