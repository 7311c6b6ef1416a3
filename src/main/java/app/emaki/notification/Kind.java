package app.emaki.notification;

/** What a notification tells; its words are messages of this module. */
enum Kind {
    READY,
    FAILED,
    LIKED,
    COMMENTED,
    FOLLOWED,
    REMIXED,
    TAKEN_DOWN
}
