package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.credit.LedgerChecks;
import app.emaki.generation.ScriptedBackend.Submit;
import app.emaki.model.Backends;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a monitor can read of the engine. */
@EngineTest
class EngineGaugesTests {
    @Autowired
    EngineStage stage;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Backends backends;

    @Autowired
    LedgerChecks checks;

    @BeforeEach
    void anEmptyEngine() {
        stage.clear();
    }

    @AfterEach
    void itTakesFilmsAgain() {
        stage.clear();
    }

    @Test
    void theQueueIsToldByPlanAndBackendWithItsAge() {
        checks.now();
        stage.order(stage.someone(Plan.FREE), 2);
        stage.clock.pass(Duration.ofSeconds(40));
        stage.order(stage.someone(Plan.PLUS));

        assertThat(gauge("emaki.generations", "state", "QUEUED")).isEqualTo(3);
        assertThat(gauge("emaki.queue.age.seconds")).isEqualTo(40);
        assertThat(gauge("emaki.queue.films", "backend", "scripted", "plan", "FREE"))
                .isEqualTo(2);
        assertThat(gauge("emaki.queue.films", "backend", "scripted", "plan", "PLUS"))
                .isEqualTo(1);
        assertThat(gauge("emaki.queue.film.age.seconds", "backend", "scripted", "plan", "FREE"))
                .isEqualTo(40);
        assertThat(gauge("emaki.ledger.difference")).isZero();
        assertThat(gauge("emaki.ledger.right")).isEqualTo(1);
    }

    @Test
    void aBackendThatTakesNoMoreIsTold() {
        backends.drain("scripted", true);
        stage.clock.pass(Duration.ofSeconds(10));

        gauge("emaki.generations", "state", "QUEUED");
        assertThat(gauge("emaki.backend.draining", "backend", "scripted")).isEqualTo(1);
        assertThat(gauge("emaki.backend.places", "backend", "scripted")).isEqualTo(4);
    }

    @Test
    void whatStandsStillIsTold() {
        stage.backend.status = ScriptedBackend.working(10);
        stage.order(stage.someone(Plan.FREE));
        stage.work();
        stage.clock.pass(Duration.ofMinutes(6));

        assertThat(gauge("emaki.generations.stuck")).isEqualTo(1);
    }

    @Test
    void everyEndIsCountedByHowAndWhere() {
        var viewer = stage.someone(Plan.PLUS);
        double cancelled = ended("CANCELLED", "CANCELLED");
        double refused = ended("FAILED", "BACKEND_POLICY");
        double succeeded = ended("SUCCEEDED", "none");
        long mastered = timed("emaki.generation.mastering", "backend", "scripted");
        long queuedForMaster = timed("emaki.generation.mastering.waiting", "backend", "scripted");
        long rendered = timed("emaki.generation.rendering", "backend", "scripted");
        long waited = timed("emaki.generation.waiting", "backend", "scripted", "plan", "PLUS");

        stage.generations.cancel(viewer, stage.order(viewer));
        stage.backend.submit = Submit.REFUSE_WORDS;
        stage.order(viewer);
        stage.work();
        stage.backend.submit = Submit.TAKE;
        stage.order(viewer);
        stage.workFor(Duration.ofSeconds(5));

        assertThat(ended("CANCELLED", "CANCELLED")).isEqualTo(cancelled + 1);
        assertThat(ended("FAILED", "BACKEND_POLICY")).isEqualTo(refused + 1);
        assertThat(ended("SUCCEEDED", "none")).isEqualTo(succeeded + 1);
        assertThat(timed("emaki.generation.mastering", "backend", "scripted")).isEqualTo(mastered + 1);
        assertThat(timed("emaki.generation.mastering.waiting", "backend", "scripted"))
                .isEqualTo(queuedForMaster + 1);
        assertThat(timed("emaki.generation.rendering", "backend", "scripted")).isEqualTo(rendered + 1);
        assertThat(timed("emaki.generation.waiting", "backend", "scripted", "plan", "PLUS"))
                .isEqualTo(waited + 2);
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    private double ended(String state, String failure) {
        var counter = meters.find("emaki.generations.ended")
                .tags("state", state, "failure", failure, "backend", "scripted")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private long timed(String name, String... tags) {
        var timer = meters.find(name).tags(tags).timer();
        return timer == null ? 0 : timer.count();
    }
}
