package app.emaki.generation;

import java.util.Map;

/**
 * Why an order is not taken: the rule, the limit, and what would be allowed.
 *
 * @param arguments by name, in the order that stands beside each reason
 */
public record Refusal(Reason reason, Map<String, Object> arguments) {

    /** The rules an order can break. */
    public enum Reason {
        /** No words. */
        EMPTY_PROMPT,
        /** limit, asked: characters */
        PROMPT_TOO_LONG,
        /** rule: what our rules on content say; words: the list of words it is about */
        POLICY,
        /** model */
        UNKNOWN_MODEL,
        /** model */
        MODEL_CLOSED,
        /** limit, asked: seconds; plan */
        TOO_LONG,
        /** limit, asked: seconds */
        TOO_SHORT,
        /** limit, asked: lines; plan */
        RESOLUTION,
        /** limit, asked: seconds; the nearest length that the model makes */
        LENGTH,
        /** model */
        ASPECT,
        /** model */
        NO_SOUND,
        /** limit, asked: takes */
        TAKES,
        /** model */
        REMIX,
        /** model */
        PICTURE,
        /** The video to remix is gone, or not for this viewer. */
        NO_PARENT,
        /** Its author lets followers alone continue it. */
        FOLLOWERS_REMIX,
        /** Its author wants it left as it is. */
        NOBODY_REMIXES,
        /** limit: likenesses in one film */
        CAMEO_MANY,
        /** cameo: handle; there is none that this viewer may know of */
        CAMEO_NONE,
        /** cameo: handle; its owner can be asked */
        CAMEO_ASK,
        /** cameo: handle; its owner has not answered yet */
        CAMEO_ASKED,
        /** cameo: handle; its owner said no */
        CAMEO_REFUSED,
        /** cameo: handle; its owner's consent had an end */
        CAMEO_ENDED,
        /** cameo: handle; words: that its owner keeps away from it */
        CAMEO_WORDS,
        /** price, left: credits; resetsAt: Instant */
        CREDITS,
        /** limit: films waiting */
        QUEUE_FULL
    }
}
