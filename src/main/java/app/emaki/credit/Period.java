package app.emaki.credit;

import app.emaki.account.PlanLimits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time for which one allowance is given: a day or a month, from reset to reset. */
record Period(Instant since, Instant until) {

    static Period of(PlanLimits limits, Instant now, CreditSettings settings) {
        var unit = limits.daily() ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
        // the day (or month) that began at the last reset is the one that holds "now" less the time of the reset
        var day = now.atZone(settings.zone()).toLocalDate();
        var first = limits.daily() ? day : day.withDayOfMonth(1);
        if (start(first.atTime(settings.reset()), settings).isAfter(now)) {
            first = first.minus(1, unit);
        }
        return new Period(
                start(first.atTime(settings.reset()), settings),
                start(first.plus(1, unit).atTime(settings.reset()), settings));
    }

    private static Instant start(java.time.LocalDateTime at, CreditSettings settings) {
        return at.atZone(settings.zone()).toInstant();
    }
}
