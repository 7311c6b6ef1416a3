package app.emaki.model.kamishibai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.film.Frames;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A picture that a film begins with. */
class FirstCardTests {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 96;
    private static final int STAGE = 0x2020C0;

    @Test
    void theFilmBeginsWithThePictureThatIsPulledOutToTheLeft() throws IOException {
        var film = new FirstCard(new Plain(), picture(200, 100));
        assertThat(Arrays.stream(frame(film, 0))).allMatch(FirstCardTests::red);
        assertThat(frame(film, 10)).isEqualTo(frame(film, 0));
        var half = frame(film, 20);
        assertThat(red(half[0])).isTrue();
        assertThat(red(half[WIDTH - 1])).isFalse();
        // its shadow falls on what comes
        int edge =
                (int) Arrays.stream(half, 0, WIDTH).filter(FirstCardTests::red).count();
        assertThat(half[edge] & 0xFF).isLessThan(half[WIDTH - 1] & 0xFF);
        assertThat(Arrays.stream(frame(film, 28))).allMatch(rgb -> rgb == STAGE);
        assertThat(film.count()).isEqualTo(96);
    }

    @Test
    void whatIsNoPictureIsNoCard() {
        assertThatThrownBy(() -> new FirstCard(new Plain(), new byte[] {1, 2})).isInstanceOf(FilmException.class);
    }

    private static boolean red(int rgb) {
        return (rgb >> 16 & 0xFF) > 180 && (rgb & 0xFF) < 80;
    }

    private static int[] frame(Frames film, int index) {
        var rgb = new int[WIDTH * HEIGHT];
        film.painter().paint(index, rgb);
        return rgb;
    }

    private static byte[] picture(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xD04030));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }

    private static final class Plain implements Frames {
        @Override
        public int count() {
            return 96;
        }

        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public int height() {
            return HEIGHT;
        }

        @Override
        public Painter painter() {
            return (index, rgb) -> Arrays.fill(rgb, STAGE);
        }
    }
}
