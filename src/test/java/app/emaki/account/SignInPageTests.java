package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class SignInPageTests {
    private static final String PASSWORD = "a boat under the bridge";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock.Settable clock;

    @BeforeEach
    void somebody() {
        if (accounts.find("sign_in_haru").isEmpty()) {
            accounts.activate(accounts.register("sign_in_haru", "sign_in_haru@example.com", PASSWORD)
                    .id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign_in_haru", " Sign_In_Haru ", "@sign_in_haru", "Sign_in_haru@Example.com"})
    void aHandleOrAnAddressSignsIn(String login) {
        assertThat(signIn(login, PASSWORD, "198.51.100.1"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        var wrong = text(signIn("sign_in_haru", "a boat above the bridge", "198.51.100.2"));
        var unknown = text(signIn("sign_in_nobody", PASSWORD, "198.51.100.2"));
        assertThat(wrong).contains("No account has this name and password");
        assertThat(unknown.replace("sign_in_nobody", "sign_in_haru")).isEqualTo(wrong);
    }

    @Test
    void whatWasTypedIsKeptButThePassword() {
        assertThat(signIn("sign_in_haru", "a boat above the bridge", "198.51.100.3"))
                .bodyText()
                .contains("value=\"sign_in_haru\"")
                .doesNotContain("above the bridge");
    }

    @Test
    void aPasswordThatIsTooLongForBcryptIsJustWrong() {
        assertThat(signIn("sign_in_haru", "x".repeat(500), "198.51.100.4"))
                .hasStatusOk()
                .bodyText()
                .contains("No account has this name and password");
    }

    @Test
    void anEmptyFormIsJustWrong() {
        assertThat(mvc.post().uri("/sign-in").remoteAddress("198.51.100.5").with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("No account has this name and password");
    }

    @Test
    void afterTenWrongTriesAnAddressWaits() {
        for (int i = 0; i < 10; i++) {
            assertThat(signIn("sign_in_haru", "wrong wrong wrong", "198.51.100.6"))
                    .hasStatusOk();
        }
        assertThat(signIn("sign_in_haru", PASSWORD, "198.51.100.6"))
                .hasStatus(429)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("Too many tries. Wait 2 minutes");
        assertThat(signIn("sign_in_haru", PASSWORD, "198.51.100.7")).hasStatus3xxRedirection();
        clock.pass(Duration.ofMinutes(2));
        assertThat(signIn("sign_in_haru", PASSWORD, "198.51.100.6")).hasStatus3xxRedirection();
    }

    @Test
    void rightPasswordsCostNoTries() {
        for (int i = 0; i < 12; i++) {
            assertThat(signIn("sign_in_haru", PASSWORD, "198.51.100.8")).hasStatus3xxRedirection();
        }
    }

    @Test
    void theSessionOfBeforeIsWorthNothingAfterwards() {
        var before = session(signIn("sign_in_haru", PASSWORD, "198.51.100.9"));
        assertThat(mvc.get().uri("/settings").cookie(before)).hasStatusOk();
        var answer = mvc.post()
                .uri("/sign-in")
                .cookie(before)
                .remoteAddress("198.51.100.9")
                .param("username", "sign_in_haru")
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
        assertThat(session(answer).getValue()).isNotEqualTo(before.getValue());
        assertThat(mvc.get().uri("/settings").cookie(session(answer))).hasStatusOk();
        assertThat(mvc.get().uri("/settings").cookie(before)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void signingOutEndsTheSession() {
        var session = session(signIn("sign_in_haru", PASSWORD, "198.51.100.14"));
        assertThat(mvc.post().uri("/sign-out").cookie(session).with(csrf())).hasRedirectedUrl("/sign-in?out");
        assertThat(mvc.get().uri("/settings").cookie(session)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void aSuspensionEndsEverySessionAtOnceAndTheNextLeadsToWhatWasDecided() {
        var banned = accounts.register("sign_in_banned", "sign_in_banned@example.com", PASSWORD);
        accounts.activate(banned.id());
        var session = session(signIn("sign_in_banned", PASSWORD, "198.51.100.15"));
        accounts.suspend(banned.id());
        assertThat(mvc.get().uri("/settings").cookie(session)).hasRedirectedUrl("/sign-in");
        var again = session(signIn("sign_in_banned", PASSWORD, "198.51.100.15"));
        assertThat(mvc.get().uri("/settings").cookie(again)).hasRedirectedUrl("/standing");
        assertThat(mvc.get().uri("/standing").cookie(again))
                .hasStatusOk()
                .bodyText()
                .contains("Your account is suspended");
    }

    @Test
    void theChosenLanguageComesBackWithTheNextBrowser() {
        var chooser = accounts.register("sign_in_chooser", "sign_in_chooser@example.com", PASSWORD);
        accounts.activate(chooser.id());
        var session = session(signIn("sign_in_chooser", PASSWORD, "198.51.100.16"));
        mvc.post()
                .uri("/preferences/language")
                .param("lang", "ja")
                .cookie(session)
                .with(csrf())
                .exchange();
        mvc.post()
                .uri("/preferences/theme")
                .param("theme", "dark")
                .cookie(session)
                .with(csrf())
                .exchange();
        var next = signIn("sign_in_chooser", PASSWORD, "198.51.100.16");
        assertThat(next).cookies().hasValue("emaki-language", "ja");
        assertThat(next).cookies().hasValue("emaki-theme", "dark");
    }

    @Test
    void theWantedPageIsFoundAgain() {
        var wanted = mvc.get().uri("/studio?prompt=rain").exchange();
        assertThat(wanted).hasRedirectedUrl("/sign-in");
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .cookie(wanted.getResponse().getCookies())
                        .remoteAddress("198.51.100.10")
                        .param("username", "sign_in_haru")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .hasRedirectedUrl("/studio?prompt=rain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"})
    void nobodyIsLedElsewhere(String elsewhere) {
        var asked = mvc.get().uri("/sign-in").param("next", elsewhere).exchange();
        assertThat(asked.getResponse().getCookie("emaki-wanted")).isNull();
        var planted = new Cookie(
                "emaki-wanted",
                Base64.getUrlEncoder().encodeToString(elsewhere.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .cookie(planted)
                        .remoteAddress("198.51.100.11")
                        .param("username", "sign_in_haru")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .hasRedirectedUrl("/");
    }

    @Test
    void aScriptWithoutASessionGetsAPlainAnswer() {
        assertThat(mvc.get().uri("/studio").header("X-Fragment", "x")).hasStatus(401);
    }

    @ParameterizedTest
    @CsvSource({
        "ab, a@example.com, A handle has 3 to 20",
        "supp0rt, a@example.com, This word speaks for the house",
        "sign_in_h4ru, sign_in_haru@example.com, This address has an account here",
        "sign__in_haru, a@example.com, 'Somebody has this handle, or one that looks like it'",
        "okay_handle, nowhere, This does not look like an e-mail address"
    })
    void aSignUpThatBreaksARuleSaysWhich(String handle, String email, String words) {
        assertThat(mvc.post()
                        .uri("/sign-up")
                        .remoteAddress("198.51.100.12")
                        .param("handle", handle)
                        .param("email", email)
                        .param("password", PASSWORD)
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains(words)
                .doesNotContain(PASSWORD);
    }

    @Test
    void whoseAddressHasAnAccountIsNotToldToWhoeverAsksForMany() {
        var told = 0;
        for (int i = 0; i < 14; i++) {
            var answer = mvc.post()
                    .uri("/sign-up")
                    .remoteAddress("198.51.100.77")
                    .param("handle", "asks_" + i)
                    .param("email", "sign_in_haru@example.com")
                    .param("password", PASSWORD)
                    .with(csrf())
                    .exchange();
            var says = text(answer).contains("has an account here");
            told += says ? 1 : 0;
            assertThat(answer.getResponse().getStatus()).isEqualTo(says ? 200 : 429);
        }
        assertThat(told).isEqualTo(10);
    }

    @Test
    void anAddressSignsUpTenTimesAnHour() {
        for (int i = 0; i < 10; i++) {
            assertThat(signUp("ten_times_" + i)).hasRedirectedUrl("/join");
        }
        assertThat(signUp("ten_times_x")).hasStatus(429).bodyText().contains("Too many tries. Wait 6 minutes");
        assertThat(accounts.find("ten_times_x")).isEmpty();
    }

    private MvcTestResult signUp(String handle) {
        return mvc.post()
                .uri("/sign-up")
                .remoteAddress("198.51.100.13")
                .param("handle", handle)
                .param("email", handle + "@example.com")
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn(String login, String password, String address) {
        return mvc.post()
                .uri("/sign-in")
                .remoteAddress(address)
                .param("username", login)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private static Cookie session(MvcTestResult result) {
        return SessionCookie.of(result);
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString().replaceAll("(_csrf\"|csrf-token\")[^>]*>", "");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
