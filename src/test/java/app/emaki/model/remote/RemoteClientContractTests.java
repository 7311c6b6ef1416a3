package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.emaki.model.Aspect;
import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Busy;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.BackendException.Unreachable;
import app.emaki.model.CancelKind;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.remote.FakeBackend.Job;
import app.emaki.model.remote.FakeBackend.Mood;
import app.emaki.model.remote.FakeBackend.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every adapter, over real HTTP, against a server that behaves as its makers' does. */
class RemoteClientContractTests {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String WORDS = "A \"fox\" says {hello}\nand \\ goes. 狐が走る";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aJobIsTakenOnceWithItsWordsAsTheyAreAndTheKey(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            var job = client(dialect, fake).submit(request(WORDS));
            assertThat(job.remoteId()).isNotBlank();
            assertThat(fake.submits()).hasSize(1);
            var sent = fake.submits().getFirst();
            assertThat(sent.headers().values()).anyMatch(value -> value.contains(FakeBackend.KEY));
            assertThat(sent.body())
                    .satisfiesAnyOf(
                            body -> assertThat(body).contains(WORDS),
                            body -> assertThat(body)
                                    .contains(JsonMapper.shared().writeValueAsString(WORDS)));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyStateOfAJobIsToldApart(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            var client = client(dialect, fake);
            var id = client.submit(request("A fox")).remoteId();
            fake.job = Job.QUEUED;
            assertThat(client.status(id)).isInstanceOfAny(RenderStatus.Waiting.class, RenderStatus.Working.class);
            fake.job = Job.WORKING;
            assertThat(client.status(id)).isInstanceOf(RenderStatus.Working.class);
            fake.job = Job.DONE;
            assertThat(client.status(id)).isEqualTo(new RenderStatus.Done());
            fake.job = Job.FAILED;
            assertThat(client.status(id))
                    .isInstanceOfSatisfying(
                            RenderStatus.Failed.class,
                            it -> assertThat(it.cause()).isEqualTo(RenderStatus.Cause.ERROR));
            fake.job = Job.CANCELLED;
            assertThat(client.status(id)).isEqualTo(new RenderStatus.Lost());
            fake.job = Job.UNKNOWN;
            assertThat(client.status(id)).isEqualTo(new RenderStatus.Lost());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, mode = EnumSource.Mode.EXCLUDE, names = "COMFYUI")
    void whatARuleOfTheBackendsOwnHoldsBackIsToldApartFromAnError(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            var client = client(dialect, fake);
            var id = client.submit(request("A fox")).remoteId();
            fake.job = Job.FORBIDDEN;
            assertThat(client.status(id))
                    .isInstanceOfSatisfying(
                            RenderStatus.Failed.class,
                            it -> assertThat(it.cause()).isEqualTo(RenderStatus.Cause.POLICY));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aRefusalSaysWhatItIsAbout(Dialect dialect) {
        try (var fake = FakeBackend.of(dialect)) {
            assertThat(refusal(dialect, fake, Mood.FORBIDS)).isEqualTo(Ground.POLICY);
            assertThat(refusal(dialect, fake, Mood.DISLIKES)).isEqualTo(Ground.INPUT);
            assertThat(refusal(dialect, fake, Mood.KNOWS_NO_KEY)).isEqualTo(Ground.SETUP);
            assertThat(refusal(dialect, fake, Mood.HAS_NO_SUCH_MODEL)).isEqualTo(Ground.SETUP);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aBusyBackendSaysWhenToComeAgain(Dialect dialect) {
        try (var fake = FakeBackend.of(dialect)) {
            fake.mood = Mood.BUSY;
            var busy =
                    catchThrowableOfType(Busy.class, () -> client(dialect, fake).submit(request("A fox")));
            assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(9));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aSubmitThatMayHaveArrivedIsUnclearAndNeverRepeated(Dialect dialect) {
        unclear(dialect, Mood.TAKES_AND_SAYS_503, PATIENCE);
        unclear(dialect, Mood.TAKES_AND_HANGS_UP, PATIENCE);
    }

    /** All of them at a time, since each takes as long as one waits for an answer. */
    @Test
    void aSubmitThatIsAnsweredBySilenceIsUnclearToo() {
        var waiting = Arrays.stream(Dialect.values())
                .map(dialect -> CompletableFuture.runAsync(
                        () -> unclear(dialect, Mood.TAKES_AND_FALLS_SILENT, Duration.ofMillis(600)),
                        Thread::startVirtualThread))
                .toList();
        waiting.forEach(CompletableFuture::join);
    }

    private static void unclear(Dialect dialect, Mood mood, Duration patience) {
        try (var fake = FakeBackend.of(dialect)) {
            fake.mood = mood;
            var client = dialect.client(fake.backend(dialect, patience), new Http());
            assertThatThrownBy(() -> client.submit(request("A fox")))
                    .as("%s %s", dialect, mood)
                    .isInstanceOf(Unclear.class);
            assertThat(fake.submits()).as("%s %s", dialect, mood).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aSubmitThatCertainlyDidNotLeaveMayBeMadeAgain(Dialect dialect) {
        RemoteBackend gone;
        try (var fake = FakeBackend.of(dialect)) {
            gone = fake.backend(dialect, PATIENCE);
        }
        assertThatThrownBy(() -> dialect.client(gone, new Http()).submit(request("A fox")))
                .isInstanceOf(Unreachable.class);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theFilmComesHomeWholeAndNeverLargerThanAllowed(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            var client = client(dialect, fake);
            var id = client.submit(request("A fox")).remoteId();
            fake.job = Job.DONE;
            var file = folder.resolve("film");
            assertThat(client.fetch(id, file, 1000).bytes()).isEqualTo(FakeBackend.FILM.length);
            assertThat(file).hasBinaryContent(FakeBackend.FILM);

            assertThatThrownBy(() -> client.fetch(id, file, 10)).isInstanceOf(BackendException.class);
            assertThat(Files.size(file)).isLessThanOrEqualTo(10);

            fake.insteadOfFilm = Reply.json(200, "{\"error\":\"soon\"}");
            assertThatThrownBy(() -> client.fetch(id, file, 1000)).isInstanceOf(Unclear.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aRedirectIsFollowedWithoutTheKeyAndOnlyToTheWeb(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect);
                var other = new FakeReplicate()) {
            var client = client(dialect, fake);
            var id = client.submit(request("A fox")).remoteId();
            fake.job = Job.DONE;
            var file = folder.resolve("film");
            fake.insteadOfFilm = Reply.json(302, "").with("Location", other.url() + "/delivery/film.mp4");
            client.fetch(id, file, 1000);
            assertThat(file).hasBinaryContent(FakeBackend.FILM);
            assertThat(other.calls).hasSize(1);
            assertThat(other.calls.getFirst().headers().values()).noneMatch(it -> it.contains(FakeBackend.KEY));

            fake.insteadOfFilm = Reply.json(302, "").with("Location", "file:///etc/passwd");
            assertThatThrownBy(() -> client.fetch(id, file, 1000)).isInstanceOf(BackendException.class);
            fake.insteadOfFilm = Reply.json(302, "").with("Location", fake.url() + "/again");
            assertThatThrownBy(() -> client.fetch(id, file, 1000)).isInstanceOf(BackendException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aJobIsCalledOffWhereThatIsPossible(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            var client = client(dialect, fake);
            var id = client.submit(request("A fox")).remoteId();
            int before = fake.calls.size();
            client.cancel(id);
            assertThat(fake.calls.size() > before).isEqualTo(dialect.cancel() != CancelKind.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whateverItBabblesNothingBreaksButTheCall(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            var client = client(dialect, fake);
            var id = client.submit(request("A fox")).remoteId();
            fake.mood = Mood.BABBLES;
            for (var babble : babble()) {
                fake.babble = babble;
                onlyBackendExceptions(babble, () -> client.submit(request("A fox")));
                onlyBackendExceptions(babble, () -> client.status(id));
                onlyBackendExceptions(babble, () -> client.fetch(id, folder.resolve("babble"), 1000));
                onlyBackendExceptions(babble, () -> client.cancel(id));
                onlyBackendExceptions(babble, client::models);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTestOfTheConnectionTellsAGoodKeyFromABadOne(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            assertThat(client(dialect, fake).models()).isNotEmpty();
        }
    }

    private static List<String> babble() {
        return List.of(
                "",
                "null",
                "[]",
                "{}",
                "{",
                "7",
                "\"queued\"",
                "<html>502</html>",
                "{\"id\":null,\"status\":null}",
                "{\"id\":7,\"status\":[],\"progress\":\"half\"}",
                "{\"id\":\"../../etc\",\"status\":\"quantum\",\"progress\":1e99}",
                "{\"status\":\"completed\",\"error\":[],\"output\":{\"video\":{}}}",
                "{\"status\":\"failed\",\"error\":{\"code\":404}}",
                "{\"done\":true,\"response\":[]}",
                "{\"done\":true,\"response\":{\"generateVideoResponse\":{\"generatedSamples\":[{\"video\":{\"uri\":\"::\"}}]}}}",
                "{\"video\":{\"url\":\"not a url\"}}",
                "{\"prompt_id\":\"x\",\"node_errors\":[1]}",
                "[".repeat(3000));
    }

    private static void onlyBackendExceptions(String babble, ThrowingCall call) {
        try {
            call.run();
        } catch (BackendException e) {
            assertThat(e.getMessage()).doesNotContain(FakeBackend.KEY);
        } catch (Exception e) {
            throw new AssertionError("On " + babble, e);
        }
    }

    private static Ground refusal(Dialect dialect, FakeBackend fake, Mood mood) {
        fake.mood = mood;
        return catchThrowableOfType(Refused.class, () -> client(dialect, fake).submit(request("A fox")))
                .ground();
    }

    private static RemoteClient client(Dialect dialect, FakeBackend fake) {
        return dialect.client(fake.backend(dialect, PATIENCE), new Http());
    }

    static RenderRequest request(String words) {
        return new RenderRequest(
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                "far-1",
                words,
                "en",
                "blur",
                Aspect.PORTRAIT,
                4,
                720,
                true,
                7,
                null,
                List.of(),
                null);
    }

    private interface ThrowingCall {
        void run() throws Exception;
    }
}
