package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class SecondFactorPageTests {
    private static final String PASSWORD = "a kite above the field";
    private static final Pattern RECOVERY = Pattern.compile("[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactor factor;

    @Autowired
    SignInHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    Viewer somebody;

    @BeforeEach
    void somebody() {
        var handle = "second_" + PEOPLE.incrementAndGet();
        somebody = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(somebody.id());
    }

    @Test
    void withAnAppThePasswordAloneLeadsToTheCodeAndNoFurther() throws Exception {
        var secret = turnOn();
        var halfway = signIn();
        assertThat(halfway).hasRedirectedUrl("/sign-in/code");
        var session = SessionCookie.of(halfway);
        assertThat(mvc.get().uri("/settings").cookie(session)).hasRedirectedUrl("/sign-in");
        assertThat(code(session, "000000")).hasStatusOk().bodyText().contains("This code does not fit");
        clock.pass(Duration.ofSeconds(30));
        var in = code(session, Totp.code(secret, clock.instant()));
        assertThat(in).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/settings").cookie(SessionCookie.of(in))).hasStatusOk();
        assertThat(history.of(somebody.id(), null).items())
                .extracting(SignInHistory.Entry::way)
                .containsExactly(Way.CODE, Way.PASSWORD);
    }

    @Test
    void noCodeWorksTwice() throws Exception {
        var secret = turnOn();
        clock.pass(Duration.ofSeconds(60));
        var now = Totp.code(secret, clock.instant());
        assertThat(factor.take(somebody.id(), now)).contains(Way.CODE);
        assertThat(factor.take(somebody.id(), now)).isEmpty();
    }

    @Test
    void aRecoveryCodeSignsInOnceWithoutThePhone() throws Exception {
        turnOn();
        var code = factor.renewCodes(somebody.id()).getFirst();
        assertThat(code(
                        SessionCookie.of(signIn()),
                        code.toUpperCase(java.util.Locale.ROOT).replace("-", " ")))
                .hasRedirectedUrl("/");
        assertThat(code(SessionCookie.of(signIn()), code)).hasStatusOk();
        assertThat(factor.codesLeft(somebody.id())).isEqualTo(9);
    }

    @Test
    void sixWrongCodesCloseTheDoorForAWhile() throws Exception {
        turnOn(); // one of the six
        var session = SessionCookie.of(signIn());
        for (int i = 0; i < 5; i++) {
            assertThat(code(session, "12345" + i)).hasStatusOk();
        }
        assertThat(code(session, "123456")).hasStatus(429);
    }

    @Test
    void whoLostPhoneAndPaperIsHelpedByAnAdminWhoSaysWhy() throws Exception {
        turnOn();
        ended("");
        assertThat(factor.isOn(somebody.id())).isTrue();
        ended("They came to my door");
        assertThat(signIn()).hasRedirectedUrl("/");
        assertThat(jdbc.sql("select detail from audit_entry where act = 'account.act.second' and about_id = ?")
                        .param(somebody.id())
                        .query(String.class)
                        .list())
                .containsExactly("They came to my door");
    }

    private void ended(String why) {
        assertThat(mvc.delete()
                        .uri("/admin/people/" + somebody.handle() + "/second-factor")
                        .param("why", why)
                        .with(SignedInAs.signedInAs(accounts.find("keeper").orElseThrow()))
                        .with(csrf()))
                .hasRedirectedUrl("/admin/people?q=" + somebody.handle());
    }

    @Test
    void theSecretLiesSealed() throws Exception {
        var secret = turnOn();
        var stored = jdbc.sql("select secret from totp where account_id = ?")
                .param(somebody.id())
                .query(byte[].class)
                .single();
        assertThat(stored).isNotEqualTo(secret).hasSizeGreaterThan(secret.length);
    }

    @Test
    void turningItOffAsksForACode() throws Exception {
        var secret = turnOn();
        clock.pass(Duration.ofSeconds(30));
        var half = SessionCookie.of(signIn());
        var session = SessionCookie.of(code(half, Totp.code(secret, clock.instant())));
        assertThat(send(HttpMethod.DELETE, "/settings/second-factor", session, "000000"))
                .hasStatusOk();
        assertThat(factor.isOn(somebody.id())).isTrue();
        clock.pass(Duration.ofSeconds(30));
        assertThat(send(HttpMethod.DELETE, "/settings/second-factor", session, Totp.code(secret, clock.instant())))
                .hasRedirectedUrl("/settings/security");
        assertThat(signIn()).hasRedirectedUrl("/");
    }

    @Test
    void aWrongPasswordIsRememberedOnceAnHourForOneNetwork() {
        for (int i = 0; i < 3; i++) {
            assertThat(signIn("not the password")).hasStatusOk();
        }
        assertThat(history.of(somebody.id(), null).items())
                .extracting(SignInHistory.Entry::way)
                .containsExactly(Way.REFUSED);
    }

    @Test
    void anotherWayInIsNotAddedAtASessionThatWasLeftOpen() {
        var session = SessionCookie.of(signIn());
        clock.pass(Duration.ofMinutes(11));

        assertThat(mvc.get().uri("/settings/second-factor").cookie(session))
                .hasRedirectedUrl("/settings/proof?to=second-factor");
        assertThat(mvc.get().uri("/settings/second-factor/qr").cookie(session)).hasStatus(404);
        var secret = factor.begin(somebody.id()).orElseThrow();
        assertThat(send(HttpMethod.POST, "/settings/second-factor", session, Totp.code(secret, clock.instant())))
                .hasRedirectedUrl("/settings/proof?to=second-factor");
        assertThat(factor.isOn(somebody.id())).isFalse();
        assertThat(mvc.post().uri("/settings/passkeys/options").cookie(session).with(csrf()))
                .hasStatus(428);
        assertThat(mvc.post()
                        .uri("/settings/passkeys")
                        .contentType("application/json")
                        .content("{}")
                        .cookie(session)
                        .with(csrf()))
                .hasStatus(428);
        assertThat(mvc.delete()
                        .uri("/settings/passkeys/" + somebody.id())
                        .cookie(session)
                        .with(csrf()))
                .hasRedirectedUrl("/settings/proof?to=passkeys");
        assertThat(mvc.delete()
                        .uri("/settings/oidc/" + somebody.id())
                        .cookie(session)
                        .with(csrf()))
                .hasRedirectedUrl("/settings/proof?to=oidc");
        assertThat(mvc.get().uri("/settings/security").cookie(session))
                .bodyText()
                .contains("/settings/proof?to=passkeys")
                .doesNotContain("data-passkey=\"add\"");

        assertThat(prove(session, "not the password", "passkeys"))
                .hasStatusOk()
                .bodyText()
                .contains("not your current password");
        assertThat(prove(session, PASSWORD, "https://elsewhere.example/"))
                .hasRedirectedUrl("/settings/security#passkeys");
        assertThat(mvc.post().uri("/settings/passkeys/options").cookie(session).with(csrf()))
                .hasStatusOk();
        assertThat(mvc.get().uri("/settings/second-factor").cookie(session)).hasStatusOk();
    }

    @Test
    void whatAnotherAccountBeganInTheSameBrowserIsOver() {
        var session = SessionCookie.of(signIn());
        assertThat(mvc.post().uri("/settings/passkeys/options").cookie(session).with(csrf()))
                .hasStatusOk();
        prove(session, PASSWORD, "passkeys");
        assertThat(begun(somebody)).contains(PasskeysController.ASKED, OwnerProof.PROVEN);
        somebody();
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .cookie(session)
                        .param("username", somebody.handle())
                        .param("password", PASSWORD)
                        .with(csrf()))
                .hasRedirectedUrl("/");
        assertThat(begun(somebody)).contains(SignIns.SINCE).doesNotContain(PasskeysController.ASKED, OwnerProof.PROVEN);
    }

    private Set<String> begun(Viewer who) {
        return sessions.findByPrincipalName(who.id().toString()).values().stream()
                .flatMap(session -> session.getAttributeNames().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void whoIsSuspendedAndHasAnAppReadsWhy() throws Exception {
        var secret = turnOn();
        accounts.suspend(somebody.id());
        clock.pass(Duration.ofSeconds(30));
        var in = code(SessionCookie.of(signIn()), Totp.code(secret, clock.instant()));

        assertThat(in).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/").cookie(SessionCookie.of(in))).hasRedirectedUrl("/standing");
    }

    @Test
    void aClosedAccountComesBackOnlyForWhoHasTheCodeAsWell() throws Exception {
        var secret = turnOn();
        mvc.post()
                .uri("/settings/closure")
                .cookie(SessionCookie.of(in(secret)))
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
        var back = signIn();
        assertThat(back).hasRedirectedUrl("/sign-in/return");
        var half = SessionCookie.of(back);
        assertThat(mvc.get().uri("/sign-in/return").cookie(half)).bodyText().contains("one-time-code");

        assertThat(send(HttpMethod.POST, "/sign-in/return", half, "000000"))
                .hasStatusOk()
                .bodyText()
                .contains("This code does not fit");
        assertThat(standing()).isEqualTo(Standing.CLOSED);
        assertThat(mvc.get().uri("/sign-in/code").cookie(half)).hasStatusOk();
        assertThat(code(half, "000000")).hasRedirectedUrl("/sign-in/return");

        clock.pass(Duration.ofSeconds(30));
        assertThat(send(HttpMethod.POST, "/sign-in/return", half, Totp.code(secret, clock.instant())))
                .hasRedirectedUrl("/");
        assertThat(standing()).isEqualTo(Standing.ACTIVE);
        assertThat(mvc.get().uri("/sign-in/return").cookie(half)).hasRedirectedUrl("/sign-in");
    }

    private Standing standing() {
        return accounts.find(somebody.id()).orElseThrow().standing();
    }

    private MvcTestResult in(byte[] secret) {
        clock.pass(Duration.ofSeconds(30));
        return code(SessionCookie.of(signIn()), Totp.code(secret, clock.instant()));
    }

    private MvcTestResult prove(Cookie session, String password, String to) {
        return mvc.post()
                .uri("/settings/proof")
                .cookie(session)
                .remoteAddress("198.51.100.31")
                .param("password", password)
                .param("to", to)
                .with(csrf())
                .exchange();
    }

    /** Goes through the pages, from the QR code to ten recovery codes. */
    private byte[] turnOn() throws Exception {
        var session = SessionCookie.of(signIn());
        assertThat(mvc.get().uri("/settings/second-factor").cookie(session)).hasStatusOk();
        var secret = factor.begin(somebody.id()).orElseThrow();
        assertThat(mvc.get().uri("/settings/second-factor/qr").cookie(session))
                .hasStatusOk()
                .hasContentType("image/svg+xml");
        assertThat(send(HttpMethod.POST, "/settings/second-factor", session, "000000"))
                .hasStatusOk();
        assertThat(factor.isOn(somebody.id())).isFalse();
        var page = send(HttpMethod.POST, "/settings/second-factor", session, Totp.code(secret, clock.instant()));
        assertThat(RECOVERY.matcher(page.getResponse().getContentAsString()).results())
                .hasSize(10);
        assertThat(mvc.get().uri("/settings/second-factor/qr").cookie(session)).hasStatus(404);
        return secret;
    }

    private MvcTestResult code(Cookie session, String code) {
        return send(HttpMethod.POST, "/sign-in/code", session, code);
    }

    private MvcTestResult send(HttpMethod method, String path, Cookie session, String code) {
        return mvc.method(method)
                .uri(path)
                .cookie(session)
                .param("code", code)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn() {
        return signIn(PASSWORD);
    }

    private MvcTestResult signIn(String password) {
        return mvc.post()
                .uri("/sign-in")
                .remoteAddress("198.51.100.30")
                .param("username", somebody.handle())
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
