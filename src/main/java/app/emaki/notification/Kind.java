package app.emaki.notification;

/** What a notification tells; its words are messages of this module. */
enum Kind {
    READY,
    FAILED,
    LIKED,
    COMMENTED,
    FOLLOWED,
    REMIXED,
    TAKEN_DOWN,
    /** Something was decided on one's own things. */
    DECIDED,
    /** A film that waited for review is out. */
    PASSED,
    REPORT_DECIDED,
    REPORT_ANSWERED,
    APPEAL_ANSWERED
}
