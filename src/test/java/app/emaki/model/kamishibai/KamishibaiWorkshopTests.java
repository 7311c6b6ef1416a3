package app.emaki.model.kamishibai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class KamishibaiWorkshopTests {
    @TempDir
    Path folder;

    private static KamishibaiWorkshop workshop;

    @BeforeAll
    static void open() {
        workshop = new KamishibaiWorkshop(settings(Duration.ofMinutes(8)));
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @Test
    void aWorkerMakesAFilmAndTellsHowFarItIs() throws Exception {
        RenderJob job = workshop.submit(order(0.5, "a.mp4"));
        Film film = job.await();
        assertThat(film.video()).isEqualTo(folder.resolve("a.mp4")).isNotEmptyFile();
        assertThat(film.frames()).isEqualTo(12);
        assertThat(job.done()).isEqualTo(job.total()).isEqualTo(12);
        assertThat(Plans.read(film.plan()).seconds()).isEqualTo(0.5);
        var seen = ImageIO.read(new ByteArrayInputStream(job.glimpse().orElseThrow()));
        assertThat(seen.getWidth()).isLessThanOrEqualTo(job.order().width());
    }

    @Test
    void theSameWorkerStaysWarmForTheNextFilm() throws Exception {
        workshop.submit(order(0.5, "a.mp4")).await();
        var first = workshop.workers();
        workshop.submit(order(0.5, "b.mp4")).await();
        assertThat(workshop.workers()).isEqualTo(first).hasSize(1);
        assertThat(folder.resolve("a.mp4")).hasSameBinaryContentAs(folder.resolve("b.mp4"));
    }

    @Test
    void aCancelledFilmLeavesNothingBehind() throws Exception {
        RenderJob job = workshop.submit(order(20, "long.mp4"));
        RenderJob behind = workshop.submit(order(20, "behind.mp4"));
        await().atMost(Duration.ofMinutes(4)).until(() -> job.done() > 0);
        behind.cancel();
        job.cancel();
        await().atMost(Duration.ofSeconds(60)).until(job::finished);
        assertThatThrownBy(job::await).isInstanceOf(CancellationException.class);
        assertThatThrownBy(behind::await).isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("long.mp4")).doesNotExist();
    }

    @Test
    void aCrashFailsOneFilmAndTheNextGetsANewWorker() throws Exception {
        RenderJob doomed = workshop.submit(order(20, "doomed.mp4"));
        await().atMost(Duration.ofMinutes(4)).until(() -> doomed.done() > 0);
        long crashed = workshop.workers().getFirst();
        RenderJob next = workshop.submit(order(0.5, "next.mp4"));
        ProcessHandle.of(crashed).orElseThrow().destroyForcibly();
        assertThatThrownBy(doomed::await).isInstanceOf(FilmException.class).hasMessageContaining("worker ended");
        assertThat(next.await().frames()).isEqualTo(12);
        assertThat(workshop.workers()).doesNotContain(crashed);
    }

    @Test
    void aFilmThatCannotBeWrittenFailsAndTheWorkerLives() throws Exception {
        var nowhere = order(0.5, "missing/a.mp4");
        assertThatThrownBy(() -> workshop.submit(nowhere).await())
                .isInstanceOf(FilmException.class)
                .hasMessageContaining("write to");
        assertThat(workshop.submit(order(0.5, "a.mp4")).await().bytes()).isPositive();
    }

    @Test
    void aFilmThatTakesTooLongIsGivenUp() {
        try (var hasty = new KamishibaiWorkshop(settings(Duration.ofMillis(300)))) {
            RenderJob job = hasty.submit(order(20, "slow.mp4"));
            assertThatThrownBy(job::await).isInstanceOf(FilmException.class).hasMessageContaining("not done within");
            await().atMost(Duration.ofSeconds(60)).until(() -> hasty.workers().isEmpty());
        }
    }

    @Test
    void whoeverIsIdleSketchesMomentsAndAFilmGoesFirst() throws Exception {
        workshop.submit(order(0.5, "a.mp4")).await();
        var sketch = workshop.sketch(order(4, "two.part"), List.of(1.0, 3.0)).orElseThrow();
        var strip = ImageIO.read(sketch.await().video().toFile());
        assertThat(strip.getWidth() + "x" + strip.getHeight()).isEqualTo("256x96");
        assertThat(strip.getRGB(10, 48)).as("it is a picture").isNotEqualTo(0xFF000000);

        var many = workshop.sketch(order(20, "many.part"), Collections.nCopies(200, 2.0))
                .orElseThrow();
        assertThat(workshop.sketch(order(4, "more.part"), List.of(1.0)))
                .as("one at a time")
                .isEmpty();
        var film = workshop.submit(order(0.5, "b.mp4"));
        assertThat(film.await().frames()).isEqualTo(12);
        assertThat(many.finished()).isTrue();
    }

    @Test
    void workersEndWithTheirWorkshop() {
        var another = new KamishibaiWorkshop(settings(Duration.ofMinutes(8)));
        another.warm();
        long worker = another.workers().getFirst();
        another.close();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        ProcessHandle.of(worker).filter(ProcessHandle::isAlive).isEmpty());
        assertThatThrownBy(() -> another.submit(order(0.5, "late.mp4"))).isInstanceOf(IllegalStateException.class);
    }

    private static WorkshopSettings settings(Duration limit) {
        return new WorkshopSettings(1, 256, Path.of(System.getProperty("java.io.tmpdir"), "emaki-javacpp"), limit, 0);
    }

    private RenderOrder order(double seconds, String file) {
        return RenderOrder.of(
                        Script.of("a cat by the sea, one shot"),
                        128,
                        96,
                        seconds,
                        5,
                        Model.KAMISHIBAI_2,
                        folder.resolve(file))
                .withSound(false)
                .withHands(1);
    }
}
