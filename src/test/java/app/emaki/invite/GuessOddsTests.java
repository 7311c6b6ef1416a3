package app.emaki.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.emaki.platform.RateLimits.Limit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuessOddsTests {
    /** As {@code application.yaml} has it for everybody together. */
    private static final Limit SHIPPED = new Limit(300, Duration.ofDays(1));

    @Test
    void sixCharactersKeepAHouseOfThreeHundredFiftyCodesForTenYears() {
        var odds = new GuessOdds(6, SHIPPED);
        // 27^6 = 387,420,489 codes; 300 guesses a day
        assertThat(odds.years(1)).isCloseTo(3_535.7, within(0.1));
        assertThat(odds.years(350)).isGreaterThan(10);
        assertThat(odds.enoughFor()).isEqualTo(353);
        assertThat(odds.years(odds.enoughFor())).isGreaterThanOrEqualTo(10);
        assertThat(odds.years(odds.enoughFor() + 1)).isLessThan(10);
    }

    @Test
    void sixCharactersAreTooFewForAHundredThousandCodes() {
        assertThat(new GuessOdds(6, SHIPPED).years(100_000)).isLessThan(10);
    }

    @Test
    void eightCharactersKeepAHundredThousandCodesForTenYears() {
        assertThat(new GuessOdds(8, SHIPPED).years(100_000)).isGreaterThan(10);
        assertThat(new GuessOdds(8, SHIPPED).enoughFor()).isGreaterThan(100_000);
    }

    @Test
    void longerCodesDoNotHideTheShortOnesThatAreStillAbout() {
        var odds = GuessOdds.best(Map.of(6, 400L, 8, 100_000L), SHIPPED, 8);
        assertThat(odds.length()).isEqualTo(6);
        assertThat(odds.years(400)).isLessThan(10);
        assertThat(GuessOdds.best(Map.of(6, 1L, 8, 100_000L), SHIPPED, 8).length())
                .isEqualTo(8);
        assertThat(GuessOdds.best(Map.of(), SHIPPED, 7).length()).isEqualTo(7);
    }

    @Test
    void aShorterPeriodIsCountedByTheDay() {
        assertThat(new GuessOdds(6, new Limit(10, Duration.ofMinutes(48))).years(1))
                .isCloseTo(new GuessOdds(6, SHIPPED).years(1), within(0.001));
    }
}
