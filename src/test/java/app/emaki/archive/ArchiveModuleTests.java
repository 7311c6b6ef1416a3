package app.emaki.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.SignedInAs;
import app.emaki.account.Viewer;
import app.emaki.archive.Imports.Refusal.Why;
import app.emaki.archive.Parcel.Unreadable;
import app.emaki.cameo.BarredCameos;
import app.emaki.cameo.ConsentMissing;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.generation.FaceDeclaration.Said;
import app.emaki.generation.FaceDeclarations;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.media.TestFilm;
import app.emaki.video.Publication;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What goes out comes in again, and nothing is believed before it has been looked at. */
@EmakiTest
class ArchiveModuleTests {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    ArchiveQuery query;

    @Autowired
    Exports exports;

    @Autowired
    Imports imports;

    @Autowired
    FaceDeclarations faces;

    @Autowired
    Accounts accounts;

    @Autowired
    Videos videos;

    @Autowired
    TestCameos stage;

    @Autowired
    BarredCameos barred;

    @Autowired
    MediaStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock.Settable clock;

    @TempDir
    Path folder;

    @AfterEach
    void nobodyAppears() {
        stage.forgetAppearances();
    }

    @Test
    void filmsKeptFromElsewhereBecomeDraftsAndGoOutAndInAgain() throws Exception {
        var owner = member();
        var film = Files.readAllBytes(TestFilm.of(180, 320, 1).write(folder.resolve("film.mp4")));
        var keepsakes = zip(Map.of(
                "videos/gen_01abcdef.mp4", film,
                "videos/rain.mp4", film,
                "videos/broken.mp4", "<html>no film</html>".getBytes(StandardCharsets.UTF_8),
                "index.json", """
                        [{"id": "gen_01abcdef", "prompt": "雨の駅で、狐が傘をさす", "seed": 42, "title": "狐雨"}]""".getBytes(StandardCharsets.UTF_8),
                "prompts.csv",
                        "file,prompt\nrain.mp4,\"Rain, and a \"\"red\"\" umbrella\"\n"
                                .getBytes(StandardCharsets.UTF_8)));
        var id = imports.take(owner, "sora.zip", false, new ByteArrayInputStream(keepsakes));
        imports.make(id);
        var done = imports.of(owner).getFirst();
        assertThat(done.state()).isEqualTo("DONE");
        assertThat(done.kind()).isEqualTo("KEEPSAKES");
        assertThat(done.imported()).isEqualTo(2);
        assertThat(done.refusals()).containsExactly(new Imports.Refusal("videos/broken.mp4", Why.UNREADABLE));
        var cards = videos.library(owner, null, 10).items();
        assertThat(cards)
                .extracting(VideoCard::prompt)
                .containsExactlyInAnyOrder("雨の駅で、狐が傘をさす", "Rain, and a \"red\" umbrella");
        assertThat(cards).allSatisfy(card -> {
            assertThat(card.model()).isEqualTo("imported");
            assertThat(card.publishedAt()).isNull();
            assertThat(card.width()).isEqualTo(180);
        });

        clock.pass(Duration.ofMinutes(1));
        var again = imports.take(owner, "sora.zip", false, new ByteArrayInputStream(keepsakes));
        imports.make(again);
        assertThat(imports.of(owner).getFirst().known()).isEqualTo(2);
        assertThat(videos.library(owner, null, 10).items()).hasSize(2);

        exports.ask(owner);
        exports.ask(owner);
        var export = exports.of(owner).getFirst();
        exports.make(export.id());
        var file = exports.file(owner, export.id()).orElseThrow();
        assertThat(exports.file(member(), export.id())).isEmpty();
        assertThat(mvc.get().uri("/settings/data/exports/" + export.id()).with(SignedInAs.signedInAs(member())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/settings/data").with(SignedInAs.signedInAs(owner)))
                .hasStatusOk()
                .bodyText()
                .contains("SHA-256");

        var elsewhere = member();
        var moved = imports.take(elsewhere, "emaki.zip", false, Files.newInputStream(file));
        imports.make(moved);
        assertThat(imports.of(elsewhere).getFirst().kind()).isEqualTo("EMAKI");
        assertThat(videos.library(elsewhere, null, 10).items())
                .extracting(VideoCard::prompt, VideoCard::caption)
                .contains(Tuple.tuple("雨の駅で、狐が傘をさす", "狐雨"));
    }

    @Test
    void aFilmWithSomebodyInItComesInForThoseAloneWhoSayThatTheyAgree() throws Exception {
        var owner = member();
        var her = zip(Map.of(
                "her.mp4",
                Files.readAllBytes(
                        TestFilm.of(320, 320, 1).looking(TestFilm.Look.FACE).write(folder.resolve("her.mp4")))));
        imports.make(imports.take(owner, "her.zip", false, new ByteArrayInputStream(her)));
        assertThat(imports.of(owner).getFirst().refusals()).containsExactly(new Imports.Refusal("her.mp4", Why.FACE));
        assertThat(videos.library(owner, null, 10).items()).isEmpty();
        assertThat(mvc.get().uri("/settings/data").with(SignedInAs.signedInAs(owner)))
                .bodyText()
                .contains("her.mp4: somebody can be seen.");

        clock.pass(Duration.ofMinutes(1));
        imports.make(imports.take(owner, "her.zip", true, new ByteArrayInputStream(her)));
        var draft = videos.library(owner, null, 10).items().getFirst();
        assertThat(faces.of(draft.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.said()).isEqualTo(Said.PAGE));
    }

    @Test
    void aFilmWhosePersonSaysNoIsInNoArchiveAnyMore() throws Exception {
        var author = stage.member("author");
        var person = stage.member("person");
        var cameo = stage.person(person, Level.EVERYONE);
        stage.shown(author, person);
        exports.ask(author);
        var export = exports.of(author).getFirst();
        exports.make(export.id());
        assertThat(exports.of(author).getFirst().videos()).isEqualTo(1);
        assertThat(exports.file(author, export.id())).isPresent();
        clock.pass(Duration.ofMinutes(1));
        exports.ask(author);
        var second = exports.of(author).getFirst();
        assertThat(second.id()).isNotEqualTo(export.id());

        assertThat(mvc.delete()
                        .uri("/cameo/" + cameo + "/grants/" + author.id())
                        .with(SignedInAs.signedInAs(person))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(exports.file(author, export.id())).isEmpty();
        assertThat(exports.of(author).getFirst().state())
                .as("to be asked for again")
                .isEqualTo("FAILED");

        clock.pass(Duration.ofMinutes(1));
        exports.ask(author);
        var last = exports.of(author).getFirst();
        exports.make(last.id());
        assertThat(exports.of(author).getFirst().videos()).isZero();
        assertThat(exports.file(author, last.id())).isPresent();
    }

    @Test
    void aCameoThatAModeratorClosesTakesItsFilmsOutOfArchivesThatAreMade() throws Exception {
        var author = stage.member("author");
        var person = stage.member("person");
        var cameo = stage.person(person, Level.EVERYONE);
        stage.shown(author, person);
        exports.ask(author);
        var export = exports.of(author).getFirst();
        exports.make(export.id());
        assertThat(exports.file(author, export.id())).isPresent();

        barred.bar(cameo);

        assertThat(exports.file(author, export.id())).isEmpty();
    }

    @Test
    void aFilmWhosePersonSaidNoDoesNotComeBackByAnyWay() throws Exception {
        var author = stage.member("author");
        var person = stage.member("person");
        var cameo = stage.person(person, Level.EVERYONE);
        var raw = Files.readAllBytes(TestFilm.of(180, 320, 1).write(folder.resolve("film.mp4")));
        take(author, Map.of("film.mp4", raw));
        var film = videos.library(author, null, 10).items().getFirst().id();
        stage.appears(author, person, film);
        var files = jdbc
                .sql("select unnest(array[film, clean]) from video where id = ?")
                .param(film)
                .query(String.class)
                .list()
                .stream()
                .map(key -> store.path(new MediaKey(key)))
                .toList();
        var shown = Files.readAllBytes(files.getFirst());
        var clean = Files.readAllBytes(files.getLast());

        var archive = Map.of(
                "emaki.json",
                "{\"format\": \"emaki-export\", \"version\": 1}".getBytes(StandardCharsets.UTF_8),
                "videos.json",
                "[{\"id\": \"%s\"}]".formatted(film).getBytes(StandardCharsets.UTF_8),
                "videos/" + film + ".mp4",
                shown);
        take(author, archive);
        var copy = videos.library(author, null, 10).items().stream()
                .map(VideoCard::id)
                .filter(id -> !id.equals(film))
                .findFirst()
                .orElseThrow();
        assertThat(jdbc.sql("select state from cameo_use where video = ? and cameo = ?")
                        .params(copy, cameo)
                        .query(String.class)
                        .single())
                .as("what was allowed goes with the copy")
                .isEqualTo("ALLOWED");

        assertThat(mvc.delete()
                        .uri("/cameo/" + cameo + "/grants/" + author.id())
                        .with(SignedInAs.signedInAs(person))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(videos.library(author, null, 10).items())
                .as("the copy is gone with it")
                .isEmpty();
        jdbc.sql("delete from imported_video where account_id = ?")
                .param(author.id())
                .update();
        var ways = Map.of(
                "its_own_file_under_another_name.mp4", shown,
                "without_the_mark.mp4", clean,
                "only_its_looks_can_tell.mp4", raw);
        take(author, ways);
        assertThat(imports.of(author).getFirst().refusals())
                .extracting(Imports.Refusal::film, Imports.Refusal::why)
                .containsExactlyInAnyOrderElementsOf(ways.keySet().stream()
                        .map(name -> Tuple.tuple(name, Why.CONSENT))
                        .toList());
        var friend = stage.member("friend");
        take(friend, archive);
        assertThat(imports.of(friend).getFirst().refusals())
                .extracting(Imports.Refusal::why)
                .containsExactly(Why.CONSENT);
        for (var who : List.of(author, friend)) {
            assertThat(videos.library(who, null, 10).items()).isEmpty();
        }
        assertThat(mvc.get().uri("/settings/data").with(SignedInAs.signedInAs(author)))
                .bodyText()
                .contains("somebody in it does not want to be seen");

        take(person, Map.of("mine.mp4", shown));
        assertThat(videos.library(person, null, 10).items())
                .as("the person's own")
                .hasSize(1);
        barred.bar(cameo);
        take(person, Map.of("once_more.mp4", raw));
        assertThat(imports.of(person).getFirst().refusals())
                .as("a moderator closed the cameo for its owner, too")
                .containsExactly(new Imports.Refusal("once_more.mp4", Why.CONSENT));
    }

    @Test
    void aCopyOfTheFilmOfAnotherWaitsForTheYesOfWhoIsInIt() throws Exception {
        var author = stage.member("author");
        var person = stage.member("person");
        var friend = stage.member("friend");
        stage.person(person, Level.EVERYONE);
        var raw = Files.readAllBytes(TestFilm.of(180, 320, 1.5).write(folder.resolve("film.mp4")));
        take(author, Map.of("film.mp4", raw));
        var film = videos.library(author, null, 10).items().getFirst().id();
        stage.appears(author, person, film);

        take(friend, Map.of("film.mp4", raw));
        var copy = videos.library(friend, null, 10).items().getFirst();
        assertThatThrownBy(() -> videos.publish(friend, copy.id(), new Publication("", Visibility.EVERYONE, false)))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.ground()).isEqualTo(ConsentMissing.Ground.WAITING));
        assertThat(videos.find(person, copy.id())).as("who is in it sees it").isPresent();
        stage.refuse(person, film);
        assertThat(videos.find(friend, copy.id()))
                .as("a no to a film is a no to its copies")
                .isEmpty();
    }

    @Test
    void aFilmOfOnesOwnThatIsNamedBesideGivesNoYesToTheFilmOfAnother() throws Exception {
        var author = stage.member("author");
        var person = stage.member("person");
        var friend = stage.member("friend");
        var cameo = stage.person(person, Level.EVERYONE);
        var theirs = Files.readAllBytes(TestFilm.of(180, 320, 1.5).write(folder.resolve("theirs.mp4")));
        take(author, Map.of("film.mp4", theirs));
        stage.appears(author, person, only(author));
        var own = stage.shown(friend, person).id();
        var named = List.of(new String(theirs, StandardCharsets.ISO_8859_1), "Video " + own + " by @me.");
        take(
                friend,
                Map.of(
                        "emaki.json",
                        "{\"format\": \"emaki-export\", \"version\": 1}".getBytes(StandardCharsets.UTF_8),
                        "videos.json",
                        "[{\"id\": \"%s\"}]".formatted(own).getBytes(StandardCharsets.UTF_8),
                        "videos/" + own + ".mp4",
                        String.join("", named).getBytes(StandardCharsets.ISO_8859_1)));
        var copy = jdbc.sql("select id from video where author = ? and id <> ?")
                .params(friend.id(), own)
                .query(UUID.class)
                .single();
        assertThat(jdbc.sql("select state from cameo_use where video = ? and cameo = ?")
                        .params(copy, cameo)
                        .query(String.class)
                        .single())
                .isEqualTo("PENDING");
        assertThatThrownBy(() -> videos.publish(friend, copy, new Publication("", Visibility.EVERYONE, false)))
                .isInstanceOf(ConsentMissing.class);
        stage.refuse(person, only(author));
        assertThat(videos.find(friend, copy)).as("a no to what it is a copy of").isEmpty();
    }

    private UUID only(Viewer author) {
        return jdbc.sql("select id from video where author = ?")
                .param(author.id())
                .query(UUID.class)
                .single();
    }

    private void take(Viewer owner, Map<String, byte[]> files) throws Exception {
        clock.pass(Duration.ofMinutes(1));
        imports.make(imports.take(owner, "films.zip", true, new ByteArrayInputStream(zip(files))));
    }

    @Test
    void everyChapterStandsInTheGuideAndTellsOfItsOwnerAlone() throws Exception {
        var owner = member();
        var other = member();
        for (var row : java.util.List.of(
                "insert into follow values (:other, :me, now())",
                "insert into mute values (:me, :other, now())",
                "insert into privacy values (:me, 'FOUND', 'NOBODY')",
                "insert into prompt_preset (id, account_id, name, text, created_at) values (uuidv7(), :me, 'Rain', 'rain', now())",
                "insert into feedback (id, account_id, words, page, state, written_at) values (uuidv7(), :me, 'good', '/', '', now())",
                "insert into sign_in (id, account_id, way, agent, network, happened_at) values (uuidv7(), :me, 'PASSKEY', 'a', 'n', now())")) {
            jdbc.sql(row).params(Map.of("me", owner.id(), "other", other.id())).update();
        }
        var guide = Files.readString(Path.of("docs/export.md"));
        assertThat(query.names()).allSatisfy(chapter -> {
            assertThat(guide).contains(chapter + ".json");
            assertThat(query.rows(chapter, owner.id())).isNotNull();
            assertThat(query.rows(chapter, member().id()))
                    .allSatisfy(row -> assertThat(chapter).isEqualTo("codes"));
        });
        assertThat(query.rows("followers", owner.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("handle", other.handle()));
        assertThat(query.rows("shunned", owner.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("how", "MUTED"));
        assertThat(query.rows("prompts", owner.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("name", "Rain"));
        assertThat(query.rows("settings", owner.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("value", "NOBODY"));
        assertThat(query.rows("feedback", owner.id())).hasSize(1);
        assertThat(query.rows("sign-ins", owner.id())).hasSize(1);
        assertThat(query.rows("codes", owner.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsKey("code"));
    }

    @Test
    void whatIsNoZipIsRefusedAtOnceAndOneFileAtATimeIsEnough() throws Exception {
        var owner = member();
        assertThatThrownBy(() -> imports.take(
                        owner, "x", false, new ByteArrayInputStream("<svg/>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.words()).isEqualTo("archive.refused.zip"));
        var empty = zip(Map.of("../../etc/passwd", "root".getBytes(StandardCharsets.UTF_8)));
        var id = imports.take(owner, "../../evil.zip", false, new ByteArrayInputStream(empty));
        assertThatThrownBy(() -> imports.take(owner, "second.zip", false, new ByteArrayInputStream(empty)))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.words()).isEqualTo("archive.refused.busy"));
        imports.make(id);
        assertThat(imports.of(owner).getFirst().reason()).isEqualTo("archive.refused.empty");
    }

    @Test
    void aZipThatUnpacksToTooMuchIsGivenUp() throws Exception {
        var file = folder.resolve("bomb.zip");
        Files.write(file, zip(Map.of("film.mp4", new byte[2_000_000])));
        try (var zip = Parcel.open(file, 1_000_000)) {
            assertThatThrownBy(() -> zip.unpack("film.mp4", folder.resolve("out")))
                    .isInstanceOfSatisfying(
                            Unreadable.class, e -> assertThat(e.words()).isEqualTo("archive.refused.size"));
        }
    }

    @Test
    void commaSeparatedValuesKeepQuotesAndLines() {
        assertThat(Csv.rows("File,Prompt\r\na.mp4,\"one\ntwo, \"\"three\"\"\"\r\nb.mp4,plain"))
                .containsExactly(
                        Map.of("file", "a.mp4", "prompt", "one\ntwo, \"three\""),
                        Map.of("file", "b.mp4", "prompt", "plain"));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private Viewer member() {
        var id = UUID.randomUUID();
        var handle = "archive_" + PEOPLE.incrementAndGet();
        jdbc.sql("""
                        insert into account (id, handle, skeleton, email, display_name, password_hash, role, standing, plan, created_at)
                        values (?, ?, ?, ?, ?, '{noop}unused', 'MEMBER', 'PENDING', 'FREE', now())""")
                .params(id, handle, handle, handle + "@example.com", handle)
                .update();
        accounts.activate(id);
        return accounts.find(id).orElseThrow();
    }
}
