package app.emaki.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class PreferencesTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void aChosenLanguageStaysForAYearAndLeadsBack() {
        var answer = choose("language", "lang", "ja", "/v/abc?t=3");
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/v/abc?t=3");
        assertThat(answer).cookies().hasValue("emaki-language", "ja").isHttpOnly("emaki-language", true);
        assertThat(answer).cookies().hasMaxAge("emaki-language", Duration.ofDays(365));
    }

    @Test
    void aLanguageThatIsNotSpokenIsRefused() {
        assertThat(choose("language", "lang", "fr", "/"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .doesNotContainHeader("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void aChosenPaperStays(String theme) {
        assertThat(choose("theme", "theme", theme, "/")).cookies().hasValue("emaki-theme", theme);
    }

    @Test
    void thePaperOfTheSystemForgetsTheChoice() {
        assertThat(choose("theme", "theme", "", "/")).cookies().hasMaxAge("emaki-theme", Duration.ZERO);
    }

    @Test
    void aScriptGetsNoPage() {
        assertThat(mvc.post()
                        .uri("/preferences/theme")
                        .with(csrf())
                        .param("theme", "dark")
                        .header("X-Fragment", "theme"))
                .hasStatus(HttpStatus.NO_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "javascript:x",
                "sign-in",
                " "
            })
    void nobodyIsLedElsewhere(String back) {
        assertThat(choose("theme", "theme", "dark", back)).hasHeader("Location", "/");
    }

    @ParameterizedTest
    @CsvSource({"'ja,en;q=0.8',ja", "'fr,ja;q=0.8',ja", "en-GB,en", "fr,en"})
    void aNewVisitorIsSpokenToAsTheBrowserAsks(String asked, String lang) {
        assertThat(resolve(asked)).isEqualTo(lang);
    }

    @Test
    void theChoiceOutlastsTheBrowsersWish() {
        assertThat(resolve("en", new Cookie("emaki-language", "ja"))).isEqualTo("ja");
    }

    @Test
    void aStrangeCookieIsNoChoice() {
        assertThat(resolve("ja", new Cookie("emaki-language", "fr"))).isEqualTo("ja");
    }

    private static String resolve(String asked, Cookie... cookies) {
        var request = new MockHttpServletRequest();
        request.setPreferredLocales(Locale.LanguageRange.parse(asked).stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .toList());
        request.setCookies(cookies);
        return new PreferredLanguage().resolveLocale(request).getLanguage();
    }

    private MvcTestResult choose(String what, String name, String value, String back) {
        return mvc.post()
                .uri("/preferences/" + what)
                .with(csrf())
                .param(name, value)
                .param("return", back)
                .exchange();
    }
}
