package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.FirstAdmin.AdminSettings;
import app.emaki.platform.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.MessageSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The first run, in its order: nothing works, the link opens, one admin is made, the link is spent. */
@EmakiTest
@TestPropertySource(properties = {"emaki.admin.handle=", "emaki.admin.email=", "emaki.admin.password="})
@TestMethodOrder(OrderAnnotation.class)
@RecordApplicationEvents
class SetupTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SetupLink link;

    @Autowired
    Setup setup;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountRepository repository;

    @Autowired
    Registration registration;

    @Autowired
    MessageSource messages;

    @Autowired
    Settings settings;

    @Autowired
    Instances instances;

    @Autowired
    ApplicationEvents events;

    @Test
    @Order(1)
    void beforeTheSetUpEveryPageAsksForPatience() {
        for (var path :
                List.of("/", "/studio", "/sign-in", "/sign-up", "/join", "/v/abc", "/admin/invites", "/nothing")) {
            assertThat(mvc.get().uri(path)).as(path).hasRedirectedUrl("/setup");
        }
        assertThat(mvc.get().uri("/setup")).hasStatusOk().bodyText().contains("This Emaki is being set up");
        assertThat(mvc.get().uri("/actuator/health/readiness")).hasStatusOk();
    }

    @Test
    @Order(1)
    void aWrongTokenOpensNothing() {
        link.renew();
        assertThat(mvc.get().uri("/setup/guess")).hasStatus(404).bodyText().contains("does not open the set-up");
        assertThat(finish("guess", "four seats by the river")).hasStatus(404);
        assertThat(accounts.hasAdmin()).isFalse();
    }

    @Test
    @Order(1)
    void onlyTheLatestLinkOpensAndTheTokenItselfIsKeptNowhere() {
        var older = link.renew();
        var token = link.renew();
        assertThat(mvc.get().uri("/setup/" + older)).hasStatus(404);
        assertThat(mvc.get().uri("/setup/" + token)).hasStatusOk().bodyText().contains("Who keeps this house?");
        assertThat(settings.find("setup.token"))
                .get()
                .asString()
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(token);
    }

    @Test
    @Order(1)
    void anEnvironmentThatBreaksTheRulesSaysWhichBeforeAnythingIsMade() {
        assertThatThrownBy(() -> firstAdmin(new AdminSettings("A b", "nowhere", "admin12345")))
                .isInstanceOfSatisfying(FirstAdmin.Refused.class, refused -> {
                    var analysis = new FirstAdmin.Explanation().analyze(refused, refused);
                    assertThat(analysis.getDescription())
                            .contains("EMAKI_ADMIN_HANDLE: A handle has 3 to 20")
                            .contains("EMAKI_ADMIN_EMAIL: This does not look like")
                            .contains("EMAKI_ADMIN_PASSWORD: This is among the first");
                    assertThat(analysis.getAction()).contains("set-up link");
                });
        assertThat(accounts.hasAdmin()).isFalse();
    }

    @Test
    @Order(1)
    void aFormThatBreaksTheRulesDoesNotSpendTheLink() {
        var token = link.renew();
        assertThat(finish(token, "password123"))
                .hasStatusOk()
                .bodyText()
                .contains("among the first that anybody would try")
                .doesNotContain("password123");
        assertThat(link.opens(token)).isTrue();
    }

    @Test
    @Order(2)
    void ofManyWhoFinishAtOnceOneIsTheAdmin() throws Exception {
        var token = link.renew();
        var admin = new NewAccount("admin", "admin@example.com", "four seats by the river");
        var place = new Instance("Kumo", "ja", Instance.Kind.CLASSROOM);
        Callable<Boolean> attempt = () -> {
            try {
                setup.finish(token, admin, place, true);
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results =
                    threads.invokeAll(Stream.generate(() -> attempt).limit(6).toList());
            long finished = 0;
            for (var result : results) {
                finished += result.get() ? 1 : 0;
            }
            assertThat(finished).isEqualTo(1);
        }
        assertThat(accounts.find("admin")).get().extracting(Viewer::role).isEqualTo(Role.ADMIN);
        assertThat(instances.current()).isEqualTo(place);
    }

    @Test
    @Order(3)
    void theLinkIsSpentAndTheDoorsAreOpen() {
        assertThat(mvc.get().uri("/setup/" + link.renew()))
                .hasStatus(404)
                .bodyText()
                .contains("The set-up is done");
        assertThat(mvc.get().uri("/setup")).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/sign-in")).hasStatusOk().bodyText().contains("Kumo");
    }

    @Test
    @Order(3)
    void aLaterStartWithTheSameEnvironmentChangesNothing() {
        firstAdmin(new AdminSettings("other", "other@example.com", "another river at night"));
        assertThat(accounts.find("other")).isEmpty();
    }

    @Test
    @Order(3)
    void sampleContentIsWishedForOnce() {
        setup.wishForSampleContent(accounts.find("admin").orElseThrow().id());
        assertThat(events.stream(SampleContentWished.class)).isEmpty();
    }

    private void firstAdmin(AdminSettings environment) {
        new FirstAdmin(environment, false, accounts, repository, registration, setup, messages)
                .run(new DefaultApplicationArguments());
    }

    private MvcTestResult finish(String token, String password) {
        return mvc.post()
                .uri("/setup/" + token)
                .param("handle", "admin")
                .param("email", "admin@example.com")
                .param("password", password)
                .param("name", "Kumo")
                .param("language", "ja")
                .param("kind", "FRIENDS")
                .with(csrf())
                .exchange();
    }
}
