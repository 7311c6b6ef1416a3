package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.emaki.generation.ImageRefused.Reason;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StillTests {
    private static final long MANY = 50_000_000;
    /** 48 x 40 pixels of red. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRlIAAABXRUJQVlA4IEYAAACQAwCdASowACgAPpFIn0ulpCKho4gAsBIJZwDRroAAHNR6pQQAAP7u09//gN18W0"
                    + "y//3OB/3OB/3OB/G2Epvqk4N76AAAA");

    @Test
    void aFirstFrameIsTheMiddleOfThePicture() throws IOException {
        var picture = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 100, 100);
        pen.setColor(Color.GREEN);
        pen.fillRect(100, 0, 100, 100);
        pen.setColor(Color.BLUE);
        pen.fillRect(200, 0, 100, 100);
        var cut = seen(Still.read(bytes(picture, "png"), MANY).covering(64, 64));
        assertThat(cut.getWidth()).isEqualTo(64);
        assertThat(cut.getHeight()).isEqualTo(64);
        assertThat(new Color(cut.getRGB(32, 32)).getGreen()).isGreaterThan(200);
        assertThat(new Color(cut.getRGB(8, 32)).getGreen()).isGreaterThan(200);
    }

    @Test
    void aPictureKeepsNothingButItsPixels() throws IOException {
        var jpeg = withExif(bytes(plain(64, 40), "jpeg"), 1);
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains("Exif");
        assertThat(new String(Still.read(jpeg, MANY).jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
    }

    @Test
    void aPhotoTakenSidewaysIsTurnedUpright() throws IOException {
        var still = Still.read(withExif(bytes(plain(64, 40), "jpeg"), 6), MANY);
        assertThat(still.width()).isEqualTo(40);
        assertThat(still.height()).isEqualTo(64);
    }

    @Test
    void webpIsReadToo() throws IOException {
        var still = Still.read(WEBP, MANY);
        assertThat(still.width()).isEqualTo(48);
        assertThat(new Color(seen(still).getRGB(20, 20)).getRed()).isGreaterThan(200);
    }

    @Test
    void aVeryLargePictureIsReadSmaller() throws IOException {
        var still = Still.read(bytes(plain(6000, 4000), "png"), MANY);
        assertThat(still.width()).isEqualTo(3000);
    }

    @Test
    void aBombIsRefusedBeforeItsPixelsAreRead() throws IOException {
        var png = bytes(plain(64, 64), "png");
        // the size as the header has it: 30000 x 30000
        for (int at : new int[] {16, 20}) {
            png[at + 2] = 0x75;
            png[at + 3] = 0x30;
        }
        assertThat(refused(png)).isEqualTo(Reason.SIZE);
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverItIsCalled() throws IOException {
        assertThat(refused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.KIND);
        assertThat(refused(new byte[0])).isEqualTo(Reason.KIND);
        var png = bytes(plain(64, 64), "png");
        assertThat(refused(java.util.Arrays.copyOf(png, 40))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void aStripTooNarrowForAPictureIsRefused() throws IOException {
        assertThat(refused(bytes(plain(400, 3), "png"))).isEqualTo(Reason.SIZE);
    }

    @Test
    void transparencyLiesOnWhite() throws IOException {
        var seen = seen(Still.read(bytes(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png"), MANY));
        assertThat(new Color(seen.getRGB(30, 30)).getRed()).isGreaterThan(250);
    }

    private static Reason refused(byte[] bytes) {
        return catchThrowableOfType(ImageRefused.class, () -> Still.read(bytes, MANY))
                .reason();
    }

    private static BufferedImage plain(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage seen(Still still) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(still.jpeg()));
    }

    private static byte[] bytes(BufferedImage picture, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    /** The same JPEG with an orientation of its camera. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        out.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
