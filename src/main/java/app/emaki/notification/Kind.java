package app.emaki.notification;

/** What a notification tells, and by which ways unless somebody chooses otherwise; its words are messages of this module. */
enum Kind {
    READY(true, false),
    FAILED(true, false),
    LIKED(false, false),
    COMMENTED(true, false),
    REPLIED(true, false),
    MENTIONED(true, false),
    COMMENT_LIKED(false, false),
    FOLLOWED(true, false),
    REMIXED(true, false),
    /** A remix of one's film was remixed. */
    REMIX_REMIXED(true, false),
    TAKEN_DOWN(true, true),
    /** Something was decided on one's own things. */
    DECIDED(true, true),
    /** A film that waited for review is out. */
    PASSED(true, false),
    REPORT_DECIDED(true, false),
    REPORT_ANSWERED(true, true),
    APPEAL_ANSWERED(true, true),
    /** Somebody asks for one's likeness. */
    CAMEO_ASKED(true, true),
    CAMEO_ALLOWED(true, false),
    CAMEO_REFUSED(true, false),
    /** A film with one's likeness was ordered. */
    CAMEO_USED(true, false),
    /** As before, and it waits for a yes. */
    CAMEO_WAITS(true, true),
    /** Somebody took back consent that one had. */
    CAMEO_REVOKED(true, false),
    /** A film of one's own is a draft until somebody in it agrees. */
    CAMEO_MISSING(true, true),
    /** A backend takes no films; told to whoever runs the house, as is the end of it. */
    BACKEND_DOWN(true, true),
    BACKEND_BACK(true, false),
    /** Films end for a reason that only an admin can mend; told once for each reason. */
    ENGINE_TROUBLE(true, true),
    /** Somebody may be guessing invite codes; told to whoever runs the house. */
    CODES_GUESSED(true, true);

    private final boolean push;
    private final boolean mail;

    Kind(boolean push, boolean mail) {
        this.push = push;
        this.mail = mail;
    }

    /** What was decided about one's own things, and done with one's likeness, is always told here. */
    public boolean optional() {
        return switch (this) {
            case TAKEN_DOWN,
                    DECIDED,
                    PASSED,
                    REPORT_DECIDED,
                    REPORT_ANSWERED,
                    APPEAL_ANSWERED,
                    CAMEO_USED,
                    CAMEO_WAITS,
                    CAMEO_REVOKED,
                    CAMEO_MISSING -> false;
            default -> true;
        };
    }

    /** Told to admins alone. */
    boolean forAdmins() {
        return this == BACKEND_DOWN || this == BACKEND_BACK || this == ENGINE_TROUBLE || this == CODES_GUESSED;
    }

    Choices.Choice usual() {
        return new Choices.Choice(true, push, mail);
    }
}
