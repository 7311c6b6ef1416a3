package app.emaki.generation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.media.MediaStore;
import app.emaki.model.Aspect;
import app.emaki.video.TestVideos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class ReferenceImagesModuleTests {
    @Autowired
    ReferenceImages pictures;

    @Autowired
    MediaStore store;

    @Autowired
    Clock clock;

    @Autowired
    TestVideos people;

    @Autowired
    MockMvcTester mvc;

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
        store.sweep(clock.instant().plusSeconds(1));
        pictures.forget();
        assertThat(pictures.find(owner, key.value())).isEmpty();
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
