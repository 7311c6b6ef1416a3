package app.emaki.api;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.PasswordReset;
import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.video.TestVideos;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class ApiKeysPageTests {
    private static final Pattern KEY = Pattern.compile("emk_[0-9A-Za-z]{38}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApiKeys keys;

    @Autowired
    Accounts accounts;

    @Autowired
    TestVideos people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RateLimits limits;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    ApplicationEventPublisher events;

    Viewer owner;

    @BeforeEach
    void somebody() {
        owner = people.member("keys");
    }

    @Test
    void aKeyIsShownOnceAndKeptOnlyAsAHash() throws Exception {
        var key = made("READ", "90");
        assertThat(mvc.get().uri("/settings/api-keys").with(signedInAs(owner)))
                .bodyText()
                .contains(key.substring(0, 10))
                .doesNotContain(key);
        assertThat(jdbc.sql("select count(*) from api_key k where k::text like '%' || ? || '%'")
                        .param(key.substring(12))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(call(key)).hasStatusOk();
    }

    @Test
    void aKeyEndsWhenItsTimeIsUpAndWhenItIsTakenBack() throws Exception {
        var key = made("READ", "30");
        clock.pass(Duration.ofDays(31));
        assertThat(call(key)).hasStatus(401);
        var other = made("READ", "0");
        clock.pass(Duration.ofDays(1000));
        assertThat(call(other)).hasStatusOk();
        var id = keys.of(owner).getFirst().id();
        var stranger = people.member("stranger");
        assertThat(mvc.delete()
                        .uri("/settings/api-keys/" + id)
                        .with(signedInAs(stranger))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(mvc.delete()
                        .uri("/settings/api-keys/" + id)
                        .with(signedInAs(owner))
                        .with(csrf()))
                .hasRedirectedUrl("/settings/api-keys");
        assertThat(call(other)).hasStatus(401);
    }

    @Test
    void aMemberMakesNoKeyOfAnAdmins() throws Exception {
        var key = made("ADMIN", "90");
        assertThat(keys.of(owner).getFirst().scopes()).isEmpty();
        assertThat(call(key)).hasStatus(403);
    }

    @Test
    void whoeverWaitsForACodeHasNoUseOfAKey() throws Exception {
        var key = made("READ", "90");
        jdbc.sql("update account set standing = 'PENDING' where id = ?")
                .param(owner.id())
                .update();
        assertThat(call(key)).hasStatus(403).bodyText().contains("account_inactive");
    }

    @Test
    void aFormThatLacksSomethingSaysWhat() {
        assertThat(make(" ", null, "90"))
                .hasStatusOk()
                .bodyText()
                .contains("Give the key a name", "Choose at least one");
    }

    @Test
    void aKeyIsMadeOnlyByWhoeverHasShownLatelyThatTheAccountIsTheirs() {
        var session = signIn();
        clock.pass(Duration.ofMinutes(11));
        assertThat(mvc.get().uri("/settings/api-keys").cookie(session))
                .bodyText()
                .contains("/settings/proof?to=api-keys")
                .doesNotContain("name=\"scopes\"");
        assertThat(make(session, "script", "READ", "90")).hasRedirectedUrl("/settings/proof?to=api-keys");
        assertThat(keys.of(owner)).isEmpty();

        assertThat(mvc.post()
                        .uri("/settings/proof")
                        .param("to", "api-keys")
                        .param("password", "a long enough password")
                        .cookie(session)
                        .with(csrf()))
                .hasRedirectedUrl("/settings/api-keys");
        assertThat(make(session, "script", "READ", "90")).hasStatusOk();
        assertThat(keys.of(owner)).hasSize(1);
    }

    @Test
    void whoeverSetsANewPasswordByALinkTakesEveryKeyBack() throws Exception {
        var key = made("READ", "90");
        events.publishEvent(new PasswordReset(owner.id()));
        assertThat(call(key)).hasStatus(401);
        assertThat(keys.of(owner)).isEmpty();
    }

    @Test
    void callsAreCountedAndTheOneTooManyIsToldWhenToComeAgain() throws Exception {
        var key = made("READ", "90");
        var id = keys.of(owner).getFirst().id();
        var first = call(key);
        assertThat(first.getResponse().getHeader("x-ratelimit-remaining-requests"))
                .isEqualTo("599");
        empty(id);
        var refused = call(key);
        assertThat(refused).hasStatus(429).bodyText().contains("rate_limit_exceeded");
        assertThat(refused.getResponse().getHeader("Retry-After")).isEqualTo("1");
        clock.pass(Duration.ofSeconds(1));
        assertThat(call(key)).hasStatusOk();
    }

    private void empty(UUID id) {
        while (limits.take("api:" + id, new RateLimits.Limit(600, Duration.ofMinutes(1)))
                .isEmpty()) {
            // until none is left
        }
    }

    private String made(String scope, String days) throws Exception {
        var body = make("script", scope, days).getResponse().getContentAsString();
        var found = KEY.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group();
    }

    private MvcTestResult make(String name, String scope, String days) {
        return make(signIn(), name, scope, days);
    }

    private MvcTestResult make(Cookie session, String name, String scope, String days) {
        var request = mvc.post()
                .uri("/settings/api-keys")
                .param("name", name)
                .param("days", days)
                .cookie(session)
                .with(csrf());
        return (scope == null ? request : request.param("scopes", scope)).exchange();
    }

    private Cookie signIn() {
        var answer = mvc.post()
                .uri("/sign-in")
                .remoteAddress("198.51.100.71")
                .param("username", owner.handle())
                .param("password", "a long enough password")
                .with(csrf())
                .exchange();
        return Arrays.stream(answer.getResponse().getCookies())
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult call(String key) {
        return mvc.get()
                .uri("/v1/videos")
                .header("Authorization", "Bearer " + key)
                .exchange();
    }
}
