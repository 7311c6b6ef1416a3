package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.model.Aspect;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.Picture;
import app.emaki.model.RenderStatus;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
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

    @Autowired
    ReferenceImages images;

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

    @Test
    void aBackendThatIsAnotherOneByNowHasErasedNothing() {
        var film = withAFace();
        stage.workFor(Duration.ofSeconds(20));
        stage.backend.configuration = "2";
        faces.erase();
        assertThat(out(film)).isTrue();
        stage.backend.configuration = "1";
        faces.erase();
        assertThat(stage.backend.forgotten).containsExactly(film);
        assertThat(out(film)).isFalse();
    }

    @Test
    void aFirstFrameWithAFaceIsErasedThereToo() throws Exception {
        var somebody = stage.someone(Plan.FREE);
        var face = images.take(somebody, jpeg(), null);
        images.isFace(somebody, face);
        images.agree(somebody, face, true, FaceDeclaration.Said.PROGRAM);
        var order = order("A woman walks by the sea.").showing(List.of(new Reference(Picture.Role.FIRST_FRAME, face)));
        var film = stage.generations.submit(somebody, order).getFirst();
        stage.work();
        assertThat(out(film)).isTrue();
    }

    @Test
    void aPortraitNeverGoesWhereNoPeopleAreShown() throws Exception {
        var somebody = stage.someone(Plan.FREE);
        var face = images.take(somebody, jpeg(), null);
        images.agree(somebody, face, true, FaceDeclaration.Said.PROGRAM);
        var order = order("A woman walks by the sea.").showing(List.of(new Reference(Picture.Role.CHARACTER, face)));
        stage.backend.showsPeople = false;
        assertThatThrownBy(() -> stage.generations.submit(somebody, order))
                .isInstanceOfSatisfying(
                        GenerationRefused.class, it -> assertThat(it.reason()).isEqualTo(Refusal.Reason.PICTURE));

        stage.backend.showsPeople = true;
        var film = stage.generations.submit(somebody, order).getFirst();
        stage.backend.last = null;
        stage.backend.showsPeople = false;
        stage.work();
        assertThat(stage.state(film)).isEqualTo(State.FAILED);
        assertThat(stage.backend.last).isNull();
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(480, 600, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    private UUID withAFace() {
        Viewer somebody = stage.someone(Plan.FREE);
        cameos.person(somebody, Level.EVERYONE);
        return stage.generations
                .submit(somebody, order("@" + somebody.handle() + " walks through rain."))
                .getFirst();
    }

    private static GenerationRequest order(String words) {
        return new GenerationRequest(
                new Prompt(words, "en"), ScriptedBackend.MODEL, Aspect.PORTRAIT, 2, 160, true, 7L, 1, null);
    }

    private boolean out(UUID film) {
        return stage.jdbc
                .sql("select faces_out from generation where id = ?")
                .param(film)
                .query(Boolean.class)
                .single();
    }
}
