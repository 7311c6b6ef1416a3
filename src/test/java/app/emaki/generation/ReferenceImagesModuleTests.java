package app.emaki.generation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.model.Aspect;
import app.emaki.model.Picture.Role;
import app.emaki.model.Way;
import app.emaki.video.TestVideos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class ReferenceImagesModuleTests {
    @Autowired
    ReferenceImages pictures;

    @Autowired
    MediaStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TestVideos people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Generations generations;

    Viewer owner;

    @BeforeEach
    void somebody() {
        owner = people.member("pic");
    }

    @Test
    void aFirstFrameHasTheSizeOfTheFilm() throws IOException {
        var key = pictures.take(owner, png(), Aspect.PORTRAIT.size(480));
        var kept = ImageIO.read(store.path(key).toFile());
        assertThat(kept.getWidth() + "x" + kept.getHeight())
                .isEqualTo(Aspect.PORTRAIT.size(480).toString());
    }

    @Test
    void aDataUrlIsAPictureToo() throws IOException {
        var url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
        assertThat(store.exists(pictures.fetch(owner, url, null))).isTrue();
        assertThatThrownBy(() -> pictures.fetch(owner, "data:text/html,<b>", null))
                .hasMessage("ADDRESS");
        assertThatThrownBy(() -> pictures.fetch(owner, "https://localhost/a.png", null))
                .hasMessage("PRIVATE_ADDRESS");
    }

    @Test
    void onlyItsOwnerSeesAPicture() throws IOException {
        var key = pictures.take(owner, png(), null);
        assertThat(mvc.get().uri(key.address()).with(signedInAs(owner))).hasStatusOk();
        assertThat(mvc.get().uri(key.address()).with(signedInAs(people.member("other"))))
                .hasStatus(404);
        assertThat(mvc.get().uri(key.address())).hasStatus(404);
        assertThat(pictures.find(people.member("third"), key.value())).isEmpty();
    }

    @Test
    void aPictureThatNobodyUsesIsSwept() throws IOException {
        var key = pictures.take(owner, png(), null);
        assertThat(pictures.find(owner, key.value())).contains(key);
        store.sweep(clock.instant().plusSeconds(1), List.of());
        pictures.forget();
        assertThat(pictures.find(owner, key.value())).isEmpty();
    }

    @Test
    void aPictureOnASheetStaysUntilNobodyHoldsIt() throws IOException {
        assertThat(draft("")).hasStatusOk();
        var key = jdbc.sql("select key from reference_image where account_id = ?")
                .param(owner.id())
                .query(String.class)
                .single();
        jdbc.sql("update reference_image set created_at = created_at - interval '400 days' where key = ?")
                .param(key)
                .update();
        store.sweep(clock.instant().plusSeconds(1), List.of());
        pictures.forget();
        assertThat(pictures.find(owner, key)).isPresent();

        assertThat(draft("?unpicture=true")).hasStatusOk();
        assertThat(pictures.find(owner, key)).isEmpty();
        assertThat(store.exists(new MediaKey(key))).isFalse();
    }

    private MvcTestResult draft(String touch) throws IOException {
        var request = mvc.put().uri("/studio/draft" + touch).multipart();
        if (touch.isEmpty()) {
            request = request.file(new MockMultipartFile("picture", png()));
        }
        return request.header("X-Fragment", "answer")
                .param("text", "a fox")
                .with(signedInAs(owner))
                .with(csrf())
                .exchange();
    }

    @Test
    void aFaceThatCameWithAnOrderGoesWhenItsLastFilmHasEnded() throws IOException {
        var face = pictures.take(owner, png(), null);
        var thing = pictures.take(owner, png(), null);
        var films = generations.submit(
                owner,
                new GenerationRequest(
                        new Prompt("A woman walks by the sea.", "en"),
                        "kamishibai-2",
                        Aspect.PORTRAIT,
                        4,
                        480,
                        true,
                        7L,
                        2,
                        null,
                        Way.REMIX,
                        List.of(),
                        List.of(new Reference(Role.CHARACTER, face), new Reference(Role.FIRST_FRAME, thing))));
        end(films.getFirst());
        pictures.forgetPortraits();
        assertThat(store.exists(face)).isTrue();
        end(films.getLast());
        pictures.forgetPortraits();
        assertThat(store.exists(face)).isFalse();
        assertThat(pictures.find(owner, thing.value())).contains(thing);
    }

    private void end(UUID film) {
        jdbc.sql("""
                        update generation set state = 'CANCELLED', failure = 'CANCELLED', finished_at = :now, next_step_at = null
                        where id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", film)
                .update();
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
