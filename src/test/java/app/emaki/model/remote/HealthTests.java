package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.BackendException.Busy;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthTests {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Health health = new Health(clock);

    @Test
    void fiveFailuresInARowMakeItRestAndOneAnswerMakesItWell() {
        for (int i = 0; i < 4; i++) {
            health.ill("far", new Unclear("503"));
        }
        assertThat(health.resting("far")).isFalse();
        health.ill("far", new Unclear("503"));
        assertThat(health.resting("far")).isTrue();
        assertThat(health.report("far").troubles()).hasSize(5);
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(31)));
        assertThat(health.resting("far")).isFalse();
        health.ill("far", new Unclear("503"));
        assertThat(health.report("far").restsUntil()).isEqualTo(now.get().plus(Duration.ofMinutes(1)));
        health.well("far");
        assertThat(health.resting("far")).isFalse();
    }

    @Test
    void oneThatIsSetUpWronglyRestsAtOnceAndOneThatIsBusyIsWell() {
        health.ill("far", new Busy("429", Duration.ofSeconds(1)));
        health.ill("far", new Refused(Ground.POLICY, "no"));
        assertThat(health.resting("far")).isFalse();
        health.ill("far", new Refused(Ground.SETUP, "401"));
        assertThat(health.resting("far")).isTrue();
        health.forget("far");
        assertThat(health.resting("far")).isFalse();
        assertThat(health.report("far").troubles()).isEmpty();
    }
}
