package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.emaki.account.Accounts;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a first word to a posted film, by the built-in model as it is. */
@Journey
class ComposeJourneyTests {
    private static final String PASSWORD = "a brush and some ink";
    private static final double LONG_ENOUGH_TO_DRAW = Duration.ofMinutes(6).toMillis();

    /** Notes each state that the take shows, without any reload. */
    private static final String WATCH_STATES = """
            document.addEventListener('DOMContentLoaded', () => {
              const making = document.querySelector('[data-making]');
              if (!making) return;
              const now = () => document.querySelector('.steps [aria-current]')?.textContent ?? 'done';
              window.states = [now()];
              new MutationObserver(() => {
                if (now() !== window.states.at(-1)) window.states.push(now());
              }).observe(making, { childList: true, subtree: true });
            });""";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @OnEveryScreen
    void aMemberMakesAFilmAndPostsIt(Screen screen) throws IOException {
        var handle = "maker_" + screen;
        member(handle);
        try (var visitor = new Visitor(port, screen)) {
            var page = visitor.page();
            page.addInitScript(WATCH_STATES);
            visitor.signsIn(handle, PASSWORD);
            visitor.opens("/studio");
            visitor.fills("studio.words.label", words(screen.language()));
            visitor.sees("studio.saved");
            visitor.sees("studio.coach.camera");
            visitor.button("studio.coach.camera.fix").click();
            assertThat(page.locator("#part-camera")).not().hasValue("");
            assertThat(visitor.field("studio.words.label")).hasValue(java.util.regex.Pattern.compile("\n\n"));

            smallest(page);
            visitor.presses("studio.generate");
            visitor.arrivesAt("/generations");
            var film = page.locator("video.take__film");
            assertThat(film).isVisible(new IsVisibleOptions().setTimeout(LONG_ENOUGH_TO_DRAW));
            var states =
                    page.evaluate("() => window.states.join('|')").toString().split("\\|", -1);
            assertThat(states).hasSizeGreaterThan(1).isSubsetOf(steps(visitor)).endsWith("done");
            visitor.looks();

            plays(page, film);
            downloads(visitor);
            page.locator("textarea[name=caption]").fill("#" + handle);
            visitor.button("studio.post.now").click();
            page.waitForURL("**/v/*");
            visitor.looks();
            assertThat(page.locator("video").first()).isVisible();
        }
    }

    @Test
    void wordsBecomeAFilmWithoutScript() {
        member("plain_maker");
        var without = new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale("en-US")
                .setJavaScriptEnabled(false);
        try (var browser = Chromium.browser().newContext(without)) {
            var page = browser.newPage();
            page.navigate("/sign-in");
            page.locator("main form input:not([type=hidden])").first().fill("plain_maker");
            page.locator("main form input[type=password]").fill(PASSWORD);
            page.locator("main form button[type=submit]").first().click();
            page.navigate("/studio");
            page.locator("#prompt").fill(words(Locale.ENGLISH));
            smallest(page);
            page.locator(".set__go .btn--shu").click();
            page.waitForURL("**/generations");
            assertThat(page.locator(".steps")).isVisible();

            await().atMost(Duration.ofMinutes(6))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        page.reload();
                        return page.locator("video.take__film").count() == 1;
                    });
            page.locator("textarea[name=caption]").fill("Made of plain words");
            page.locator(".post__form button").click();
            page.waitForURL("**/v/*");
        }
    }

    @Test
    void whatIsTypedOutlivesAServerThatDoesNotAnswer() {
        member("careful_maker");
        try (var visitor = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            var page = visitor.page();
            visitor.signsIn("careful_maker", PASSWORD);
            visitor.opens("/studio");
            visitor.expects(503);
            page.route(
                    "**/studio/draft*",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(503)));
            visitor.fills("studio.words.label", "A lantern goes out");
            visitor.sees("studio.unsaved");
            page.unroute("**/studio/draft*");

            visitor.opens("/studio");
            assertThat(visitor.field("studio.words.label")).hasValue("A lantern goes out");
            visitor.sees("studio.saved");
            page.evaluate("() => localStorage.clear()");
            visitor.opens("/studio");
            assertThat(visitor.field("studio.words.label")).hasValue("A lantern goes out");
        }
    }

    @Test
    void whatIsOrderedWhenNobodyIsSignedInAnyMoreIsThereAfterwards() {
        member("late_maker");
        try (var visitor = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            var page = visitor.page();
            visitor.signsIn("late_maker", PASSWORD);
            visitor.opens("/studio");
            visitor.fills("studio.words.label", "A lantern is lit");
            visitor.sees("studio.saved");
            visitor.expects(503);
            page.route(
                    "**/studio/draft*",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(503)));
            page.locator("#part-scene").fill("A harbour at night");
            visitor.sees("studio.unsaved");
            visitor.expects(403);
            page.context().clearCookies();
            page.waitForResponse(
                    answer -> answer.request().isNavigationRequest() && !answer.ok(),
                    () -> visitor.button("studio.generate").click());
            page.unroute("**/studio/draft*");

            visitor.signsIn("late_maker", PASSWORD);
            visitor.opens("/studio");
            assertThat(page.locator("#part-scene")).hasValue("A harbour at night");
            assertThat(visitor.field("studio.words.label"))
                    .hasValue(java.util.regex.Pattern.compile("A lantern is lit\\s+Scene: A harbour at night"));
            visitor.sees("studio.saved");

            visitor.presses("studio.generate");
            visitor.arrivesAt("/generations");
            assertThat((Boolean) page.evaluate("() => localStorage.getItem('emaki-draft-late_maker') === null"))
                    .isTrue();
        }
    }

    @Test
    void aStoryboardIsMadeAndReorderedByKeyAndByHand() {
        member("board_maker");
        try (var visitor = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            var page = visitor.page();
            visitor.signsIn("board_maker", PASSWORD);
            visitor.opens("/studio");
            visitor.button("studio.shot.add").focus();
            page.keyboard().press("Enter");
            page.keyboard().type("A door opens");
            visitor.button("studio.shot.add").focus();
            page.keyboard().press("Enter");
            page.keyboard().type("A cat walks in");
            page.keyboard().press("Alt+ArrowLeft");

            assertThat(visitor.field("studio.words.label"))
                    .hasValue(java.util.regex.Pattern.compile(
                            "Shot 1 \\(.*\\): A cat walks in\nShot 2 \\(.*\\): A door opens"));
            assertThat(page.locator(".shot__text").first()).hasValue("A cat walks in");
            assertThat(page.locator(".shot__still.is-drawn"))
                    .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(LONG_ENOUGH_TO_DRAW));
            visitor.sees("studio.saved");
            visitor.looks();

            var first = page.locator(".shot [data-handle]").first().boundingBox();
            var second = page.locator(".shot").nth(1).boundingBox();
            page.mouse().move(first.x + first.width / 2, first.y + first.height / 2);
            page.mouse().down();
            page.mouse().move(second.x + 4, second.y + 40);
            page.mouse().move(second.x + second.width - 8, second.y + 40);
            page.mouse().up();
            assertThat(page.locator(".shot__text").first()).hasValue("A door opens");
            assertThat(visitor.field("studio.words.label"))
                    .hasValue(java.util.regex.Pattern.compile("Shot 1 \\(.*\\): A door opens"));
        }
    }

    @Test
    void aFilmIsMadeAndPostedByKeyboardAlone() {
        member("key_maker");
        try (var visitor = new Visitor(port, Screen.desk(Locale.JAPANESE))) {
            var page = visitor.page();
            visitor.signsIn("key_maker", PASSWORD);
            visitor.opens("/studio");
            tabsTo(page, "#prompt");
            page.keyboard().insertText(words(Locale.JAPANESE));
            visitor.sees("studio.saved");
            tabsTo(page, "[name=model]");
            page.keyboard().press("ArrowDown");
            // a silent model: the desk has answered once its sound is closed
            assertThat(page.locator("input[type=checkbox][name=sound]")).isDisabled();
            tabsTo(page, "#seconds");
            page.keyboard().press("Control+a");
            page.keyboard().type("4");
            tabsTo(page, "[name=resolution]");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("[name=resolution][value='480']")).isChecked();
            tabsTo(page, ".set__go [type=submit]");
            page.keyboard().press("Enter");
            visitor.arrivesAt("/generations");

            assertThat(page.locator("video.take__film"))
                    .isVisible(new IsVisibleOptions().setTimeout(LONG_ENOUGH_TO_DRAW));
            tabsTo(page, "[name=caption]");
            page.keyboard().press("Control+a");
            page.keyboard().insertText("指先だけで");
            tabsTo(page, ".post__form > [type=submit]");
            page.keyboard().press("Enter");
            page.waitForURL("**/v/*");
        }
    }

    /** On and on with the tabulator, as somebody without a mouse gets there. */
    private static void tabsTo(Page page, String field) {
        for (int i = 0; i < 160; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("field => document.activeElement.matches(field)", field)) {
                return;
            }
        }
        throw new AssertionError("No way by the tabulator to " + field);
    }

    private void member(String handle) {
        accounts.activate(
                accounts.register(handle, handle + "@example.com", PASSWORD).id());
    }

    private static String words(Locale language) {
        return language.equals(Locale.JAPANESE)
                ? "赤いコートの女の人が、雨のネオン街をゆっくり歩いている。"
                : "A woman in a red coat walks through a neon street in the rain.";
    }

    /** 480 lines and the shortest time that the model makes. */
    private static void smallest(Page page) {
        page.locator("input[name=resolution][value='480']").check(new Locator.CheckOptions().setForce(true));
        var seconds = page.locator("#seconds");
        seconds.fill(seconds.getAttribute("min"));
    }

    private static List<String> steps(Visitor visitor) {
        return List.of(
                visitor.says("studio.step.queued"),
                visitor.says("studio.step.drawing"),
                visitor.says("studio.step.finishing"),
                "done");
    }

    private static void plays(Page page, Locator film) {
        film.evaluate("film => { film.muted = true; return film.play(); }");
        page.waitForFunction("() => document.querySelector('video.take__film').currentTime > 0.3");
        film.evaluate("film => film.pause()");
    }

    private static void downloads(Visitor visitor) throws IOException {
        var download = visitor.page()
                .waitForDownload(() -> visitor.button("studio.download").click());
        var bytes = Files.readAllBytes(download.path());
        assertThat(new String(bytes, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(bytes.length).isGreaterThan(20_000);
    }
}
