package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import app.emaki.media.TestFilm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshCopyTests {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 284;

    @TempDir
    Path folder;

    @BeforeAll
    static void libraries() throws IOException {
        Av.prepare();
    }

    @Test
    void aFilmKeepsItsShapeAndNothingOfItsFile() throws Exception {
        var sent = TestFilm.of(320, 180, 1).write(folder.resolve("a.mp4"));
        var job = new FreshCopyJob(folder, sent, 10, 3);

        assertThat(new FreshCopy(job).make()).isCloseTo(1, within(0.05));

        try (var made = Source.open(job.film())) {
            assertThat(made.width()).isEqualTo(320);
            assertThat(made.height()).isEqualTo(180);
            assertThat(made.statedSeconds()).isCloseTo(1, within(0.05));
            assertThat(made.audio()).isNotNull();
            assertThat(made.origin()).as("nobody knows how it came about").isEqualTo(Origin.UNKNOWN);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(ImageIO.read(job.look(i).toFile()).getHeight()).isEqualTo(180);
        }
    }

    @Test
    void whatIsTooLongOrNoFilmIsRefused() throws Exception {
        var two = TestFilm.of(WIDTH, HEIGHT, 2).write(folder.resolve("a.mp4"));
        assertThat(refused(two, 1)).isEqualTo("duration");
        assertThat(refused(Files.writeString(folder.resolve("c.mp4"), "no film"), 10))
                .isEqualTo("container");
    }

    @Test
    void whatAFileSaysOfHowItCameAboutIsKept() throws Exception {
        var sent = TestFilm.of(WIDTH, HEIGHT, 1).write(folder.resolve("a.mp4"));
        var made = new Job(sent, folder, "aki", "Home", "m", "v", "", true, WIDTH, HEIGHT, 1, "");
        new Disclosure(made, "", new Origin("screenCapture")).append(sent);
        var job = new FreshCopyJob(folder, sent, 10, 0);

        new FreshCopy(job).make();

        try (var copy = Source.open(job.film())) {
            assertThat(copy.origin()).isEqualTo(new Origin("screenCapture"));
        }
    }

    @Test
    void aFilmThatWasFilmedLyingStandsUpright() throws Exception {
        var flat = TestFilm.of(128, 64, 1).looking(TestFilm.Look.STANDING).write(folder.resolve("flat.mp4"));
        var lying = look(flat);
        var quarter = look(turned(flat, 0, 0x10000, -0x10000, 0));
        var half = look(turned(flat, -0x10000, 0, 0, -0x10000));
        var back = look(turned(flat, 0, -0x10000, 0x10000, 0));
        assertThat(quarter.getWidth()).isEqualTo(64);
        for (int y = 4; y < 60; y += 8) {
            for (int x = 4; x < 124; x += 8) {
                int there = lying.getRGB(x, y) & 0xFF;
                assertThat(quarter.getRGB(63 - y, x) & 0xFF).isCloseTo(there, within(24));
                assertThat(half.getRGB(127 - x, 63 - y) & 0xFF).isCloseTo(there, within(24));
                assertThat(back.getRGB(y, 127 - x) & 0xFF).isCloseTo(there, within(24));
            }
        }
    }

    private BufferedImage look(Path film) throws Exception {
        var job = new FreshCopyJob(folder, film, 10, 1);
        new FreshCopy(job).make();
        return ImageIO.read(job.look(0).toFile());
    }

    /** The same file with another matrix in the head of its pictures' track. */
    private Path turned(Path film, int a, int b, int c, int d) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(film));
        int head = new String(bytes.array(), StandardCharsets.ISO_8859_1).indexOf("tkhd");
        // version 0: after flags, times, number and length, eight bytes of nothing and eight of layer and volume
        int matrix = head + 4 + 4 + 20 + 8 + 8;
        bytes.putInt(matrix, a).putInt(matrix + 4, b).putInt(matrix + 12, c).putInt(matrix + 16, d);
        return Files.write(folder.resolve("turned.mp4"), bytes.array());
    }

    @Test
    void aJobCrossesWhole() throws Exception {
        var job = new FreshCopyJob(folder, folder.resolve("a.mp4"), 4.5, 8);
        var bytes = new ByteArrayOutputStream();
        job.write(new DataOutputStream(bytes));
        assertThat(FreshCopyJob.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(job);
    }

    private String refused(Path film, double longest) {
        var job = new FreshCopyJob(folder, film, longest, 0);
        return catchThrowableOfType(UnfitSource.class, () -> new FreshCopy(job).make())
                .code();
    }
}
