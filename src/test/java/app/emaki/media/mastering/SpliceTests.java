package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.emaki.media.Provenance;
import app.emaki.media.TestFilm;
import app.emaki.media.mastering.SpliceJob.Card;
import app.emaki.media.mastering.SpliceJob.Line;
import app.emaki.media.mastering.SpliceJob.Reel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpliceTests {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 284;

    @TempDir
    Path folder;

    @BeforeAll
    static void libraries() throws IOException {
        Av.prepare();
    }

    @Test
    void filmsOfAnyShapeBecomeOneWithCardsAndCredits() throws Exception {
        var job = job(
                TestFilm.of(WIDTH, HEIGHT, 2),
                TestFilm.of(284, 160, 2).sounding(-1),
                TestFilm.of(WIDTH, HEIGHT, 1.5).looking(TestFilm.Look.BRIGHT));
        for (var reel : job.reels()) {
            job.disclosure(Origin.MODEL).append(reel.file());
        }
        var percents = new ArrayList<Integer>();

        double seconds = new Splice(job, percents::add).make();

        double expected = 2 + 2 + 1.5 + Splice.OPENING_SECONDS + 2 * Splice.CARD_SECONDS + Splice.CREDITS_SECONDS;
        assertThat(seconds).isCloseTo(expected, within(0.1));
        assertThat(percents).isSorted().allMatch(percent -> percent >= 0 && percent <= 100);
        try (var made = Source.open(job.target())) {
            assertThat(made.width()).isEqualTo(WIDTH);
            assertThat(made.height()).isEqualTo(HEIGHT);
            assertThat(made.statedSeconds()).isCloseTo(expected, within(0.1));
            assertThat(made.audio()).isNotNull();
        }
        assertThat(Files.readString(job.target(), StandardCharsets.ISO_8859_1))
                .contains("trainedAlgorithmicMedia", "AI generated", "Credit line");
        assertThat(Provenance.in(job.target()))
                .as("a no to one of them goes with the whole")
                .containsExactlyInAnyOrder(
                        UUID.fromString(video(0)), UUID.fromString(video(1)), UUID.fromString(video(2)));
    }

    @Test
    void silentFilmsMakeASilentOne() throws Exception {
        var job = job(
                TestFilm.of(WIDTH, HEIGHT, 1).sounding(-1),
                TestFilm.of(WIDTH, HEIGHT, 1).sounding(0));
        new Splice(job, percent -> {}).make();
        try (var made = Source.open(job.target())) {
            assertThat(made.audio()).isNull();
        }
    }

    @Test
    void aJobCrossesWhole() throws Exception {
        var job = job(TestFilm.of(WIDTH, HEIGHT, 1));
        var bytes = new ByteArrayOutputStream();
        job.write(new DataOutputStream(bytes));
        assertThat(SpliceJob.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(job);
    }

    @Test
    void theFirstAndTheLastPictureOfAFilmAreTaken() throws Exception {
        var film = TestFilm.of(WIDTH, HEIGHT, 1).write(folder.resolve("in.mp4"));
        for (boolean last : new boolean[] {false, true}) {
            var picture = folder.resolve(last + ".jpg");
            SplicingMain.picture(film, last, picture);
            assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(WIDTH);
        }
        assertThat(folder.resolve("true.jpg"))
                .binaryContent()
                .isNotEqualTo(Files.readAllBytes(folder.resolve("false.jpg")));
    }

    @Test
    void longTitlesAreWrappedAndCut() throws Exception {
        var cards = new Cards(360, 640);
        var card = cards.title(
                new Card("3 / 5", "とても長い題名の作品がここにあって三行にも入りきらないほど続いていくのです".repeat(3), "@mizuki", "満月 → 赤い月"));
        assertThat(card.getWidth()).isEqualTo(360);
    }

    private static String video(int film) {
        return "0197c0de-0000-7000-8000-00000000000" + film;
    }

    private SpliceJob job(TestFilm... films) {
        var reels = new ArrayList<Reel>();
        var credits = new ArrayList<Line>();
        for (int i = 0; i < films.length; i++) {
            var file = films[i].write(folder.resolve("film-" + i + ".mp4"));
            reels.add(new Reel(
                    file, video(i), "maker" + i, new Card(i + 1 + " / 3", "Film " + i, "@maker" + i, "moon → sun")));
            credits.add(new Line("Film " + i, "@maker" + i));
        }
        return new SpliceJob(
                folder.resolve("branch.mp4"),
                new Card("", "月の線路", "@maker0", ""),
                reels,
                credits,
                "Films",
                "Credit line",
                "maker0",
                "Emaki",
                "kamishibai-2",
                video(films.length - 1),
                "",
                WIDTH,
                HEIGHT);
    }
}
