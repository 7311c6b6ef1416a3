package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.model.Aspect;
import app.emaki.model.BackendException.Ground;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.BackendException.Unclear;
import app.emaki.model.Input;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Source;
import app.emaki.model.Way;
import app.emaki.model.remote.FakeBackend.Job;
import app.emaki.model.remote.FakeBackend.Reply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where dialects differ from each other, one by one. */
class DeviationTests {
    @TempDir
    Path folder;

    @Test
    void sglangGetsWordsAloneAsJsonAndPicturesAsAForm() throws Exception {
        try (var fake = FakeBackend.of(Dialect.SGLANG)) {
            var client = client(Dialect.SGLANG, fake);
            client.submit(request(null, List.of()));
            var words = json(fake.submits().getFirst().body());
            assertThat(words.path("seconds").isNumber()).isTrue();
            assertThat(words.path("negative_prompt").stringValue()).isEqualTo("blur");
            assertThat(words.path("seed").asInt()).isEqualTo(7);

            client.submit(
                    request(null, List.of(new Picture(Picture.Role.FIRST_FRAME, null, "image/png", new byte[] {1}))));
            var form = fake.submits().getLast();
            assertThat(form.headers().get("content-type")).startsWith("multipart/form-data");
            assertThat(form.body()).contains("name=\"input_reference\"; filename=\"first-frame.png\"");
        }
    }

    @Test
    void openAiGetsAFormWithNothingThatItDoesNotKnow() throws Exception {
        try (var fake = FakeBackend.of(Dialect.OPENAI)) {
            client(Dialect.OPENAI, fake).submit(request(null, List.of()));
            var body = fake.submits().getFirst().body();
            assertThat(body)
                    .contains("name=\"seconds\"", "name=\"size\"", "720x1280", "name=\"model\"")
                    .doesNotContain("seed", "negative_prompt");
        }
    }

    @Test
    void vllmIsAskedForSound() throws Exception {
        try (var fake = FakeBackend.of(Dialect.VLLM_OMNI)) {
            client(Dialect.VLLM_OMNI, fake).submit(request(null, List.of()));
            assertThat(fake.submits().getFirst().body()).contains("name=\"generate_sound\"", "true");
        }
    }

    @Test
    void anotherEmakiKnowsAJobByItsKey() throws Exception {
        try (var fake = FakeBackend.of(Dialect.EMAKI)) {
            var client = client(Dialect.EMAKI, fake);
            var job = client.submit(request(null, List.of()));
            assertThat(client.idempotent()).isTrue();
            assertThat(job.pollAfter()).isEqualTo(Duration.ofMillis(1500));
            var call = fake.submits().getFirst();
            assertThat(call.headers()).containsEntry("idempotency-key", "00000000-0000-7000-8000-000000000001");
            assertThat(json(call.body()).path("seconds").isString()).isTrue();
            assertThat(json(call.body()).path("visibility").stringValue()).isEqualTo("private");
        }
    }

    @Test
    void whoHasTheParentIsGivenItsIdAndOthersTheWordsAlone() throws Exception {
        try (var fake = FakeBackend.of(Dialect.OPENAI)) {
            var client = client(Dialect.OPENAI, fake);
            client.submit(request(new Source(Way.REMIX, UUID.randomUUID(), null, null, "video_0"), List.of()));
            assertThat(fake.submits().getFirst().path()).isEqualTo("/videos/edits");
            assertThat(json(fake.submits().getFirst().body()).at("/video/id").stringValue())
                    .isEqualTo("video_0");

            client.submit(request(new Source(Way.REMIX, UUID.randomUUID(), null, null, null), List.of()));
            assertThat(fake.submits().getLast().path()).isEqualTo("/videos");
        }
    }

    @Test
    void aParentThatTheBackendHasForgottenIsSentAlongOrToldInWords() throws Exception {
        var film = Files.writeString(folder.resolve("parent.mp4"), "....ftyp a parent");
        for (var dialect : List.of(Dialect.OPENAI, Dialect.LITELLM, Dialect.EMAKI)) {
            try (var fake = new FakeVideos(dialect)) {
                fake.forgetful = true;
                var client = client(dialect, fake, Input.REMIX);
                client.submit(request(new Source(Way.REMIX, UUID.randomUUID(), null, film, "video_0"), List.of()));
                assertThat(fake.submits()).hasSize(2);
                assertThat(fake.submits().getLast().path()).isEqualTo("/videos");
            }
        }
        try (var fake = FakeBackend.of(Dialect.OPENAI)) {
            fake.mood = FakeBackend.Mood.HAS_NO_SUCH_MODEL;
            var client = client(Dialect.OPENAI, fake, Input.REMIX);
            assertThatThrownBy(() -> client.submit(request(null, List.of())))
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.ground()).isEqualTo(Ground.SETUP));
        }
    }

    @Test
    void whoHasNoWordForAParentIsNeverAskedByItsId() throws Exception {
        var parent = new Source(Way.REMIX, UUID.randomUUID(), null, null, "video_0");
        for (var dialect : List.of(Dialect.SGLANG, Dialect.VLLM_OMNI)) {
            try (var fake = FakeBackend.of(dialect)) {
                client(dialect, fake, Input.REMIX).submit(request(parent, List.of()));
                assertThat(fake.submits())
                        .singleElement()
                        .satisfies(call -> assertThat(call.path()).isEqualTo("/videos"));
            }
        }
    }

    @Test
    void whoTakesFilmsIsSentTheParentThatItDoesNotHave() throws Exception {
        var film = Files.writeString(folder.resolve("parent.mp4"), "....ftyp a parent");
        var parent = new Source(Way.REMIX, UUID.randomUUID(), null, film, null);
        for (var dialect : List.of(Dialect.OPENAI, Dialect.EMAKI)) {
            try (var fake = FakeBackend.of(dialect)) {
                client(dialect, fake, Input.REMIX, Input.FIRST_FRAME).submit(request(parent, List.of()));
                var call = fake.submits().getFirst();
                assertThat(call.path()).isEqualTo("/videos/edits");
                assertThat(call.body())
                        .contains("name=\"video\"; filename=\"film.mp4\"", "ftyp a parent", "name=\"prompt\"");
                assertThat(call.body().contains("face_consent")).isEqualTo(dialect == Dialect.EMAKI);
                client(dialect, fake, Input.FIRST_FRAME).submit(request(parent, List.of()));
                assertThat(fake.submits().getLast().path()).isEqualTo("/videos");
            }
        }
        try (var fake = FakeBackend.of(Dialect.LITELLM)) {
            client(Dialect.LITELLM, fake, Input.REMIX, Input.FIRST_FRAME).submit(request(parent, List.of()));
            assertThat(fake.submits().getFirst().path()).isEqualTo("/videos");
        }
    }

    @Test
    void anotherEmakiGoesOnFromItsOwnFilmOrFromOneThatIsSentAlong() throws Exception {
        var film = Files.writeString(folder.resolve("parent.mp4"), "....ftyp a parent");
        try (var fake = FakeBackend.of(Dialect.EMAKI)) {
            var client = client(Dialect.EMAKI, fake, Input.EXTEND);
            client.submit(request(new Source(Way.EXTEND, UUID.randomUUID(), null, film, "video_0"), List.of()));
            assertThat(fake.submits().getFirst().path()).isEqualTo("/videos/extensions");
            assertThat(fake.submits().getFirst().body())
                    .contains("name=\"video[id]\"", "video_0", "name=\"stitch\"", "false", "name=\"seconds\"");

            client.submit(request(new Source(Way.EXTEND, UUID.randomUUID(), null, film, null), List.of()));
            assertThat(fake.submits().getLast().path()).isEqualTo("/videos/extensions");
            assertThat(fake.submits().getLast().body()).contains("ftyp a parent", "name=\"stitch\"");
        }
    }

    @Test
    void anotherEmakiIsAskedForItsFilmWithoutItsMark() throws Exception {
        try (var fake = new FakeVideos(Dialect.EMAKI)) {
            var client = client(Dialect.EMAKI, fake);
            fake.job = Job.DONE;
            assertThat(client.fetch("video_1", folder.resolve("film"), 1000).marked())
                    .isFalse();
            assertThat(fake.calls.getLast().path()).isEqualTo("/videos/video_1/content?watermark=false");
            fake.keepsMarks = true;
            assertThat(client.fetch("video_1", folder.resolve("film"), 1000).marked())
                    .isTrue();
            assertThat(fake.calls.getLast().path()).isEqualTo("/videos/video_1/content");
        }
    }

    @Test
    void sglangKeepsItsFilmsInACloudAndSaysSoInAnError() throws Exception {
        try (var fake = FakeBackend.of(Dialect.SGLANG);
                var cloud = new FakeReplicate()) {
            var client = client(Dialect.SGLANG, fake);
            fake.job = Job.DONE;
            fake.insteadOfFilm =
                    Reply.json(400, "{\"detail\":\"use the cloud URL: " + cloud.url() + "/delivery/film.mp4\"}");
            assertThat(client.fetch("video_1", folder.resolve("film"), 1000).bytes())
                    .isEqualTo(FakeBackend.FILM.length);
            assertThat(cloud.calls.getFirst().headers()).doesNotContainKey("authorization");
        }
    }

    @Test
    void aLinkIntoACloudThatHasRunOutSaysNothingOfOurKey() throws Exception {
        try (var fake = FakeBackend.of(Dialect.SGLANG);
                var cloud = new FakeReplicate()) {
            var client = client(Dialect.SGLANG, fake);
            fake.job = Job.DONE;
            fake.insteadOfFilm =
                    Reply.json(400, "{\"detail\":\"use the cloud URL: " + cloud.url() + "/delivery/film.mp4\"}");
            cloud.insteadOfFilm = Reply.json(403, "{\"error\":\"Request has expired\"}");
            assertThatThrownBy(() -> client.fetch("video_1", folder.resolve("film"), 1000))
                    .isInstanceOf(Unclear.class);
        }
    }

    @Test
    void comfyUiIsSentTheWorkflowWithTheOrderInItsPlaces() throws Exception {
        try (var fake = FakeBackend.of(Dialect.COMFYUI)) {
            client(Dialect.COMFYUI, fake).submit(request(null, List.of()));
            var sent = json(fake.submits().getFirst().body());
            assertThat(sent.path("prompt_id").stringValue()).isEqualTo("00000000-0000-7000-8000-000000000001");
            assertThat(sent.at("/prompt/6/inputs/text").stringValue()).isEqualTo("A fox");
            assertThat(sent.at("/prompt/5/inputs/width").asInt()).isEqualTo(720);
            assertThat(sent.at("/prompt/3/inputs/seed").asInt()).isEqualTo(7);
        }
    }

    @Test
    void anOldComfyUiIsAskedByHistoryAndQueue() throws Exception {
        try (var fake = new FakeComfyUi()) {
            fake.old = true;
            var client = client(Dialect.COMFYUI, fake);
            var id = client.submit(request(null, List.of())).remoteId();
            assertThat(client.status(id)).isInstanceOf(RenderStatus.Waiting.class);
            fake.job = Job.WORKING;
            assertThat(client.status(id)).isInstanceOf(RenderStatus.Working.class);
            fake.job = Job.DONE;
            assertThat(client.status(id)).isEqualTo(new RenderStatus.Done());
            fake.job = Job.CANCELLED;
            assertThat(client.status(id)).isEqualTo(new RenderStatus.Lost());
            fake.job = Job.FAILED;
            assertThat(client.status(id)).isInstanceOf(RenderStatus.Failed.class);
            fake.job = Job.UNKNOWN;
            assertThat(client.status(id)).isEqualTo(new RenderStatus.Lost());
        }
    }

    @Test
    void nobodyElsesJobIsInterruptedOnComfyUi() throws Exception {
        try (var fake = new FakeComfyUi()) {
            fake.old = true;
            var client = client(Dialect.COMFYUI, fake);
            var id = client.submit(request(null, List.of())).remoteId();
            fake.job = Job.QUEUED;
            client.cancel(id);
            assertThat(fake.calls).noneMatch(call -> call.path().equals("/interrupt"));
            fake.job = Job.WORKING;
            client.cancel(id);
            assertThat(fake.calls)
                    .filteredOn(call -> call.path().equals("/interrupt"))
                    .singleElement()
                    .satisfies(call -> assertThat(call.body()).contains(id));
        }
    }

    @Test
    void falIsPaidByAResultAndNotByTheWordCompleted() throws Exception {
        try (var fake = FakeBackend.of(Dialect.FAL)) {
            var client = client(Dialect.FAL, fake);
            var id = client.submit(request(null, List.of())).remoteId();
            assertThat(id).contains("/far/model/requests/r-1/status");
            var sent = json(fake.submits().getFirst().body());
            assertThat(sent.path("duration").stringValue()).isEqualTo("4s");
            assertThat(sent.path("aspect_ratio").stringValue()).isEqualTo("9:16");
            assertThat(sent.has("image_url")).isFalse();
            fake.job = Job.FAILED;
            assertThat(client.status(id)).isInstanceOf(RenderStatus.Failed.class);
        }
    }

    @Test
    void aJobThatPointsElsewhereIsNotFollowedWithTheKey() throws Exception {
        try (var fake = new StrayingFal()) {
            assertThat(client(Dialect.FAL, fake)
                            .submit(request(null, List.of()))
                            .remoteId())
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void aModelThatIsNotSetUpIsSaidToBeSo() {
        try (var fake = FakeBackend.of(Dialect.VEO)) {
            var backend = fake.backend(Dialect.VEO, Duration.ofSeconds(2));
            var none = new RemoteBackend(
                    "far", Dialect.VEO, "Far", backend.url(), "k", null, 1, backend.patience(), List.of());
            assertThatThrownBy(() -> Dialect.VEO.client(none, new Http()).submit(request(null, List.of())))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void aBackendOnTheWebDoesNotLeadIntoAPrivateNetwork() {
        var web = URI.create("https://93.184.216.34/v1");
        for (var inside : List.of(
                "https://127.0.0.1/x",
                "https://10.1.2.3/x",
                "https://192.168.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/x",
                "https://[fd00::1]/x",
                "https://0.0.0.0/x",
                "http://93.184.216.35/x",
                "ftp://93.184.216.35/x")) {
            assertThatThrownBy(() -> Destinations.check(web, URI.create(inside)))
                    .as(inside)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Destinations.check(web, URI.create("https://93.184.216.35/film.mp4"));
        Destinations.check(URI.create("http://10.0.0.5:8188"), URI.create("http://10.0.0.6/film.mp4"));
    }

    @Test
    void anotherKeyOrHostIsAnotherConfiguration() {
        var one = new RemoteBackend(
                "a", Dialect.FAL, "A", URI.create("https://a.example"), "k", null, 1, Duration.ofSeconds(1), List.of());
        var key = new RemoteBackend(
                "a", Dialect.FAL, "A", URI.create("https://a.example"), "l", null, 1, Duration.ofSeconds(1), List.of());
        var price = new RemoteBackend(
                "a", Dialect.FAL, "B", URI.create("https://a.example"), "k", null, 9, Duration.ofSeconds(2), List.of());
        assertThat(one.configuration()).isNotEqualTo(key.configuration()).isEqualTo(price.configuration());
        assertThat(one.toString()).doesNotContain("k)");
    }

    private static RemoteClient client(Dialect dialect, FakeBackend fake) {
        return dialect.client(fake.backend(dialect, Duration.ofSeconds(5)), new Http());
    }

    private static RemoteClient client(Dialect dialect, FakeBackend fake, Input... inputs) {
        var backend = fake.backend(dialect, Duration.ofSeconds(5));
        var models = backend.models().stream()
                .map(it -> new RemoteModel(
                        it.id(),
                        it.remote(),
                        it.name(),
                        it.lengths(),
                        it.aspects(),
                        it.lines(),
                        it.sound(),
                        it.seed(),
                        it.negativePrompt(),
                        Set.of(inputs),
                        it.credits(),
                        it.pace(),
                        it.input()))
                .toList();
        return dialect.client(
                new RemoteBackend(
                        "far", dialect, "Far", fake.url(), FakeBackend.KEY, null, 2, backend.patience(), models),
                new Http());
    }

    private static RenderRequest request(@Nullable Source source, List<Picture> pictures) {
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
                source,
                pictures,
                null);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** It names addresses on another host. */
    private static final class StrayingFal extends FakeFal {
        @Override
        Reply answer(Call call) {
            return submits(call)
                    ? Reply.json(200, "{\"request_id\":\"r-1\",\"status_url\":\"http://evil.example/status\"}")
                    : super.answer(call);
        }
    }
}
