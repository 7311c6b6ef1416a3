package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.TestCinema;
import app.emaki.video.Visibility;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What members do about films and each other: the guide, talking, keeping, passing on, finding, and putting aside. */
@Journey
class TalkJourneyTests {
    private static final String PASSWORD = "a long walk home";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TestCinema cinema;

    @ParameterizedTest(name = "{0}")
    @MethodSource("aPhoneAndADesk")
    void aNewcomerIsShownRoundOnceAndTakesPart(Screen screen) {
        var author = member("host_" + screen);
        var film =
                PublicId.of(cinema.shows(author, Visibility.EVERYONE, "Lantern of " + screen + " #lantern" + screen));
        member("friend_" + screen);
        member("guest_" + screen);
        try (var visitor = new Visitor(port, screen)) {
            visitor.signsIn("guest_" + screen, PASSWORD);
            visitor.opens("/");
            var page = visitor.page();
            assertThat(page.locator("#guide")).isVisible();
            visitor.looks();
            page.locator("#guide [data-guide-next]:visible").click();
            page.waitForResponse(
                    answer -> answer.url().endsWith("/guide"),
                    () -> page.locator("#guide [data-guide-skip]:visible").click());
            assertThat(page.locator("#guide")).isHidden();

            // why this, and passing it on, in front of the film
            page.keyboard().press("w");
            assertThat(page.locator("#why-sheet dl")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("s");
            assertThat(page.locator("#share-embed")).isVisible();
            page.keyboard().press("Escape");

            // a comment that names a friend, liked and kept
            visitor.opens("/v/" + film);
            visitor.fills("social.comment.write", "Look, @friend_" + screen);
            visitor.button("social.comment.post").click();
            var comment = page.locator(".comment").first();
            assertThat(comment.locator("p a")).hasAttribute("href", "/@friend_" + screen);
            page.waitForResponse(
                    answer -> answer.url().endsWith("/like") && answer.status() == 204,
                    () -> comment.locator(".like").click());
            assertThat(comment.locator(".like")).hasAttribute("aria-pressed", "true");
            visitor.looks();
            page.locator("[popovertarget='film-menu']").click();
            page.waitForResponse(
                    answer -> answer.url().endsWith("/bookmark") && answer.status() == 204,
                    () -> page.locator("#film-menu form[action$='/bookmark'] button")
                            .click());
            visitor.opens("/bookmarks");
            assertThat(page.locator(".kept .frame")).hasCount(1);

            // found by its tag, and gone with its author
            visitor.opens("/search?q=%23lantern" + screen);
            assertThat(page.locator(".frame__cap b")).containsText("Lantern of " + screen);
            visitor.opens("/embed/" + film);
            assertThat(page.locator("video")).isVisible();
            assertThat(page.locator(".ai-label").first()).isVisible();
            visitor.opens("/@host_" + screen);
            page.locator("[popovertarget='person-menu']").click();
            page.waitForResponse(
                    answer -> answer.url().endsWith("/mute"),
                    () -> page.locator("#person-menu form[action$='/mute'] button")
                            .click());
            visitor.sees("social.people");
            visitor.opens("/search?q=%23lantern" + screen);
            assertThat(page.locator(".frame")).hasCount(0);
            visitor.opens("/settings/people");
            assertThat(page.locator("form[action$='/mute'] button")).hasCount(1);
        }
        told("friend_" + screen, screen);
    }

    private void told(String handle, Screen screen) {
        try (var visitor = new Visitor(port, screen)) {
            visitor.signsIn(handle, PASSWORD);
            visitor.opens("/notifications");
            assertThat(visitor.page().locator(".ntc.is-new")).hasCount(1);
            assertThat(visitor.page().locator(".ntc__main").first()).containsText("Look, @" + handle);
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
}
