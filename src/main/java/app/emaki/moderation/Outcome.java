package app.emaki.moderation;

/** What a moderator can decide on a reported video. */
enum Outcome {
    KEEP,
    REMOVE,
    SUSPEND;

    boolean removes() {
        return this != KEEP;
    }
}
