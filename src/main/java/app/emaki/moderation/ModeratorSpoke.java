package app.emaki.moderation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody hears from the moderators: what was decided on their own things, or what came of what they reported.
 *
 * @param subject what the notice leads to: a report, or for {@link Topic#DECIDED} and appeals the decision
 * @param words in the language of the account
 */
public record ModeratorSpoke(
        UUID account, Topic topic, @Nullable UUID subject, String words) {

    /** What is told. */
    public enum Topic {
        /** Something was decided on the account's own things. */
        DECIDED,
        /** A film that waited is out now. */
        PASSED,
        /** What the account reported or asked is decided. */
        REPORT_DECIDED,
        /** A moderator answers what the account reported. */
        REPORT_ANSWERED,
        /** What became of an appeal. */
        APPEAL_ANSWERED
    }
}
