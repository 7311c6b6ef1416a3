package app.emaki.generation;

import org.jspecify.annotations.Nullable;

/**
 * What an order would cost and take, before it is given.
 *
 * @param credits for all takes
 * @param place in the queue of the first take, 1 is next
 * @param estimateSeconds until the first take is finished
 * @param watermark whether every copy the owner can get carries the watermark
 * @param refusal why it would not be taken, null when it would
 */
public record Quote(
        int credits,
        int place,
        long estimateSeconds,
        boolean watermark,
        @Nullable Refusal refusal) {}
