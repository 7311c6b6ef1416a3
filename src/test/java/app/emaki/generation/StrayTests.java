package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Films that wait for what is no longer set up. */
@EngineTest
class StrayTests extends EngineScene {
    UUID waiting;

    @BeforeEach
    void aFilmThatWaits() {
        stage.jdbc.sql("delete from engine_trouble").update();
        waiting = stage.order(viewer);
        // it remembers what was missing in the test before
        stage.strays.end();
    }

    @Test
    void aFilmThatWaitsForABackendThatIsGoneIsRefundedAndItsAdminTold() {
        stage.jdbc
                .sql("update generation set backend = 'gone' where id = ?")
                .param(waiting)
                .update();

        lookTwice();

        assertThat(stage.failure(waiting)).isEqualTo("BACKEND_DOWN");
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(10);
        assertThat(stage.jdbc
                        .sql("select words from engine_trouble where backend = 'gone'")
                        .query(String.class)
                        .list())
                .containsExactly("Model scripted-1 is no longer set up on gone");
    }

    @Test
    void aFilmThatWaitsForAModelThatIsGoneEndsToo() {
        backend.offering = false;

        lookTwice();

        assertThat(stage.failure(waiting)).isEqualTo("BACKEND_DOWN");
    }

    @Test
    void aFilmThatCannotBeEndedKeepsNoOtherOneWaiting() {
        stage.clock.pass(Duration.ofSeconds(1));
        var next = stage.order(viewer);
        stage.jdbc
                .sql("update generation set retry_of = id, retry_remedy = 'UNREADABLE' where id = ?")
                .param(waiting)
                .update();
        backend.offering = false;

        lookTwice();

        assertThat(stage.state(waiting)).isEqualTo(State.QUEUED);
        assertThat(stage.failure(next)).isEqualTo("BACKEND_DOWN");
    }

    @Test
    void whatIsMissingForAMomentEndsNothing() {
        backend.offering = false;
        stage.strays.end();
        backend.offering = true;
        stage.clock.pass(Strays.GRACE);
        stage.strays.end();
        backend.offering = false;
        stage.strays.end();

        assertThat(stage.state(waiting)).isEqualTo(State.QUEUED);
    }

    @Test
    void aBackendThatIsClosedIsNotGone() {
        stage.jdbc
                .sql("insert into backend (id, draining) values (?, true)")
                .param(backend.backend())
                .update();

        lookTwice();

        assertThat(stage.state(waiting)).isEqualTo(State.QUEUED);
    }

    @Test
    void anAdminCanEndAFilmWhereverItStands() {
        for (var state : new State[] {State.QUEUED, State.RUNNING, State.UNKNOWN, State.MASTERING}) {
            var author = stage.someone(Plan.FREE);
            var id = stage.order(author);
            stage.jdbc
                    .sql("update generation set state = ?, backend = 'gone' where id = ?")
                    .params(state.name(), id)
                    .update();
            stage.generations.hurry(id);

            stage.generations.giveUp(id);

            assertThat(stage.state(id)).as("%s", state).isEqualTo(State.FAILED);
            assertThat(stage.credits.balance(author).left()).isEqualTo(10);
        }
    }

    private void lookTwice() {
        stage.strays.end();
        assertThat(stage.state(waiting)).as("it may come back").isEqualTo(State.QUEUED);
        stage.clock.pass(Strays.GRACE.plus(Duration.ofSeconds(1)));
        stage.strays.end();
    }
}
