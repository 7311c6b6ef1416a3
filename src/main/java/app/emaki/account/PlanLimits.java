package app.emaki.account;

import org.jspecify.annotations.Nullable;

/**
 * What a plan allows; the page shows and the check reads this same row.
 *
 * @param maxSeconds longest clip
 * @param maxLines highest resolution as lines of the shorter side, for instance 720
 * @param concurrent renders at a time
 * @param credits granted each period
 * @param daily true when credits come back each day, false for each month
 * @param weight share of the queue beside other plans, 1 and up
 * @param cleanDownload whether the owner may download without the watermark
 * @param together renders at a time of everybody with this plan; null for no such limit
 */
public record PlanLimits(
        Plan plan,
        int maxSeconds,
        int maxLines,
        int concurrent,
        int credits,
        boolean daily,
        int weight,
        boolean cleanDownload,
        @Nullable Integer together) {}
