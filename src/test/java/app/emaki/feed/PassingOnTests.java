package app.emaki.feed;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.platform.PublicId;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Links, embeds, cards and Atom: what leaves the instance, and what does not. */
@EmakiTest
class PassingOnTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos cast;

    @Autowired
    Videos videos;

    @Autowired
    TestClock.Settable clock;

    @Test
    void theEmbeddedPlayerMayStandInAnyFrameAndNothingElseMay() {
        var id = PublicId.of(cast.published(cast.member("mizuki"), Visibility.EVERYONE, "Moon line"));
        var embed = mvc.get().uri("/embed/" + id).exchange();
        assertThat(embed).hasStatusOk().bodyText().contains("<video", "Moon line", "AI generated");
        assertThat(embed.getResponse().getHeader("Content-Security-Policy")).contains("frame-ancestors *");
        assertThat(embed.getResponse().getHeader("X-Frame-Options")).isNull();

        var page = mvc.get().uri("/v/" + id).exchange();
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.getResponse().getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void whatNeedsAnAccountPlaysInNoFrameNotEvenForItsAuthor() {
        var author = cast.member("mizuki");
        var id = PublicId.of(cast.published(author, Visibility.FOLLOWERS, "Moon line"));
        assertThat(mvc.get().uri("/embed/" + id).with(signedInAs(author)))
                .hasStatus(404)
                .bodyText()
                .doesNotContain("Moon line", "<video");
        assertThat(mvc.get().uri("/oembed?url=http://localhost/v/" + id).with(signedInAs(author)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/v/" + id + "/share").with(signedInAs(author)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("iframe");
    }

    @Test
    void oEmbedTellsOtherSitesHow() {
        var id = PublicId.of(cast.published(cast.member("mizuki"), Visibility.LINK, "Moon \"line\""));
        assertThat(mvc.get().uri("/oembed?maxwidth=360&url=http://localhost/v/" + id + "?x=1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.html")
                .asString()
                .contains(
                        "src=\"http://localhost/embed/" + id, "width=\"360\" height=\"640\"", "Moon &quot;line&quot;");
        assertThat(mvc.get().uri("/oembed?format=xml&url=http://localhost/v/" + id))
                .hasStatus(501);
        assertThat(mvc.get().uri("/oembed?url=http://elsewhere.example/v/" + id))
                .hasStatus(404);
        assertThat(mvc.get().uri("/v/" + id)).bodyText().contains("application/json+oembed");
    }

    @Test
    void anAdvertisementIsCalledOneWhereverItGoes() {
        var author = cast.member("mizuki");
        clock.pass(Duration.ofSeconds(1));
        var id = cast.draft(author);
        videos.publish(author, id, new Publication("Tea", Visibility.EVERYONE, false, null, true));
        var page = "/v/" + PublicId.of(id);

        assertThat(mvc.get().uri("/latest").with(signedInAs(author))).bodyText().contains("ai-label--ad");
        assertThat(mvc.get().uri(page))
                .bodyText()
                .contains("ai-label--ad", "og:description\" content=\"Advertisement · ");
        assertThat(mvc.get().uri("/embed/" + PublicId.of(id))).bodyText().contains("Advertisement");
        assertThat(mvc.get().uri("/oembed?url=http://localhost" + page))
                .bodyJson()
                .extractingPath("$.advertisement")
                .isEqualTo(true);
        assertThat(mvc.get().uri("/@" + author.handle() + "/atom")).bodyText().contains("term=\"advertisement\"");
    }

    @Test
    void atomListsWhatEverybodyMaySeeAndIsWellFormed() {
        var author = cast.member("mizuki");
        cast.published(author, Visibility.EVERYONE, "Moon & <line>\u0001");
        cast.published(author, Visibility.FOLLOWERS, "For friends");
        cast.published(author, Visibility.LINK, "By link");

        var feed = mvc.get().uri("/@" + author.handle() + "/atom").exchange();
        assertThat(feed)
                .hasStatusOk()
                .bodyText()
                .contains("Moon &amp; &lt;line&gt;", "rel=\"enclosure\"")
                .doesNotContain("For friends", "By link", "\u0001");
        var tag = feed.getResponse().getHeader("ETag");
        assertThat(mvc.get().uri("/@" + author.handle() + "/atom").header("If-None-Match", tag))
                .hasStatus(304);
        assertThat(mvc.get().uri("/@nobody_here/atom")).hasStatus(404);
    }
}
