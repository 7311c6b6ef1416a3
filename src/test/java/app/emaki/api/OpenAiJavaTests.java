package app.emaki.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.emaki.account.Viewer;
import app.emaki.media.MediaStore;
import app.emaki.media.TestFilm;
import app.emaki.model.Picture.Role;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.videos.ImageInputReferenceParam;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateCharacterParams;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoDownloadContentParams;
import com.openai.models.videos.VideoEditParams;
import com.openai.models.videos.VideoExtendParams;
import com.openai.models.videos.VideoListParams;
import com.openai.models.videos.VideoRemixParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OpenAI's own client for Java, which believes that it speaks to OpenAI. */
@ApiTest
@SuppressWarnings("deprecation") // OpenAI has left its protocol; we have not
class OpenAiJavaTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    ApiPeople people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PaperModel model;

    @Autowired
    TestVideos cinema;

    @Autowired
    MediaStore store;

    Viewer somebody;
    OpenAIClient client;

    @AfterEach
    void leave() {
        people.leave();
    }

    @BeforeEach
    void someoneWithAKey() {
        somebody = people.rich();
        client = client(people.key(somebody));
    }

    @Test
    void aFilmIsOrderedWatchedOverFetchedToldOtherwiseContinuedAndDeleted() throws IOException {
        var video = client.videos()
                .create(words("a paper boat, " + PaperModel.DONE)
                        .size(VideoSize.of("160x284"))
                        .build());
        var done = finished(video.id());
        assertThat(done.status()).isEqualTo(Video.Status.COMPLETED);
        assertThat(done.progress()).isEqualTo(100);
        assertThat(done.completedAt()).isPresent();
        assertThat(done.error()).isEmpty();
        assertThat(done.prompt()).contains("a paper boat, at once");

        try (var film = client.videos().downloadContent(video.id())) {
            assertThat(film.headers().values("content-type")).containsExactly("video/mp4");
            assertThat(new String(film.body().readNBytes(8), 4, 4, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("ftyp");
        }
        for (var variant :
                List.of(VideoDownloadContentParams.Variant.THUMBNAIL, VideoDownloadContentParams.Variant.SPRITESHEET)) {
            try (var picture = client.videos()
                    .downloadContent(
                            video.id(),
                            VideoDownloadContentParams.builder()
                                    .variant(variant)
                                    .build())) {
                assertThat(picture.headers().values("content-type").getFirst()).startsWith("image/");
                assertThat(picture.body().readAllBytes()).hasSizeGreaterThan(100);
            }
        }

        var remix = client.videos()
                .remix(
                        video.id(),
                        VideoRemixParams.builder()
                                .prompt("the same boat at night")
                                .build());
        assertThat(remix.remixedFromVideoId()).contains(video.id());
        var edit = client.videos()
                .edit(VideoEditParams.builder()
                        .video(VideoEditParams.Video.VideoReferenceInputParam.builder()
                                .id(video.id())
                                .build())
                        .prompt("the boat is red")
                        .build());
        assertThat(edit.remixedFromVideoId()).contains(video.id());
        var more = client.videos()
                .extend(VideoExtendParams.builder()
                        .video(VideoExtendParams.Video.VideoReferenceInputParam.builder()
                                .id(video.id())
                                .build())
                        .prompt("the boat sails on")
                        .seconds(VideoSeconds._8)
                        .build());
        assertThat(more.remixedFromVideoId()).contains(video.id());

        assertThat(client.videos().delete(video.id()).deleted()).isTrue();
        assertThat(catchThrowableOfType(
                                NotFoundException.class, () -> client.videos().retrieve(video.id()))
                        .code())
                .contains("not_found");
        // what is still being made is called off
        assertThat(client.videos().delete(more.id()).deleted()).isTrue();
        assertThat(client.videos().list().autoPager().stream().map(Video::id))
                .containsExactlyInAnyOrder(remix.id(), edit.id());
    }

    @Test
    void aFilmThatIsSentAlongIsToldOtherwiseAndContinuedAsOne(@TempDir Path folder) throws IOException {
        var sent = Files.readAllBytes(TestFilm.of(160, 284, 1).write(folder.resolve("mine.mp4")));
        var edit = client.videos()
                .edit(VideoEditParams.builder()
                        .video(sent)
                        .prompt("the same, all red")
                        .putAdditionalBodyProperty("model", JsonValue.from(PaperModel.ID))
                        .build());
        assertThat(edit.remixedFromVideoId()).isEmpty();
        assertThat(edit.seconds()).isEqualTo(VideoSeconds.of("1"));
        var more = client.videos()
                .extend(VideoExtendParams.builder()
                        .video(sent)
                        .prompt("it goes on, " + PaperModel.DONE)
                        .seconds(VideoSeconds.of("1"))
                        .putAdditionalBodyProperty("model", JsonValue.from(PaperModel.ID))
                        .build());
        assertThat(more.seconds()).isEqualTo(VideoSeconds.of("2"));
        // the new part alone has its price
        assertThat(charged(more)).isEqualTo(1);
        var whole = finished(more.id());
        assertThat(whole.status()).isEqualTo(Video.Status.COMPLETED);
        assertThat(whole.seconds()).isEqualTo(VideoSeconds.of("2"));
        assertThat(jdbc.sql("select seconds || ' ' || lead || ' ' || kin from video where id = ?")
                        .param(VideoId.require(more.id()))
                        .query(String.class)
                        .single())
                .isEqualTo("2 1 EXTEND");
        // the same file is one draft, which its sender alone sees
        assertThat(jdbc.sql(
                                "select count(*) from video where author = ? and model = 'imported' and published_at is null")
                        .param(somebody.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var part = client.videos()
                .extend(VideoExtendParams.builder()
                        .video(VideoExtendParams.Video.VideoReferenceInputParam.builder()
                                .id(more.id())
                                .build())
                        .prompt("and on")
                        .seconds(VideoSeconds._4)
                        .putAdditionalBodyProperty("stitch", JsonValue.from(false))
                        .build());
        assertThat(part.seconds()).isEqualTo(VideoSeconds._4);
    }

    @Test
    void whoGoesOnFromAnothersFilmHasTheNewPartAlone() {
        var film = cinema.published(people.rich(), Visibility.EVERYONE, "Theirs");
        var params = VideoExtendParams.builder()
                .video(VideoExtendParams.Video.VideoReferenceInputParam.builder()
                        .id(VideoId.of(film))
                        .build())
                .prompt("and on")
                .seconds(VideoSeconds._4);
        assertThat(client.videos().extend(params.build()).seconds()).isEqualTo(VideoSeconds._4);
        var refused = catchThrowableOfType(
                BadRequestException.class,
                () -> client.videos()
                        .extend(params.putAdditionalBodyProperty("stitch", JsonValue.from(true))
                                .build()));
        assertThat(refused.param()).contains("stitch");
    }

    @Test
    void whatIsNoFilmIsRefusedByName() {
        for (var bytes :
                List.of(new byte[200], "\0\0\0\u0018ftypmp42".repeat(20).getBytes(ISO_8859_1))) {
            var refused = catchThrowableOfType(
                    BadRequestException.class,
                    () -> client.videos()
                            .edit(VideoEditParams.builder()
                                    .video(bytes)
                                    .prompt("all red")
                                    .putAdditionalBodyProperty("model", JsonValue.from(PaperModel.ID))
                                    .build()));
            assertThat(refused.code()).contains("invalid_video");
            assertThat(refused.param()).contains("video");
        }
    }

    @Test
    void wordsAloneMakeAFilmOfTheProtocolsOwnSize() {
        var video = client.videos().create(words("a kite").build());
        video.validate();
        assertThat(video.size()).isEqualTo(VideoSize._720X1280);
        assertThat(video.seconds()).isEqualTo(VideoSeconds._4);
        assertThat(video.model().toString()).isNotEqualTo("sora-2");
    }

    @Test
    void aPictureGoesAlongAsBytesWithoutAName() throws IOException {
        var video = client.videos()
                .create(words("it moves")
                        .model("sora-2")
                        .size(VideoSize._1280X720)
                        .inputReference(png())
                        .build());
        video.validate();
        assertThat(firstFrame(video)).isEqualTo("1280x720");
    }

    @Test
    void aFaceIsTakenFromThoseAloneWhoSayThatItMayBeUsed() throws IOException {
        var face = Objects.requireNonNull(getClass().getResourceAsStream("/cameo/astronaut.jpg"))
                .readAllBytes();
        var refused = refused(BadRequestException.class, words("she smiles").inputReference(face));
        assertThat(refused.code()).contains("consent_required");
        assertThat(refused.param()).contains("input_reference");
        assertThat(client.videos()
                        .create(words("she smiles")
                                .inputReference(face)
                                .putAdditionalBodyProperty("face_consent", JsonValue.from(true))
                                .build())
                        .status())
                .isEqualTo(Video.Status.QUEUED);
        assertThat(jdbc.sql(
                                "select source || ' ' || said from face_declaration d join generation g on g.video_id = d.video"
                                        + " where d.account = g.account_id and g.prompt = 'she smiles'")
                        .query(String.class)
                        .list())
                .containsExactly("PICTURE PROGRAM");
    }

    @Test
    void aLargePictureWithoutANameIsNoTooLongWord() throws IOException {
        var noise = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(7);
        for (int y = 0; y < 900; y++) {
            for (int x = 0; x < 1200; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = png(noise);
        assertThat(bytes).hasSizeGreaterThan(3_000_000);
        assertThat(firstFrame(client.videos()
                        .create(words("a storm").inputReference(bytes).build())))
                .isEqualTo("720x1280");
    }

    @Test
    void aPictureGoesAlongByItsAddress() throws IOException {
        var video = client.videos()
                .create(words("it moves")
                        .inputReference(ImageInputReferenceParam.builder()
                                .imageUrl("data:image/png;base64,"
                                        + Base64.getEncoder().encodeToString(png()))
                                .build())
                        .build());
        video.validate();
        assertThat(firstFrame(video)).isEqualTo("720x1280");
        var refused = catchThrowableOfType(
                BadRequestException.class,
                () -> client.videos()
                        .create(words("it moves")
                                .inputReference(ImageInputReferenceParam.builder()
                                        .imageUrl("https://169.254.169.254/latest/meta-data")
                                        .build())
                                .build()));
        assertThat(refused.code()).contains("invalid_image");
        assertThat(refused.param()).contains("input_reference");
    }

    @Test
    void everyPageOfTheListIsTurned() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(client.videos().create(words("leaf " + i).build()).id());
        }
        var page = client.videos().list(VideoListParams.builder().limit(2L).build());
        assertThat(page.autoPager().stream().map(Video::id)).containsExactlyElementsOf(ids);
        var oldest = client.videos()
                .list(VideoListParams.builder()
                        .limit(2L)
                        .order(VideoListParams.Order.ASC)
                        .build());
        assertThat(oldest.autoPager().stream().map(Video::id)).containsExactlyElementsOf(ids.reversed());
    }

    @Test
    void widerFieldsAreUnderstood() {
        var video = client.videos()
                .create(words("a crane folds itself")
                        .putAdditionalBodyProperty("aspect_ratio", JsonValue.from("16:9"))
                        .putAdditionalBodyProperty("seed", JsonValue.from(42))
                        .putAdditionalBodyProperty("negative_prompt", JsonValue.from("no text"))
                        .putAdditionalBodyProperty("generate_audio", JsonValue.from(false))
                        .putAdditionalBodyProperty("takes", JsonValue.from(2))
                        .build());
        assertThat(video.size()).isEqualTo(VideoSize._1280X720);
        assertThat(client.videos().list().data()).hasSize(2);
        assertThat(jdbc.sql(
                                "select seed || ' ' || avoid || ' ' || sound from generation where account_id = ? order by take")
                        .param(somebody.id())
                        .query(String.class)
                        .list())
                .containsExactly("42 no text false", "43 no text false");
        // for models without a field for it, and for our rules, it is among the words
        assertThat(jdbc.sql("select prompt from generation where account_id = ? and take = 1")
                        .param(somebody.id())
                        .query(String.class)
                        .single())
                .isEqualTo("a crane folds itself\n\nAvoid: no text");
        var much = refused(
                BadRequestException.class,
                words("a kite").putAdditionalBodyProperty("negative_prompt", JsonValue.from("x ".repeat(20_000))));
        assertThat(much.param()).contains("prompt");
    }

    @Test
    void everyRefusalNamesItsReason() {
        var empty = refused(BadRequestException.class, words(" "));
        assertThat(empty.param()).contains("prompt");
        var model = refused(BadRequestException.class, words("a kite").model("gpt-9"));
        assertThat(model.code()).contains("model_not_found");
        var seconds = refused(BadRequestException.class, words("a kite").seconds(VideoSeconds.of("40")));
        assertThat(seconds.param()).contains("seconds");
        assertThat(seconds.getMessage()).contains("20");
        var size = refused(BadRequestException.class, words("a kite").size(VideoSize.of("640x641")));
        assertThat(size.param()).contains("size");
        var unknown = refused(
                BadRequestException.class, words("a kite").putAdditionalBodyProperty("fps", JsonValue.from(60)));
        assertThat(unknown.code()).contains("unknown_parameter");
        assertThat(unknown.param()).contains("fps");
        assertThat(refused(
                                BadRequestException.class,
                                words("naked child").putAdditionalBodyProperty("user", JsonValue.from("me")))
                        .code())
                .contains("moderation_blocked");
        assertThat(catchThrowableOfType(
                                NotFoundException.class, () -> client.videos().retrieve("video_nothing"))
                        .code())
                .contains("not_found");
    }

    @Test
    void aPurseWithoutCreditsIsNoReasonToTryAgain() {
        jdbc.sql("update account set plan = 'FREE' where id = ?")
                .param(somebody.id())
                .update();
        for (int i = 0; i < 5; i++) {
            client.videos().create(words("leaf " + i).seconds(VideoSeconds._8).build());
        }
        var broke = refused(RateLimitException.class, words("one more").seconds(VideoSeconds._8));
        assertThat(broke.code()).contains("insufficient_quota");
        assertThat(broke.headers().values("x-should-retry")).containsExactly("false");
    }

    @Test
    void aKeyOpensWhatItIsForAndNothingElse() {
        assertThat(catchThrowableOfType(
                                UnauthorizedException.class,
                                () -> client("emk_wrong").videos().list())
                        .code())
                .contains("invalid_api_key");
        var reads = client(people.key(somebody, EnumSet.of(Scope.READ)));
        reads.videos().list();
        assertThat(catchThrowableOfType(
                                PermissionDeniedException.class,
                                () -> reads.videos().create(words("a kite").build()))
                        .code())
                .contains("insufficient_scope");
        jdbc.sql("update account set standing = 'SUSPENDED' where id = ?")
                .param(somebody.id())
                .update();
        assertThat(catchThrowableOfType(
                                PermissionDeniedException.class,
                                () -> client.videos().list())
                        .code())
                .contains("account_inactive");
    }

    @Test
    void whatBelongsToAnotherIsNotThere() {
        var video = client.videos().create(words("mine").build());
        var other = client(people.key(people.rich()));
        assertThat(catchThrowableOfType(
                        NotFoundException.class, () -> other.videos().retrieve(video.id())))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        NotFoundException.class, () -> other.videos().delete(video.id())))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        NotFoundException.class, () -> other.videos().downloadContent(video.id())))
                .isNotNull();
        assertThat(other.videos().list().data()).isEmpty();
    }

    @Test
    void aCharacterIsMadeAndFoundAgainAndComesOnceHoweverOftenItIsSent() throws IOException {
        var made = client.videos().createCharacter(momo());
        made.validate();
        assertThat(client.videos().createCharacter(momo()).id()).isEqualTo(made.id());
        var found = client.videos().getCharacter(made.id().orElseThrow());
        found.validate();
        assertThat(found.name()).contains("Momo, the cat of the house at the end of the road");
        assertThat(found.createdAt()).isEqualTo(made.createdAt());
    }

    @Test
    void theModelsAreListedWithTheNamesThatClientsKnow() {
        assertThat(client.models().list().data())
                .extracting(it -> it.id())
                .contains(PaperModel.ID, "sora-2", "sora-2-pro");
        assertThat(client.models().retrieve("sora-2").ownedBy()).isEqualTo("emaki");
    }

    private <E extends OpenAIServiceException> E refused(Class<E> type, VideoCreateParams.Builder order) {
        return catchThrowableOfType(type, () -> client.videos().create(order.build()));
    }

    private OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl("http://localhost:" + port + "/v1")
                .apiKey(key)
                .build();
    }

    private static VideoCreateParams.Builder words(String prompt) {
        return VideoCreateParams.builder().prompt(prompt).model(PaperModel.ID);
    }

    private Video finished(String id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var video = client.videos().retrieve(id);
        while (!video.status().equals(Video.Status.COMPLETED) && !video.status().equals(Video.Status.FAILED)) {
            assertThat(System.nanoTime()).as("still " + video.status()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            video = client.videos().retrieve(id);
        }
        return video;
    }

    private static VideoCreateCharacterParams momo() throws IOException {
        return VideoCreateCharacterParams.builder()
                .name("Momo, the cat of the house at the end of the road")
                .video(png(new BufferedImage(320, 400, BufferedImage.TYPE_INT_RGB)))
                .putAdditionalHeader("Idempotency-Key", "momo")
                .build();
    }

    private int charged(Video video) {
        return jdbc.sql("select credits from generation where video_id = ?")
                .param(VideoId.require(video.id()))
                .query(Integer.class)
                .single();
    }

    /** The size of the picture that the order keeps. */
    private String firstFrame(Video video) throws IOException {
        var ref = jdbc.sql("select refs[1] from generation where video_id = ?")
                .param(VideoId.require(video.id()))
                .query(String.class)
                .single();
        assertThat(ref).startsWith(Role.FIRST_FRAME + ":");
        var file = store.path(new app.emaki.media.MediaKey(ref.substring(ref.indexOf(':') + 1)));
        var picture = ImageIO.read(file.toFile());
        return picture.getWidth() + "x" + picture.getHeight();
    }

    private static byte[] png() throws IOException {
        return png(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB));
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        assertThat(ImageIO.read(new ByteArrayInputStream(out.toByteArray()))).isNotNull();
        return out.toByteArray();
    }
}
