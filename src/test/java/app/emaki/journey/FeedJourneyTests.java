package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.TestCinema;
import app.emaki.video.Visibility;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Watching: the one in view plays, and everything one can do to it. */
@Journey
class FeedJourneyTests {
    private static final String LATER_SLIDES = """
            async () => {
              const script = document.querySelector('script[type=module][src*="/js/"]').src;
              const { nodes } = await import(script.replace(/js\\/.*/, 'js/models/server.js'));
              return nodes('<p></p><noscript><video></video></noscript>').querySelectorAll('video').length;
            }
            """;

    private static final String PASSWORD = "a long walk home";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TestCinema cinema;

    @OnEveryScreen
    void aMemberWatchesFilmByFilm(Screen screen) {
        var author = member("painter_" + screen);
        for (int n = 7; n >= 1; n--) {
            cinema.shows(author, Visibility.EVERYONE, "Film " + n + " of " + screen);
        }
        member("watcher_" + screen);
        try (var visitor = new Visitor(port, screen)) {
            visitor.signsIn("watcher_" + screen, PASSWORD);
            visitor.opens("/latest");
            var page = visitor.page();

            plays(page, "Film 1 of " + screen);
            ready(page, "Film 2 of " + screen);

            page.keyboard().press("j");
            plays(page, "Film 2 of " + screen);
            rests(page, "Film 1 of " + screen);
            swipes(page, screen, "Film 3 of " + screen);
            plays(page, "Film 3 of " + screen);
            page.mouse().move(screen.device().width / 2.0, screen.device().height / 2.0);
            page.mouse().wheel(0, screen.device().height * 0.8);
            plays(page, "Film 4 of " + screen);
            page.keyboard().press("k");
            plays(page, "Film 3 of " + screen);
            assertThat(page.url()).contains("/latest?from=");
            assertThat((int) page.evaluate("document.querySelectorAll('video[src]').length"))
                    .isBetween(2, 5);
            assertThat((int) page.evaluate(LATER_SLIDES))
                    .as("players that are there for who has no script, in slides that are fetched later")
                    .isZero();

            // the address leads back to the film in view
            page.reload();
            plays(page, "Film 3 of " + screen);
            visitor.looks();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aPhoneAndADesk")
    void whatOneLikesAndHowLoudOneWatchesOutlivesTheVisit(Screen screen) {
        var author = member("singer_" + screen);
        cinema.shows(author, Visibility.EVERYONE, "Song of " + screen);
        member("listener_" + screen);
        try (var visitor = new Visitor(port, screen)) {
            visitor.signsIn("listener_" + screen, PASSWORD);
            visitor.opens("/latest");
            var page = visitor.page();
            var song = slide(page, "Song of " + screen);
            var like = song.locator("[data-like] button");

            plays(page, "Song of " + screen);
            page.waitForResponse(
                    answer -> answer.url().endsWith("/like") && answer.status() == 204,
                    () -> page.keyboard().press("l"));
            assertThat(like).hasAttribute("aria-pressed", "true");
            assertThat(like).containsText("1");
            visitor.button("layout.unmute").click();
            assertThat(page.locator("[data-sound]")).hasAttribute("aria-pressed", "true");
            page.reload();
            assertThat(like).hasAttribute("aria-pressed", "true");
            plays(page, "Song of " + screen);
            // a browser lets nothing be heard before the first touch of a page
            page.keyboard().press("k");
            assertThat(page.locator("[data-sound]")).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("[data-sound]")).hasAttribute("aria-label", visitor.says("layout.mute"));

            page.waitForResponse(
                    answer -> answer.url().endsWith("/like") && answer.status() == 204, () -> like.click());
            page.reload();
            assertThat(like).hasAttribute("aria-pressed", "false");
            page.keyboard().press("m");
            page.reload();
            assertThat(page.locator("[data-sound]")).hasAttribute("aria-pressed", "false");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aPhoneAndADesk")
    void oneTalksBeneathAFilmWithoutLeavingIt(Screen screen) {
        cinema.shows(member("poet_" + screen), Visibility.EVERYONE, "Poem of " + screen);
        member("reader_" + screen);
        try (var visitor = new Visitor(port, screen)) {
            visitor.signsIn("reader_" + screen, PASSWORD);
            visitor.opens("/latest");
            var page = visitor.page();
            plays(page, "Poem of " + screen);
            page.keyboard().press("c");
            visitor.sees("social.comments.none");
            visitor.fills("social.comment.write", "I hear rain");
            visitor.button("social.comment.post").click();

            assertThat(page.locator("#comments-sheet .comment")).containsText("I hear rain");
            assertThat(slide(page, "Poem of " + screen).locator("[data-count]")).hasText("1");
            visitor.looks();
            page.keyboard().press("Escape");
            assertThat(page.locator("#comments-sheet")).isHidden();
            visitor.opens("/v/" + slide(page, "Poem of " + screen).getAttribute("data-id"));
            assertThat(page.locator(".comment")).containsText("I hear rain");
        }
    }

    @Test
    void aSharedLinkOpensForTheSignedOutAndAPrivateOneDoesNotExist() {
        var author = member("sharer");
        var open = cinema.shows(author, Visibility.LINK, "By link");
        var hidden = cinema.shows(author, Visibility.PRIVATE, "Mine");
        try (var visitor = new Visitor(port, Screen.phone(Locale.ENGLISH))) {
            var page = visitor.page();
            visitor.opens(address(open));
            page.waitForFunction("document.querySelector('video').currentTime > 0.2");
            assertThat(page.locator("meta[property='og:title']")).hasAttribute("content", "By link");
            assertThat(page.locator("meta[property='og:image']").getAttribute("content"))
                    .startsWith("http://localhost:" + port + "/media/");
            assertThat(page.request()
                            .get(page.locator("meta[property='og:image']").getAttribute("content"))
                            .status())
                    .isEqualTo(200);

            visitor.expects(404);
            visitor.opens(address(hidden));
            visitor.sees("error.404");
        }
    }

    @Test
    void theFeedIsAListOfFilmsForWhoeverHasNoScript() {
        cinema.shows(member("printer"), Visibility.EVERYONE, "Plain film");
        member("plain");
        var options = new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setJavaScriptEnabled(false)
                .setLocale("en-US");
        try (var browser = Chromium.browser().newContext(options)) {
            var page = browser.newPage();
            page.navigate("/sign-in");
            page.locator("[name=username]").fill("plain");
            page.locator("[name=password]").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            page.navigate("/latest");

            var film = slide(page, "Plain film");
            assertThat(film.locator("video[controls]")).isVisible();
            film.locator("[data-like] button").click();
            page.waitForURL(url -> url.contains("/v/"));
            assertThat(page.locator("[data-toggle] [aria-pressed=true]").first())
                    .isVisible();
        }
    }

    @Test
    void whoeverAsksForCalmStartsEachFilmThemselves() {
        cinema.shows(member("calmpainter"), Visibility.EVERYONE, "Calm film");
        member("calm");
        try (var visitor = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            var page = visitor.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            visitor.signsIn("calm", PASSWORD);
            visitor.opens("/latest");
            var film = slide(page, "Calm film").locator("video");
            assertThat(film).hasCount(1);
            assertThat(page.locator("[data-start]")).isVisible();
            assertThat((boolean) film.evaluate("film => film.paused")).isTrue();
            page.locator("[data-start]").click();
            plays(page, "Calm film");
        }
    }

    static Stream<Screen> aPhoneAndADesk() {
        return Stream.of(Screen.phone(Locale.ENGLISH), Screen.desk(Locale.JAPANESE));
    }

    private Viewer member(String handle) {
        var account = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(account.id());
        return accounts.find(account.id()).orElseThrow();
    }

    private static String address(UUID video) {
        return "/v/" + PublicId.of(video);
    }

    private static Locator slide(Page page, String title) {
        return page.locator(".take[data-id]")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".take__title a", new Page.LocatorOptions().setHasText(title))));
    }

    /** Waits until this film moves, and no other. */
    private static void plays(Page page, String title) {
        page.waitForFunction("""
                title => {
                  const moving = [...document.querySelectorAll('.take video')].filter((film) => !film.paused && film.currentTime > 0.1);
                  return moving.length === 1 && moving[0].closest('.take').querySelector('.take__title').textContent.includes(title);
                }""", title);
    }

    private static void rests(Page page, String title) {
        assertThat((boolean) slide(page, title).locator("video").evaluate("film => film.paused"))
                .isTrue();
    }

    /** Waits until this film has data to begin with, while it rests. */
    private static void ready(Page page, String title) {
        page.waitForFunction("""
                title => [...document.querySelectorAll('.take')].some((slide) => {
                  const film = slide.querySelector('video');
                  return slide.querySelector('.take__title')?.textContent.includes(title) && film && film.paused && film.readyState >= 2;
                })""", title);
    }

    /** A finger on a phone; at a desk the arrow key. */
    private static void swipes(Page page, Screen screen, String next) {
        if (screen.device() == Screen.Device.DESK) {
            page.keyboard().press("ArrowDown");
            return;
        }
        // made-up fingers move nothing in a browser without a screen: scroll to where a finger would
        slide(page, next).evaluate("take => take.scrollIntoView({ block: 'start' })");
    }
}
