package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.model.Aspect;
import app.emaki.model.BackendException;
import app.emaki.model.BackendException.Refused;
import app.emaki.model.Input;
import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import app.emaki.model.Source;
import app.emaki.model.Way;
import app.emaki.model.remote.FakeBackend.Call;
import app.emaki.model.remote.FakeBackend.Mood;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Faces and things that shall appear, as each dialect is shown them. */
class ShownTests {
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Picture HARU = character("haru", "face of the first");
    private static final Picture KUMO = character("kumo", "face of the second");
    private static final Picture LAMP = picture(Picture.Role.REFERENCE, "a lamp as it is");
    private static final Picture FRAME = picture(Picture.Role.FIRST_FRAME, "how it begins");

    static Stream<Dialect> takesFaces() {
        return Arrays.stream(Dialect.values()).filter(it -> it.inputs().contains(Input.CHARACTER));
    }

    static Stream<Dialect> takesThings() {
        return Arrays.stream(Dialect.values()).filter(it -> it.inputs().contains(Input.REFERENCE));
    }

    @ParameterizedTest
    @MethodSource("takesFaces")
    void whoeverShallAppearIsShownInTheOrderOfTheWordsAndNobodysNameGoesAlong(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            client(dialect, fake)
                    .submit(request("@kumo (a man, tall) waves at @haru (a woman, short hair).", HARU, KUMO));
            assertThat(fake.submits()).hasSize(1);
            assertThat(fake.calls)
                    .noneMatch(call ->
                            call.toString().contains("haru") || call.toString().contains("kumo"));
            var all = said(fake);
            assertThat(all).contains("a man, tall", "a woman, short hair");
            assertThat(place(all, KUMO)).isPositive().isLessThan(place(all, HARU));
        }
    }

    @ParameterizedTest
    @MethodSource("takesThings")
    void aThingThatShallAppearGoesAlong(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            client(dialect, fake).submit(request("A lamp", LAMP));
            assertThat(place(said(fake), LAMP)).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nothingIsOfferedThatWouldGetLostOnTheWay(Dialect dialect) {
        try (var fake = FakeBackend.of(dialect)) {
            var plain = model(dialect, "{}", List.of(4), Set.of(Input.values()));
            var taken = plain.offer("far", dialect).capabilities().inputs();
            assertThat(dialect.inputs()).containsAll(taken);
            if (dialect.templated()) {
                assertThat(taken).isEmpty();
            }
            assertThat(client(dialect, fake).offers().getFirst().capabilities().inputs())
                    .isEqualTo(dialect.inputs());
        }
    }

    @ParameterizedTest
    @MethodSource("takesFaces")
    void aFaceIsErasedThereAsFarAsTheProtocolCan(Dialect dialect) throws Exception {
        try (var fake = FakeBackend.of(dialect)) {
            var client = client(dialect, fake);
            var job = client.submit(request("@haru (a woman) waves.", HARU)).remoteId();
            int before = fake.calls.size();
            client.forget(ID, job);
            var after = List.copyOf(fake.calls.subList(before, fake.calls.size()));
            switch (dialect) {
                case OPENAI, SGLANG, VLLM_OMNI, LITELLM, EMAKI ->
                    assertThat(after)
                            .singleElement()
                            .satisfies(call ->
                                    assertThat(call.method() + call.path()).isEqualTo("DELETE/videos/video_1"));
                case COMFYUI ->
                    assertThat(after)
                            .anyMatch(call -> call.path().equals("/upload/image")
                                    && call.body().contains("emaki-" + ID + "-person-1.jpg")
                                    && !call.body().contains("face of"))
                            .anyMatch(call -> call.path().equals("/history")
                                    && call.body().contains("delete"));
                case FAL ->
                    assertThat(fake.submits().getFirst().headers())
                            .containsEntry("x-fal-store-io", "0")
                            .containsKey("x-fal-object-lifecycle-preference");
                // they keep nothing that could be erased: what comes with an order is gone with it, or within the hour
                case VEO, REPLICATE -> assertThat(after).isEmpty();
            }
        }
    }

    @Test
    void comfyWritesOverEveryPictureThatArrivedAndAsksAgainWhereItCannotSayWhichDid() throws Exception {
        try (var fake = FakeBackend.of(Dialect.COMFYUI)) {
            var client = client(Dialect.COMFYUI, fake);
            var job = client.submit(request("@haru (a woman) and @kumo (a man) by a lamp", HARU, KUMO, FRAME))
                    .remoteId();
            var sent = uploads(fake);
            assertThat(sent).hasSize(3);
            fake.calls.clear();
            client.forget(ID, job);
            assertThat(uploads(fake)).containsAll(sent);

            fake.calls.clear();
            fake.insteadOfFilm = FakeBackend.Reply.json(503, "{}");
            assertThatThrownBy(() -> client.forget(ID, job)).isInstanceOf(BackendException.class);
            assertThat(fake.calls).noneMatch(call -> call.path().equals("/history"));
        }
    }

    private static List<String> uploads(FakeBackend fake) {
        return List.copyOf(fake.calls).stream()
                .filter(call -> call.path().equals("/upload/image"))
                .map(call -> call.body().replaceAll("(?s).*?filename=\"([^\"]+)\".*", "$1"))
                .toList();
    }

    @Test
    void falKeepsNoPictureWithAFaceWhateverItIsFor() throws Exception {
        try (var fake = FakeBackend.of(Dialect.FAL)) {
            var client = client(Dialect.FAL, fake);
            client.submit(request("A fox", FRAME));
            assertThat(fake.submits().getLast().headers()).doesNotContainKey("x-fal-store-io");
            client.submit(
                    request("A woman", new Picture(Picture.Role.FIRST_FRAME, null, "image/jpeg", FRAME.bytes(), true)));
            assertThat(fake.submits().getLast().headers()).containsEntry("x-fal-store-io", "0");
        }
    }

    @ParameterizedTest
    @MethodSource("takesFaces")
    void anErrorThatTellsAFaceAgainIsKeptWithoutIt(Dialect dialect) {
        try (var fake = FakeBackend.of(dialect)) {
            var face = Base64.getEncoder()
                    .encodeToString("a face, and more of it ".repeat(40).getBytes(StandardCharsets.UTF_8));
            fake.mood = Mood.BABBLES;
            fake.babble = "{\"detail\":[{\"msg\":\"bad\",\"input\":\"data:image/jpeg;base64," + face + "\"}]}";
            assertThatThrownBy(() -> client(dialect, fake).submit(request("A fox")))
                    .isInstanceOf(BackendException.class)
                    .hasMessageNotContaining(face.substring(0, 100))
                    .hasMessageContaining("bad");
        }
    }

    @Test
    void openAiMakesCharactersOfThemAndNeverOfPeople() throws Exception {
        try (var fake = FakeBackend.of(Dialect.OPENAI)) {
            var client = client(Dialect.OPENAI, fake);
            assertThat(client.showsPeople()).isFalse();
            assertThat(client.showsByFilm()).isTrue();
            client.submit(request("@haru (a cat, grey) sleeps.", HARU, FRAME));
            assertThat(fake.calls.getFirst().path()).isEqualTo("/videos/characters");
            assertThat(fake.calls.getFirst().body()).contains("name=\"name\"", "Character A", "name=\"video\"");
            var order = json(fake.submits().getFirst());
            assertThat(order.path("characters").path(0).path("id").stringValue())
                    .isEqualTo("char_1");
            assertThat(order.path("prompt").stringValue()).isEqualTo("Character A (a cat, grey) sleeps.");
            assertThat(order.at("/input_reference/image_url").stringValue()).startsWith("data:image/jpeg;base64,");
        }
    }

    @Test
    void vllmIsShownThemUnderOneNameAndNeverBesideAFirstFrame() throws Exception {
        try (var fake = FakeBackend.of(Dialect.VLLM_OMNI)) {
            client(Dialect.VLLM_OMNI, fake).submit(request("@haru (a woman) waves.", HARU, LAMP, FRAME));
            assertThat(fake.submits().getFirst().body())
                    .contains("name=\"input_references\"", "a woman (as in reference image 1) waves.")
                    .doesNotContain("name=\"input_reference\"");
        }
    }

    @Test
    void anotherEmakiIsToldThatTheFacesMayBeSeen() throws Exception {
        try (var fake = FakeBackend.of(Dialect.EMAKI)) {
            var client = client(Dialect.EMAKI, fake);
            client.submit(request("@haru (a woman) waves.", HARU, LAMP, FRAME));
            assertThat(fake.submits().getFirst().body())
                    .contains("name=\"portraits\"", "name=\"input_references\"", "name=\"input_reference\"")
                    .contains("name=\"face_consent\"", "a woman waves.");
            client.submit(request("@haru (a woman) waves.", new Source(Way.REMIX, ID, null, null, "video_0"), HARU));
            assertThat(fake.submits().getLast().path()).isEqualTo("/videos/edits");
            assertThat(fake.submits().getLast().body()).contains("name=\"portraits\"", "name=\"video[id]\"");
        }
    }

    @Test
    void veoTakesThreeAtTheMostAndAFrameBesideThemIsOneOfThem() throws Exception {
        try (var fake = FakeBackend.of(Dialect.VEO)) {
            var client = client(Dialect.VEO, fake);
            client.submit(request("@haru (a woman) and @kumo (a man)", HARU, KUMO, LAMP, FRAME));
            var instance = json(fake.submits().getFirst()).at("/instances/0");
            assertThat(instance.has("image")).isFalse();
            assertThat(instance.path("referenceImages").size()).isEqualTo(3);
            assertThat(instance.at("/referenceImages/0/referenceType").stringValue())
                    .isEqualTo("asset");
            // whoever has no place among them is told of in words
            assertThat(instance.path("prompt").stringValue()).isEqualTo("a woman (as in reference image 1) and a man");
            client.submit(request("A fox", FRAME));
            assertThat(json(fake.submits().getLast())
                            .at("/instances/0/image/mimeType")
                            .stringValue())
                    .isEqualTo("image/jpeg");
        }
    }

    @Test
    void veoShowsThemInFilmsOfEightSecondsAlone() {
        var ticked = Set.of(Input.CHARACTER, Input.FIRST_FRAME);
        assertThat(model(Dialect.VEO, "{}", List.of(4, 8), ticked)
                        .offer("far", Dialect.VEO)
                        .capabilities()
                        .inputs())
                .containsExactly(Input.FIRST_FRAME);
        assertThat(model(Dialect.VEO, "{}", List.of(8), ticked)
                        .offer("far", Dialect.VEO)
                        .capabilities()
                        .inputs())
                .isEqualTo(ticked);
    }

    @Test
    void moreThingsThanAModelTakesAreRefusedAndNotLost() throws Exception {
        try (var fake = FakeBackend.of(Dialect.LITELLM)) {
            assertThatThrownBy(() -> client(Dialect.LITELLM, fake).submit(request("Lamps", LAMP, LAMP)))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> client(Dialect.LITELLM, fake).submit(request("A lamp", LAMP, FRAME)))
                    .isInstanceOf(Refused.class);
            var parent = new Source(Way.REMIX, ID, null, null, "video_0");
            assertThatThrownBy(() -> client(Dialect.LITELLM, fake).submit(request("A lamp", parent, LAMP)))
                    .isInstanceOf(Refused.class);
            assertThat(fake.submits()).isEmpty();
        }
        try (var fake = FakeBackend.of(Dialect.OPENAI)) {
            var client = client(Dialect.OPENAI, fake);
            client.submit(request("@haru (a cat) and @kumo (a dog) by a lamp", HARU, KUMO, LAMP));
            var order = json(fake.submits().getFirst());
            assertThat(order.path("characters").size()).isEqualTo(2);
            assertThat(order.at("/input_reference/image_url").stringValue()).contains("base64");
        }
    }

    @Test
    void portraitsWithoutANameThatHaveNoPlaceAreRefusedAndThoseWithOneAreToldOfInWords() throws Exception {
        try (var fake = FakeBackend.of(Dialect.EMAKI)) {
            var client = client(Dialect.EMAKI, fake);
            var nameless = picture(Picture.Role.CHARACTER, "face of nobody known");
            assertThatThrownBy(() -> client.submit(request("People", nameless, nameless, nameless)))
                    .isInstanceOf(Refused.class);
            assertThat(fake.submits()).isEmpty();
            // the one who has no name has no words either
            client.submit(request("@haru (a woman) meets @kumo (a man)", HARU, KUMO, nameless));
            var sent = fake.submits().getLast().body();
            assertThat(place(sent, HARU)).isPositive();
            assertThat(place(sent, nameless)).isPositive();
            assertThat(place(sent, KUMO)).isNegative();
            assertThat(sent).contains("a woman meets a man");
            // no more people than it takes, whatever room there would be
            client.submit(request(
                    "@haru (a woman), @kumo (a man), @sora (a child)",
                    HARU,
                    KUMO,
                    character("sora", "face of the third")));
            assertThat(fake.submits().getLast().body().split("name=\"portraits\"", -1))
                    .hasSize(3);
        }
    }

    @Test
    void aFilmThatStartsFromAnotherKeepsItsWordsOnWhatToAvoidAndTakesNoFirstFrame() throws Exception {
        try (var fake = FakeBackend.of(Dialect.EMAKI)) {
            var client = client(Dialect.EMAKI, fake);
            var parent = new Source(Way.REMIX, ID, null, null, "video_0");
            assertThat(client.takesAvoided(request("A fox"))).isTrue();
            assertThat(client.takesAvoided(request("A fox", parent))).isFalse();
            assertThatThrownBy(() -> client.submit(request("A fox", parent, FRAME)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("first frame");
            assertThat(fake.submits()).isEmpty();
        }
    }

    @Test
    void aMemberOfAListWhosePictureIsMissingIsLeftOut() {
        var template = InputTemplate.parse(
                "{\"refs\":[{\"url\":\"{reference_1}\",\"type\":\"asset\"},{\"url\":\"{reference_2}\",\"type\":\"asset\"}],\"all\":\"{references}\"}");
        assertThat(template.fill(java.util.Map.of("reference_1", "a", "references", List.of("a"))))
                .hasToString("{\"refs\":[{\"url\":\"a\",\"type\":\"asset\"}],\"all\":[\"a\"]}");
        assertThat(template.fill(java.util.Map.of())).hasToString("{\"refs\":[]}");
    }

    @Test
    void japaneseWordsSayWhichPictureIsWhose() throws Exception {
        var request = new RenderRequest(
                ID,
                "far-1",
                "@haru (女の人、短い髪)が手をふる。",
                "ja",
                null,
                Aspect.PORTRAIT,
                8,
                720,
                true,
                7,
                null,
                List.of(HARU),
                null);
        assertThat(Cast.of(request, 3, Cast.Naming.NUMBERED).prompt()).isEqualTo("女の人、短い髪（参照画像1の姿）が手をふる。");
    }

    private static RemoteClient client(Dialect dialect, FakeBackend fake) {
        var model = model(dialect, template(dialect, fake), List.of(8), dialect.inputs());
        return dialect.client(
                new RemoteBackend(
                        "far",
                        dialect,
                        "Far",
                        fake.url(),
                        FakeBackend.KEY,
                        null,
                        2,
                        Duration.ofSeconds(5),
                        List.of(model)),
                new Http());
    }

    private static String template(Dialect dialect, FakeBackend fake) {
        return switch (dialect) {
            case SGLANG ->
                "{\"conditions\": [{\"type\": \"image\", \"uri\": \"{reference_1}\"}, {\"type\": \"image\", \"uri\": \"{reference_2}\"}]}";
            case FAL, REPLICATE ->
                "{\"prompt\": \"{prompt}\", \"image\": \"{first_frame}\", \"reference_image_urls\": \"{references}\"}";
            case COMFYUI -> """
                    {"workflow": {"1": {"inputs": {}}, "2": {"inputs": {}}, "3": {"inputs": {}}, "6": {"inputs": {}}},
                     "set": {"/6/inputs/text": "{prompt}", "/1/inputs/image": "{first_frame}",
                             "/2/inputs/image": "{reference_1}", "/3/inputs/image": "{reference_2}"}}""";
            default -> fake.template(dialect);
        };
    }

    private static RemoteModel model(Dialect dialect, String template, List<Integer> lengths, Set<Input> inputs) {
        return new RemoteModel(
                "far-1",
                "far/model",
                "Far",
                lengths,
                Set.of(Aspect.PORTRAIT),
                List.of(720),
                true,
                true,
                dialect.input().contains("{avoid}"),
                inputs,
                1,
                1.0,
                template);
    }

    private static RenderRequest request(String words, Picture... pictures) {
        return request(words, null, pictures);
    }

    private static RenderRequest request(String words, @Nullable Source source, Picture... pictures) {
        return new RenderRequest(
                ID, "far-1", words, "en", null, Aspect.PORTRAIT, 8, 720, true, 7, source, List.of(pictures), null);
    }

    private static Picture character(String name, String bytes) {
        return new Picture(Picture.Role.CHARACTER, name, "image/jpeg", bytes.getBytes(StandardCharsets.UTF_8));
    }

    private static Picture picture(Picture.Role role, String bytes) {
        return new Picture(role, null, "image/jpeg", bytes.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that was sent, in its order. */
    private static String said(FakeBackend fake) {
        return String.join(
                "\n", List.copyOf(fake.calls).stream().map(Call::body).toList());
    }

    /** Where a picture stands in what was sent, as it is or in base64. */
    private static int place(String said, Picture picture) {
        int plain = said.indexOf(new String(picture.bytes(), StandardCharsets.UTF_8));
        return plain > 0 ? plain : said.indexOf(Base64.getEncoder().encodeToString(picture.bytes()));
    }

    private static JsonNode json(Call call) {
        return JsonMapper.shared().readTree(call.body());
    }
}
