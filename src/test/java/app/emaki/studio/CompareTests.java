package app.emaki.studio;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Generations;
import app.emaki.generation.Reference;
import app.emaki.model.Picture;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
@Import(PaperModels.class)
class CompareTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    Generations generations;

    @Autowired
    Comparisons comparisons;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftPictures pictures;

    @Autowired
    Scores scores;

    @Autowired
    Credits credits;

    @Autowired
    JdbcClient jdbc;

    Viewer member;

    @BeforeEach
    void somebody() {
        member = stage.member("cp");
        credits.grant(member.id(), 100, "tests", member.id());
    }

    @Test
    void eachModelGetsTheSameSeedAndLengthAndWhatElseItCanDo() {
        var id = start(
                "text",
                "A fox runs.",
                "models",
                PaperModels.FULL,
                "models",
                PaperModels.SILENT,
                "aspect",
                "PORTRAIT",
                "seconds",
                "9",
                "resolution",
                "720",
                "sound",
                "true");
        var views = comparisons.find(member, id).orElseThrow().sides().stream()
                .map(Comparison.Side::view)
                .toList();

        assertThat(views).extracting(GenerationView::seconds).containsOnly(6);
        assertThat(views).extracting(GenerationView::lines).containsExactly(720, 480);
        assertThat(views).extracting(GenerationView::sound).containsExactly(true, false);
        assertThat(views.get(0).seed()).isEqualTo(views.get(1).seed());
        assertThat(views).extracting(it -> it.prompt().text()).containsOnly("A fox runs.");
    }

    @Test
    void aBlindComparisonTellsNoNamesBeforeTheVerdictAndCountsOneVerdictOnly() {
        var id = start(
                "text",
                "A fox runs.",
                "models",
                PaperModels.FULL,
                "models",
                PaperModels.SILENT,
                "aspect",
                "PORTRAIT",
                "seconds",
                "4",
                "resolution",
                "480",
                "blind",
                "true");
        var page = "/compare/" + PublicId.of(id);
        assertThat(get(page))
                .bodyText()
                .contains("name hidden", "being made")
                .doesNotContain("Paper Full", "Paper Silent", "Which one would you post?");
        assertThat(get("/generations"))
                .as("nor on the page of what is being made")
                .bodyText()
                .contains("name hidden")
                .doesNotContain("Paper Full", "Paper Silent", "btn__hint");
        assertThat(send(HttpMethod.PUT, page + "/verdict", "overall", "1")).hasStatus3xxRedirection();
        assertThat(comparisons.find(member, id).orElseThrow().decided())
                .as("nothing to see yet")
                .isFalse();

        finish(id);
        assertThat(get(page))
                .bodyText()
                .contains("Which one would you post?")
                .doesNotContain("Paper Full", "Paper Silent");
        assertThat(get("/compare")).bodyText().contains(page);
        int before = better(id, 2);
        send(
                HttpMethod.PUT,
                page + "/verdict",
                "overall",
                "2",
                "hands",
                "0",
                "motion",
                "1",
                "face",
                "9",
                "prompt",
                "x");
        send(HttpMethod.PUT, page + "/verdict", "overall", "1");

        assertThat(comparisons.find(member, id).orElseThrow().opinions())
                .containsOnly(
                        java.util.Map.entry(Criterion.OVERALL, 2),
                        java.util.Map.entry(Criterion.HANDS, 0),
                        java.util.Map.entry(Criterion.MOTION, 1));
        assertThat(better(id, 2)).isEqualTo(before + 1);
        assertThat(get(page)).bodyText().contains("Paper Full", "Paper Silent", "You chose");
        assertThat(get("/generations")).bodyText().contains("Paper Full", "Paper Silent");
    }

    @Test
    void whatCannotBeComparedIsToldAndNothingIsOrdered() {
        assertThat(send(HttpMethod.POST, "/compare", "text", "A fox", "models", PaperModels.FULL))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose 2 to 4 models.", "A fox</textarea>");
        assertThat(send(
                        HttpMethod.POST,
                        "/compare",
                        "text",
                        "A fox",
                        "models",
                        PaperModels.FULL,
                        "models",
                        PaperModels.SILENT,
                        "aspect",
                        "SQUARE"))
                .bodyText()
                .contains("Not every one of these models makes this frame");
        assertThat(send(
                        HttpMethod.POST,
                        "/compare",
                        "text",
                        " ",
                        "models",
                        PaperModels.FULL,
                        "models",
                        PaperModels.SILENT,
                        "aspect",
                        "PORTRAIT",
                        "seconds",
                        "4"))
                .bodyText()
                .contains("There are no words yet");
        assertThat(generations.list(member, null).items()).isEmpty();
        assertThat(jdbc.sql("select count(*) from comparison where account_id = ?")
                        .param(member.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void thePictureOnTheDeskGoesIntoEveryFilmOrTheReasonWhyNotIsTold() throws IOException {
        layPicture(plain());
        var key = pictures.of(member, drafts.of(member)).orElseThrow().key();
        assertThat(get("/compare"))
                .bodyText()
                .as("models that take it are chosen at first")
                .contains(key.address())
                .containsPattern("value=\"kamishibai-1\" checked")
                .containsPattern("name=\"picture\" value=\"true\" checked");

        var words = new String[] {
            "text",
            "A fox runs.",
            "aspect",
            "PORTRAIT",
            "seconds",
            "4",
            "resolution",
            "480",
            "models",
            PaperModels.FULL,
        };
        assertThat(send(HttpMethod.POST, "/compare", with(words, "models", PaperModels.SILENT, "picture", "true")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Starting from words alone: Paper Silent.");
        assertThat(references(start(with(words, "models", PaperModels.SILENT)))).containsOnly(List.of());

        var id = start(with(words, "models", "kamishibai-1", "picture", "true"));
        assertThat(references(id)).containsOnly(List.of(new Reference(Picture.Role.FIRST_FRAME, key)));
        assertThat(get("/compare/" + PublicId.of(id))).bodyText().contains(key.address());
    }

    @Test
    void aFaceThatNobodySpokeForIsNotCompared() throws IOException {
        layPicture(Objects.requireNonNull(getClass().getResourceAsStream("/cameo/astronaut.jpg"))
                .readAllBytes());
        assertThat(get("/compare")).bodyText().contains("There seems to be a face in the picture. Say in the studio");
    }

    private List<List<Reference>> references(UUID comparison) {
        return comparisons.find(member, comparison).orElseThrow().sides().stream()
                .map(side -> side.view().references())
                .toList();
    }

    private static String[] with(String[] form, String... more) {
        return Stream.concat(Stream.of(form), Stream.of(more)).toArray(String[]::new);
    }

    private void layPicture(byte[] bytes) {
        var sheet = drafts.of(member).saying("A fox");
        drafts.keep(member, sheet);
        pictures.lay(member, sheet, bytes);
    }

    static byte[] plain() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void theCostOfAllIsToldBefore() {
        assertThat(mvc.get()
                        .uri("/compare")
                        .param("text", "A fox")
                        .param("models", PaperModels.FULL, PaperModels.SILENT)
                        .param("aspect", "PORTRAIT")
                        .param("seconds", "6")
                        .param("resolution", "480")
                        .header("X-Fragment", "quote")
                        .header("Accept-Language", "en")
                        .with(signedInAs(member)))
                .bodyText()
                .contains("<output>4</output>")
                .doesNotContain("<html");
    }

    @Test
    void anothersComparisonIsNotThere() {
        var id = start(
                "text",
                "A fox runs.",
                "models",
                PaperModels.FULL,
                "models",
                PaperModels.SILENT,
                "aspect",
                "PORTRAIT",
                "seconds",
                "4",
                "resolution",
                "480");
        finish(id);
        var page = "/compare/" + PublicId.of(id);
        var stranger = stage.member("xx");

        assertThat(mvc.get().uri(page).with(signedInAs(stranger))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.put()
                        .uri(page + "/verdict")
                        .param("overall", "1")
                        .with(signedInAs(stranger))
                        .with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri(page + "/sides/1/retry")
                        .with(signedInAs(stranger))
                        .with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(comparisons.find(member, id).orElseThrow().decided()).isFalse();
    }

    @Test
    void aSideThatWasCalledOffIsOrderedAgain() {
        var id = start(
                "text",
                "A fox runs.",
                "models",
                PaperModels.FULL,
                "models",
                PaperModels.SILENT,
                "aspect",
                "PORTRAIT",
                "seconds",
                "4",
                "resolution",
                "480");
        var first = comparisons
                .find(member, id)
                .orElseThrow()
                .sides()
                .getFirst()
                .view()
                .id();
        generations.cancel(member, first);

        send(HttpMethod.POST, "/compare/" + PublicId.of(id) + "/sides/2/retry");
        send(HttpMethod.POST, "/compare/" + PublicId.of(id) + "/sides/1/retry");
        send(HttpMethod.POST, "/compare/" + PublicId.of(id) + "/sides/1/retry");

        var again =
                comparisons.find(member, id).orElseThrow().sides().getFirst().view();
        assertThat(again.id()).isNotEqualTo(first);
        assertThat(generations.list(member, null).items())
                .as("two sides, and one of them again, however often that is pressed")
                .hasSize(3);
        assertThat(again.model()).isEqualTo(PaperModels.FULL);
    }

    @Test
    void theModelTableShowsWhatIsDeclaredAndWhatMembersSay() {
        assertThat(get("/models"))
                .hasStatusOk()
                .bodyText()
                .contains("Paper Full", "Kamishibai 1", "Follows the words")
                .doesNotContain("Head to head");
        assertThat(mvc.get().uri("/models").header("Accept-Language", "en"))
                .as("anybody may read it")
                .hasStatusOk()
                .bodyText()
                .contains("Paper Full", "Follows the words")
                .doesNotContain("href=\"/compare\"");
    }

    private int better(UUID comparison, int place) {
        var model = comparisons
                .find(member, comparison)
                .orElseThrow()
                .sides()
                .get(place - 1)
                .model();
        return scores.byModel().getOrDefault(model, Scores.Score.NONE).better().getOrDefault(Criterion.OVERALL, 0);
    }

    private UUID start(String... form) {
        var location = send(HttpMethod.POST, "/compare", form).getResponse().getRedirectedUrl();
        assertThat(location).startsWith("/compare/");
        return PublicId.parse(location.substring("/compare/".length())).orElseThrow();
    }

    private void finish(UUID comparison) {
        comparisons
                .find(member, comparison)
                .orElseThrow()
                .sides()
                .forEach(side -> jdbc.sql(
                                "update generation set state = 'SUCCEEDED', finished_at = created_at, video_id = ? where id = ?")
                        .params(stage.draft(member), side.view().id())
                        .update());
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri(address)
                .header("Accept-Language", "en")
                .with(signedInAs(member))
                .exchange();
    }

    private MvcTestResult send(HttpMethod method, String address, String... form) {
        var request = mvc.method(method)
                .uri(address)
                .header("Accept-Language", "en")
                .with(signedInAs(member))
                .with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
