package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A new handle, the old one that leads to it, and links for whoever lost their password. */
@EmakiTest
class HandleChangeTests {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock.Settable clock;

    @Test
    void theOldHandleLeadsToTheNewOneAndIsKeptFromOthers() {
        var somebody = member();
        var fresh = "renamed_" + PEOPLE.incrementAndGet();
        assertThat(rename(somebody, "admin")).hasStatusOk().bodyText().contains("speaks for the house");
        assertThat(rename(somebody, fresh)).hasRedirectedUrl("/settings");
        assertThat(mvc.get().uri("/@" + somebody.handle() + "?tab=all").with(SignedInAs.signedInAs(somebody)))
                .hasStatus(301)
                .hasHeader("Location", "/@" + fresh + "?tab=all");
        assertThat(rename(member(), somebody.handle())).hasStatusOk().bodyText().contains("Somebody has this handle");
        assertThat(rename(accounts.find(fresh).orElseThrow(), "again_" + fresh))
                .hasStatusOk()
                .bodyText()
                .contains("once in thirty days");
        clock.pass(Duration.ofDays(31));
        assertThat(rename(accounts.find(fresh).orElseThrow(), somebody.handle()))
                .hasRedirectedUrl("/settings");
        assertThat(mvc.get().uri("/@" + somebody.handle()).with(SignedInAs.signedInAs(somebody)))
                .hasStatusOk();
    }

    @Test
    void anAdminMakesALinkThatSetsAPasswordOnce() throws Exception {
        var somebody = member();
        var keeper = accounts.find("keeper").orElseThrow();
        var page = mvc.post()
                .uri("/admin/people/" + somebody.handle() + "/password-link")
                .param("why", "They asked me at the door")
                .with(SignedInAs.signedInAs(keeper))
                .with(csrf())
                .exchange();
        assertThat(page).hasStatusOk();
        var path = page.getResponse()
                .getContentAsString()
                .replaceAll("(?s).*(/sign-in/password/[A-Za-z0-9_-]{32}).*", "$1");
        assertThat(mvc.get().uri(path)).hasStatusOk();
        assertThat(set(path, "password12")).hasStatusOk().bodyText().contains("among the first");
        assertThat(set(path, "seven herons in the reeds")).hasRedirectedUrl("/sign-in");
        assertThat(set(path, "eight herons in the reeds")).hasStatus(404);
        assertThat(mvc.get().uri("/sign-in/password/none")).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .remoteAddress("198.51.100.50")
                        .param("username", somebody.handle())
                        .param("password", "seven herons in the reeds")
                        .with(csrf()))
                .hasRedirectedUrl("/");
    }

    @Test
    void whoeverForgotIsToldWhomToAskWhereNoLettersAreSent() {
        assertThat(mvc.get().uri("/sign-in/forgotten")).hasStatusOk().bodyText().contains("sends no letters");
    }

    private MvcTestResult rename(Viewer who, String handle) {
        return mvc.put()
                .uri("/settings/handle")
                .param("handle", handle)
                .with(SignedInAs.signedInAs(who))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult set(String path, String password) {
        return mvc.post().uri(path).param("password", password).with(csrf()).exchange();
    }

    private Viewer member() {
        var handle = "renames_" + PEOPLE.incrementAndGet();
        var made = accounts.register(handle, handle + "@example.com", "a kite above the field");
        accounts.activate(made.id());
        return accounts.find(made.id()).orElseThrow();
    }
}
