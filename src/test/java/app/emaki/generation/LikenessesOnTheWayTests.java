package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Viewer;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.model.Aspect;
import app.emaki.model.Picture;
import app.emaki.model.RenderStatus;
import app.emaki.model.Way;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What of somebody goes to a backend, and what does not any more once they say no. */
@EngineTest
class LikenessesOnTheWayTests extends EngineScene {
    @Autowired
    TestCameos cast;

    Viewer person;
    UUID film;

    @BeforeEach
    void aFilmWithSomebody() {
        person = cast.member("haru");
        cast.person(person, Level.EVERYONE);
        film = video(order("@" + person.handle() + " walks through rain", null, 0));
        stage.work();
        stage.workFor(Duration.ofSeconds(5));
        assertThat(videos.find(viewer, film)).isPresent();
    }

    @Test
    void aPortraitGoesToAModelThatTakesOneAndItsNameStaysInTheWords() {
        var sent = Objects.requireNonNull(backend.last);
        assertThat(sent.prompt()).contains("@" + person.handle() + " (");
        assertThat(sent.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.role()).isEqualTo(Picture.Role.CHARACTER);
            assertThat(picture.name()).isEqualTo(person.handle());
            assertThat(picture.bytes()).asString().isEqualTo("portrait");
        });
        assertThat(sent.toString()).as("no log could tell what is in it").doesNotContain("portrait\"", "[112, 111");
    }

    @Test
    void aNoToAFilmEndsWhatIsMadeToGoOnInItAndItsBackendHearsOfIt() {
        int left = stage.credits.balance(viewer).left();
        var running = order("She looks up", film, 2);
        backend.status = new RenderStatus.Working(OptionalInt.empty(), ScriptedBackend.POLL);
        stage.work();
        var waiting = order("She looks down", film, 2);

        cast.refuse(person, film);
        assertThat(stage.state(waiting)).isEqualTo(State.CANCELLED);
        stage.work();
        assertThat(stage.state(running)).isEqualTo(State.CANCELLED);
        assertThat(backend.cancelled).contains("job-" + running);
        assertThat(stage.credits.balance(viewer).left()).isEqualTo(left);
    }

    @Test
    void ofAFilmThatWasRefusedNothingGoesIntoARemixThatWasOrderedBefore() {
        var remix = order("@" + person.handle() + " walks through snow", film, 0);
        cast.refuse(person, film);
        stage.work();
        var sent = Objects.requireNonNull(backend.last);
        assertThat(sent.generation()).isEqualTo(remix);
        assertThat(sent.source()).isNull();
        assertThat(sent.pictures()).extracting(Picture::role).containsOnly(Picture.Role.CHARACTER);
    }

    private UUID order(String words, @Nullable UUID from, int lead) {
        var request = new GenerationRequest(
                new Prompt(words, "en"), ScriptedBackend.MODEL, Aspect.PORTRAIT, 2, 160, true, 7L, 1, from);
        return stage.generations
                .submit(viewer, lead == 0 ? request : request.going(Way.EXTEND).after(lead))
                .getFirst();
    }

    private UUID video(UUID generation) {
        return stage.jdbc
                .sql("select video_id from generation where id = ?")
                .param(generation)
                .query(UUID.class)
                .single();
    }
}
