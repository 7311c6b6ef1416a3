package app.emaki.credit;

import java.time.Instant;

/**
 * What an account can spend.
 *
 * @param left credits in all, of the allowance and granted
 * @param allowance credits of each period
 * @param daily true when the allowance comes back each day, false for each month
 * @param resetsAt when it comes back
 */
public record Balance(int left, int allowance, boolean daily, Instant resetsAt) {}
