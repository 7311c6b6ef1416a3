package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.BackendException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nobody wants any more is stopped where it is made, sooner or later. */
@EngineTest
class FarewellTests extends EngineScene {

    @Test
    void aJobThatIsTakenAfterItsFilmHasEndedIsStopped() {
        backend.idempotent = true;
        var id = stage.order(viewer);
        backend.meanwhile = () -> {
            backend.meanwhile = () -> {};
            stage.generations.giveUp(id);
        };

        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.FAILED);
        assertThat(backend.cancelled).containsExactly("job-" + id);
        assertThat(owed(id)).isFalse();
    }

    @Test
    void aJobThatIsTakenAfterItsFilmHasEndedIsStoppedEvenIfItsBackendIsAwayJustThen() {
        backend.idempotent = true;
        backend.cancelFails = new BackendException.Unreachable("connection refused");
        var id = stage.order(viewer);
        backend.meanwhile = () -> {
            backend.meanwhile = () -> {};
            stage.generations.giveUp(id);
        };
        stage.work();
        assertThat(backend.cancelled).isEmpty();

        backend.cancelFails = null;
        stage.clock.pass(Duration.ofMinutes(1));
        stage.farewells.sayAll(UUID.randomUUID());

        assertThat(backend.cancelled).as("by whatever process is there").containsExactly("job-" + id);
        assertThat(owed(id)).isFalse();
    }

    @Test
    void whoeverCallsAFilmOffNeedNotWaitForItsBackend() {
        var id = running();
        backend.cancelFails = new BackendException.Unclear("read timed out");
        stage.generations.cancel(viewer, id);
        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.CANCELLED);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);

        backend.cancelFails = null;
        stage.clock.pass(Duration.ofMinutes(1));
        stage.farewells.sayAll(stage.worker.node());
        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void whatIsCalledOffWhileNobodyKnowsWhetherItArrivedIsLookedForAndStopped() {
        var id = unclear();
        stage.generations.cancel(viewer, id);
        stage.work();

        assertThat(stage.state(id)).isEqualTo(State.CANCELLED);
        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void whatMayHaveArrivedIsStoppedThoughItsBackendTurnedItAwayTheNextTime() {
        var id = unclear();
        backend.submit = ScriptedBackend.Submit.BE_BUSY;
        stage.clock.pass(Duration.ofSeconds(3));
        stage.work();
        stage.generations.cancel(viewer, id);
        stage.work();

        assertThat(backend.submits).containsExactly(id, id);
        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void whatMayHaveArrivedIsStoppedWhenPatienceEnds() {
        var id = unclear();
        for (int n = 0; n < 10; n++) {
            stage.clock.pass(Duration.ofMinutes(2));
            stage.work();
        }

        assertThat(stage.failure(id)).isEqualTo("BACKEND_DOWN");
        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void whatMayHaveArrivedIsNotSentToAnotherPlace() {
        var id = unclear();
        backend.configuration = "2";
        stage.clock.pass(Duration.ofSeconds(3));
        stage.work();

        assertThat(stage.failure(id)).isEqualTo("BACKEND_DOWN");
        assertThat(backend.submits).containsExactly(id);
        stage.clock.pass(Duration.ofMinutes(2));
        stage.farewells.sayAll(stage.worker.node());
        assertThat(backend.cancelled).as("nor asked for with other credentials").isEmpty();
        assertThat(owed(id)).isFalse();
    }

    @Test
    void aProcessThatEndsBeforeItSaysSoLeavesItToAnother() {
        var id = running();
        stage.generations.giveUp(id);

        stage.farewells.sayAll(UUID.randomUUID());

        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void whatIsMadeInAnotherLivingProcessIsStoppedThere() {
        backend.local = true;
        var id = running();
        stage.worker.beat();
        stage.generations.giveUp(id);

        stage.farewells.sayAll(UUID.randomUUID());
        assertThat(backend.cancelled).isEmpty();
        stage.farewells.sayAll(stage.worker.node());
        assertThat(backend.cancelled).containsExactly("job-" + id);
    }

    @Test
    void aBackendThatNeverListensIsNotToldForEver() {
        var id = running();
        backend.cancelFails = new BackendException.Unreachable("connection refused");
        stage.generations.giveUp(id);

        for (int n = 0; n < 20; n++) {
            stage.farewells.sayAll(stage.worker.node());
            stage.clock.pass(Duration.ofMinutes(31));
        }

        assertThat(owed(id)).isFalse();
        assertThat(stage.jdbc
                        .sql("select stop_tries from generation where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }

    /** The backend has it, of which its answer was lost. */
    private UUID unclear() {
        backend.idempotent = true;
        backend.findable = true;
        backend.submit = ScriptedBackend.Submit.TAKE_AND_GO_SILENT;
        var id = stage.order(viewer);
        stage.work();
        assertThat(stage.state(id)).isEqualTo(State.RUNNING);
        return id;
    }

    private UUID running() {
        backend.status = ScriptedBackend.working(10);
        var id = stage.order(viewer);
        stage.work();
        return id;
    }

    private boolean owed(UUID id) {
        return stage.jdbc
                .sql("select stop_at is not null from generation where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
