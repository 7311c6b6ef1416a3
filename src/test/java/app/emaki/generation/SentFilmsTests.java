package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.account.Plan;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.generation.FilmRefused.Reason;
import app.emaki.media.TestFilm;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Films that are sent along with an order. */
@EngineTest
class SentFilmsTests extends EngineScene {
    @Autowired
    SentFilms films;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TestCameos cast;

    /** The films of all tests look alike, and nobody is asked about the people of another test's. */
    @BeforeEach
    @AfterEach
    void nobodyAppears() {
        cast.forgetAppearances();
    }

    @Test
    void theSameFilmSentToTwoProcessesAtOnceIsOneDraft() throws Exception {
        var bytes = Files.readAllBytes(TestFilm.of(160, 284, 1).write(folder.resolve("sent.mp4")));
        var elsewhere = beans.createBean(SentFilms.class);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.<Callable<UUID>>of(
                    () -> films.take(viewer, bytes, false), () -> elsewhere.take(viewer, bytes, false)));

            assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
        }
        assertThat(videos.library(viewer, null, 10).items()).hasSize(1);
    }

    @Test
    void aCopyOfAFilmWhosePersonSaidNoIsNotTaken() throws Exception {
        var bytes = Files.readAllBytes(TestFilm.of(160, 284, 1.2).write(folder.resolve("sent.mp4")));
        var first = films.take(viewer, bytes, false);
        var person = cast.member("haru");
        cast.person(person, Level.EVERYONE);
        cast.appears(viewer, person, first);
        stage.jdbc
                .sql("update cameo_use set state = 'REVOKED', decided_at = now() where video = ?")
                .param(first)
                .update();
        var other = stage.someone(Plan.FREE);
        assertThatThrownBy(() -> films.take(other, bytes, false))
                .isInstanceOfSatisfying(
                        FilmRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.CONSENT));
        assertThat(videos.library(other, null, 10).items()).isEmpty();
    }

    @Test
    void afterItsDraftIsGoneTheSameFilmIsAFreshOne() throws Exception {
        var bytes = Files.readAllBytes(TestFilm.of(160, 284, 1).write(folder.resolve("sent.mp4")));
        var first = films.take(viewer, bytes, false);
        assertThat(films.take(viewer, bytes, false)).isEqualTo(first);
        stage.jdbc
                .sql("update video set deleted_at = now() where id = ?")
                .param(first)
                .update();

        var second = films.take(viewer, bytes, false);

        assertThat(second).isNotEqualTo(first);
        assertThat(films.take(viewer, bytes, false)).isEqualTo(second);
    }
}
