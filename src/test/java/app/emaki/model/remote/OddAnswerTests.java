package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.model.Aspect;
import app.emaki.model.BackendException.Busy;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.remote.FakeBackend.Call;
import app.emaki.model.remote.FakeBackend.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as single servers give them, beside what every one of them does. */
class OddAnswerTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0.5, 50", "37, 37", "120, 100", "-4, 0"})
    void progressIsAPercentageOrAShareOfOne(String told, int percent) throws Exception {
        try (var fake = answering(Dialect.OPENAI, job("{\"status\":\"in_progress\",\"progress\":" + told + "}"))) {
            assertThat(client(fake).status("video_1"))
                    .isInstanceOfSatisfying(
                            RenderStatus.Working.class,
                            it -> assertThat(it.progress()).isEqualTo(OptionalInt.of(percent)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"in_progress\"}", "{\"status\":\"in_progress\",\"progress\":null}", "{}"})
    void withoutProgressAJobIsAtWorkAllTheSame(String answer) throws Exception {
        try (var fake = answering(Dialect.VLLM_OMNI, job(answer))) {
            assertThat(client(fake).status("video_1"))
                    .isInstanceOfSatisfying(
                            RenderStatus.Working.class,
                            it -> assertThat(it.progress()).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"OPENAI", "SGLANG", "VLLM_OMNI", "LITELLM", "EMAKI"})
    void whatIsGoneForGoodIsLost(Dialect dialect) throws Exception {
        try (var fake = answering(dialect, call -> Reply.json(410, "{\"detail\":\"gone\"}"))) {
            assertThat(client(fake).status("video_1")).isEqualTo(new RenderStatus.Lost());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "openai-poll-after-ms, 2500, 2500",
        "Retry-After, 9, 9000",
        "Retry-After, 'Wed, 21 Oct 2099 07:28:00 GMT', 300000",
        "Retry-After, 'Wed, 21 Oct 2015 07:28:00 GMT', 0",
        "Retry-After, 999999, 300000",
        "Retry-After, soon, 0"
    })
    void whoWantsToBeLeftAloneWhenAskedForAJobOrItsFilmIsHeard(String header, String value, long millis)
            throws Exception {
        for (var dialect : List.of(Dialect.OPENAI, Dialect.REPLICATE)) {
            try (var fake = answering(dialect, call -> Reply.json(503, "{}").with(header, value))) {
                assertThatThrownBy(() -> client(fake).status("video_1"))
                        .isInstanceOfSatisfying(
                                Unclear.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofMillis(millis)));
            }
        }
        try (var fake = answering(Dialect.OPENAI, call -> Reply.json(429, "{}").with(header, value))) {
            assertThatThrownBy(() -> client(fake).fetch("video_1", folder.resolve("film"), 1000))
                    .isInstanceOfSatisfying(
                            Busy.class,
                            it -> assertThat(it.retryAfter().toMillis()).isEqualTo(millis == 0 ? 15_000 : millis));
        }
    }

    @Test
    void aDateIsHeldAgainstTheServersOwnClock() throws Exception {
        var headers = java.net.http.HttpHeaders.of(
                java.util.Map.of(
                        "Date", List.of("Wed, 21 Oct 2015 07:28:00 GMT"),
                        "Retry-After", List.of("Wed, 21 Oct 2015 07:28:42 GMT")),
                (name, value) -> true);

        assertThat(new Answer(200, headers, "{}").pollAfter(Duration.ofSeconds(2)))
                .isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void anErrorWithoutACodeOrWithANumberForOneIsAnError() throws Exception {
        for (var error : List.of("{\"message\":\"out of memory\"}", "{\"code\":500,\"message\":\"x\"}", "null")) {
            try (var fake = answering(Dialect.SGLANG, job("{\"status\":\"failed\",\"error\":" + error + "}"))) {
                assertThat(client(fake).status("video_1"))
                        .isInstanceOfSatisfying(
                                RenderStatus.Failed.class,
                                it -> assertThat(it.cause()).isEqualTo(RenderStatus.Cause.ERROR));
            }
        }
    }

    @Test
    void vllmMayNotStopAJobInTimeAndMayHaveNoFilmOfAFailedOne() throws Exception {
        try (var fake = answering(
                Dialect.VLLM_OMNI,
                call -> Reply.json(call.method().equals("DELETE") ? 409 : 422, "{\"error\":{\"code\":409}}"))) {
            assertThatCode(() -> client(fake).cancel("video_1")).doesNotThrowAnyException();
            assertThatThrownBy(() -> client(fake).fetch("video_1", folder.resolve("film"), 1000))
                    .isInstanceOf(Unclear.class);
        }
    }

    @Test
    void aProxyPutsItsProviderIntoTheIdOfAJob() throws Exception {
        try (var fake = answering(Dialect.LITELLM, job("{\"status\":\"queued\"}"))) {
            client(fake).status("video_b3BlbmFp/x+y==?z");
            assertThat(fake.calls.getFirst().path()).isEqualTo("/videos/video_b3BlbmFp%2Fx%2By%3D%3D%3Fz");
        }
    }

    @Test
    void veoIsNotSentWhatItRefusesToHear() throws Exception {
        try (var fake = FakeBackend.of(Dialect.VEO)) {
            client(Dialect.VEO, fake).submit(request());
            assertThat(fake.submits().getFirst().body())
                    .doesNotContain("seed", "fps", "generateAudio")
                    .contains("durationSeconds", "negativePrompt");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"canceled", "aborted"})
    void replicateHasTwoWordsForAJobThatEnds(String status) throws Exception {
        try (var fake = answering(Dialect.REPLICATE, job("{\"id\":\"p1\",\"status\":\"" + status + "\"}"))) {
            assertThat(client(fake).status("p1")).isEqualTo(new RenderStatus.Lost());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"FILM\"", "[\"FILM\",\"http://elsewhere/2.mp4\"]", "{\"video\":\"FILM\"}", "{\"url\":\"FILM\"}"
            })
    void replicatesModelsHandTheirFilmOutEachInItsOwnWay(String output) throws Exception {
        try (var fake = new Answering(Dialect.REPLICATE)) {
            var film = output.replace("FILM", fake.url() + "/delivery/film.mp4");
            fake.answer = call -> call.path().startsWith("/delivery/")
                    ? Reply.film()
                    : Reply.json(200, "{\"id\":\"p1\",\"status\":\"succeeded\",\"output\":" + film + "}");
            assertThat(client(fake).fetch("p1", folder.resolve("film"), 1000).bytes())
                    .isEqualTo(FakeBackend.FILM.length);
        }
    }

    @Test
    void aWorkflowOfWhichComfyUiUnderstandsAPartIsCalledOff() throws Exception {
        try (var fake = answering(
                Dialect.COMFYUI,
                call -> call.path().equals("/prompt")
                        ? Reply.json(200, "{\"prompt_id\":\"p\",\"node_errors\":{\"9\":{\"errors\":[]}}}")
                        : Reply.json(200, "{\"cancelled\":true}"))) {
            assertThatThrownBy(() -> client(fake).submit(request())).isInstanceOf(Refused.class);
            assertThat(fake.calls).anyMatch(call -> call.path().equals("/api/jobs/p/cancel"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "gifs", "videos"})
    void aFilmIsFoundUnderWhateverNameItsNodeGivesIt(String list) throws Exception {
        try (var fake = new Answering(Dialect.COMFYUI)) {
            fake.answer = call -> call.path().startsWith("/view") ? Reply.film() : Reply.json(200, """
                            {"p":{"outputs":{"3":{"images":[{"filename":"preview.mp4","type":"temp"}]},
                             "9":{"%s":[{"filename":"film.mp4","subfolder":"","type":"output","fullpath":"/srv/film.mp4"}]}}}}""".formatted(list));
            client(fake).fetch("p", folder.resolve("film"), 1000);
            assertThat(fake.calls.getLast().path()).isEqualTo("/view?filename=film.mp4&subfolder=&type=output");
        }
    }

    @Test
    void aJobOfComfyUiWithoutAFilmHasNone() throws Exception {
        try (var fake = answering(
                Dialect.COMFYUI, job("{\"p\":{\"outputs\":{\"9\":{\"audio\":[{\"filename\":\"a.flac\"}]}}}}"))) {
            assertThatThrownBy(() -> client(fake).fetch("p", folder.resolve("film"), 1000))
                    .isInstanceOf(Unclear.class);
        }
    }

    private static Function<Call, Reply> job(String json) {
        return call -> Reply.json(200, json);
    }

    private static Answering answering(Dialect dialect, Function<Call, Reply> answer) {
        var fake = new Answering(dialect);
        fake.answer = answer;
        return fake;
    }

    private static RemoteClient client(Answering fake) {
        return client(fake.dialect, fake);
    }

    private static RemoteClient client(Dialect dialect, FakeBackend fake) {
        return dialect.client(fake.backend(dialect, Duration.ofSeconds(5)), new Http());
    }

    private static RenderRequest request() {
        return new RenderRequest(
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                "far-1",
                "A fox",
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

    /** A server that answers what it is told to. */
    private static final class Answering extends FakeBackend {
        final Dialect dialect;
        volatile Function<Call, Reply> answer = call -> Reply.json(404, "{}");

        Answering(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        boolean submits(Call call) {
            return false;
        }

        @Override
        String template(Dialect ours) {
            return ours == Dialect.COMFYUI
                    ? "{\"workflow\": {\"6\": {\"inputs\": {}}}, \"set\": {\"/6/inputs/text\": \"{prompt}\"}}"
                    : ours.input();
        }

        @Override
        Reply answer(Call call) {
            return answer.apply(call);
        }
    }
}
