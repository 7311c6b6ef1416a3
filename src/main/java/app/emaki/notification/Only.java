package app.emaki.notification;

import java.util.EnumSet;
import java.util.Set;

/** What the list of notices may be narrowed to. */
enum Only {
    ALL(EnumSet.allOf(Kind.class)),
    FILMS(EnumSet.of(Kind.READY, Kind.FAILED, Kind.PASSED)),
    WORDS(EnumSet.of(Kind.COMMENTED, Kind.REPLIED, Kind.MENTIONED)),
    HOUSE(EnumSet.of(
            Kind.TAKEN_DOWN,
            Kind.DECIDED,
            Kind.PASSED,
            Kind.REPORT_DECIDED,
            Kind.REPORT_ANSWERED,
            Kind.APPEAL_ANSWERED,
            Kind.BACKEND_DOWN,
            Kind.BACKEND_BACK,
            Kind.ENGINE_TROUBLE,
            Kind.CODES_GUESSED)),
    CAMEO(EnumSet.of(
            Kind.CAMEO_ASKED,
            Kind.CAMEO_ALLOWED,
            Kind.CAMEO_REFUSED,
            Kind.CAMEO_USED,
            Kind.CAMEO_WAITS,
            Kind.CAMEO_REVOKED,
            Kind.CAMEO_MISSING)),
    REMIXES(EnumSet.of(Kind.REMIXED, Kind.REMIX_REMIXED)),
    PEOPLE(EnumSet.of(Kind.LIKED, Kind.COMMENT_LIKED, Kind.FOLLOWED));

    private final Set<Kind> kinds;

    Only(Set<Kind> kinds) {
        this.kinds = kinds;
    }

    Set<Kind> kinds() {
        return kinds;
    }
}
