package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.TestCinema;
import app.emaki.video.Visibility;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member reports a film; the keeper of the house takes it down, and the author reads why. */
@Journey
class ModerateJourneyTests {
    private static final String PASSWORD = "a long walk home";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TestCinema cinema;

    @Autowired
    JdbcClient jdbc;

    @OnEveryScreen
    void aReportedFilmIsTakenDownWithAReason(Screen screen) {
        var film = "Landing of " + screen;
        var id = cinema.shows(member("teller_" + screen), Visibility.EVERYONE, film);
        member("minder_" + screen);

        reports("minder_" + screen, screen, id);
        decides(screen, film);
        isGone(screen, id);
        readsWhy(screen);
        takesBack(screen, film);
    }

    @Test
    void anAppealIsAnsweredByAnotherModeratorAndBringsTheFilmBack() {
        var screen = Screen.desk(Locale.ENGLISH);
        var film = "Lighthouse at noon";
        var id = cinema.shows(member("appellant"), Visibility.EVERYONE, film);
        member("appeal_minder");
        jdbc.sql("update account set role = 'MODERATOR' where id = ?")
                .param(member("second_eye").id())
                .update();

        reports("appeal_minder", screen, id);
        decides(screen, film);
        appeals();
        try (var keeper = new Visitor(port, screen)) {
            keeper.signsIn("keeper", "keeper of the test house");
            keeper.opens("/admin/moderation/appeals");
            keeper.sees("moderation.appeal.other");
        }
        try (var second = new Visitor(port, screen)) {
            second.signsIn("second_eye", PASSWORD);
            second.opens("/admin/moderation/appeals");
            var appeal = second.page().locator(".appeal", new Page.LocatorOptions().setHasText("@appellant"));
            assertThat(appeal).containsText("The label is there, look at the corner.");
            appeal.getByLabel(second.says("moderation.appeal.answer")).fill("It is there, indeed.");
            appeal.getByText(second.says("moderation.appeal.restore")).click();
            second.sees("moderation.appeal.restored");
        }
        try (var appellant = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            appellant.signsIn("appellant", PASSWORD);
            appellant.opens("/standing");
            appellant.sees("moderation.appeal.granted");
            appellant.opens("/v/" + PublicId.of(id));
        }
    }

    private void appeals() {
        try (var appellant = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            appellant.signsIn("appellant", PASSWORD);
            appellant.opens("/standing");
            var strike = appellant.page().locator(".strike").first();
            strike.locator("summary").click();
            appellant.looks();
            strike.locator("textarea").fill("The label is there, look at the corner.");
            appellant.presses("moderation.standing.send");
            appellant.sees("moderation.appeal.sent");
            appellant.sees("moderation.standing.waiting");
        }
    }

    private void reports(String who, Screen screen, UUID film) {
        try (var minder = new Visitor(port, screen)) {
            minder.signsIn(who, PASSWORD);
            minder.opens("/reports/new?video=" + PublicId.of(film));
            minder.field("moderation.rule.MISLEADING").check();
            minder.fills("moderation.report.note", "The label was cropped out");
            minder.presses("moderation.report.send");
            minder.sees("moderation.thanks.title");
        }
    }

    private void decides(Screen screen, String film) {
        try (var keeper = new Visitor(port, screen)) {
            keeper.signsIn("keeper", "keeper of the test house");
            keeper.opens("/admin/moderation");
            var page = keeper.page();
            page.locator(".q", new Page.LocatorOptions().setHasText(film)).click();
            assertThat(page.locator(".mod__ctx h2")).hasText(film);
            assertThat(page.locator(".mod__note")).containsText("The label was cropped out");

            page.keyboard().press("r");
            assertThat(page.locator("#decision [value=REMOVE]")).isChecked();
            keeper.fills("moderation.decide.words", "Please keep the label on.");
            page.locator("#decision button[type=submit]").click();
            keeper.looks();
            keeper.sees("moderation.outcome.REMOVE.done");

            keeper.opens("/admin/moderation/log");
            keeper.sees("moderation.act.decision.REMOVE");
            keeper.sees("moderation.chain.whole");
        }
    }

    private void isGone(Screen screen, UUID film) {
        try (var minder = new Visitor(port, screen)) {
            minder.signsIn("minder_" + screen, PASSWORD);
            minder.expects(404);
            assertThat(minder.page().navigate("/v/" + PublicId.of(film)).status())
                    .isEqualTo(404);
        }
    }

    private void readsWhy(Screen screen) {
        try (var teller = new Visitor(port, screen)) {
            teller.signsIn("teller_" + screen, PASSWORD);
            teller.opens("/notifications");
            assertThat(teller.page().locator(".ntc")).containsText("Please keep the label on.");
        }
    }

    private void takesBack(Screen screen, String film) {
        try (var keeper = new Visitor(port, screen)) {
            keeper.signsIn("keeper", "keeper of the test house");
            keeper.opens("/admin/moderation/decisions");
            keeper.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(film))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            keeper.arrivesAt("/admin/moderation");
            assertThat(keeper.page().locator(".mod__ctx h2")).hasText(film);
        }
    }

    private Viewer member(String handle) {
        var account = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(account.id());
        return accounts.find(account.id()).orElseThrow();
    }
}
