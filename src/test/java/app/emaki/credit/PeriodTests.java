package app.emaki.credit;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.account.PlanLimits;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTests {
    private static final CreditSettings TOKYO_AT_SIX = new CreditSettings(ZoneId.of("Asia/Tokyo"), LocalTime.of(6, 0));

    @Test
    void aDayRunsFromResetToReset() {
        var period = Period.of(limits(true), Instant.parse("2026-11-22T07:00:00Z"), TOKYO_AT_SIX);

        assertThat(period.since()).isEqualTo("2026-11-21T21:00:00Z");
        assertThat(period.until()).isEqualTo("2026-11-22T21:00:00Z");
    }

    @Test
    void beforeTheResetItIsStillYesterday() {
        var period = Period.of(limits(true), Instant.parse("2026-11-21T20:59:59Z"), TOKYO_AT_SIX);

        assertThat(period.until()).isEqualTo("2026-11-21T21:00:00Z");
    }

    @Test
    void aMonthRunsFromItsFirstDay() {
        var period = Period.of(limits(false), Instant.parse("2026-11-30T20:00:00Z"), TOKYO_AT_SIX);

        assertThat(period.since()).isEqualTo("2026-10-31T21:00:00Z");
        assertThat(period.until()).isEqualTo("2026-11-30T21:00:00Z");
    }

    private static PlanLimits limits(boolean daily) {
        return new PlanLimits(Plan.FREE, 10, 720, 1, 10, daily, 1, false, null);
    }
}
