package app.emaki.social;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Keeping films, and keeping people away. */
@EmakiTest
class KeepingModuleTests {
    @Autowired
    Bookmarks bookmarks;

    @Autowired
    BookmarkQuery kept;

    @Autowired
    TestVideos cast;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatOneKeepsStandsInACollectionOfOnesOwn() {
        var nagi = cast.member("nagi");
        var film = cast.published(cast.member("mizuki"), Visibility.EVERYONE, "Moon line");
        var nights = bookmarks.collection(nagi, "Nights").orElseThrow();
        bookmarks.keep(nagi, film, null);
        bookmarks.keep(nagi, film, nights);

        assertThat(kept.page(nagi.id(), nights, null).items()).hasSize(1);
        assertThat(mvc.get().uri("/bookmarks?collection=" + PublicId.of(nights)).with(signedInAs(nagi)))
                .hasStatusOk()
                .bodyText()
                .contains("Nights", "Moon line");

        bookmarks.dissolve(nagi, nights);
        assertThat(kept.page(nagi.id(), null, null).items()).hasSize(1);
        bookmarks.drop(nagi, film);
        assertThat(mvc.get().uri("/bookmarks").with(signedInAs(nagi)))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing kept yet");
    }

    @Test
    void nobodyKeepsWhatTheyMayNotSeeNorUsesAnothersCollection() {
        var author = cast.member("mizuki");
        var nagi = cast.member("nagi");
        var secret = cast.published(author, Visibility.PRIVATE, "Mine");
        var open = cast.published(author, Visibility.EVERYONE, "Ours");
        var foreign = bookmarks.collection(author, "Mine").orElseThrow();

        assertThat(keep(nagi, "/videos/" + PublicId.of(secret) + "/bookmark")).isEqualTo(404);
        assertThat(keep(nagi, "/videos/" + PublicId.of(open) + "/bookmark?collection=" + PublicId.of(foreign)))
                .isEqualTo(404);
        assertThat(keep(nagi, "/videos/" + PublicId.of(open) + "/bookmark")).isEqualTo(303);
    }

    @Test
    void whoIsMutedIsHeardNoMoreUntilTheyAreUnmuted() {
        var nagi = cast.member("nagi");
        var loud = cast.member("loud");
        cast.published(loud, Visibility.EVERYONE, "Fanfare of " + loud.handle());
        var mute = "/@" + loud.handle() + "/mute";

        assertThat(mvc.put().uri(mute).with(csrf()).with(signedInAs(nagi))).hasStatus(303);
        assertThat(mvc.get().uri("/latest").with(signedInAs(nagi)))
                .bodyText()
                .doesNotContain("Fanfare of " + loud.handle());
        assertThat(mvc.get().uri("/search?q=Fanfare").with(signedInAs(nagi)))
                .bodyText()
                .doesNotContain("Fanfare of " + loud.handle());
        assertThat(mvc.get().uri("/settings/people").with(signedInAs(nagi)))
                .hasStatusOk()
                .bodyText()
                .contains("@" + loud.handle());
        assertThat(mvc.get().uri("/latest").with(signedInAs(loud))).bodyText().contains("Fanfare of " + loud.handle());

        assertThat(mvc.delete().uri(mute).with(csrf()).with(signedInAs(nagi))).hasStatus(303);
        assertThat(mvc.get().uri("/latest").with(signedInAs(nagi))).bodyText().contains("Fanfare of " + loud.handle());
    }

    private int keep(Viewer viewer, String path) {
        return mvc.put()
                .uri(path)
                .with(csrf())
                .with(signedInAs(viewer))
                .exchange()
                .getResponse()
                .getStatus();
    }
}
