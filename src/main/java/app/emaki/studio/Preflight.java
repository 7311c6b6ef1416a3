package app.emaki.studio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside Generate before it is pressed.
 *
 * @param cost credits for all takes
 * @param left credits that the viewer has
 * @param clips films like this one that those pay for; null when it costs nothing
 * @param seconds length of each
 * @param resetsAt when the allowance comes back
 * @param place in the queue, 1 is next
 * @param ready how long until the first take is finished, in words
 * @param refusal why it would not be taken, in words; null when it would
 * @param ask where somebody whose likeness it names can be asked; null when nobody has to be
 */
record Preflight(
        int cost,
        int left,
        @Nullable Integer clips,
        int seconds,
        boolean daily,
        Instant resetsAt,
        String plan,
        int place,
        String ready,
        boolean watermark,
        @Nullable String refusal,
        @Nullable String ask) {

    /** Films that can still be ordered; credits where they cost nothing. */
    public int leftCount() {
        return clips == null ? left : clips;
    }
}
