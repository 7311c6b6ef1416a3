package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.generation.GenerationSucceeded;
import app.emaki.media.TestFilm;
import app.emaki.platform.AdminAct;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs and assistants do beyond the Videos protocol. */
@EmakiTest
class BeyondVideosTests {
    private static final EmakiSchema DESCRIPTION = EmakiSchema.ofOurs();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApiPeople keys;

    @Autowired
    TestVideos people;

    @Autowired
    TestCameos cameos;

    @Autowired
    PublicationWishes wishes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Accounts accounts;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Settable clock;

    Viewer somebody;
    String key;

    @BeforeEach
    void someoneWithAKey() {
        somebody = keys.rich();
        key = keys.key(somebody);
    }

    @Test
    void theFeedIsReadPageByPage() throws Exception {
        var author = people.member("author");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofSeconds(1));
            ids.addFirst(VideoId.of(people.published(author, Visibility.EVERYONE, "Film " + i)));
        }
        people.published(author, Visibility.LINK, "Not listed");
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = get("/api/v1/feed?limit=2&author=" + author.handle() + "&before=" + next);
            page.get("data").forEach(video -> seen.add(video.get("id").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);
        assertThat(seen).containsExactlyElementsOf(ids);
        assertThat(get("/api/v1/feed?tab=popular&author=" + author.handle())
                        .get("data")
                        .size())
                .isEqualTo(5);
        assertThat(get("/api/v1/feed?tab=following&author=" + author.handle())
                        .get("data")
                        .size())
                .isZero();
        assertThat(send(HttpMethod.PUT, "/api/v1/people/" + author.handle() + "/follow", null))
                .hasStatusOk();
        assertThat(get("/api/v1/feed?tab=following&author=" + author.handle())
                        .get("data")
                        .size())
                .isEqualTo(5);
        assertThat(send(HttpMethod.DELETE, "/api/v1/people/@" + author.handle() + "/follow", null))
                .hasStatusOk()
                .bodyText()
                .contains("\"following\":false");
    }

    @Test
    void aFilmIsShownLikedTalkedAboutAndTakenBack() throws Exception {
        var id = VideoId.of(people.draft(somebody));
        var path = "/api/v1/videos/" + id;
        var other = keys.key(keys.rich());
        assertThat(call(HttpMethod.GET, path, null, other)).hasStatus(404);
        var shown = send(HttpMethod.PUT, path + "/publication", "{\"visibility\":\"everyone\",\"caption\":\"Rain\"}");
        assertThat(shown).hasStatusOk();
        assertThat(json.readTree(text(shown)).get("caption").asString()).isEqualTo("Rain");
        assertThat(call(HttpMethod.PUT, path + "/like", null, other))
                .hasStatusOk()
                .bodyText()
                .contains("\"likes\":1");
        assertThat(call(HttpMethod.DELETE, path + "/like", null, other))
                .hasStatusOk()
                .bodyText()
                .contains("\"likes\":0");
        var comment = call(HttpMethod.POST, path + "/comments", "{\"text\":\"I like the rain\"}", other);
        assertThat(comment).hasStatus(201);
        assertThat(get(path + "/comments").at("/data/0/text").asString()).isEqualTo("I like the rain");
        var commentPath =
                "/api/v1/comments/" + json.readTree(text(comment)).get("id").asString();
        assertThat(call(HttpMethod.DELETE, commentPath, null, keys.key(keys.rich())))
                .hasStatus(404);
        assertThat(call(HttpMethod.DELETE, commentPath, null, other)).hasStatus(204);
        assertThat(call(HttpMethod.DELETE, path + "/publication", null, other)).hasStatus(404);
        assertThat(send(HttpMethod.DELETE, path + "/publication", null)).hasStatusOk();
        assertThat(call(HttpMethod.GET, path, null, other)).hasStatus(404);
    }

    @Test
    void oneLearnsWhatIsLeft() throws Exception {
        var me = get("/api/v1/me");
        assertThat(me.get("handle").asString()).isEqualTo(somebody.handle());
        assertThat(me.get("plan").asString()).isEqualTo("pro");
        assertThat(me.at("/credits/left").asInt()).isEqualTo(2000);
    }

    @Test
    void onlyAnAdminsKeySeesEverybody() throws Exception {
        assertThat(send(HttpMethod.GET, "/api/v1/admin/people", null)).hasStatus(403);
        var admin = accounts.find("keeper").orElseThrow();
        assertThat(call(HttpMethod.GET, "/api/v1/admin/people", null, keys.key(admin)))
                .hasStatus(403);
        var all = keys.key(admin, EnumSet.allOf(Scope.class));
        assertThat(call(HttpMethod.GET, "/api/v1/admin/people?limit=50", null, all))
                .hasStatusOk()
                .bodyText()
                .contains(somebody.handle());
        assertThat(call(HttpMethod.GET, "/api/v1/admin/generations", null, all)).hasStatusOk();
    }

    @Test
    void anAdminsProgramDecidesAndTakesItBackAndTheLogKnows() throws Exception {
        var author = people.member("author");
        var video = people.published(author, Visibility.EVERYONE, "Film");
        var path = "/api/v1/videos/" + VideoId.of(video);
        var admin = keys.key(accounts.find("keeper").orElseThrow(), EnumSet.allOf(Scope.class));
        var ruling = "{\"kind\":\"video\",\"id\":\"" + VideoId.of(video)
                + "\",\"outcome\":\"remove\",\"rule\":\"spam\",\"words\":\"Not here\"}";
        assertThat(call(HttpMethod.POST, "/api/v1/admin/decisions", ruling, key))
                .hasStatus(403);
        var made = call(HttpMethod.POST, "/api/v1/admin/decisions", ruling, admin);
        assertThat(made).hasStatus(201);
        assertThat(send(HttpMethod.GET, path, null)).hasStatus(404);
        assertThat(logged("decision.REMOVE", "video " + PublicId.of(video) + "%"))
                .isEqualTo(1);
        var decision =
                "/api/v1/admin/decisions/" + json.readTree(text(made)).get("id").asString();
        assertThat(call(HttpMethod.DELETE, decision, null, admin)).hasStatus(204);
        assertThat(send(HttpMethod.GET, path, null)).hasStatusOk();
        assertThat(call(HttpMethod.DELETE, decision, null, admin)).hasStatus(404);
        assertThat(call(HttpMethod.POST, "/api/v1/admin/decisions", ruling.replace("\"spam\"", "\"bad\""), admin))
                .hasStatus(400)
                .bodyText()
                .contains("\"param\":\"rule\"");
        assertThat(call(
                        HttpMethod.POST,
                        "/api/v1/admin/decisions",
                        "{\"kind\":\"profile\",\"id\":\"keeper\",\"outcome\":\"ban\"}",
                        admin))
                .hasStatus(409);
    }

    @Test
    void anAdminsProgramGivesOnceWhatItNamesTwice() throws Exception {
        var admin = keys.key(accounts.find("keeper").orElseThrow(), EnumSet.allOf(Scope.class));
        var path = "/api/v1/admin/people/" + somebody.handle() + "/credits";
        for (int i = 0; i < 2; i++) {
            assertThat(give(path, 70, admin)).hasStatus(201).bodyText().contains("\"left\":2070");
        }
        assertThat(give(path, 71, admin)).hasStatus(422);
        assertThat(call(HttpMethod.POST, path, "{\"credits\":0,\"reason\":\"x\"}", admin))
                .hasStatus(400);
        assertThat(call(HttpMethod.POST, path, "{\"credits\":5}", admin)).hasStatus(400);
        assertThat(call(
                        HttpMethod.PUT,
                        "/api/v1/admin/people/@" + somebody.handle() + "/plan",
                        "{\"plan\":\"free\"}",
                        admin))
                .hasStatusOk()
                .bodyText()
                .contains("\"plan\":\"free\"");
        assertThat(logged("credit.act.granted", "+70")).isEqualTo(1);
    }

    @Test
    void anAdminsProgramIssuesCodesAndClosesThem() throws Exception {
        var admin = keys.key(accounts.find("keeper").orElseThrow(), EnumSet.allOf(Scope.class));
        var issued =
                call(HttpMethod.POST, "/api/v1/admin/invites", "{\"seats\":3,\"note\":\"Meetup\",\"days\":7}", admin);
        assertThat(issued).hasStatus(201);
        var tree = json.readTree(text(issued));
        assertThat(tree.get("code").asString()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(tree.has("expires_at")).isTrue();
        assertThat(call(HttpMethod.POST, "/api/v1/admin/invites", "{\"seats\":100000}", admin))
                .hasStatus(400)
                .bodyText()
                .contains("\"param\":\"seats\"");
        var path = "/api/v1/admin/invites/" + tree.get("id").asString();
        assertThat(call(HttpMethod.DELETE, path, null, admin)).hasStatus(204);
        assertThat(call(HttpMethod.DELETE, "/api/v1/admin/invites/nothing", null, admin))
                .hasStatus(404);
    }

    @Test
    void whatAnAdminsProgramSendsAgainIsDoneAndLoggedOnce() throws Exception {
        var admin = keys.key(accounts.find("keeper").orElseThrow(), EnumSet.allOf(Scope.class));
        var note = "Sent again " + System.identityHashCode(admin);
        var first = issue(note, "0", admin);
        var again = issue(note, "1", admin);
        assertThat(first).doesNotContainHeader(AdminAct.TOLD_BEFORE);
        assertThat(again).hasHeader(AdminAct.TOLD_BEFORE, "true");
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(issued(note)).isEqualTo(1);
        // on purpose it is another code, and what is retried then is that one
        var second = issue(note, "0", admin);
        assertThat(text(second)).isNotEqualTo(text(first));
        assertThat(text(issue(note, "1", admin))).isEqualTo(text(second));
        // nobody tries for so long: this is a new wish in the same words
        jdbc.sql("update api_act set created_at = created_at - interval '16 minutes'")
                .update();
        assertThat(issue(note, "1", admin)).doesNotContainHeader(AdminAct.TOLD_BEFORE);
        assertThat(issued(note)).isEqualTo(3);
        assertThat(logged("POST%", "/api/v1/admin/invites")).isZero();
    }

    private MvcTestResult issue(String note, String retry, String with) {
        return mvc.post()
                .uri("/api/v1/admin/invites")
                .header("Authorization", "Bearer " + with)
                .header("X-Stainless-Retry-Count", retry)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"seats\":2,\"note\":\"" + note + "\"}")
                .exchange();
    }

    private int issued(String note) {
        return jdbc.sql("select count(*) from audit_entry where act = 'invite.act.issued' and detail = ?")
                .param(note)
                .query(Integer.class)
                .single();
    }

    private MvcTestResult give(String path, int credits, String with) {
        return mvc.post()
                .uri(path)
                .header("Authorization", "Bearer " + with)
                .header("Idempotency-Key", "a-gift")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"credits\":" + credits + ",\"reason\":\"Thank you\"}")
                .exchange();
    }

    private int logged(String act, String subject) {
        return jdbc.sql("select count(*) from audit_entry where act like ? and subject like ?")
                .params(act, subject)
                .query(Integer.class)
                .single();
    }

    @Test
    void aKeyThatOnlyReadsShowsNothing() throws Exception {
        var reads = keys.key(somebody, EnumSet.of(Scope.READ));
        var path = "/api/v1/videos/" + VideoId.of(people.draft(somebody));
        assertThat(call(HttpMethod.GET, path, null, reads)).hasStatusOk();
        assertThat(call(HttpMethod.PUT, path + "/publication", "{}", reads)).hasStatus(403);
    }

    @Test
    void anAssistantMakesAFilm() throws Exception {
        var hello = mcp(
                "initialize",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}");
        assertThat(hello.at("/result/protocolVersion").asString()).isEqualTo("2025-06-18");
        assertThat(hello.at("/result/capabilities").has("tools")).isTrue();
        var tools = mcp("tools/list", "{}").at("/result/tools");
        assertThat(tools)
                .extracting(it -> it.get("name").asString())
                .containsExactly("create_video", "video_status", "fetch_video", "feed");
        var made = mcp(
                "tools/call", "{\"name\":\"create_video\",\"arguments\":{\"prompt\":\"a kite\",\"seconds\":\"4\"}}");
        assertThat(made.at("/result/isError").asBoolean()).isFalse();
        var id = made.at("/result/structuredContent/id").asString();
        OpenAiSchema.holds("VideoResource", made.at("/result/structuredContent").toString());
        var status = mcp("tools/call", "{\"name\":\"video_status\",\"arguments\":{\"id\":\"" + id + "\"}}");
        assertThat(status.at("/result/structuredContent/status").asString()).isEqualTo("queued");
        var early = mcp("tools/call", "{\"name\":\"fetch_video\",\"arguments\":{\"id\":\"" + id + "\"}}");
        assertThat(early.at("/result/isError").asBoolean()).isTrue();
        assertThat(early.at("/result/content/0/text").asString()).startsWith("video_not_ready");
        assertThat(mcp("tools/call", "{\"name\":\"feed\",\"arguments\":{}}")
                        .at("/result/structuredContent/object")
                        .asString())
                .isEqualTo("list");
    }

    @Test
    void anAssistantsSlipsAreToldInItsProtocol() throws Exception {
        assertThat(mcp("tools/call", "{\"name\":\"nothing\"}").at("/error/code").asInt())
                .isEqualTo(-32602);
        assertThat(mcp("resources/list", "{}").at("/error/code").asInt()).isEqualTo(-32601);
        var empty = mcp("tools/call", "{\"name\":\"create_video\",\"arguments\":{}}");
        assertThat(empty.at("/result/isError").asBoolean()).isTrue();
        assertThat(send(HttpMethod.POST, "/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"))
                .hasStatus(202);
        assertThat(send(HttpMethod.POST, "/mcp", "no json")).hasStatus(400);
        assertThat(send(HttpMethod.GET, "/mcp", null)).hasStatus(405);
        var reads = keys.key(somebody, EnumSet.of(Scope.READ));
        assertThat(text(call(
                        HttpMethod.POST,
                        "/mcp",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"create_video\",\"arguments\":{\"prompt\":\"x\"}}}",
                        reads)))
                .contains("insufficient_scope");
    }

    @Test
    void aCharacterIsBroughtAsAPictureAndBelongsToItsOwner() throws Exception {
        var made = mvc.post()
                .uri("/v1/videos/characters")
                .multipart()
                .part(new MockPart("name", "Momo the cat".getBytes(StandardCharsets.UTF_8)))
                .part(new MockPart("video", drawing()))
                .header("Authorization", "Bearer " + key)
                .exchange();
        assertThat(made).hasStatusOk();
        OpenAiSchema.holds("VideoCharacterResource", text(made));
        var tree = json.readTree(text(made));
        assertThat(tree.get("handle").asString()).startsWith("momo_the_cat_");
        var path = "/v1/videos/characters/" + tree.get("id").asString();
        OpenAiSchema.holds("VideoCharacterResource", get(path).toString());
        assertThat(call(HttpMethod.GET, path, null, keys.key(keys.rich()))).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/v1/videos/characters")
                        .multipart()
                        .part(new MockPart("name", "Momo".getBytes(StandardCharsets.UTF_8)))
                        .part(new MockPart("video", "\0\0\0\u0018ftypmp42....".getBytes(StandardCharsets.ISO_8859_1)))
                        .header("Authorization", "Bearer " + key))
                .hasStatus(400)
                .bodyText()
                .contains("invalid_video");
    }

    @Test
    void aCharacterIsTakenOutOfAFilm(@TempDir Path folder) throws Exception {
        var film = TestFilm.of(320, 360, 1).looking(TestFilm.Look.STANDING).write(folder.resolve("momo.mp4"));
        var made = mvc.post()
                .uri("/v1/videos/characters")
                .multipart()
                .part(new MockPart("name", "Momo".getBytes(StandardCharsets.UTF_8)))
                .part(new MockPart("video", "momo.mp4", Files.readAllBytes(film)))
                .header("Authorization", "Bearer " + key)
                .exchange();
        assertThat(made).hasStatusOk();
        OpenAiSchema.holds("VideoCharacterResource", text(made));
    }

    @Test
    void nobodyWhoAppearsInAFilmBecomesACharacterOfItsMaker(@TempDir Path folder) throws Exception {
        var person = cameos.member("haru");
        cameos.person(person, Level.EVERYONE);
        var film = cameos.order(somebody, person);
        cameos.finish(somebody, film);
        var file = Files.readAllBytes(
                TestFilm.of(320, 360, 1).looking(TestFilm.Look.STANDING).write(folder.resolve("haru.mp4")));
        var words = ("<emaki:video>" + film + "</emaki:video>").getBytes(StandardCharsets.UTF_8);
        var told = Arrays.copyOf(file, file.length + words.length);
        System.arraycopy(words, 0, told, file.length, words.length);
        assertThat(send("/v1/videos/characters", "name", "Mine", told))
                .hasStatus(403)
                .bodyText()
                .contains("consent_missing");
        assertThat(mvc.post()
                        .uri("/v1/videos/characters")
                        .multipart()
                        .part(new MockPart("name", "Mine".getBytes(StandardCharsets.UTF_8)))
                        .part(new MockPart("video[id]", VideoId.of(film).getBytes(StandardCharsets.UTF_8)))
                        .header("Authorization", "Bearer " + key))
                .hasStatus(403)
                .bodyText()
                .contains("consent_missing");
    }

    @Test
    void aFaceInAFilmMakesNoCharacterAndIsTakenFromThoseAloneWhoSayThatItMayBeUsed(@TempDir Path folder)
            throws Exception {
        var film = Files.readAllBytes(
                TestFilm.of(320, 320, 1).looking(TestFilm.Look.FACE).write(folder.resolve("her.mp4")));
        assertThat(send("/v1/videos/characters", "name", "Eileen", film))
                .hasStatus(400)
                .bodyText()
                .contains("moderation_blocked", "/cameo/new");
        assertThat(send("/v1/videos/edits", "prompt", "on the moon", film))
                .hasStatus(400)
                .bodyText()
                .contains("consent_required", "face_consent=true");
        assertThat(jdbc.sql("select count(*) from video where author = ?")
                        .param(somebody.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoCannotPayIsToldSoBeforeTheFilmIsLookedAt() {
        var broken = "\0\0\0\u0018ftypmp42".concat(".".repeat(100)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(send("/v1/videos/extensions", "prompt", "on the moon", broken))
                .hasStatus(400)
                .bodyText()
                .contains("invalid_video");
        jdbc.sql("update account set plan = 'FREE' where id = ?")
                .param(somebody.id())
                .update();
        int orders = 0;
        while (call(HttpMethod.POST, "/v1/videos", "{\"prompt\":\"leaf " + orders + "\",\"seconds\":\"4\"}", key)
                        .getResponse()
                        .getStatus()
                == 200) {
            orders++;
        }
        assertThat(orders).isPositive();
        assertThat(send("/v1/videos/extensions", "prompt", "on the moon", broken))
                .hasStatus(429)
                .bodyText()
                .contains("insufficient_quota");
    }

    @Test
    void aFilmThatSomebodyHasToSeeFirstIsFinishedAndStaysADraftUntilTheyAgree() throws Exception {
        var person = cameos.member("haru");
        cameos.person(person, Level.EVERYONE, true, null);
        var film = cameos.order(somebody, person);
        var generation = jdbc.sql("select id from generation where video_id = ?")
                .param(film)
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(status -> {
            wishes.keep(film, new PublicationWishes.Wish(Visibility.EVERYONE, ""));
            cameos.finish(somebody, film);
            events.publishEvent(new GenerationSucceeded(generation, somebody.id(), film));
        });
        assertThat(jdbc.sql("select published_at is null from video where id = ?")
                        .param(film)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(mvc.put()
                        .uri("/api/v1/videos/" + VideoId.of(film) + "/publication")
                        .header("Authorization", "Bearer " + key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"visibility\":\"everyone\"}"))
                .hasStatus(403)
                .bodyText()
                .contains("consent_missing", "@" + person.handle() + " has to see this film");
    }

    private MvcTestResult send(String path, String field, String words, byte[] film) {
        return mvc.post()
                .uri(path)
                .multipart()
                .part(new MockPart(field, words.getBytes(StandardCharsets.UTF_8)))
                .part(new MockPart("video", "film.mp4", film))
                .header("Authorization", "Bearer " + key)
                .exchange();
    }

    private static byte[] drawing() throws Exception {
        var picture = new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 500; y++) {
            for (int x = 0; x < 400; x++) {
                picture.setRGB(x, y, (x / 40 + y / 50) % 2 == 0 ? 0xd08040 : 0x304060);
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private JsonNode mcp(String method, String params) throws Exception {
        var answer = send(
                HttpMethod.POST,
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}");
        assertThat(answer).hasStatusOk();
        var tree = json.readTree(text(answer));
        assertThat(tree.get("id").asInt()).isEqualTo(7);
        return tree;
    }

    private JsonNode get(String path) throws Exception {
        var answer = send(HttpMethod.GET, path, null);
        assertThat(answer).hasStatusOk();
        return json.readTree(text(answer));
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        return call(method, path, body, key);
    }

    private MvcTestResult call(HttpMethod method, String path, String body, String with) {
        var request = mvc.method(method).uri(path).header("Authorization", "Bearer " + with);
        return described(
                method,
                path,
                (body == null
                                ? request
                                : request.contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                        .exchange());
    }

    /** Whatever a test asks: what comes back is what our own description says. */
    private static MvcTestResult described(HttpMethod method, String path, MvcTestResult answer) {
        var response = answer.getResponse();
        boolean json = String.valueOf(response.getContentType()).startsWith("application/json");
        if (json && response.getStatus() / 100 == 2) {
            try {
                DESCRIPTION.answers(method.name(), path, response.getStatus(), text(answer));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        return answer;
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
