package app.emaki.studio;

import static app.emaki.account.SignedInAs.signedInAs;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.generation.FaceDeclaration;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Generations;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.Prompt;
import app.emaki.generation.ReferenceImages;
import app.emaki.generation.Remedy;
import app.emaki.generation.State;
import app.emaki.model.Aspect;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
@Import(PaperModels.class)
class StudioPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    Generations generations;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftPictures pictures;

    @Autowired
    ReferenceImages images;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Credits credits;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    Watchers watchers;

    @Autowired
    Accounts accounts;

    Viewer member;

    @BeforeEach
    void somebody() {
        member = stage.member("st");
    }

    @Test
    void anEmptyDeskOffersExamples() {
        assertThat(get("/studio", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("The foxes’ wedding", "Ready in", "Generate");
        assertThat(get("/studio", "ja")).hasStatusOk().bodyText().contains("狐の嫁入り", "できあがり", "つくる");
    }

    @Test
    void whatIsTypedIsThereAgain() {
        assertThat(keep(
                        "",
                        "text",
                        "A fox <in> the rain\r\n\r\nCamera: low",
                        "seconds",
                        "7",
                        "takes",
                        "3",
                        "sound",
                        "true"))
                .hasStatusOk();

        assertThat(drafts.of(member).text()).isEqualTo("A fox <in> the rain\n\nCamera: low");
        assertThat(get("/studio", "en"))
                .bodyText()
                .contains("A fox &lt;in&gt; the rain\n\nCamera: low</textarea>", "name=\"seconds\"", "value=\"7\"");
    }

    @Test
    void withoutScriptTheDraftIsKeptAndThePageShownAgain() {
        assertThat(mvc.put()
                        .uri("/studio/draft")
                        .with(signedInAs(member))
                        .with(csrf())
                        .param("text", "a fox"))
                .hasRedirectedUrl("/studio");

        assertThat(drafts.of(member).text()).isEqualTo("a fox");
    }

    @Test
    void partsBecomeTheWords() {
        keep(
                "",
                "edited",
                "parts",
                "text",
                "old words",
                "parts[words]",
                "狐が走る",
                "parts[camera]",
                "低く",
                "shots[0].text",
                "戸",
                "shots[0].seconds",
                "3",
                "shots[1].text",
                "道",
                "shots[1].seconds",
                "nonsense",
                "shots[1].camera",
                "引き",
                "dialogue[0].speaker",
                "狐",
                "dialogue[0].text",
                "晴れるよ",
                "dialogue[0].at",
                "1.5");

        assertThat(drafts.of(member).text()).isEqualTo("狐が走る\n\nカメラ：低く\nカット1（3秒）：戸\nカット2（引き）：道\nせりふ：\n  狐（1.5秒）「晴れるよ」");
    }

    @Test
    void wordsAreReadBackIntoParts() {
        assertThat(keep("", "text", "A fox.\n\nCamera: low & slow\nShot 1 (3 s; wide): a door", "edited", "words"))
                .bodyText()
                .containsPattern("name=\"parts\\[camera]\"[^>]*>\\s*low &amp; slow</textarea>")
                .containsPattern("name=\"shots\\[0].camera\"[^>]*value=\"wide\"");
    }

    @Test
    void aFixOfTheCoachIsOneTouch() {
        assertThat(keep("?fix=camera", "text", "A woman walks through a neon street in the rain"))
                .bodyText()
                .doesNotContain("Nobody is holding the camera");

        assertThat(drafts.of(member).text())
                .isEqualTo("A woman walks through a neon street in the rain\n\nCamera: low angle, slow push in");
    }

    @Test
    void betterWordsAreShownBesideTheOldOnesAndNothingIsChangedBefore() {
        var words = "A woman walks through a neon street in the rain. Call 090-1234-5678.";
        keep("", "text", words);

        assertThat(send(HttpMethod.POST, "/studio/improvement", "better", "text", words))
                .hasStatusOk()
                .bodyText()
                .contains("<del>", "<ins>", "Camera: low angle", "By the coach’s rules")
                .doesNotContain("<html");
        assertThat(drafts.of(member).text()).isEqualTo(words);
        assertThat(send(HttpMethod.POST, "/studio/improvement", "", "text", words))
                .bodyText()
                .contains("<html", "Leave mine");
        send(HttpMethod.PUT, "/studio/draft", "", "better", "Better words");
        assertThat(drafts.of(member).text()).isEqualTo("Better words");
        assertThat(send(HttpMethod.POST, "/studio/improvement", "better", "text", " "))
                .bodyText()
                .contains("There is nothing that words alone could improve");
    }

    @Test
    void aPhraseComesInThePromptsOwnLanguage() {
        keep("?phrase=camera.0", "text", "雨の夜の路地");

        assertThat(drafts.of(member).text()).isEqualTo("雨の夜の路地\n\nカメラ：ローアングル");
    }

    @Test
    void anExampleFillsTheDesk() {
        keep("?starter=sword", "text", "");

        assertThat(drafts.of(member).text()).contains("She draws a katana", "Shot 3 (3 s; low angle, slow push in)");
        assertThat(drafts.of(member).seconds()).isEqualTo(8);
    }

    @Test
    void aNoteThatWasWavedAwayStaysAway() {
        var words = "A woman walks through a neon street in the rain";
        assertThat(keep("?dismiss=camera", "text", words)).bodyText().doesNotContain("Nobody is holding the camera");
        assertThat(get("/studio", "en")).bodyText().doesNotContain("Nobody is holding the camera");
        assertThat(keep("", "text", words)).bodyText().contains("Nobody is holding the camera");
    }

    @Test
    void whatThePlanOrTheModelDoesNotAllowIsClosedAndToldWhy() {
        assertThat(keep("", "text", "a fox", "model", PaperModels.FULL))
                .bodyText()
                .contains("1080p comes with Pro.", "Up to 10 seconds with Free; Plus goes up to 15.")
                .containsPattern("value=\"1080\"[^>]*disabled");
        assertThat(keep("", "text", "a fox", "model", PaperModels.SILENT))
                .bodyText()
                .contains(
                        "Paper Silent makes up to 480p.",
                        "Paper Silent makes silent films.",
                        "Paper Silent takes no seed.")
                .containsPattern("name=\"sound\"[^>]*disabled")
                .containsPattern("value=\"SQUARE\"[^>]*disabled");
    }

    @Test
    void aSilentModelIsOrderedWithoutSoundWhichComesBackWithTheNextOne() {
        assertThat(generate(
                        "text",
                        "a fox",
                        "model",
                        PaperModels.SILENT,
                        "seconds",
                        "4",
                        "resolution",
                        "480",
                        "takes",
                        "1",
                        "sound",
                        "true"))
                .hasRedirectedUrl("/generations");
        assertThat(generations.list(member, null).items())
                .singleElement()
                .satisfies(take -> assertThat(take.sound()).isFalse());

        assertThat(get("/studio", "en"))
                .bodyText()
                .containsPattern("type=\"checkbox\"[^>]*name=\"sound\"[^>]*disabled")
                .containsPattern("type=\"hidden\" name=\"sound\" value=\"true\"");
        assertThat(keep("", "text", "a fox", "model", PaperModels.FULL, "sound", "true"))
                .bodyText()
                .containsPattern("type=\"checkbox\"[^>]*name=\"sound\"[^>]*checked")
                .doesNotContainPattern("type=\"hidden\" name=\"sound\"");

        keep("", "text", "a fox", "model", PaperModels.FULL);
        assertThat(keep("", "text", "a fox", "model", PaperModels.SILENT))
                .bodyText()
                .as("switched off by hand")
                .doesNotContainPattern("type=\"hidden\" name=\"sound\"");
    }

    @Test
    void aPictureLiesOnTheSheetAndGoesIntoTheFilmOnceWhoeverIsOnItAgrees() throws IOException {
        assertThat(picture(HttpMethod.PUT, "/studio/draft", "not a picture".getBytes(UTF_8), "X-Fragment"))
                .hasStatusOk()
                .bodyText()
                .contains("That is no JPEG, PNG or WebP", "a fox</textarea>");
        assertThat(generations.list(member, null).items()).isEmpty();

        var face = Objects.requireNonNull(getClass().getResourceAsStream("/cameo/astronaut.jpg"))
                .readAllBytes();
        assertThat(picture(HttpMethod.POST, "/generations", face, "Accept"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There seems to be a face", "name=\"agreed\"", "a fox</textarea>");
        var kept = pictures.of(member, drafts.of(member)).orElseThrow();
        assertThat(get("/studio", "ja")).bodyText().contains(kept.key().address(), "写っている人も同意");
        assertThat(get(kept.key().address(), "en")).hasStatusOk();
        assertThat(mvc.get().uri(kept.key().address()).with(signedInAs(stage.member("xx"))))
                .hasStatus(HttpStatus.NOT_FOUND);

        var key = kept.key().value();
        assertThat(generate(withPicture(PaperModels.SILENT, key)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Paper Silent starts from words alone.", "Paper Silent cannot use a picture");
        assertThat(generate(withPicture(PaperModels.FULL, key))).hasRedirectedUrl("/generations");
        assertThat(jdbc.sql("select refs[1] from generation where account_id = ?")
                        .param(member.id())
                        .query(String.class)
                        .single())
                .startsWith("FIRST_FRAME:");
        assertThat(declared())
                .as("what was said of the face stays with the film")
                .containsExactly("PICTURE PAGE");
        var film = jdbc.sql("select id from generation where account_id = ?")
                .param(member.id())
                .query(UUID.class)
                .single();
        generations.retry(member, film, Remedy.SAME_AGAIN);
        assertThat(declared()).as("and goes with every further try").hasSize(2);
        images.agree(member, kept.key(), false, FaceDeclaration.Said.PAGE);
        assertThatThrownBy(() -> generations.retry(member, film, Remedy.SHORTER))
                .isInstanceOfSatisfying(
                        ImageRefused.class, it -> assertThat(it.reason()).isEqualTo(ImageRefused.Reason.FACE));

        assertThat(keep("?unpicture=true", "text", "a fox"))
                .bodyText()
                .contains("type=\"file\"")
                .doesNotContain(key);
    }

    @Test
    void aModelThatCanDoBothStartsFromAPictureOrKeepsToIt() throws IOException {
        assertThat(picture(HttpMethod.PUT, "/studio/draft", CompareTests.plain(), "X-Fragment"))
                .bodyText()
                .contains("name=\"keeps\"");
        var key = pictures.of(member, drafts.of(member)).orElseThrow().key().value();
        var form = withPicture(PaperModels.FULL, key);
        var asked = Stream.concat(Stream.of(form), Stream.of("either", "true")).toArray(String[]::new);
        var keeping =
                Stream.concat(Stream.of(asked), Stream.of("keeps", "true")).toArray(String[]::new);
        assertThat(keep("", keeping))
                .bodyText()
                .containsPattern("name=\"keeps\"[^>]*checked")
                .contains("The film keeps to what it shows.");
        // a page that did not ask changes nothing
        assertThat(keep("", form)).bodyText().containsPattern("name=\"keeps\"[^>]*checked");
        assertThat(generate(keeping)).hasRedirectedUrl("/generations");
        assertThat(generate(asked)).hasRedirectedUrl("/generations");
        assertThat(jdbc.sql(
                                "select split_part(refs[1], ':', 1) from generation where account_id = ? order by created_at")
                        .param(member.id())
                        .query(String.class)
                        .list())
                .containsExactly("REFERENCE", "FIRST_FRAME");
    }

    private List<String> declared() {
        return jdbc.sql("select source || ' ' || said from face_declaration where account = ?")
                .param(member.id())
                .query(String.class)
                .list();
    }

    private MvcTestResult picture(HttpMethod method, String address, byte[] bytes, String header) {
        return mvc.method(method)
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("picture", bytes))
                .header(header, "text/html")
                .header("Accept-Language", "en")
                .param("text", "a fox")
                .param("model", PaperModels.FULL)
                .param("seconds", "4")
                .param("resolution", "480")
                .with(signedInAs(member))
                .with(csrf())
                .exchange();
    }

    private static String[] withPicture(String model, String key) {
        return new String[] {
            "text", "a fox", "model", model, "seconds", "4", "resolution", "480", "picked", key, "agreed", "true"
        };
    }

    @Test
    void theCostStandsBesideGenerateBeforeItIsPressed() {
        assertThat(keep(
                        "",
                        "text",
                        "a fox",
                        "model",
                        PaperModels.FULL,
                        "seconds",
                        "8",
                        "takes",
                        "2",
                        "resolution",
                        "480"))
                .bodyText()
                .contains("<output>4</output>", "clips of", "(10 credits), back at 00:00", "With the watermark");
        assertThat(keep(
                        "",
                        "text",
                        "a fox",
                        "model",
                        PaperModels.FULL,
                        "seconds",
                        "10",
                        "takes",
                        "4",
                        "resolution",
                        "480"))
                .bodyText()
                .doesNotContain("This costs");
        credits.balance(member);
        order("a fox", 4);
        assertThat(keep(
                        "",
                        "text",
                        "a fox",
                        "model",
                        PaperModels.FULL,
                        "seconds",
                        "10",
                        "takes",
                        "4",
                        "resolution",
                        "480"))
                .bodyText()
                .contains("This costs 8 credits, and you have 6. Make it shorter or with fewer takes");
    }

    @Test
    void anOrderIsTakenAndShownInTheMaking() {
        assertThat(generate(
                        "text",
                        "A fox runs.\n\nCamera: low",
                        "model",
                        PaperModels.FULL,
                        "aspect",
                        "SQUARE",
                        "seconds",
                        "4",
                        "resolution",
                        "480",
                        "sound",
                        "true",
                        "seed",
                        "42",
                        "takes",
                        "2"))
                .hasRedirectedUrl("/generations");

        var takes = generations.list(member, null).items();
        assertThat(takes).hasSize(2).allSatisfy(take -> {
            assertThat(take.state()).isEqualTo(State.QUEUED);
            assertThat(take.aspect()).isEqualTo(Aspect.SQUARE);
            assertThat(take.prompt().language()).isEqualTo("en");
            assertThat(take.prompt().script()).contains("\"camera\":\"low\"", "\"text\":\"A fox runs.\"");
        });
        assertThat(takes).extracting(GenerationView::seed).containsExactlyInAnyOrder(42L, 43L);
        assertThat(get("/generations", "en"))
                .bodyText()
                .contains("A fox runs", "Paper Full", "1:1", "4 s", "480p", "2 takes", "Queued");
        assertThat(get("/generations", "ja")).bodyText().contains("2案", "順番待ち");
        assertThat(drafts.of(member).text()).as("stays for the next one").startsWith("A fox runs.");
    }

    @Test
    void aRefusedOrderTellsRuleLimitAndWayOutAndLosesNoWord() throws UnsupportedEncodingException {
        var refused = generate(
                "text",
                "A fox in the rain",
                "model",
                PaperModels.FULL,
                "seconds",
                "15",
                "resolution",
                "480",
                "takes",
                "1");

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "With Free a film may last 10 seconds, and you asked for 15. Make it 10 seconds or shorter.",
                        "A fox in the rain</textarea>");
        assertThat(generations.list(member, null).items()).isEmpty();
        assertThat(drafts.of(member).text()).isEqualTo("A fox in the rain");
    }

    @Test
    void aSeedThatIsNoNumberIsTold() {
        assertThat(generate(
                        "text", "A fox", "model", PaperModels.FULL, "seconds", "4", "resolution", "480", "seed", "abc"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("A seed is a whole number");
    }

    @Test
    void nothingIsOrderedWithoutAToken() {
        assertThat(mvc.post().uri("/generations").with(signedInAs(member)).param("text", "a fox"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.put().uri("/studio/draft").with(signedInAs(member)).param("text", "a fox"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void anothersFilmIsNotThere() {
        var id = PublicId.of(order("a fox", 1).getFirst());
        var stranger = stage.member("xx");

        assertThat(mvc.get().uri("/generations/" + id + "/glimpse").with(signedInAs(member)))
                .as("nothing is drawn yet")
                .hasStatus(HttpStatus.NO_CONTENT);
        for (var path : List.of("", "/events", "/glimpse")) {
            assertThat(mvc.get().uri("/generations/" + id + path).with(signedInAs(stranger)))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(mvc.post()
                        .uri("/generations/" + id + "/cancellation")
                        .with(signedInAs(stranger))
                        .with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/generations/" + id + "/retry")
                        .param("remedy", "SHORTER")
                        .with(signedInAs(stranger))
                        .with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/generations/nonsense!").with(signedInAs(member)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(generations.list(member, null).items())
                .extracting(GenerationView::state)
                .containsExactly(State.QUEUED);
    }

    @Test
    void aFilmIsCalledOffAndItsCreditsComeBack() {
        var id = PublicId.of(order("a fox", 2).getFirst());

        assertThat(mvc.post()
                        .uri("/generations/" + id + "/cancellation")
                        .with(signedInAs(member))
                        .with(csrf()))
                .hasRedirectedUrl("/generations");

        assertThat(get("/generations", "en")).bodyText().contains("Called off", "2 credits are back", "The same again");
        assertThat(credits.balance(member).left()).isEqualTo(10);
    }

    @Test
    void aFilmThatFailedIsTriedAgainAtOneTouch() {
        var id = order("A fox runs. Then it sleeps.", 1).getFirst();
        generations.cancel(member, id);

        assertThat(mvc.post()
                        .uri("/generations/" + PublicId.of(id) + "/retry")
                        .param("remedy", "SAME_AGAIN")
                        .with(signedInAs(member))
                        .with(csrf()))
                .hasRedirectedUrl("/generations");

        assertThat(generations.list(member, null).items())
                .extracting(GenerationView::state)
                .containsExactlyInAnyOrder(State.QUEUED, State.CANCELLED);
    }

    @Test
    void aFilmStandsWholeThoughItsTakesFallOnTwoPages() throws UnsupportedEncodingException {
        for (int i = 0; i < 9; i++) {
            var group = order("film number " + i, 3);
            group.forEach(id -> generations.cancel(member, id));
            clock.pass(Duration.ofSeconds(1));
        }

        order("a film in front", 1).forEach(id -> generations.cancel(member, id));

        var first = get("/generations", "en").getResponse().getContentAsString();
        var next = first.replaceFirst("(?s).*rel=\"next\"[^>]*href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        var second = get(next, "en").getResponse().getContentAsString();

        for (int i = 0; i < 9; i++) {
            int shown = first.split("film number " + i + "<", -1).length
                    + second.split("film number " + i + "<", -1).length
                    - 2;
            assertThat(shown).as("film %s", i).isEqualTo(1);
        }
        assertThat(first + second).doesNotContain("2 takes");
    }

    @Test
    void whoeverWatchesIsToldOfEachStep() throws UnsupportedEncodingException {
        var id = order("a fox", 1).getFirst();
        var stream =
                mvc.get().uri("/generations/events").with(signedInAs(member)).asyncExchange();

        watchers.tick();
        assertThat(stream.getResponse().getContentAsString())
                .contains("event:take", "\"take\":\"" + PublicId.of(id) + "\"", "\"state\":\"queued\"");
        generations.cancel(member, id);
        watchers.tick();
        assertThat(stream.getResponse().getContentAsString()).contains("\"state\":\"cancelled\"");
    }

    @Test
    void whoMayNotTakePartWatchesNoMore() {
        var stranger = stage.member("xx");
        int before = watchers.open();
        mvc.get().uri("/generations/events").with(signedInAs(stranger)).asyncExchange();
        assertThat(watchers.open()).isEqualTo(before + 1);

        accounts.suspend(stranger.id());
        watchers.tick();

        assertThat(watchers.open()).isEqualTo(before);
    }

    @Test
    void theLibraryHoldsWhatWasMadePostedOrNot() {
        var posted = stage.published(member, Visibility.EVERYONE, "Posted with care");
        var draft = stage.draft(member);
        stage.published(stage.member("xx"), Visibility.EVERYONE, "Not mine");

        assertThat(get("/library", "en"))
                .bodyText()
                .contains("Posted with care", PublicId.of(posted), PublicId.of(draft))
                .doesNotContain("Not mine");
        assertThat(get("/library?state=posted", "en"))
                .bodyText()
                .contains(PublicId.of(posted))
                .doesNotContain(PublicId.of(draft));
        assertThat(get("/library?state=draft", "en"))
                .bodyText()
                .contains(PublicId.of(draft))
                .doesNotContain(PublicId.of(posted));
        assertThat(get("/library?words=WITH", "en"))
                .bodyText()
                .contains(PublicId.of(posted))
                .doesNotContain(PublicId.of(draft));
        assertThat(get("/library?model=other", "en")).bodyText().contains("Nothing here fits");
        assertThat(get("/library", "ja")).bodyText().contains("作品棚", "みんなに投稿済み", "未投稿");
    }

    @Test
    void whatIsDeletedCanBeBroughtBack() {
        var id = PublicId.of(stage.draft(member));

        var deleted = mvc.delete()
                .uri("/library/" + id)
                .with(signedInAs(member))
                .with(csrf())
                .exchange();
        assertThat(deleted).hasRedirectedUrl("/library").flash().containsEntry("deleted", id);
        assertThat(get("/library", "en")).bodyText().doesNotContain(id);
        assertThat(mvc.put().uri("/library/" + id).with(signedInAs(member)).with(csrf()))
                .hasRedirectedUrl("/library");
        assertThat(get("/library", "en")).bodyText().contains(id);
    }

    @Test
    void anothersVideoCannotBeDeleted() {
        var id = PublicId.of(stage.published(stage.member("xx"), Visibility.EVERYONE, "Not mine"));

        assertThat(mvc.delete().uri("/library/" + id).with(signedInAs(member)).with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private List<UUID> order(String words, int takes) {
        var order = new GenerationRequest(
                new Prompt(words, "en"), PaperModels.FULL, Aspect.PORTRAIT, 4, 480, true, null, takes, null);
        return generations.submit(member, order);
    }

    private MvcTestResult get(String address, String language) {
        return mvc.get()
                .uri(address)
                .header("Accept-Language", language)
                .with(signedInAs(member))
                .exchange();
    }

    private MvcTestResult keep(String touch, String... form) {
        return send(HttpMethod.PUT, "/studio/draft" + touch, "answer", form);
    }

    private MvcTestResult generate(String... form) {
        return send(HttpMethod.POST, "/generations", "", form);
    }

    private MvcTestResult send(HttpMethod method, String address, String fragment, String... form) {
        var request = mvc.method(method)
                .uri(address)
                .header("Accept-Language", "en")
                .with(signedInAs(member))
                .with(csrf());
        if (!fragment.isEmpty()) {
            request = request.header("X-Fragment", fragment);
        }
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
