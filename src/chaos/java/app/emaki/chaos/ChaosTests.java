package app.emaki.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The short form of the fault run, from the class path, since the jar is not made yet when tests run; {@code ./mvnw -q -Pchaos verify}
 * is the long one, of the jar itself.
 */
class ChaosTests {

    @Test
    void everyPromiseHoldsWhenAProcessDiesAndTheDatabaseGoesAway() throws Exception {
        var report = new Storm(Path.of("target", "chaos-brief"), Storm.Weather.brief(42), null).rage();

        System.out.println(report);
        assertThat(report.broken()).isEmpty();
        assertThat(report.ends()).containsKey("SUCCEEDED");
        assertThat(report.jobs()).isGreaterThanOrEqualTo(24);
    }
}
