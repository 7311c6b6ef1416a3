package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.video.TestCinema;
import app.emaki.video.Visibility;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a maker does beside making: keeping presets, choosing among takes, and comparing models. */
@Journey
class StudioJourneyTests {
    private static final String PASSWORD = "a brush and some ink";
    private static final double LONG_ENOUGH_TO_DRAW = Duration.ofMinutes(6).toMillis();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TestCinema cinema;

    @Test
    void aTakeIsChosenByKeyboardAndPostedInTwoSteps() {
        member("chooser");
        try (var visitor = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            var page = visitor.page();
            visitor.signsIn("chooser", PASSWORD);
            visitor.opens("/studio");
            visitor.fills("studio.words.label", "A fox walks over snow.");
            visitor.sees("studio.saved");
            chooses(page, "model", "kamishibai-1");
            // a silent model: the desk has answered once its sound is closed
            assertThat(page.locator("input[type=checkbox][name=sound]")).isDisabled();
            chooses(page, "resolution", "480");
            chooses(page, "takes", "2");
            page.locator("#seconds").fill("4");
            chooses(page, "visibility", "FOLLOWERS");
            visitor.presses("studio.generate");
            visitor.arrivesAt("/generations");

            var takes = page.locator(".take--pick");
            assertThat(takes.nth(1)).isVisible(new IsVisibleOptions().setTimeout(LONG_ENOUGH_TO_DRAW));
            page.waitForFunction("() => document.querySelector('.job').dataset.live === 'false'");
            visitor.sees("studio.choose.words");
            visitor.looks();
            page.locator("input[name=take]").first().focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/generations/.+"));
            assertThat(page.locator(".take__cap b").first()).hasText(visitor.says("studio.take", "2"));
            visitor.looks();

            assertThat(page.locator("input[name=visibility][value=FOLLOWERS]")).isChecked();
            visitor.button("studio.post.now").click();
            page.waitForURL("**/v/*");
        }
    }

    @Test
    void whatIsUsedAgainAndAgainIsKeptAsAPreset() {
        member("keeper_of_presets");
        try (var visitor = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            var page = visitor.page();
            visitor.signsIn("keeper_of_presets", PASSWORD);
            visitor.opens("/studio");
            visitor.fills("studio.words.label", "狐が走る。\n\nスタイル：浮世絵\nカメラ：ローアングル");
            visitor.sees("studio.saved");
            visitor.button("studio.presets").click();
            visitor.button("studio.preset.keep").click();
            page.locator("#preset-name-dialog").fill("木版の低い目線");
            page.locator("#preset-new button[type=submit]").click();
            visitor.sees("studio.preset.kept", "木版の低い目線");

            visitor.opens("/studio?fresh=true");
            visitor.fills("studio.words.label", "猫がねむる。");
            visitor.sees("studio.saved");
            visitor.button("studio.presets").click();
            page.locator("#menu-presets .menu__item").first().click();
            assertThat(visitor.field("studio.words.label")).hasValue(Pattern.compile("猫がねむる。\n\nスタイル：浮世絵\nカメラ：ローアングル"));
            visitor.opens("/studio/drafts");
            assertThat(page.locator(".drafts").first().locator("li")).hasCount(2);
        }
    }

    @Test
    void betterWordsAreReadTakenAndTakenBack() {
        member("improver");
        var words = "赤いコートの女の人が、雨のネオン街をゆっくり歩いている。";
        try (var visitor = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            var page = visitor.page();
            visitor.signsIn("improver", PASSWORD);
            visitor.opens("/studio");
            visitor.fills("studio.words.label", words);
            visitor.sees("studio.saved");
            visitor.button("studio.improve").click();
            visitor.sees("studio.improve.by.rules");
            assertThat(page.locator(".better__diff ins").first()).isVisible();
            assertThat(visitor.field("studio.words.label")).hasValue(words);
            visitor.looks();

            visitor.button("studio.improve.take").click();
            assertThat(visitor.field("studio.words.label")).hasValue(Pattern.compile("カメラ："));
            visitor.button("studio.undo").click();
            assertThat(visitor.field("studio.words.label")).hasValue(words);
            visitor.sees("studio.saved");
            visitor.opens("/studio");
            assertThat(visitor.field("studio.words.label")).hasValue(words);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aPhoneAndADesk")
    void whatWasMadeIsFoundSortedTakenAlongAndThrownAway(Screen screen) throws IOException {
        var author = member("keeper_" + screen);
        for (var name : List.of("Lantern", "Kite", "Bridge")) {
            cinema.shows(author, Visibility.EVERYONE, name + " of " + screen);
        }
        try (var visitor = new Visitor(port, screen)) {
            var page = visitor.page();
            visitor.signsIn("keeper_" + screen, PASSWORD);
            visitor.opens("/library?state=posted");
            assertThat(page.locator(".library__item")).hasCount(3);
            page.locator("[name=words]").fill("lantern of");
            page.locator("[name=model]").selectOption("kamishibai-1");
            visitor.presses("studio.library.find");
            assertThat(page.locator(".library__item")).hasCount(1);
            page.locator(".star").click();
            assertThat(page.locator(".star")).hasAttribute("aria-pressed", "true");
            visitor.opens("/library?state=starred");
            assertThat(page.locator(".library__item")).hasCount(1);

            visitor.opens("/library");
            picks(page, 0, 1);
            visitor.looks();
            page.locator("[popovertarget=shelf-menu]").click();
            page.locator("#shelf-menu [name=name]").fill("旅");
            visitor.button("studio.shelf.put").click();
            page.waitForLoadState();
            page.locator("[name=shelf]").selectOption(new SelectOption().setLabel("旅 (2)"));
            visitor.presses("studio.library.find");
            assertThat(page.locator(".library__item")).hasCount(2);

            picks(page, 0, 1);
            var zip = page.waitForDownload(
                    () -> visitor.button("studio.selection.zip").click());
            try (var files = new ZipFile(zip.path().toFile())) {
                assertThat(files.stream().map(ZipEntry::getName))
                        .hasSize(3)
                        .contains("prompts.txt")
                        .filteredOn(name -> name.endsWith(".mp4"))
                        .hasSize(2);
            }
            page.locator("#selection .btn--danger").click();
            visitor.sees("studio.library.deleted.many", 2);
            assertThat(page.locator(".library__item")).hasCount(1);
            visitor.button("studio.undo").click();
            assertThat(page.locator(".library__item")).hasCount(3);
        }
    }

    private static void picks(Page page, int... films) {
        for (int film : films) {
            page.locator(".library__pick input").nth(film).check();
        }
        assertThat(page.locator("[data-picked]")).hasAttribute("data-many", "");
    }

    static Stream<Screen> aPhoneAndADesk() {
        return Stream.of(Screen.phone(Locale.JAPANESE), Screen.desk(Locale.ENGLISH));
    }

    @Test
    void twoModelsAreComparedBlindAndNamedAfterTheVerdict() {
        member("judge");
        try (var visitor = new Visitor(port, Screen.desk(Locale.JAPANESE))) {
            var page = visitor.page();
            visitor.signsIn("judge", PASSWORD);
            visitor.opens("/compare");
            page.locator("#match-text").fill("赤い傘の女の人が橋に立っている。");
            chooses(page, "resolution", "480");
            page.locator("#match-seconds").fill("4");
            assertThat(page.locator("#match-quote output")).hasText("3");
            visitor.presses("studio.compare.start");
            page.waitForURL(Pattern.compile("/compare/.+"));
            assertThat(page.locator(".duel")).not().containsText("Kamishibai");

            var verdict = page.locator("[data-duel-vote]");
            assertThat(verdict).isVisible(new IsVisibleOptions().setTimeout(LONG_ENOUGH_TO_DRAW));
            visitor.looks();
            page.locator("[data-duel-seek]").fill("500");
            page.waitForFunction(
                    "() => [...document.querySelectorAll('.duel video')].every((film) => Math.abs(film.currentTime - document.querySelector('.duel video').currentTime) < 0.5)");
            page.keyboard().press("2");
            visitor.presses("studio.compare.decide.blind");
            assertThat(page.locator(".duel__cap").first()).containsText("Kamishibai");
            visitor.opens("/models");
            assertThat(page.locator(".models__hair").first()).isVisible();
        }
    }

    private static void chooses(Page page, String name, String value) {
        page.locator("input[name=" + name + "][value='" + value + "']")
                .check(new Locator.CheckOptions().setForce(true));
    }

    private Viewer member(String handle) {
        var account = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(account.id());
        return accounts.find(account.id()).orElseThrow();
    }
}
