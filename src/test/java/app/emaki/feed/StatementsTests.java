package app.emaki.feed;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.Statements;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * How many statements each page asks of the database, the viewer among them. The pages show a dozen films, comments with
 * answers, and people: a statement for each of those would show at once.
 */
@EmakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTests {
    private static final int MANY = 12;

    @Autowired
    TestVideos cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private Viewer viewer;
    private String handle;
    private String film;

    @BeforeAll
    void aPageFullOfEverything() {
        viewer = cast.member("viewer");
        var author = cast.member("author");
        handle = author.handle();
        follow(viewer, author);
        for (int n = 0; n < MANY; n++) {
            var other = cast.member("friend");
            follow(other, author);
            follow(author, other);
            var id = cast.published(author, Visibility.EVERYONE, "Rain No. " + n + " #drizzle");
            cast.published(viewer, Visibility.EVERYONE, "Own No. " + n);
            film = PublicId.of(id);
            jdbc.sql("insert into bookmark (account, video, created_at) values (?, ?, now())")
                    .params(viewer.id(), id)
                    .update();
        }
        for (int n = 0; n < MANY; n++) {
            jdbc.sql("insert into comment (id, video, author, text, language, created_at)"
                            + " values (gen_random_uuid(), ?, ?, 'I hear it', 'en', now())")
                    .params(PublicId.parse(film).orElseThrow(), author.id())
                    .update();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/, 3",
        "/following, 3",
        "/latest, 3",
        "/v/{film}, 4",
        "/v/{film}?comments, 3",
        "/v/{film}/why, 2",
        "/v/{film}/share, 3",
        "/v/{film}/lineage, 3",
        "/@{author}, 6",
        "/@{author}/followers, 4",
        "/@{author}/following, 4",
        "/@{author}/atom, 4",
        "/search, 4",
        "/search?q=rain, 5",
        "/search?q=rain&order=remixes, 5",
        "/search?q=%23drizzle, 4",
        "/most-remixed, 2",
        "/notifications, 4",
        "/bookmarks, 3",
        "/library, 6",
        "/odai, 4",
        "/settings/watching, 4",
    })
    void aPageAsksNoMoreThanThis(String page, int most) {
        ask(page);
        assertThat(Statements.during(() -> ask(page))).hasSizeBetween(1, most);
    }

    private void ask(String page) {
        boolean fragment = page.endsWith("?comments");
        var request = mvc.get()
                .uri(URI.create(
                        page.replace("?comments", "").replace("{film}", film).replace("{author}", handle)))
                .with(signedInAs(viewer));
        assertThat(fragment ? request.header("X-Fragment", "comments") : request)
                .hasStatusOk();
    }

    private void follow(Viewer one, Viewer other) {
        jdbc.sql("insert into follow (follower, followed, created_at) values (?, ?, now()) on conflict do nothing")
                .params(one.id(), other.id())
                .update();
    }
}
