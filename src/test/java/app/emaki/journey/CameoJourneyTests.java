package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.emaki.account.Accounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A likeness from its portrait to the end of a consent: made, asked for, used, refused, revoked. */
@Journey
class CameoJourneyTests {
    private static final String PASSWORD = "a face cut from paper";
    private static final Path PORTRAIT = Path.of("src/test/resources/cameo/astronaut.jpg");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    /** One language on each device: the pages are the same, and films take their time. */
    static Stream<Screen> screens() {
        return Stream.of(
                new Screen(Screen.Device.values()[0], Locale.JAPANESE),
                new Screen(Screen.Device.values()[1], Locale.ENGLISH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void aLikenessIsMadeUsedRefusedAndRevoked(Screen screen) {
        var name = screen.language().getLanguage();
        member("haru_" + name);
        member("aoi_" + name);
        try (var haru = new Visitor(port, screen);
                var aoi = new Visitor(port, screen)) {
            haru.signsIn("haru_" + name, PASSWORD);
            makes(haru);
            aoi.signsIn("aoi_" + name, PASSWORD);
            asks(aoi, "haru_" + name);
            haru.opens("/cameo");
            haru.presses("cameo.allow");
            haru.sees("cameo.allowed");
            orders(aoi, "haru_" + name);
            refuses(haru);
            revokes(haru, "aoi_" + name);
            aoi.opens("/cameo");
            aoi.sees("cameo.use.REVOKED");
            aoi.opens("/studio");
            writes(aoi, "haru_" + name);
            assertThat(aoi.page().locator(".preflight__no")).containsText("@haru_" + name);
        }
    }

    private void makes(Visitor haru) {
        var page = haru.page();
        haru.opens("/cameo");
        haru.presses("cameo.make.person");
        page.locator("#picture").setInputFiles(PORTRAIT);
        assertThat(page.locator("[data-hints] li")).hasClass("is-fine");
        assertThat(page.locator("canvas")).isVisible();
        page.locator("#typed").fill(page.locator("[data-challenge]").textContent());
        page.locator("[name=consent]").check();
        haru.presses("cameo.make");
        page.waitForURL(Pattern.compile("/cameo/[0-9a-f-]{36}$"));
        haru.looks();
        page.locator("[name=level][value=APPROVED]").check(new Locator.CheckOptions().setForce(true));
        haru.presses("cameo.keep");
        haru.sees("cameo.kept");
        assertThat(page.locator(".one__face")).isVisible();
    }

    private void asks(Visitor aoi, String handle) {
        aoi.opens("/studio");
        aoi.page().locator("#prompt").pressSequentially("@" + handle.substring(0, 6));
        assertThat(aoi.page().locator(".mention li").first()).isVisible();
        aoi.page().locator("#prompt").press("Escape");
        writes(aoi, handle);
        aoi.presses("studio.ask");
        aoi.fills("cameo.ask.words", "A portrait by the sea, eight seconds.");
        aoi.presses("cameo.ask.send");
        aoi.sees("cameo.standing.ASKED");
    }

    private void orders(Visitor aoi, String handle) {
        aoi.opens("/studio");
        writes(aoi, handle);
        assertThat(aoi.page().locator(".preflight__no")).hasCount(0);
        aoi.presses("studio.generate");
        aoi.arrivesAt("/generations");
    }

    private void refuses(Visitor haru) {
        haru.opens("/notifications");
        haru.opens("/cameo");
        haru.presses("cameo.use.hide");
        haru.sees("cameo.film.hidden");
        haru.sees("cameo.use.REVOKED");
    }

    private void revokes(Visitor haru, String handle) {
        haru.presses("cameo.revoke.from", handle);
        haru.sees("cameo.revoked");
        haru.sees("cameo.grant.REVOKED");
    }

    private static void writes(Visitor visitor, String handle) {
        Page page = visitor.page();
        page.locator("#prompt").fill("@" + handle + " walks along the sea.");
        page.locator("#prompt").press("End");
        visitor.sees("studio.saved");
    }

    private void member(String handle) {
        accounts.activate(
                accounts.register(handle, handle + "@example.com", PASSWORD).id());
    }
}
