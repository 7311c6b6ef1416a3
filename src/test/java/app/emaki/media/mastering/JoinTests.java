package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import app.emaki.media.TestFilm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTests {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 284;

    @TempDir
    Path folder;

    @BeforeAll
    static void libraries() throws IOException {
        Av.prepare();
    }

    @Test
    void twoFilmsBecomeOneOfBothLengthsInTheOrderedSize() throws Exception {
        var first = TestFilm.of(320, 180, 1).looking(TestFilm.Look.BRIGHT).write(folder.resolve("a.mp4"));
        var second = TestFilm.of(WIDTH, HEIGHT, 2).sounding(-1).write(folder.resolve("b.mp4"));
        var job = new JoinJob(folder, List.of(first, second), WIDTH, HEIGHT, 10, 2, 3);

        assertThat(new Join(job).make()).isCloseTo(3, within(0.05));

        try (var made = Source.open(job.film())) {
            assertThat(made.width()).isEqualTo(WIDTH);
            assertThat(made.height()).isEqualTo(HEIGHT);
            assertThat(made.statedSeconds()).isCloseTo(3, within(0.05));
            assertThat(made.audio()).isNotNull();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(ImageIO.read(job.look(i).toFile()).getHeight()).isEqualTo(HEIGHT);
        }
    }

    @Test
    void oneFilmKeepsItsShapeAndNothingOfItsFile() throws Exception {
        var sent = TestFilm.of(320, 180, 1).write(folder.resolve("a.mp4"));
        var job = new JoinJob(folder, List.of(sent), 0, 0, 10, 0, 0);
        assertThat(new Join(job).make()).isCloseTo(1, within(0.05));
        try (var made = Source.open(job.film())) {
            assertThat(made.width()).isEqualTo(320);
            assertThat(made.height()).isEqualTo(180);
        }
    }

    @Test
    void whatIsTooLongTooShortOfAnotherShapeOrCutOffIsRefused() throws Exception {
        var two = TestFilm.of(WIDTH, HEIGHT, 2).write(folder.resolve("a.mp4"));
        assertThat(refused(two, 1, 0)).isEqualTo("duration");
        assertThat(refused(two, 10, 6)).isEqualTo("duration");
        var wide = TestFilm.of(284, 160, 2).write(folder.resolve("b.mp4"));
        assertThat(refused(wide, 10, 2)).isEqualTo("size");
        assertThat(refused(Files.writeString(folder.resolve("c.mp4"), "no film"), 10, 0))
                .isEqualTo("container");
    }

    @Test
    void aJobCrossesWhole() throws Exception {
        var job = new JoinJob(folder, List.of(folder.resolve("a.mp4")), WIDTH, HEIGHT, 10, 4.5, 8);
        var bytes = new ByteArrayOutputStream();
        job.write(new DataOutputStream(bytes));
        assertThat(JoinJob.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(job);
    }

    private String refused(Path film, double longest, double last) {
        var job = new JoinJob(folder, List.of(film), WIDTH, HEIGHT, longest, last, 0);
        return catchThrowableOfType(UnfitSource.class, () -> new Join(job).make())
                .code();
    }
}
