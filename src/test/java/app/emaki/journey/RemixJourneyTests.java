package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.media.TestProbe;
import app.emaki.platform.PublicId;
import app.emaki.video.TestCinema;
import app.emaki.video.Visibility;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A remix of a remix, by the built-in model as it is; its lineage, what goes on from it, and the branch as one file. */
@Journey
class RemixJourneyTests {
    private static final String PASSWORD = "passing the scroll on";
    private static final double LONG_ENOUGH = Duration.ofMinutes(6).toMillis();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TestCinema cinema;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRemixIsRemixedFollowedAndTakenHome() {
        var first = cinema.shows(member("first_maker"), Visibility.EVERYONE, "The first fox");
        var second = continued(cinema.shows(member("second_maker"), Visibility.EVERYONE, "The second fox"), first);
        member("third_maker");
        try (var visitor = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            var page = visitor.page();
            visitor.signsIn("third_maker", PASSWORD);
            visitor.opens("/v/" + PublicId.of(second));
            page.locator(".watch__acts a[href*='/studio?remix=']").click();
            visitor.looks();
            assertThat(page.locator("#remix .remix__title")).hasText("The second fox");
            visitor.fills("studio.words.label", "a fox on a bridge in the snow");
            assertThat(page.locator("#remix .remix__diff ins")).hasText("snow");
            page.locator("input[name=resolution][value='480']").check(new Locator.CheckOptions().setForce(true));
            var seconds = page.locator("#seconds");
            seconds.fill(seconds.getAttribute("min"));
            visitor.sees("studio.saved");
            page.locator(".set__go .btn--shu").click();
            visitor.arrivesAt("/generations");
            assertThat(page.locator("video.take__film")).isVisible(new IsVisibleOptions().setTimeout(LONG_ENOUGH));
            page.locator("textarea[name=caption]").fill("The third fox");
            visitor.button("studio.post.now").click();
            page.waitForURL("**/v/*");
            visitor.looks();
            var third = page.url().replaceFirst(".*/v/", "").replaceFirst("[?#].*", "");

            visitor.opens("/v/" + third + "/lineage");
            assertThat(page.locator(".keifu__title"))
                    .hasText(new String[] {"The first fox", "The second fox", "The third fox"});
            assertThat(page.locator(".keifu__edge ins")).hasText("snow");
            page.locator("[data-node][aria-current]").focus();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("[data-node]:focus"))
                    .hasAttribute("href", "/v/" + PublicId.of(second) + "/lineage");
            page.locator(".keifu__edge").last().hover();
            assertThat(page.locator("#pair[open] video")).hasCount(2);
            page.mouse().move(1, 1);
            assertThat(page.locator("#pair")).isHidden();
            page.locator(".keifu__edge").last().click();
            assertThat(page.locator("#pair video")).hasCount(2);
            assertThat(page.locator("#pair .diff ins")).hasText("snow");
            visitor.looks();
            page.keyboard().press("Escape");

            visitor.opens("/studio?extend=" + third);
            visitor.sees("studio.remix.next");
            visitor.opens("/studio?restyle=" + third);
            assertThat(page.locator("#remix .remix__styles [aria-pressed=true]"))
                    .hasCount(1);

            visitor.opens("/v/" + third + "/branch");
            page.waitForFunction("() => document.querySelector('[data-branch-screen] video.is-on').readyState > 1");
            assertThat(page.locator("[data-branch-film]")).hasCount(3);
            visitor.button("feed.branch.bind.do").click();
            var film = visitor.button("feed.branch.bind.download");
            assertThat(film).isVisible(new IsVisibleOptions().setTimeout(LONG_ENOUGH));
            visitor.looks();
            var made = TestProbe.of(page.waitForDownload(film::click).path());
            assertThat(made.width()).isEqualTo(480);
            assertThat(made.height()).isGreaterThan(made.width());
            assertThat(made.sound()).isTrue();
            assertThat(made.seconds()).isGreaterThan(3 + 3 + 2 + 2.4 + 2 * 1.8 + 3.2 - 0.5);
        }
    }

    private Viewer member(String handle) {
        var account = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(account.id());
        return accounts.find(account.id()).orElseThrow();
    }

    private UUID continued(UUID film, UUID parent) {
        jdbc.sql("update video set remix_of = ?, kin = 'REMIX', linked = true where id = ?")
                .params(parent, film)
                .update();
        jdbc.sql("update video set remixes = 1, linked = true where id = ?")
                .param(parent)
                .update();
        return film;
    }
}
