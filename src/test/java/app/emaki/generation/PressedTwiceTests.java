package app.emaki.generation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.model.Picture;
import app.emaki.platform.PublicId;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A button that is pressed twice, or in two windows, orders once. */
@EngineTest
class PressedTwiceTests extends EngineScene {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReferenceImages pictures;

    @Test
    void aRemedyInTwoWindowsIsOneFilmUntilThatFailsToo() {
        var failed = failed();

        var first = stage.generations.retry(viewer, failed, Remedy.SAME_AGAIN);
        assertThat(stage.generations.retry(viewer, failed, Remedy.SAME_AGAIN)).isEqualTo(first);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(9);

        stage.generations.cancel(viewer, first);
        assertThat(stage.generations.retry(viewer, failed, Remedy.SAME_AGAIN)).isNotEqualTo(first);
    }

    @Test
    void aRemedyThatIsPressedInTheSameMomentIsOneFilm() throws Exception {
        var failed = failed();

        assertThat(atOnce(() -> stage.generations.retry(viewer, failed, Remedy.SAME_AGAIN)))
                .hasSize(1);
        assertThat(films()).isEqualTo(2);
    }

    @Test
    void anOrderThatIsPressedInTheSameMomentIsOneOrder() throws Exception {
        assertThat(atOnce(() -> stage.generations.submit(viewer, EngineStage.request(2), "form")))
                .hasSize(1);
        assertThat(films()).isEqualTo(2);
    }

    @Test
    void theSameFormWithOtherWordsIsAnotherOrderAndSoIsTheNextForm() {
        var first = stage.generations.submit(viewer, EngineStage.request(1), "form");

        assertThat(stage.generations.submit(viewer, EngineStage.request(1).silent(), "form"))
                .doesNotContainAnyElementsOf(first);
        assertThat(stage.generations.submit(viewer, EngineStage.request(1), "next"))
                .doesNotContainAnyElementsOf(first);
        assertThat(films()).isEqualTo(3);
    }

    @Test
    void aPictureThatComesTwiceWithItsFormIsOneOrder() throws IOException {
        var first = stage.generations.submit(viewer, from(Color.RED), "form");

        assertThat(stage.generations.submit(viewer, from(Color.RED), "form")).isEqualTo(first);
        assertThat(stage.generations.submit(viewer, from(Color.BLUE), "form")).doesNotContainAnyElementsOf(first);
        assertThat(films()).isEqualTo(2);
    }

    @Test
    void whoComesBackToAFormWhoseFilmHasEndedOrdersAnew() {
        var first =
                stage.generations.submit(viewer, EngineStage.request(1), "form").getFirst();
        stage.generations.cancel(viewer, first);

        var second =
                stage.generations.submit(viewer, EngineStage.request(1), "form").getFirst();

        assertThat(second).isNotEqualTo(first);
        assertThat(stage.generations.submit(viewer, EngineStage.request(1), "form"))
                .containsExactly(second);
    }

    @Test
    void anAdminAndTheAuthorWhoBothTryAgainMakeOneFilm() {
        backend.submit = ScriptedBackend.Submit.REFUSE_KEY;
        var failed = stage.order(viewer);
        stage.work();

        var own = stage.generations.retry(viewer, failed, Remedy.SAME_AGAIN);
        stage.generations.again(failed);

        assertThat(films()).isEqualTo(2);
        assertThat(stage.state(own)).isEqualTo(State.QUEUED);
    }

    @Test
    void thePagesFormsHaveANameEachTimeTheyAreShown() {
        var id = stage.order(viewer);
        stage.workFor(java.time.Duration.ofSeconds(3));
        var one = form(id);
        assertThat(form(id)).isNotEqualTo(one);

        again(id, one);
        again(id, one);
        assertThat(films()).isEqualTo(2);

        again(id, form(id));
        assertThat(films()).isEqualTo(3);
    }

    private String form(UUID id) {
        var page = mvc.get()
                .uri("/generations/{id}", PublicId.of(id))
                .with(signedInAs(viewer))
                .exchange()
                .getResponse();
        try {
            var html = page.getContentAsString();
            var mark = "name=\"once\" autocomplete=\"off\" value=\"";
            assertThat(html).contains(mark);
            return html.substring(
                    html.indexOf(mark) + mark.length(), html.indexOf('"', html.indexOf(mark) + mark.length()));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void again(UUID id, String once) {
        assertThat(mvc.post()
                        .uri("/generations/{id}/again", PublicId.of(id))
                        .param("once", once)
                        .with(signedInAs(viewer))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    /** An order with its picture, which has another name each time that it comes. */
    private GenerationRequest from(Color color) throws IOException {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(32, 32, color.getRGB());
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        var key = pictures.take(viewer, out.toByteArray(), null);
        return EngineStage.request(1).showing(List.of(new Reference(Picture.Role.FIRST_FRAME, key)));
    }

    private UUID failed() {
        var id = stage.order(viewer);
        stage.generations.giveUp(id);
        return id;
    }

    private long films() {
        return stage.jdbc
                .sql("select count(*) from generation where account_id = ?")
                .param(viewer.id())
                .query(Long.class)
                .single();
    }

    private static <T> List<T> atOnce(Callable<T> press) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(press, press, press, press)).stream()
                    .map(it -> {
                        try {
                            return it.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .distinct()
                    .toList();
        }
    }
}
