package app.emaki.notification;

/** What a notification tells; its words are messages of this module. */
enum Kind {
    READY,
    FAILED,
    LIKED,
    COMMENTED,
    FOLLOWED,
    REMIXED,
    /** A remix of one's film was remixed. */
    REMIX_REMIXED,
    TAKEN_DOWN,
    /** Something was decided on one's own things. */
    DECIDED,
    /** A film that waited for review is out. */
    PASSED,
    REPORT_DECIDED,
    REPORT_ANSWERED,
    APPEAL_ANSWERED,
    /** Somebody asks for one's likeness. */
    CAMEO_ASKED,
    CAMEO_ALLOWED,
    CAMEO_REFUSED,
    /** A film with one's likeness was ordered. */
    CAMEO_USED,
    /** As before, and it waits for a yes. */
    CAMEO_WAITS,
    /** Somebody took back consent that one had. */
    CAMEO_REVOKED
}
