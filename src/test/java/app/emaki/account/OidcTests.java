package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.platform.Ids;
import com.nimbusds.jose.JOSEException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signing in with an account kept elsewhere, against a real provider of the test's own. */
@EmakiTest
class OidcTests {
    private static final String PASSWORD = "a storehouse by the river";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static ScriptedIssuer issuer;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountRepository rows;

    @Autowired
    OidcProvider provider;

    @Autowired
    OidcIdentities identities;

    @Autowired
    OidcSettings asConfigured;

    @Autowired
    WaysIn ways;

    @Autowired
    PasskeyStore passkeys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    SecondFactor factor;

    @Autowired
    TestClock.Settable clock;

    String handle = "";

    @BeforeAll
    static void opens(@Autowired TestClock.Settable clock) throws IOException, JOSEException {
        issuer = new ScriptedIssuer(clock);
    }

    @AfterAll
    static void closes() {
        issuer.close();
    }

    @BeforeEach
    void configured() {
        provider.use(issuer.settings());
        handle = "kura_" + PEOPLE.incrementAndGet();
        issuer.lies = Map.of();
        issuer.emailOnlyOnAsking = false;
        issuer.person = Map.of(
                "sub",
                "sub-" + handle,
                "email",
                handle + "@example.com",
                "email_verified",
                true,
                "preferred_username",
                handle);
    }

    @AfterEach
    void asBefore() {
        provider.use(asConfigured);
    }

    @Test
    void theButtonIsThereOnlyWhereAProviderIs() {
        assertThat(mvc.get().uri("/sign-in")).bodyText().contains("Continue with Kura");
        assertThat(mvc.get().uri("/sign-up")).bodyText().contains("Continue with Kura");
        provider.use(asConfigured);
        assertThat(mvc.get().uri("/sign-in")).bodyText().doesNotContain("/sign-in/oidc");
        assertThat(mvc.get().uri("/sign-in/oidc")).hasRedirectedUrl("/sign-in");
    }

    @Test
    void aNewcomerChoosesAHandleAndStillNeedsACode() throws Exception {
        var back = comesBack();
        assertThat(back).hasRedirectedUrl("/sign-in/oidc/new");
        var session = SessionCookie.of(back);
        assertThat(mvc.get().uri("/sign-in/oidc/new").cookie(session))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + handle + "\"", "value=\"" + handle + "@example.com\"");
        var made = mvc.post()
                .uri("/sign-in/oidc/new")
                .cookie(session)
                .remoteAddress("198.51.100.60")
                .param("handle", handle)
                .param("email", handle + "@example.com")
                .with(csrf())
                .exchange();
        assertThat(made).hasRedirectedUrl("/join");
        assertThat(SessionCookie.of(made).getValue()).isNotEqualTo(session.getValue());
        assertThat(accounts.find(handle)).get().returns(Standing.PENDING, Viewer::standing);
        assertThat(mvc.get().uri("/settings").cookie(SessionCookie.of(made))).hasRedirectedUrl("/join");

        accounts.activate(accounts.find(handle).orElseThrow().id());
        var again = comesBack();
        assertThat(again).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/settings/security").cookie(SessionCookie.of(again)))
                .hasStatusOk()
                .bodyText()
                .contains("With an account kept elsewhere", "You have no password here yet", handle + "@example.com");
    }

    @Test
    void anAddressThatTheProviderVouchesForOpensNothingWithoutItsOwnersPassword() throws Exception {
        member();
        var back = comesBack();
        assertThat(back).hasRedirectedUrl("/sign-in/oidc/known");
        var session = SessionCookie.of(back);
        assertThat(mvc.get().uri("/settings").cookie(session)).hasRedirectedUrl("/sign-in");

        assertThat(known(session, "not the password", ""))
                .hasStatusOk()
                .bodyText()
                .contains("not your current");
        assertThat(comesBack()).hasRedirectedUrl("/sign-in/oidc/known");

        var linked = known(session, PASSWORD, "");
        assertThat(linked).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/settings").cookie(SessionCookie.of(linked))).hasStatusOk();
        assertThat(comesBack()).hasRedirectedUrl("/");
    }

    @Test
    void anAddressThatNobodyVouchesForLinksNothing() throws Exception {
        member();
        issuer.person = Map.of("sub", "sub-" + handle, "email", handle + "@example.com", "email_verified", false);
        var back = comesBack();
        assertThat(back).hasRedirectedUrl("/sign-in/oidc/new");
        assertThat(known(SessionCookie.of(back), PASSWORD, "")).hasRedirectedUrl("/sign-in");
        assertThat(identities.of(id())).isEmpty();
    }

    @Test
    void anAddressThatIsToldOnlyOnAskingCountsAsWell() throws Exception {
        member();
        issuer.emailOnlyOnAsking = true;
        assertThat(comesBack()).hasRedirectedUrl("/sign-in/oidc/known");
    }

    @Test
    void theProviderIsNoSecondFactor() throws Exception {
        member();
        var secret = factor.begin(id()).orElseThrow();
        assertThat(factor.confirm(id(), Totp.code(secret, clock.instant()))).isPresent();
        var session = SessionCookie.of(comesBack());
        assertThat(known(session, PASSWORD, "000000")).hasStatusOk();
        assertThat(identities.of(id())).isEmpty();
        clock.pass(Duration.ofSeconds(30));
        assertThat(known(session, PASSWORD, Totp.code(secret, clock.instant()))).hasRedirectedUrl("/");

        var again = comesBack();
        assertThat(again).hasRedirectedUrl("/sign-in/code");
        clock.pass(Duration.ofSeconds(30));
        assertThat(mvc.post()
                        .uri("/sign-in/code")
                        .cookie(SessionCookie.of(again))
                        .param("code", Totp.code(secret, clock.instant()))
                        .with(csrf()))
                .hasRedirectedUrl("/");
    }

    @Test
    void anAnswerToAQuestionOfAnotherBrowserIsNone() throws Exception {
        member();
        identities.link(id(), new OidcPerson(issuer.name(), "sub-" + handle, "", false, handle));
        var mine = mvc.get().uri("/sign-in/oidc").remoteAddress("198.51.100.61").exchange();
        var answer = issuer.visit(mine.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(answer)).hasRedirectedUrl("/sign-in?oidc=refused");
        var other =
                mvc.get().uri("/sign-in/oidc").remoteAddress("198.51.100.61").exchange();
        assertThat(mvc.get().uri(answer).cookie(SessionCookie.of(other))).hasRedirectedUrl("/sign-in?oidc=refused");
        assertThat(mvc.get().uri(answer).cookie(SessionCookie.of(mine))).hasRedirectedUrl("/");
        assertThat(mvc.get().uri(answer).cookie(SessionCookie.of(mine))).hasRedirectedUrl("/sign-in?oidc=refused");
    }

    @Test
    void aTokenThatIsNotWhollyTrueOpensNothing() throws Exception {
        member();
        identities.link(id(), new OidcPerson(issuer.name(), "sub-" + handle, "", false, handle));
        assertThat(comesBack()).hasRedirectedUrl("/");
        for (var lie : java.util.List.<Map<String, Object>>of(
                Map.of("aud", "somebody-else"),
                Map.of("iss", "http://127.0.0.1:1"),
                Map.of("nonce", "another"),
                Map.of("exp", clock.instant().minusSeconds(600)),
                Map.of("iat", clock.instant().plusSeconds(600)))) {
            issuer.lies = lie;
            assertThat(comesBack()).as("%s", lie).hasRedirectedUrl("/sign-in?oidc=refused");
        }
        issuer.lies = Map.of();
        var real = issuer.signsWith;
        issuer.signsWith = ScriptedIssuer.key();
        assertThat(comesBack()).as("signed by a stranger").hasRedirectedUrl("/sign-in?oidc=refused");
        issuer.signsWith = real;
        assertThat(comesBack()).hasRedirectedUrl("/");
    }

    @Test
    void whoTurnsBackIsToldThatNothingChanged() {
        var gone = mvc.get().uri("/sign-in/oidc").remoteAddress("198.51.100.62").exchange();
        var state =
                URI.create(gone.getResponse().getRedirectedUrl()).getQuery().replaceFirst(".*state=([^&]*).*", "$1");
        assertThat(mvc.get()
                        .uri("/sign-in/oidc/return")
                        .cookie(SessionCookie.of(gone))
                        .param("error", "access_denied")
                        .param("state", state))
                .hasRedirectedUrl("/sign-in?oidc=stayed");
        assertThat(mvc.get().uri("/sign-in?oidc=stayed")).bodyText().contains("You turned back");
        assertThat(mvc.get().uri("/sign-in?oidc=<b>")).bodyText().contains("Nobody vouched for you");
    }

    @Test
    void aProviderThatSleepsIsSaidSo() {
        provider.use(new OidcSettings(issuer.name() + "/elsewhere", "emaki", "x", "Kura"));
        assertThat(mvc.get().uri("/sign-in/oidc").remoteAddress("198.51.100.63"))
                .hasRedirectedUrl("/sign-in?oidc=silent");
    }

    @Test
    void itIsLinkedInTheSettingsWithThePasswordAndNotWithout() throws Exception {
        member();
        var here = signIn();
        assertThat(mvc.get().uri("/sign-in/oidc").cookie(here)).hasRedirectedUrl("/");
        assertThat(post("/settings/oidc", here, "password", "wrong wrong"))
                .bodyText()
                .contains("not your current");
        assertThat(mvc.get().uri("/sign-in/oidc").cookie(here)).hasRedirectedUrl("/");
        assertThat(post("/settings/oidc", here, "password", PASSWORD))
                .bodyText()
                .contains("On to Kura");
        var gone = mvc.get().uri("/sign-in/oidc").cookie(here).exchange();
        assertThat(mvc.get()
                        .uri(issuer.visit(gone.getResponse().getRedirectedUrl()))
                        .cookie(here))
                .hasRedirectedUrl("/settings/security#oidc");
        assertThat(identities.of(id())).hasSize(1);
        assertThat(comesBack()).hasRedirectedUrl("/");

        var mine = identities.of(id()).getFirst().id();
        assertThat(mvc.delete().uri("/settings/oidc/" + mine).cookie(here).with(csrf()))
                .hasRedirectedUrl("/settings/security#oidc");
        assertThat(identities.of(id())).isEmpty();
    }

    @Test
    void whatOpensOneAccountIsNotLinkedToAnother() throws Exception {
        member();
        identities.link(id(), new OidcPerson(issuer.name(), "sub-" + handle, "", false, handle));
        var first = id();
        handle = handle + "_b";
        member();
        var here = signIn();
        assertThat(post("/settings/oidc", here, "password", PASSWORD)).hasStatusOk();
        var gone = mvc.get().uri("/sign-in/oidc").cookie(here).exchange();
        assertThat(mvc.get()
                        .uri(issuer.visit(gone.getResponse().getRedirectedUrl()))
                        .cookie(here))
                .hasRedirectedUrl("/settings/security#oidc");
        assertThat(identities.of(id())).isEmpty();
        assertThat(identities.of(first)).hasSize(1);
    }

    @Test
    void theOnlyWayInStaysUntilThereIsAnother() throws Exception {
        var made = newcomer();
        var mine = identities.of(id()).getFirst().id();
        mvc.delete().uri("/settings/oidc/" + mine).cookie(made).with(csrf()).exchange();
        assertThat(identities.of(id())).hasSize(1);

        assertThat(put("/settings/password", made, "current", "", "password", "three boats and a bell"))
                .hasRedirectedUrl("/settings/security");
        mvc.delete().uri("/settings/oidc/" + mine).cookie(made).with(csrf()).exchange();
        assertThat(identities.of(id())).isEmpty();
    }

    @Test
    void ofTwoLastWaysThatAreTakenAwayAtOnceOneStays() throws Exception {
        newcomer();
        var mine = new java.util.concurrent.atomic.AtomicReference<>(
                identities.of(id()).getFirst().id());
        for (int round = 0; round < 5; round++) {
            var passkey = ids.next();
            jdbc.sql("""
                            insert into passkey (id, account_id, credential_id, public_key, signature_count, uv_initialized,
                                backup_eligible, backup_state, label, created_at)
                            values (:id, :me, cast(cast(:id as text) as bytea), 'k', 0, true, false, false, 'l', now())""").param("id", passkey).param("me", id()).update();
            var start = new java.util.concurrent.CountDownLatch(1);
            try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
                var one = threads.submit(() -> {
                    start.await();
                    return ways.removePasskey(id(), passkey);
                });
                var other = threads.submit(() -> {
                    start.await();
                    return ways.unlink(id(), mine.get());
                });
                start.countDown();
                assertThat(one.get() ^ other.get()).isTrue();
            }
            assertThat(identities.of(id()).size() + passkeys.of(id()).size()).isEqualTo(1);
            jdbc.sql("delete from passkey where account_id = ?").param(id()).update();
            identities.link(id(), new OidcPerson(issuer.name(), "sub-" + handle, "", false, handle));
            mine.set(identities.of(id()).getFirst().id());
        }
    }

    @Test
    void guessingThePasswordOnThatWayIsLimitedAsAtTheDoor() throws Exception {
        member();
        var session = SessionCookie.of(comesBack());
        for (int tries = 0; tries < 6; tries++) {
            assertThat(known(session, "guess number " + tries, "")).hasStatusOk();
        }
        assertThat(known(session, PASSWORD, "")).hasStatus(429);
        clock.pass(Duration.ofMinutes(5));
        assertThat(known(session, PASSWORD, "")).hasRedirectedUrl("/");
    }

    @Test
    void aPasswordIsNotSetAtASessionThatWasLeftOpen() throws Exception {
        var made = newcomer();
        clock.pass(Duration.ofMinutes(11));
        assertThat(put("/settings/password", made, "current", "", "password", "three boats and a bell"))
                .hasStatusOk()
                .bodyText()
                .contains("You signed in a while ago");
        assertThat(rows.findById(id()).orElseThrow().hasPassword()).isFalse();
    }

    @Test
    void whoIsSuspendedReadsWhyAndNoMore() throws Exception {
        member();
        identities.link(id(), new OidcPerson(issuer.name(), "sub-" + handle, "", false, handle));
        accounts.suspend(id());
        var back = comesBack();
        assertThat(mvc.get().uri("/settings").cookie(SessionCookie.of(back))).hasRedirectedUrl("/standing");
    }

    private Cookie newcomer() throws Exception {
        var back = comesBack();
        mvc.post()
                .uri("/sign-in/oidc/new")
                .cookie(SessionCookie.of(back))
                .remoteAddress("198.51.100.64")
                .param("handle", handle)
                .param("email", handle + "@example.com")
                .with(csrf())
                .exchange();
        accounts.activate(id());
        return SessionCookie.of(comesBack());
    }

    private MvcTestResult comesBack() throws Exception {
        var gone = mvc.get().uri("/sign-in/oidc").remoteAddress("198.51.100.65").exchange();
        var session = SessionCookie.of(gone);
        var back = mvc.get()
                .uri(issuer.visit(gone.getResponse().getRedirectedUrl()))
                .remoteAddress("198.51.100.65")
                .cookie(session)
                .exchange();
        if (back.getResponse().getHeaders("Set-Cookie").stream().noneMatch(cookie -> cookie.contains("SESSION"))) {
            back.getResponse().addCookie(session);
        }
        return back;
    }

    private MvcTestResult known(Cookie session, String password, String code) {
        return mvc.post()
                .uri("/sign-in/oidc/known")
                .cookie(session)
                .remoteAddress("198.51.100.66")
                .param("password", password)
                .param("code", code)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(String path, Cookie session, String name, String value) {
        return mvc.post()
                .uri(path)
                .cookie(session)
                .param(name, value)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult put(String path, Cookie session, String... parameters) {
        var request = mvc.put().uri(path).cookie(session).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private Cookie signIn() {
        return SessionCookie.of(mvc.post()
                .uri("/sign-in")
                .remoteAddress("198.51.100.67")
                .param("username", handle)
                .param("password", PASSWORD)
                .with(csrf())
                .exchange());
    }

    private void member() {
        accounts.activate(
                accounts.register(handle, handle + "@example.com", PASSWORD).id());
    }

    private java.util.UUID id() {
        return accounts.find(handle).orElseThrow().id();
    }
}
