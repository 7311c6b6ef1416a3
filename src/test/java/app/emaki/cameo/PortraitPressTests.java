package app.emaki.cameo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PortraitPressTests {
    private final PortraitPress press = new PortraitPress(new FaceFinder());

    @Test
    void aFaceIsFoundAndStandsInTheMiddleOfThePortrait() throws Exception {
        var look = press.look(astronaut());
        assertThat(look.finding().faces()).isOne();
        assertThat(look.framing().x()).isBetween(.38, .5);
        assertThat(look.framing().y()).isBetween(.16, .3);
        assertThat(look.finding().hints(Kind.PERSON)).isEmpty();
        var portrait = ImageIO.read(
                new ByteArrayInputStream(press.make(astronaut(), null).jpeg()));
        assertThat(portrait.getWidth()).isEqualTo(PortraitPress.WIDTH);
        assertThat(portrait.getHeight()).isEqualTo(PortraitPress.HEIGHT);
    }

    @Test
    void aPictureWithoutAFaceIsNoPersonButMayBeACharacter() throws Exception {
        var finding = press.look(png(picture(400, 400, true))).finding();
        assertThat(finding.faces()).isZero();
        assertThat(finding.hints(Kind.PERSON)).contains("noface");
        assertThat(finding.hints(Kind.CHARACTER)).isEmpty();
    }

    @Test
    void aHeadThatIsTiltedIsFoundAndToldSo() throws Exception {
        var upright = ImageIO.read(new ByteArrayInputStream(astronaut()));
        var tilted = new BufferedImage(upright.getWidth(), upright.getHeight(), BufferedImage.TYPE_INT_RGB);
        var g = tilted.createGraphics();
        g.rotate(Math.toRadians(30), 155, 90);
        g.drawImage(upright, 0, 0, null);
        g.dispose();
        var look = press.look(png(tilted));
        assertThat(look.finding().faces()).isOne();
        assertThat(look.finding().hints(Kind.PERSON)).contains("tilted");
        assertThat(look.framing().x()).isBetween(.36, .52);
        assertThat(press.look(astronaut()).finding().angle()).isEqualTo(Finding.Angle.STRAIGHT);
    }

    @Test
    void aFaceWhoseHalvesAreNotAlikeIsToldToLookStraight() throws Exception {
        var straight = ImageIO.read(new ByteArrayInputStream(astronaut()));
        var turned = new BufferedImage(360, 360, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 360; x++) {
                boolean left = x < 155;
                turned.setRGB(
                        x,
                        y,
                        straight.getRGB(
                                left ? Math.max(0, 155 - (155 - x) * 23 / 20) : x, left ? Math.max(0, y - 7) : y));
            }
        }
        assertThat(press.look(png(turned)).finding().hints(Kind.PERSON)).contains("turned");
    }

    @Test
    void aDarkOrBlurredPictureIsToldSo() throws Exception {
        assertThat(press.look(png(picture(400, 400, false))).finding().hints(Kind.CHARACTER))
                .contains("dark", "soft");
    }

    @Test
    void nothingOfTheFileSurvivesButThePicture() throws Exception {
        var file = withNote(astronaut(), "taken at home, 35.7N 139.7E");
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("taken at home");
        assertThat(new String(press.make(file, null).jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("taken at home")
                .doesNotContain("Exif");
    }

    @Test
    void aPictureTakenSidewaysIsTurnedUpright() throws Exception {
        var lying = new ByteArrayOutputStream();
        var upright = ImageIO.read(new ByteArrayInputStream(astronaut()));
        var turned = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
        var g = turned.createGraphics();
        g.translate(0, upright.getWidth());
        g.rotate(-Math.PI / 2);
        g.drawImage(upright, 0, 0, null);
        g.dispose();
        ImageIO.write(turned, "jpeg", lying);
        assertThat(press.look(lying.toByteArray()).finding().faces()).isZero();
        assertThat(press.look(withOrientation(lying.toByteArray(), 6)).finding().faces())
                .isOne();
    }

    @Test
    void aPictureOfTooManyPixelsIsTurnedAwayBeforeItIsDecoded() {
        assertThatThrownBy(() -> press.look(bomb(30_000, 30_000)))
                .isInstanceOf(PortraitRefused.class)
                .hasMessage("large");
    }

    @Test
    void whatIsNoPictureOrTooSmallIsTurnedAway() throws Exception {
        assertThatThrownBy(() -> press.look("GIF89a?".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("format");
        assertThatThrownBy(() -> press.look("<svg onload='x'/>".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("format");
        assertThatThrownBy(() -> press.look(new byte[0])).hasMessage("format");
        var small = png(picture(100, 100, true));
        assertThatThrownBy(() -> press.look(small)).hasMessage("small");
        var half = java.util.Arrays.copyOf(astronaut(), 4000);
        assertThatThrownBy(() -> press.look(java.util.Arrays.copyOf(half, 30))).hasMessage("format");
    }

    static byte[] astronaut() throws IOException {
        try (var in = Objects.requireNonNull(PortraitPressTests.class.getResourceAsStream("/cameo/astronaut.jpg"))) {
            return in.readAllBytes();
        }
    }

    private static BufferedImage picture(int width, int height, boolean lively) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int c = lively ? (x / 9 + y / 9) % 2 * 150 + 60 : 20;
                picture.setRGB(x, y, new Color(c, c, c).getRGB());
            }
        }
        return picture;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static byte[] withNote(byte[] jpeg, String note) {
        return inserted(jpeg, 0xfe, note.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = new byte[] {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return inserted(jpeg, 0xe1, exif);
    }

    private static byte[] inserted(byte[] jpeg, int marker, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write((content.length + 2) & 255);
        out.writeBytes(content);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** A PNG of a few bytes that says it has a great many pixels. */
    private static byte[] bomb(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var header = java.nio.ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header);
        var deflater = new Deflater();
        deflater.setInput(new byte[1000]);
        deflater.finish();
        var data = new byte[100];
        int length = deflater.deflate(data);
        chunk(out, "IDAT", java.util.Arrays.copyOf(data, length));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        var crc = new CRC32();
        crc.update(body.toByteArray());
        out.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(body.toByteArray());
        out.writeBytes(
                java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
