package app.emaki.video;

import org.springframework.stereotype.Component;

/**
 * The one rule of who may watch what, as SQL. Everything that shows a video or a file of it puts one of the two conditions
 * into its query; nothing else decides.
 */
@Component
public class Audience {
    private static final String MODERATES =
            "coalesce((select who.role <> 'MEMBER' and who.standing = 'ACTIVE' from account who where who.id = %s), false)";

    private static final String USES =
            "%1$s.with_cameo and coalesce((select true from cameo_use w where w.video = %1$s.id"
                    + " and w.state %2$s limit 1), false)";

    private final Ties ties;

    Audience(Ties ties) {
        this.ties = ties;
    }

    /**
     * Whether somebody may watch a video that they have the address of.
     *
     * @param v alias of a row of {@code video}
     * @param viewer expression of type uuid, null for the signed-out
     */
    public String watches(String v, String viewer) {
        return """
                (%1$s.deleted_at is null and (%1$s.author = %2$s and not (%7$s)
                  or %1$s.with_cameo and %8$s
                  or (%1$s.published_at is not null and %1$s.visibility <> 'PRIVATE' and (
                    (%1$s.taken_down_at is null and not %1$s.author_away
                      and (%1$s.visibility in ('LINK', 'EVERYONE') or %3$s)
                      and not %4$s and not (%6$s))
                    or %5$s))
                  or (%1$s.held_at is not null and %5$s)))""".formatted(
                        v,
                        viewer,
                        ties.follows(viewer, v + ".author"),
                        ties.severed(viewer, v + ".author"),
                        MODERATES.formatted(viewer),
                        withheld(v),
                        barred(v),
                        shows(v, viewer));
    }

    /**
     * Whether somebody whose likeness is in a video does not agree, or not yet, that others see it. It does not ask when the
     * video was published: consent that is gone hides at once what is shown everywhere.
     */
    public static String withheld(String v) {
        return USES.formatted(v, "<> 'ALLOWED'");
    }

    /** Whether somebody whose likeness is in a video has said no, so that not even its author may see it. */
    public static String barred(String v) {
        return USES.formatted(v, "in ('REFUSED', 'REVOKED')");
    }

    /** Whether it is the viewer's own likeness: they see every use of it, drafts too, whatever became of their consent. */
    private static String shows(String v, String viewer) {
        return "coalesce((select true from cameo_use w join cameo c on c.id = w.cameo where w.video = %s.id and c.owner = %s limit 1), false)"
                .formatted(v, viewer);
    }

    /** Whether a member may continue a video: of somebody else only what is shown, however it is that they may watch it. */
    public String continues(String v, String viewer) {
        return """
                (%1$s and %2$s.taken_down_at is null and (%2$s.author = %3$s or %2$s.published_at is not null
                  and %2$s.visibility <> 'PRIVATE' and (%2$s.remixable = 'EVERYONE' or %2$s.remixable = 'FOLLOWERS' and %4$s)))""".formatted(watches(v, viewer), v, viewer, ties.follows(viewer, v + ".author"));
    }

    /**
     * Whether a video stands in the lists of somebody: feed, profile, search. Stricter than watching: no link-only video,
     * nothing of somebody whom they muted, and nothing that was taken down, not even for those who moderate.
     */
    public String lists(String v, String viewer) {
        return """
                (%1$s.listed and (%1$s.visibility = 'EVERYONE' or %1$s.author = %2$s or %3$s) and not %4$s and not (%5$s))""".formatted(
                v, viewer, ties.follows(viewer, v + ".author"), ties.shunned(viewer, v + ".author"), withheld(v));
    }
}
