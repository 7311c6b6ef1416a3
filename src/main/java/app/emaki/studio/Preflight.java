package app.emaki.studio;

import org.jspecify.annotations.Nullable;

/**
 * What stands beside Generate before it is pressed.
 *
 * @param cost credits for all takes
 * @param left credits that the viewer has
 * @param fresh when the allowance comes back, in words
 * @param place in the queue, 1 is next
 * @param ready how long until the first take is finished, in words
 * @param refusal why it would not be taken, in words; null when it would
 * @param ask where somebody whose likeness it names can be asked; null when nobody has to be
 */
record Preflight(
        int cost,
        int left,
        int allowance,
        boolean daily,
        String fresh,
        String plan,
        int place,
        String ready,
        boolean watermark,
        @Nullable String refusal,
        @Nullable String ask) {}
