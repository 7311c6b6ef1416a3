package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.model.Aspect;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.Picture;
import app.emaki.model.RenderStatus;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class FacesOutTests {
    @Autowired
    EngineStage stage;

    @Autowired
    TestCameos cameos;

    @Autowired
    FacesOut faces;

    @BeforeEach
    void anEmptyEngine() {
        stage.clear();
    }

    @Test
    void aFaceThatWentToAnotherMachineIsErasedThereOnceTheFilmHasEnded() {
        var film = withAFace();
        stage.backend.status = ScriptedBackend.working(10);
        stage.work();
        assertThat(stage.backend.last.pictures())
                .singleElement()
                .satisfies(it -> assertThat(it.role()).isEqualTo(Picture.Role.CHARACTER));
        faces.erase();
        assertThat(stage.backend.forgotten).isEmpty();

        stage.backend.status = new RenderStatus.Done();
        stage.workFor(Duration.ofSeconds(20));
        assertThat(stage.state(film)).isEqualTo(State.SUCCEEDED);
        stage.backend.forgetFails = new Unclear("503");
        faces.erase();
        assertThat(out(film)).isTrue();

        stage.backend.forgetFails = null;
        faces.erase();
        faces.erase();
        assertThat(stage.backend.forgotten).containsExactly(film);
        assertThat(out(film)).isFalse();
    }

    @Test
    void afterAWeekNobodyIsAskedAnyMore() {
        var film = withAFace();
        stage.workFor(Duration.ofSeconds(20));
        stage.backend.forgetFails = new Unclear("503");
        stage.clock.pass(Duration.ofDays(8));
        faces.erase();
        assertThat(out(film)).isFalse();
    }

    @Test
    void aFilmWithoutFacesLeavesNothingToErase() {
        var film = stage.order(stage.someone(Plan.FREE));
        stage.workFor(Duration.ofSeconds(20));
        assertThat(out(film)).isFalse();
    }

    private UUID withAFace() {
        Viewer somebody = stage.someone(Plan.FREE);
        cameos.person(somebody, Level.EVERYONE);
        var order = new GenerationRequest(
                new Prompt("@" + somebody.handle() + " walks through rain.", "en"),
                ScriptedBackend.MODEL,
                Aspect.PORTRAIT,
                2,
                160,
                true,
                7L,
                1,
                null);
        return stage.generations.submit(somebody, order).getFirst();
    }

    private boolean out(UUID film) {
        return stage.jdbc
                .sql("select faces_out from generation where id = ?")
                .param(film)
                .query(Boolean.class)
                .single();
    }
}
