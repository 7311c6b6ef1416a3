package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mastering is a step like others: films wait for it in their rows, and nobody waits for them. */
@EngineTest
class MasteringTurnsTests extends EngineScene {

    @Test
    void aCrowdThatWaitsToBeMasteredHoldsUpNobodyElse() {
        backend.concurrent = 40;
        for (int n = 0; n < 5; n++) {
            rendered(stage.someone(Plan.PRO), 4);
        }
        var newcomer = stage.order(viewer);
        var handed = new ArrayList<Runnable>();

        assertThat(stage.worker.look(handed::add))
                .as("one to master, and the newcomer to its backend")
                .isEqualTo(2);
        assertThat(stage.state(newcomer)).isEqualTo(State.RUNNING);
        assertThat(stage.worker.full()).isFalse();

        assertThat(stage.worker.look(handed::add))
                .as("while one is mastered the others wait in their rows")
                .isZero();
        assertThat(stage.leases.next(stage.worker.masters()))
                .as("and nobody looks for them again and again")
                .isEmpty();
    }

    @Test
    void accountsTakeTurnsAtBeingMastered() {
        var crowd = rendered(stage.someone(Plan.PRO), 3);
        stage.clock.pass(Duration.ofSeconds(1));
        var other = rendered(viewer, 1);

        assertThat(List.of(next(), next(), next(), next()))
                .containsExactly(crowd.get(0), other.getFirst(), crowd.get(1), crowd.get(2));
    }

    @Test
    void whatIsCalledOffBeforeItIsMasteredEndsThoughTheMasterIsBusy() {
        var films = rendered(stage.someone(Plan.PRO), 2);
        var handed = new ArrayList<Runnable>();
        stage.worker.look(handed::add);
        var waiting = films.get(1);

        stage.generations.giveUp(films.get(0));
        stage.jdbc
                .sql("update generation set cancel_asked = true where id = ?")
                .param(waiting)
                .update();
        stage.worker.look(Runnable::run);

        assertThat(stage.state(waiting)).isEqualTo(State.CANCELLED);
        assertThat(backend.cancelled).as("what is rendered need not be stopped").isEmpty();
    }

    @Test
    void filmsThatWaitToBeMasteredCountForTheirAccountAndNotForTheirBackend() {
        backend.concurrent = 1;
        rendered(viewer, 1);
        var own = stage.order(viewer);
        var others = stage.order(stage.someone(Plan.FREE));

        stage.admission.admit(UUID.randomUUID(), 10);

        assertThat(stage.state(own)).isEqualTo(State.QUEUED);
        assertThat(stage.state(others)).isEqualTo(State.RUNNING);
    }

    @Test
    void aFilmOfWhichNobodyKnowsWhetherItIsMadeCountsForItsAccount() {
        backend.submit = ScriptedBackend.Submit.GO_SILENT;
        var ids = stage.order(viewer, 2);
        stage.work();

        assertThat(stage.state(ids.get(0))).isEqualTo(State.UNKNOWN);
        assertThat(stage.state(ids.get(1))).isEqualTo(State.QUEUED);
        assertThat(stage.see(viewer, ids.get(1)).waitsFor()).isEqualTo(new WaitsFor(WaitsFor.Thing.OWN_FILMS, 1));
    }

    @Test
    void anAdminWhoLooksDisturbsNobodyWhoMasters() {
        var film = rendered(viewer, 1).getFirst();
        stage.worker.look(step -> {});

        stage.generations.hurry(film);
        assertThat(held(film)).isTrue();

        stage.clock.pass(Duration.ofSeconds(31));
        stage.generations.hurry(film);
        assertThat(held(film)).as("by a process that gives no signs of life").isFalse();
    }

    @Test
    void aProcessThatEndsInGoodOrderCostsNoFilmATry() {
        var film = rendered(viewer, 1).getFirst();
        stage.worker.look(step -> {});
        stage.jdbc
                .sql("update generation set master_tries = 1 where id = ?")
                .param(film)
                .update();

        stage.worker.leave();

        assertThat(stage.jdbc
                        .sql("select master_tries from generation where id = ?")
                        .param(film)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean held(UUID id) {
        return stage.jdbc
                .sql("select lease_by is not null from generation where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private UUID next() {
        stage.clock.pass(Duration.ofSeconds(1));
        return stage.leases.due(stage.worker.node(), 0, 1).getFirst().generation();
    }

    /** Films whose results lie here, not mastered yet. */
    private List<UUID> rendered(Viewer author, int films) {
        var ids = stage.order(author, films);
        stage.admission.admit(UUID.randomUUID(), 40);
        ids.forEach(id -> {
            stage.clock.pass(Duration.ofMillis(10));
            stage.jdbc
                    .sql("""
                            update generation set state = 'MASTERING', raw = 'raw', lease_by = null, lease_until = null,
                                submit_sent_at = :now, next_step_at = :now where id = :id""")
                    .param("now", java.sql.Timestamp.from(stage.clock.instant()))
                    .param("id", id)
                    .update();
        });
        return ids;
    }
}
