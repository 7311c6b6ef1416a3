package app.emaki.studio;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.media.MediaStore;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
@Import(PaperModels.class)
class LibraryTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    Videos videos;

    @Autowired
    Shelves shelves;

    @Autowired
    MediaStore store;

    Viewer member;

    @BeforeEach
    void somebody() {
        member = stage.member("lb");
    }

    @Test
    void starsAndShelvesAreFoundAgain() {
        var starred = film();
        var shelved = film();
        var plain = film();

        send(HttpMethod.PUT, "/library/selection/star", "films", starred);
        send(HttpMethod.PUT, "/library/selection/shelf", "films", shelved, "name", "Foxes");
        var shelf = shelves.list(member).getFirst();

        assertThat(shelf).extracting(Shelves.Shelf::name, Shelves.Shelf::films).containsExactly("Foxes", 1);
        assertThat(get("/library?state=starred")).bodyText().contains(starred).doesNotContain(shelved, plain);
        assertThat(get("/library?shelf=" + shelf.publicId()))
                .bodyText()
                .contains(shelved)
                .doesNotContain(starred, plain);
        send(HttpMethod.PUT, "/library/selection/star", "films", starred, "starred", "false");
        assertThat(get("/library?state=starred")).bodyText().contains("Nothing here fits");
        send(HttpMethod.DELETE, "/library/shelves/" + shelf.publicId());
        assertThat(get("/library")).bodyText().contains(shelved).doesNotContain("Foxes");
    }

    @Test
    void aStyleIsFoundByTheWordsOfEitherLanguage() {
        var fox = film();

        assertThat(get("/library?words=bridge")).bodyText().contains(fox);
        assertThat(get("/library?style=style.2")).bodyText().doesNotContain(fox);
    }

    @Test
    void severalFilmsAreDeletedAndBroughtBack() {
        var one = film();
        var other = film();

        var deleted = send(HttpMethod.DELETE, "/library/selection", "films", one, "films", other);
        assertThat(deleted).hasRedirectedUrl("/library");
        assertThat(get("/library")).bodyText().doesNotContain(one, other);
        assertThat(get("/library?state=deleted")).bodyText().contains(one, other);
        send(HttpMethod.PUT, "/library/selection", "films", one, "films", other);
        assertThat(get("/library")).bodyText().contains(one, other);
    }

    @Test
    void whatIsAnothersIsNeitherMarkedNorDeletedNorPacked() {
        var theirs = PublicId.of(stage.published(stage.member("xx"), Visibility.EVERYONE, "Not mine"));

        send(HttpMethod.PUT, "/library/selection/star", "films", theirs);
        send(HttpMethod.DELETE, "/library/selection", "films", theirs);

        assertThat(shelves.marks(member, List.of(PublicId.parse(theirs).orElseThrow())))
                .isEmpty();
        assertThat(videos.find(member, theirs)).isPresent();
        assertThat(send(HttpMethod.POST, "/library/selection", "films", theirs)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(HttpMethod.PUT, "/library/selection", "films", theirs)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void nobodysShelfIsTakenForAnothers() {
        var stranger = stage.member("xx");
        var shelf = shelves.named(stranger, "Theirs").orElseThrow();
        var mine = film();

        send(HttpMethod.PUT, "/library/selection/shelf", "films", mine, "shelf", PublicId.of(shelf));
        send(HttpMethod.DELETE, "/library/shelves/" + PublicId.of(shelf));

        assertThat(shelves.list(stranger))
                .singleElement()
                .extracting(Shelves.Shelf::films)
                .isEqualTo(0);
    }

    @Test
    void filmsArePackedWithTheirWords() throws IOException {
        var film = film();
        var card = videos.find(member, film).orElseThrow();
        var file = store.path(new app.emaki.media.MediaKey(card.filmUrl().substring("/media/".length())));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a film");

        var packed = send(HttpMethod.POST, "/library/selection", "films", film, "films", "nonsense");

        assertThat(packed).hasStatusOk().hasContentType("application/zip");
        var names = new ArrayList<String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(packed.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                var content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(content)
                        .contains(entry.getName().endsWith(".mp4") ? "a film" : "a fox on a bridge in the rain");
            }
        }
        assertThat(names).hasSize(2).last().isEqualTo("prompts.txt");
        Files.delete(file);
    }

    @Test
    void oneIsLedBackOnlyWithinTheLibrary() {
        assertThat(send(
                        HttpMethod.PUT,
                        "/library/selection/star",
                        "films",
                        film(),
                        "back",
                        "/library?state=draft&words=a+b"))
                .hasRedirectedUrl("/library?state=draft&words=a+b");
        assertThat(send(
                        HttpMethod.PUT,
                        "/library/selection/star",
                        "films",
                        film(),
                        "back",
                        "https://elsewhere.example"))
                .hasRedirectedUrl("/library");
    }

    private String film() {
        UUID id = stage.draft(member);
        return PublicId.of(id);
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
