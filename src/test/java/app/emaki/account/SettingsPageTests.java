package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import jakarta.servlet.http.Cookie;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class SettingsPageTests {
    private static final String PASSWORD = "a kite above the field";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    String handle = "";

    @BeforeEach
    void somebody() {
        handle = "settings_" + PEOPLE.incrementAndGet();
        accounts.activate(
                accounts.register(handle, handle + "@example.com", PASSWORD).id());
    }

    @Test
    void nameAndWordsAreKept() {
        var here = signIn(PASSWORD);
        assertThat(put("/settings/profile", here, "displayName", " みずき ", "about", "雨を描く人"))
                .hasRedirectedUrl("/settings");
        assertThat(accounts.find(handle)).get().extracting(Viewer::displayName).isEqualTo("みずき");
        assertThat(mvc.get().uri("/settings").cookie(here))
                .hasStatusOk()
                .bodyText()
                .contains("雨を描く人");
    }

    @Test
    void aNameThatIsTooLongSaysSo() {
        assertThat(put("/settings/profile", signIn(PASSWORD), "displayName", "x".repeat(41), "about", ""))
                .hasStatusOk()
                .bodyText()
                .contains("A name has 1 to 40 characters.");
    }

    @Test
    void aNewPasswordEndsEveryOtherSession() {
        var here = signIn(PASSWORD);
        var elsewhere = signIn(PASSWORD);
        assertThat(put("/settings/password", here, "current", PASSWORD, "password", "a kite below the clouds"))
                .hasRedirectedUrl("/settings/security");
        assertThat(mvc.get().uri("/settings").cookie(here)).hasStatusOk();
        assertThat(mvc.get().uri("/settings").cookie(elsewhere)).hasRedirectedUrl("/sign-in");
        assertThat(mvc.get().uri("/settings").cookie(signIn("a kite below the clouds")))
                .hasStatusOk();
    }

    @Test
    void withoutTheCurrentPasswordNothingChanges() {
        var here = signIn(PASSWORD);
        assertThat(put("/settings/password", here, "current", "a kite", "password", "a kite below the clouds"))
                .hasStatusOk()
                .bodyText()
                .contains("This is not your current password");
        assertThat(signIn(PASSWORD).getValue()).isNotEmpty();
    }

    @Test
    void aNewPasswordKeepsTheRules() {
        assertThat(put("/settings/password", signIn(PASSWORD), "current", PASSWORD, "password", "password123"))
                .hasStatusOk()
                .bodyText()
                .contains("among the first that anybody would try");
    }

    @Test
    void everySessionIsListedAndEndsOneByOneOrAllButThis() {
        var here = signIn(PASSWORD);
        var phone = signIn(PASSWORD);
        var page = mvc.get().uri("/settings/security").cookie(here).exchange();
        assertThat(page).bodyText().contains("Firefox Linux").contains("Sign out everywhere else");
        var key = text(page).replaceAll("(?s).*?/settings/sessions/([0-9a-f-]{36}).*", "$1");
        assertThat(delete("/settings/sessions/" + key, here)).hasRedirectedUrl("/settings/security");
        assertThat(mvc.get().uri("/settings").cookie(phone)).hasRedirectedUrl("/sign-in");
        var tablet = signIn(PASSWORD);
        assertThat(delete("/settings/sessions", here)).hasRedirectedUrl("/settings/security");
        assertThat(mvc.get().uri("/settings").cookie(tablet)).hasRedirectedUrl("/sign-in");
        assertThat(mvc.get().uri("/settings").cookie(here)).hasStatusOk();
    }

    @Test
    void theInstanceIsForAdminsToRename() {
        assertThat(put("/admin/instance", signIn(PASSWORD), "name", "Kumo", "language", "ja", "kind", "STUDIO"))
                .hasStatus(403);
        assertThat(mvc.get().uri("/settings").cookie(signIn(PASSWORD)))
                .bodyText()
                .doesNotContain("Name of this Emaki");
    }

    private MvcTestResult put(String path, Cookie session, String... parameters) {
        var request = mvc.put().uri(path).cookie(session).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult delete(String path, Cookie session) {
        return mvc.delete().uri(path).cookie(session).with(csrf()).exchange();
    }

    private Cookie signIn(String password) {
        var answer = mvc.post()
                .uri("/sign-in")
                .remoteAddress("198.51.100.20")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .param("username", handle)
                .param("password", password)
                .with(csrf())
                .exchange();
        return SessionCookie.of(answer);
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
