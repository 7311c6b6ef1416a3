package app.emaki.credit;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Plan;
import app.emaki.account.PlanLimits;
import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class PlanPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Plans plans;

    @Autowired
    Credits credits;

    Viewer admin;
    Viewer member;
    PlanLimits free;

    @BeforeEach
    void anAdminAndAMember() {
        free = plans.limits(Plan.FREE);
        var handle = "p" + UUID.randomUUID().toString().substring(0, 12);
        admin = accounts.registerAdmin(handle, handle + "@example.org", "long enough to guess");
        member = accounts.register(handle + "m", handle + "m@example.org", "long enough to guess");
        accounts.activate(member.id());
        member = accounts.find(member.id()).orElseThrow();
    }

    @AfterEach
    void thePlanIsAsItWas() {
        plans.change(free, admin.id());
        assertThat(credits.check()).matches(LedgerCheck::right);
    }

    @Test
    void theAllowanceIsShownAsFilmsAndInTheViewersOwnTime() {
        assertThat(mvc.get()
                        .uri("/plan")
                        .with(signedInAs(member))
                        .header("Accept-Language", "en")
                        .cookie(new Cookie("emaki-zone", "Asia/Tokyo")))
                .hasStatusOk()
                .bodyText()
                .contains("2 clips of 10 s left today, back at 09:00");
    }

    @Test
    void aZoneThatIsNoneIsTheInstances() {
        assertThat(mvc.get()
                        .uri("/plan")
                        .with(signedInAs(member))
                        .header("Accept-Language", "en")
                        .cookie(new Cookie("emaki-zone", "Nowhere/../Else")))
                .hasStatusOk()
                .bodyText()
                .contains("back at 00:00");
    }

    @Test
    void whatAnAdminChangesIsWhatMembersReadAndChecksUse() {
        assertThat(mvc.put()
                        .uri("/admin/plans/FREE")
                        .with(signedInAs(admin))
                        .with(csrf())
                        .param("maxSeconds", "12")
                        .param("maxLines", "480")
                        .param("concurrent", "3")
                        .param("credits", "25")
                        .param("daily", "true")
                        .param("weight", "1")
                        .param("together", "7"))
                .hasRedirectedUrl("/admin/plans");

        assertThat(plans.limits(Plan.FREE)).isEqualTo(new PlanLimits(Plan.FREE, 12, 480, 3, 25, true, 1, false, 7));
        assertThat(mvc.get().uri("/plan").with(signedInAs(member)).header("Accept-Language", "en"))
                .bodyText()
                .contains("12 s", "480p", "25 a day", "Everybody with the plan, at a time", "No limit");
    }

    @Test
    void limitsThatCannotBeAreRefusedWithAReason() {
        assertThat(mvc.put()
                        .uri("/admin/plans/FREE")
                        .with(signedInAs(admin))
                        .with(csrf())
                        .header("Accept-Language", "en")
                        .param("maxSeconds", "0")
                        .param("maxLines", "481")
                        .param("concurrent", "")
                        .param("credits", "-1")
                        .param("weight", "2000"))
                .hasStatusOk()
                .bodyText()
                .contains("A number from 1 to 60, please.", "Choose one of the resolutions.");
        assertThat(mvc.put()
                        .uri("/admin/plans/FREE")
                        .with(signedInAs(admin))
                        .with(csrf())
                        .param("maxSeconds", "a lot"))
                .hasStatusOk();
        assertThat(mvc.put()
                        .uri("/admin/plans/FREE")
                        .with(signedInAs(admin))
                        .with(csrf())
                        .header("Accept-Language", "en")
                        .param("maxSeconds", "10")
                        .param("maxLines", "720")
                        .param("concurrent", "1")
                        .param("credits", "10")
                        .param("daily", "true")
                        .param("weight", "1")
                        .param("together", "0"))
                .hasStatusOk()
                .bodyText()
                .contains("A number from 1 to 1000, please.");
        assertThat(plans.limits(Plan.FREE)).isEqualTo(free);
    }

    @Test
    void anAdminGivesAnAccountAnotherPlan() {
        mvc.put()
                .uri("/admin/plans/accounts/{handle}/plan", member.handle())
                .with(signedInAs(admin))
                .with(csrf())
                .param("plan", "PRO")
                .exchange();

        assertThat(accounts.find(member.id()).orElseThrow().plan()).isEqualTo(Plan.PRO);
    }

    @Test
    void creditsAreGivenForAReasonThatTheirOwnerReads() {
        var grants = "/admin/plans/accounts/" + member.handle() + "/grants";
        assertThat(mvc.post()
                        .uri(grants)
                        .with(signedInAs(admin))
                        .with(csrf())
                        .param("credits", "30")
                        .param("reason", " "))
                .hasStatusOk();
        assertThat(credits.balance(member).left()).isEqualTo(10);

        assertThat(mvc.post()
                        .uri(grants)
                        .with(signedInAs(admin))
                        .with(csrf())
                        .param("credits", "30")
                        .param("reason", "for the festival poster"))
                .hasStatus3xxRedirection();

        assertThat(credits.balance(member).left()).isEqualTo(40);
        assertThat(mvc.get().uri("/plan").with(signedInAs(member)).header("Accept-Language", "en"))
                .bodyText()
                .contains("for the festival poster", "+30");
    }

    @Test
    void theAccountIsFoundByItsHandleOrNot() {
        assertThat(mvc.get().uri("/admin/plans?handle=@" + member.handle()).with(signedInAs(admin)))
                .hasRedirectedUrl("/admin/plans/accounts/" + member.handle());
        assertThat(mvc.get().uri("/admin/plans?handle=nobody_at_all").with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("nobody_at_all");
        assertThat(mvc.get().uri("/admin/plans/accounts/nobody_at_all").with(signedInAs(admin)))
                .hasStatus(404);
    }

    @Test
    void nobodyElseSeesOrDoesAnyOfIt() {
        assertThat(mvc.get().uri("/admin/plans").with(signedInAs(member))).hasStatus(403);
        assertThat(mvc.post()
                        .uri("/admin/plans/accounts/{handle}/grants", member.handle())
                        .with(signedInAs(member))
                        .with(csrf())
                        .param("credits", "30")
                        .param("reason", "because"))
                .hasStatus(403);
    }
}
