package app.emaki.studio;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.Remixable;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
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
class DrawerTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    Drafts drafts;

    @Autowired
    Presets presets;

    @Autowired
    Silences silences;

    @Autowired
    Box box;

    @Autowired
    DraftPictures pictures;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient jdbc;

    Viewer member;

    @BeforeEach
    void somebody() {
        member = stage.member("dr");
    }

    @Test
    void aNewSheetLeavesTheOldOneInTheDrawer() {
        keep("text", "A fox in the rain");
        var fox = drafts.of(member).id();
        clock.pass(Duration.ofSeconds(1));
        assertThat(get("/studio?fresh=true")).bodyText().doesNotContain("A fox in the rain</textarea>");
        assertThat(drafts.of(member).id()).as("looking changes nothing").isEqualTo(fox);

        var fresh = drafts.fresh(member).publicId();
        keep("draft", fresh, "text", "A cat at noon");

        assertThat(drafts.of(member).publicId()).isEqualTo(fresh);
        assertThat(drafts.list(member, 9))
                .extracting(it -> it.draft().text())
                .containsExactly("A cat at noon", "A fox in the rain");
        assertThat(send(HttpMethod.PUT, "/studio/drafts/" + PublicId.of(fox) + "/desk"))
                .hasRedirectedUrl("/studio");
        assertThat(drafts.of(member).text()).isEqualTo("A fox in the rain");
    }

    @Test
    void anExampleTakesASheetOfItsOwn() {
        keep("text", "My own words");

        send(HttpMethod.PUT, "/studio/draft?starter=fox", "text", "My own words");

        assertThat(drafts.of(member).text()).isNotEqualTo("My own words");
        assertThat(drafts.list(member, 9)).extracting(it -> it.draft().text()).contains("My own words");
    }

    @Test
    void eachWindowWritesOnItsOwnSheet() {
        var one = drafts.fresh(member).publicId();
        var other = drafts.fresh(member).publicId();
        keep("draft", one, "text", "one");
        keep("draft", other, "text", "other");
        keep("draft", one, "text", "one more");

        assertThat(drafts.list(member, 9))
                .extracting(it -> it.draft().text())
                .containsExactlyInAnyOrder("one more", "other");
    }

    @Test
    void aSheetIsNamedThrownAwayAndBroughtBack() {
        keep("text", "A fox", "name", "  The \n fox  ");
        var id = drafts.of(member).publicId();
        assertThat(drafts.of(member).name()).isEqualTo("The fox");

        send(HttpMethod.PUT, "/studio/drafts/" + id + "/name", "name", "The other fox");
        assertThat(get("/studio/drafts")).bodyText().contains("The other fox");
        send(HttpMethod.DELETE, "/studio/drafts/" + id);
        assertThat(drafts.list(member, 9)).isEmpty();
        assertThat(get("/studio")).bodyText().doesNotContain("A fox</textarea>");
        send(HttpMethod.PUT, "/studio/drafts/" + id);
        assertThat(drafts.list(member, 9)).extracting(it -> it.draft().name()).containsExactly("The other fox");
    }

    @Test
    void anothersSheetIsNotThere() {
        keep("text", "private words");
        var id = drafts.of(member).publicId();
        var stranger = stage.member("xx");

        for (var path : new String[] {"/desk", "/name", ""}) {
            assertThat(mvc.put()
                            .uri("/studio/drafts/" + id + path)
                            .param("name", "mine")
                            .with(signedInAs(stranger))
                            .with(csrf()))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(mvc.delete()
                        .uri("/studio/drafts/" + id)
                        .with(signedInAs(stranger))
                        .with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.put()
                        .uri("/studio/draft")
                        .param("draft", id)
                        .param("text", "theirs")
                        .with(signedInAs(stranger))
                        .with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(drafts.of(member).text()).isEqualTo("private words");
    }

    @Test
    void theNewestSheetsStay() {
        for (int i = 0; i < Drafts.MOST_UNNAMED + 5; i++) {
            clock.pass(Duration.ofSeconds(1));
            drafts.keep(member, drafts.fresh(member).saying("words " + i));
        }

        assertThat(drafts.list(member, 500))
                .hasSize(Drafts.MOST_UNNAMED)
                .first()
                .extracting(it -> it.draft().text())
                .isEqualTo("words 104");
    }

    @Test
    void whatWasWishedBeforeIsKeptWithTheDraft() {
        keep("text", "A fox", "visibility", "LINK");
        assertThat(drafts.of(member).showing()).isEqualTo(new Showing(Visibility.LINK, false, Remixable.EVERYONE));
        keep("text", "A fox", "visibility", "PRIVATE", "promptShown", "true", "remixable", "NOBODY");
        assertThat(drafts.of(member).showing()).isEqualTo(new Showing(Visibility.PRIVATE, true, Remixable.NOBODY));
    }

    @Test
    void aPresetKeepsPartsAndSettingsAndLaysThemOverOtherWords() {
        keep(
                "text",
                "A fox.\n\nStyle: ukiyo-e woodblock\nCamera: low angle\nScene: a shrine",
                "seconds",
                "6",
                "takes",
                "3");
        assertThat(send(
                        HttpMethod.POST,
                        "/studio/presets",
                        "name",
                        "Woodblock",
                        "parts",
                        "STYLE",
                        "parts",
                        "CAMERA",
                        "settings",
                        "true"))
                .hasRedirectedUrl("/studio");
        var preset = presets.list(member).getFirst();
        assertThat(preset.summary()).isEqualTo("ukiyo-e woodblock · low angle");

        keep("text", "A cat.\n\nStyle: anime", "seconds", "9", "takes", "1");
        send(HttpMethod.PUT, "/studio/draft?preset=" + preset.publicId());

        assertThat(drafts.of(member).text()).isEqualTo("A cat.\n\nStyle: ukiyo-e woodblock\nCamera: low angle");
        assertThat(drafts.of(member).seconds()).isEqualTo(6);
        assertThat(drafts.of(member).takes()).isEqualTo(3);
    }

    @Test
    void presetsAreRenamedDeletedAndAnothersAreNotThere() {
        presets.add(member, "One", "Style: anime", null);
        var id = presets.list(member).getFirst().publicId();
        send(HttpMethod.PUT, "/studio/presets/" + id + "/name", "name", "Two");
        assertThat(presets.list(member)).extracting(Preset::name).containsExactly("Two");
        assertThat(mvc.delete()
                        .uri("/studio/presets/" + id)
                        .with(signedInAs(stage.member("xx")))
                        .with(csrf()))
                .hasStatus(HttpStatus.NOT_FOUND);
        send(HttpMethod.DELETE, "/studio/presets/" + id);
        assertThat(presets.list(member)).isEmpty();
        send(HttpMethod.PUT, "/studio/presets/" + id);
        assertThat(presets.list(member)).hasSize(1);
    }

    @Test
    void thereIsAnEndToPresets() {
        for (int i = 0; i < Presets.MOST; i++) {
            assertThat(presets.add(member, "p" + i, "Style: anime", null)).isTrue();
        }
        assertThat(send(HttpMethod.POST, "/studio/presets", "name", "one too many", "settings", "true"))
                .hasRedirectedUrl("/studio/drafts");
        assertThat(presets.list(member)).hasSize(Presets.MOST);
    }

    @Test
    void everythingGoesIntoAFileAndComesOutOfItElsewhere() throws IOException {
        keep("text", "狐が走る\n\nカメラ：低く", "name", "狐", "seed", "42", "visibility", "LINK");
        presets.add(member, "木版", "スタイル：浮世絵", Preset.Film.of(drafts.of(member)));
        pictures.lay(member, drafts.of(member), CompareTests.plain());
        var file = box.pack(member);
        var other = stage.member("ot");

        var brought = box.unpack(other, file);

        assertThat(brought)
                .extracting(Box.Brought::drafts, Box.Brought::presets)
                .containsExactly(1, 1);
        assertThat(box.show(other, brought.pictures())).isZero();
        assertThat(pictures.of(other, drafts.list(other, 9).getFirst().draft())).isPresent();
        var broken = Map.of(drafts.list(other, 9).getFirst().draft(), new byte[] {1});
        assertThat(box.show(other, broken)).isEqualTo(1);
        var draft = drafts.list(other, 9).getFirst().draft();
        assertThat(draft.text()).isEqualTo("狐が走る\n\nカメラ：低く");
        assertThat(draft.name()).isEqualTo("狐");
        assertThat(draft.seed()).isEqualTo(42);
        assertThat(draft.showing().visibility()).isEqualTo(Visibility.LINK);
        assertThat(presets.list(other)).extracting(Preset::name).containsExactly("木版");
    }

    @Test
    void whatIsNoFileOfOursIsRefusedAndWildNumbersAreTamed() {
        for (var wrong : new String[] {
            "",
            "[]",
            "{}",
            "{\"kind\":\"other\",\"drafts\":[],\"presets\":[]}",
            "{\"kind\":\"emaki-studio\"}",
            "\u0000\u0001"
        }) {
            assertThat(bring(wrong)).hasRedirectedUrl("/studio/drafts").flash().containsKey("refused");
        }
        assertThat(bring("""
                {"kind":"emaki-studio","version":9,"else":1,"drafts":[{"text":"wild","seconds":-5,"lines":99999,"takes":77,"seed":-1}],
                 "presets":[{"name":"","text":"x"},{"name":"ok","text":"Style: x","film":{"model":"m","seconds":4}}]}""")).flash().containsKey("brought");
        var draft = drafts.list(member, 9).getFirst().draft();
        assertThat(draft)
                .extracting(Draft::seconds, Draft::lines, Draft::takes, Draft::seed)
                .containsExactly(1, 4320, 4, null);
        assertThat(presets.list(member)).extracting(Preset::film).containsExactly((Preset.Film) null);
    }

    @Test
    void aKindOfNoteCanBeSwitchedOffForGood() {
        var words = "A woman walks through a neon street in the rain";
        assertThat(send(HttpMethod.PUT, "/studio/draft?silence=camera", "text", words))
                .bodyText()
                .doesNotContain("Nobody is holding the camera");
        assertThat(silences.of(member)).containsExactly("camera");
        assertThat(get("/studio?prompt=" + words.replace(' ', '+')))
                .bodyText()
                .contains("One kind of note is off")
                .doesNotContain("Nobody is holding the camera");
        send(HttpMethod.PUT, "/studio/draft?silence=nonsense", "text", words);
        assertThat(silences.of(member)).containsExactly("camera");

        assertThat(send(HttpMethod.PUT, "/studio/draft?speak=all", "text", words))
                .bodyText()
                .contains("Nobody is holding the camera");
    }

    @Test
    void whatStandsOnTheAdminsListsIsANoteInTheAdminsWords() {
        var words = "Pikachu runs in the rain.\n\nStyle: anime";
        var reason = "An invented one is yours to show.";
        assertThat(send(HttpMethod.PUT, "/studio/draft", "text", words))
                .bodyText()
                .contains(reason, "data-spans=\"0-7\"");
        assertThat(send(HttpMethod.PUT, "/studio/draft?dismiss=listed", "text", words))
                .bodyText()
                .doesNotContain(reason);
        send(HttpMethod.PUT, "/studio/draft?silence=listed", "text", words);
        assertThat(silences.of(member)).containsExactly("listed");
        assertThat(get("/studio")).bodyText().doesNotContain(reason);
        send(HttpMethod.PUT, "/studio/draft?speak=all", "text", words);

        assertThat(send(HttpMethod.POST, "/studio/improvement", "text", words))
                .bodyText()
                .contains("<ins>an invented one", "That stands on a list");
        send(HttpMethod.PUT, "/studio/draft?fix=listed", "text", words);
        assertThat(drafts.of(member).text()).isEqualTo("an invented one runs in the rain.\n\nStyle: anime");

        assertThat(send(HttpMethod.PUT, "/studio/draft", "text", "Write to fox@example.com"))
                .bodyText()
                .as("said once")
                .contains("There is an e-mail address in it.")
                .doesNotContain("That stands on a list");
    }

    @Test
    void thatSomebodyLooksAtAFilmFirstIsToldWhileItIsWrittenAndIsNotHushed() {
        var word = "zinnober" + PublicId.of(member.id()).substring(10).toLowerCase(java.util.Locale.ROOT);
        jdbc.sql("""
                        insert into policy_rule (id, kind, is_pattern, term, effect, text_en, text_ja)
                        values (?, 'WORDS', false, ?, 'HOLD', 'We look at those first.', '先に見ます。')""").params(member.id(), word).update();
        clock.pass(Duration.ofMinutes(1));
        assertThat(send(HttpMethod.PUT, "/studio/draft?dismiss=held", "text", "A " + word + " door"))
                .bodyText()
                .contains("Somebody looks at this film before others do.", "We look at those first.")
                .doesNotContain("hush-held");
        send(HttpMethod.PUT, "/studio/draft?silence=held", "text", "A " + word + " door");
        assertThat(silences.of(member)).isEmpty();
    }

    @Test
    void theModelDirectsAgainWithoutLosingWhatTheShotsTold() {
        send(
                HttpMethod.PUT,
                "/studio/draft?direct=model",
                "text",
                "A fox.\n\nShot 1 (2 s; wide): A door opens.\nShot 2 (2 s): The fox leaves.");

        assertThat(drafts.of(member).text()).isEqualTo("A fox.\n\nAction: A door opens. The fox leaves.");
    }

    private MvcTestResult bring(String content) {
        return mvc.post()
                .uri("/studio/box")
                .multipart()
                .file(new MockMultipartFile("file", content.getBytes(StandardCharsets.UTF_8)))
                .with(signedInAs(member))
                .with(csrf())
                .exchange();
    }

    private void keep(String... form) {
        assertThat(send(HttpMethod.PUT, "/studio/draft", form)).hasStatusOk();
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
                .header("X-Fragment", "answer")
                .with(signedInAs(member))
                .with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
