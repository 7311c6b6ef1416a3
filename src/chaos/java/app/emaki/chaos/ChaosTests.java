package app.emaki.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short form of the fault run; {@code ./mvnw -q -Pchaos verify} is the long one. */
class ChaosTests {

    @Test
    void everyPromiseHoldsWhenAProcessDiesAndTheDatabaseGoesAway() throws Exception {
        var report = new Storm(Path.of("target", "chaos-brief"), Storm.Weather.brief(42)).rage();

        System.out.println(report);
        assertThat(report.broken()).isEmpty();
        assertThat(report.ends()).containsKey("SUCCEEDED");
        assertThat(report.jobs()).isGreaterThanOrEqualTo(24);
    }
}
