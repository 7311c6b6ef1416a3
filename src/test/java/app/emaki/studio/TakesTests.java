package app.emaki.studio;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.generation.FaceDeclaration;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Generations;
import app.emaki.generation.Prompt;
import app.emaki.generation.Reference;
import app.emaki.generation.ReferenceImages;
import app.emaki.generation.State;
import app.emaki.model.Aspect;
import app.emaki.model.Picture;
import app.emaki.platform.PublicId;
import app.emaki.video.Remixable;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
@Import(PaperModels.class)
class TakesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    Generations generations;

    @Autowired
    Credits credits;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftPictures pictures;

    @Autowired
    ReferenceImages images;

    @Autowired
    Films films;

    @Autowired
    Wishes wishes;

    @Autowired
    JdbcClient jdbc;

    Viewer member;

    @BeforeEach
    void somebody() {
        member = stage.member("tk");
        credits.grant(member.id(), 100, "tests", member.id());
    }

    @ParameterizedTest
    @CsvSource({"FIRST_FRAME, false", "REFERENCE, true"})
    void aFilmThatIsOpenedAgainBringsItsPictureAlong(Picture.Role role, boolean keeps) throws IOException {
        var sheet = drafts.of(member).saying("A fox runs.");
        drafts.keep(member, sheet);
        pictures.lay(member, sheet, CompareTests.plain());
        var key = pictures.of(member, sheet).orElseThrow().key();
        var order = new GenerationRequest(
                        new Prompt("A fox runs.", "en", null, null),
                        PaperModels.FULL,
                        Aspect.PORTRAIT,
                        4,
                        480,
                        false,
                        null,
                        1,
                        null)
                .showing(List.of(new Reference(role, key)));
        var take = generations.submit(member, order).getFirst();
        pictures.remove(member, sheet);

        assertThat(send(HttpMethod.POST, "/generations/" + PublicId.of(take) + "/draft"))
                .hasRedirectedUrl("/studio");
        assertThat(drafts.of(member).id()).isNotEqualTo(sheet.id());
        assertThat(pictures.of(member, drafts.of(member)))
                .as("what an order has is not thrown away with the sheet")
                .hasValueSatisfying(it -> {
                    assertThat(it.key()).isEqualTo(key);
                    assertThat(it.keeps()).isEqualTo(keeps);
                });
    }

    @Test
    void whosePictureIsGoneByNowIsToldSoInsteadOfAnError() throws IOException {
        var face = images.take(member, CompareTests.plain(), null);
        images.agree(member, face, true, FaceDeclaration.Said.PROGRAM);
        var order = new GenerationRequest(
                        new Prompt("A fox runs.", "en"),
                        PaperModels.FULL,
                        Aspect.PORTRAIT,
                        4,
                        480,
                        false,
                        null,
                        1,
                        null)
                .showing(List.of(new Reference(Picture.Role.REFERENCE, face)));
        var take = generations.submit(member, order).getFirst();
        jdbc.sql(
                        "update generation set state = 'FAILED', failure = 'BACKEND_ERROR', finished_at = created_at where id = ?")
                .param(take)
                .update();
        jdbc.sql("delete from reference_image where key = ?")
                .param(face.value())
                .update();

        var page = "/generations/" + PublicId.of(take);
        for (var answer : List.of(
                send(HttpMethod.POST, page + "/again"),
                send(HttpMethod.POST, page + "/retry", "remedy", "SAME_AGAIN"))) {
            assertThat(answer).hasRedirectedUrl("/generations");
            assertThat(answer.getMvcResult().getFlashMap().get("refused"))
                    .isEqualTo("The picture is gone. Choose it again, or go without.");
        }
    }

    @Test
    void ofSeveralTakesOneIsKeptAndTheOthersAreFoldedAway() {
        var takes = made("A fox runs.", 3);
        var page = "/generations/" + takes.getFirst();
        assertThat(get(page))
                .bodyText()
                .contains("Which one is it?", "data-chooser")
                .doesNotContain("Post it");

        assertThat(send(HttpMethod.PUT, page + "/choice", "take", takes.get(1))).hasRedirectedUrl(page);

        var film = films.of(member, Films.id(takes.getFirst()));
        assertThat(film.kept()).isNotNull().extracting(Film.Take::publicId).isEqualTo(takes.get(1));
        assertThat(get(page)).bodyText().contains("2 other takes", "Post it").doesNotContain("data-chooser");
        send(HttpMethod.DELETE, page + "/choice");
        assertThat(get(page)).bodyText().contains("data-chooser");
    }

    @Test
    void onlyATakeOfTheFilmCanBeKept() {
        var takes = made("A fox runs.", 2);
        var other = made("A cat sleeps.", 1).getFirst();
        var page = "/generations/" + takes.getFirst();

        assertThat(send(HttpMethod.PUT, page + "/choice", "take", other)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.put()
                        .uri(page + "/choice")
                        .param("take", takes.getFirst())
                        .with(signedInAs(stage.member("xx")))
                        .with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
        for (var path : List.of("/again", "/draft", "/retouch")) {
            assertThat(mvc.post()
                            .uri(page + path)
                            .with(signedInAs(stage.member("xx")))
                            .with(csrf()))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void whatWasChosenBeforeStandsInTheFormThatPosts() {
        send(
                HttpMethod.POST,
                "/generations",
                "text",
                "A fox runs",
                "name",
                "The red fox",
                "model",
                PaperModels.FULL,
                "aspect",
                "PORTRAIT",
                "seconds",
                "4",
                "resolution",
                "480",
                "takes",
                "1",
                "sound",
                "true",
                "visibility",
                "FOLLOWERS",
                "remixable",
                "NOBODY");
        var take = generations.list(member, null).items().getFirst();
        finish(take.id());

        assertThat(wishes.of(member, take.group()))
                .isEqualTo(new Wish("The red fox", new Showing(Visibility.FOLLOWERS, false, Remixable.NOBODY), null));
        assertThat(get("/generations"))
                .bodyText()
                .contains("The red fox</textarea>")
                .containsPattern("name=\"visibility\"[^>]*value=\"FOLLOWERS\"[^>]*checked")
                .containsPattern("name=\"remixable\"[^>]*value=\"NOBODY\"[^>]*checked");
    }

    @Test
    void theWholeOrderOrOneTakeIsMadeOnceMore() {
        var takes = made("A fox runs.", 3);

        send(HttpMethod.POST, "/generations/" + takes.getFirst() + "/again");
        assertThat(waiting()).hasSize(3);
        send(HttpMethod.POST, "/generations/" + takes.get(1) + "/again", "takes", "1");
        assertThat(waiting()).hasSize(4).extracting(it -> it.prompt().text()).containsOnly("A fox runs.");
    }

    @Test
    void aFilmThatCameOutBadlyIsMadeSimplerAndToldWhatToAvoid() {
        var take = made("A fox runs and then leaps.\n\nCamera: low angle, push in", 1)
                .getFirst();

        send(
                HttpMethod.POST,
                "/generations/" + take + "/retouch",
                "simpler",
                "true",
                "avoid",
                "avoid.0",
                "avoid",
                "style.0",
                "avoid",
                "nonsense",
                "other",
                "blur");

        assertThat(waiting()).singleElement().satisfies(again -> {
            assertThat(again.prompt().text()).isEqualTo("""
                    A fox runs.

                    Camera: low angle
                    Avoid: extra or missing fingers, twisted hands, blur""");
            assertThat(again.prompt().avoid()).isEqualTo("extra or missing fingers, twisted hands, blur");
            assertThat(again.seconds()).isEqualTo(4);
        });
    }

    @Test
    void itsWordsGoBackToTheDeskOnASheetOfTheirOwn() {
        drafts.keep(member, drafts.fresh(member).saying("Something else that I write"));
        var take = made("A fox runs.", 2).getFirst();

        assertThat(send(HttpMethod.POST, "/generations/" + take + "/draft")).hasRedirectedUrl("/studio");
        assertThat(drafts.of(member))
                .extracting(Draft::text, Draft::takes, Draft::seconds)
                .containsExactly("A fox runs.", 2, 4);
        assertThat(send(HttpMethod.POST, "/generations/" + take + "/retouch", "avoid", "avoid.1", "open", "true"))
                .hasRedirectedUrl("/studio");
        assertThat(drafts.of(member).text()).isEqualTo("A fox runs.\n\nAvoid: any movement that is not described");
        assertThat(drafts.list(member, 9)).hasSize(3);
        assertThat(waiting()).isEmpty();
    }

    private List<GenerationView> waiting() {
        return generations.list(member, null).items().stream()
                .filter(it -> it.state() == State.QUEUED)
                .toList();
    }

    private List<String> made(String words, int takes) {
        var ids = generations.submit(
                member,
                new GenerationRequest(
                        new Prompt(words, "en"), PaperModels.FULL, Aspect.PORTRAIT, 4, 480, true, null, takes, null));
        ids.forEach(this::finish);
        return ids.stream().map(PublicId::of).toList();
    }

    /** As if the model had made it; the paper models never do. */
    private void finish(UUID take) {
        jdbc.sql("update generation set state = 'SUCCEEDED', finished_at = created_at, video_id = ? where id = ?")
                .params(stage.draft(member), take)
                .update();
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
