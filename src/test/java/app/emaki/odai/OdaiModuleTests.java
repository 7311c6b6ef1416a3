package app.emaki.odai;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.platform.PublicId;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.TestVideos;
import app.emaki.video.Visibility;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class OdaiModuleTests {
    @Autowired
    Themes themes;

    @Autowired
    TestVideos cast;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    MockMvcTester mvc;

    @Test
    void filmsOfATagGatherBlindAndAreNamedAfterwards() {
        var tag = "rain" + PublicId.of(cast.member("x").id()).toLowerCase(java.util.Locale.ROOT);
        var odai = themes.set(
                "Rain",
                "What rain sounds like.",
                tag,
                clock.instant(),
                clock.instant().plus(Duration.ofDays(7)));
        var author = cast.member("mizuki");
        var film = cast.published(author, Visibility.EVERYONE, "Wet roofs #" + tag);
        cast.published(author, Visibility.LINK, "Hidden roofs #" + tag);
        var nagi = cast.member("nagi");
        var page = "/odai/" + PublicId.of(odai);

        assertThat(themes.vote(nagi, odai, film)).isTrue();
        assertThat(mvc.get().uri(page).with(signedInAs(nagi)))
                .hasStatusOk()
                .bodyText()
                .contains("You have 2 votes left", "/votes/" + PublicId.of(film))
                .doesNotContain("@" + author.handle(), "Wet roofs", "Hidden roofs");
        clock.pass(Duration.ofDays(8));
        assertThat(mvc.get().uri(page).with(signedInAs(nagi)))
                .hasStatusOk()
                .bodyText()
                .contains("@" + author.handle() + " · 1 vote", "Wet roofs")
                .doesNotContain("Hidden roofs");
        assertThatThrownBy(() -> themes.vote(cast.member("late"), odai, film)).isInstanceOf(NoSuchVideo.class);
    }

    @Test
    void aMemberHasThreeVotesAndNoneForThemselves() {
        var tag = "snow" + PublicId.of(cast.member("x").id()).toLowerCase(java.util.Locale.ROOT);
        var odai = themes.set("Snow", "", tag, clock.instant(), clock.instant().plus(Duration.ofDays(7)));
        var nagi = cast.member("nagi");
        var own = cast.published(nagi, Visibility.EVERYONE, "Mine #" + tag);
        assertThatThrownBy(() -> themes.vote(nagi, odai, own)).isInstanceOf(NoSuchVideo.class);
        for (int n = 0; n < 4; n++) {
            var film = cast.published(cast.member("a"), Visibility.EVERYONE, "No. " + n + " #" + tag);
            assertThat(themes.vote(nagi, odai, film)).isEqualTo(n < 3);
        }
    }
}
