package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillFilmTests {
    @TempDir
    Path folder;

    @BeforeAll
    static void libraries() {
        Av.prepare();
    }

    @Test
    void aPictureStandsStillForThreeSeconds() throws Exception {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(480, 600, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        var film = folder.resolve("still.mp4");
        new StillFilm(film, jpeg.toByteArray()).make();
        try (var source = Source.open(film)) {
            assertThat(source.statedSeconds()).isCloseTo(3, within(.1));
            assertThat(source.width() + "x" + source.height()).isEqualTo("720x1280");
        }
    }

    @Test
    void whatIsNoPictureBecomesNoFilm() {
        assertThatThrownBy(() -> new StillFilm(folder.resolve("still.mp4"), new byte[] {1, 2, 3}).make())
                .isInstanceOf(UnfitSource.class);
    }
}
