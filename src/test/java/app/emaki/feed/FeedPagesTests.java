package app.emaki.feed;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class FeedPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos cast;

    @Autowired
    Videos videos;

    @Test
    void theSignedOutAreWelcomed() {
        assertThat(mvc.get().uri("/").header("Accept-Language", "ja"))
                .hasStatusOk()
                .bodyText()
                .contains("動く絵になる。", "/sign-up");
    }

    @Test
    void aSlideShowsWhoMadeItWithWhatAndThatItIsGenerated() {
        var author = cast.member("mizuki");
        var id = cast.published(author, Visibility.EVERYONE, "Moon line. A last train, late. #night <b>");

        assertThat(mvc.get().uri("/latest").with(signedInAs(cast.member("nagi"))))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "@" + author.handle(),
                        "Moon line",
                        "A last train, late. ",
                        "/search?q=%23night",
                        "&lt;b&gt;",
                        "AI generated",
                        "/v/" + PublicId.of(id),
                        "fill=\"#24487a\"");
    }

    @Test
    void aKeptSlideCarriesTheTokenAndTheMarksOfWhoeverAsks() throws Exception {
        var author = cast.member("mizuki");
        cast.published(author, Visibility.EVERYONE, "Moon line");
        var tokens = new java.util.HashSet<String>();
        for (var viewer : List.of(author, cast.member("nagi"), cast.member("nagi"))) {
            var page = mvc.get()
                    .uri("/latest")
                    .with(signedInAs(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            assertThat(page.contains("/@" + author.handle() + "/follow")).isEqualTo(!viewer.equals(author));
            var ofPage = java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                    .matcher(page)
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .toList();
            assertThat(ofPage).as("one token on a page").hasSize(1);
            tokens.addAll(ofPage);
        }
        assertThat(tokens).as("each request has its own").hasSize(3);
    }

    @Test
    void theFeedAnswersAFragmentToScripts() {
        var viewer = cast.member("nagi");
        assertThat(mvc.get().uri("/latest").header("X-Fragment", "slides").with(signedInAs(viewer)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html")
                .contains("take");
    }

    @Test
    void aNewcomerWhoFollowsNobodyIsLedToForYou() {
        assertThat(mvc.get().uri("/following").with(signedInAs(cast.member("nagi"))))
                .hasStatusOk()
                .bodyText()
                .contains("You do not follow anyone yet");
    }

    @Test
    void aPublicVideoIsOpenToTheSignedOutAndTellsOtherSitesWhatItIs() {
        var id = cast.published(cast.member("mizuki"), Visibility.EVERYONE, "Moon line");
        var page = "/v/" + PublicId.of(id);

        assertThat(mvc.get().uri(page))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<meta property=\"og:url\" content=\"http://localhost" + page + "\">",
                        "<meta property=\"og:title\" content=\"Moon line\">",
                        "content=\"http://localhost/media/post",
                        "<meta name=\"twitter:card\"",
                        "<video");
    }

    @Test
    void aVideoThatOneMayNotSeeDoesNotExist() {
        var author = cast.member("mizuki");
        var id = cast.published(author, Visibility.PRIVATE, "Moon line");
        var page = "/v/" + PublicId.of(id);

        assertThat(mvc.get().uri(page)).hasStatus(404);
        assertThat(mvc.get().uri(page).with(signedInAs(cast.member("nagi")))).hasStatus(404);
        assertThat(mvc.get().uri(page).with(signedInAs(author))).hasStatusOk();
        assertThat(mvc.get().uri("/v/nonsense-")).hasStatus(404);
    }

    @Test
    void aPersonHasAPageWithTheirFilms() {
        var author = cast.member("mizuki");
        cast.published(author, Visibility.EVERYONE, "Moon line");

        assertThat(mvc.get().uri("/@" + author.handle()).with(signedInAs(cast.member("nagi"))))
                .hasStatusOk()
                .bodyText()
                .contains("Moon line", "/follow");
        assertThat(mvc.get().uri("/@" + author.handle()).with(signedInAs(author)))
                .hasStatusOk()
                .bodyText()
                .contains("/library");
    }

    @Test
    void postingADraftLeadsToItsPage() {
        var author = cast.member("mizuki");
        var id = PublicId.of(cast.draft(author));

        assertThat(mvc.get().uri("/videos/" + id + "/publication").with(signedInAs(author)))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/videos/" + id + "/publication")
                        .param("_method", "put")
                        .param("caption", "Moon line")
                        .param("visibility", "EVERYONE")
                        .with(csrf())
                        .with(signedInAs(author)))
                .hasRedirectedUrl("/v/" + id);
        assertThat(mvc.get().uri("/v/" + id)).hasStatusOk();
    }

    @Test
    void aCaptionThatIsTooLongIsHandedBackWithTheRule() {
        var author = cast.member("mizuki");
        var id = PublicId.of(cast.draft(author));

        assertThat(mvc.put()
                        .uri("/videos/" + id + "/publication")
                        .param("caption", "a".repeat(301))
                        .param("visibility", "EVERYONE")
                        .with(csrf())
                        .with(signedInAs(author)))
                .hasStatusOk()
                .bodyText()
                .contains("A caption holds 300 characters");
    }

    @Test
    void aDeletedVideoCanBeBroughtBackFromWhereOneLands() {
        var author = cast.member("mizuki");
        var id = PublicId.of(cast.published(author, Visibility.EVERYONE, "Moon line"));

        var deleted = mvc.delete()
                .uri("/videos/" + id)
                .with(csrf())
                .with(signedInAs(author))
                .exchange();
        assertThat(deleted).hasRedirectedUrl("/@" + author.handle());
        assertThat(mvc.get().uri("/v/" + id)).hasStatus(404);
        assertThat(mvc.get()
                        .uri("/@" + author.handle())
                        .cookie(deleted.getResponse().getCookies())
                        .with(signedInAs(author)))
                .bodyText()
                .contains("/videos/" + id + "/restoration");
        assertThat(mvc.put().uri("/videos/" + id + "/restoration").with(csrf()).with(signedInAs(author)))
                .hasRedirectedUrl("/v/" + id);
        assertThat(mvc.get().uri("/v/" + id)).hasStatusOk();
    }
}
