package app.emaki.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class ErrorPagesTests {
    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "403, en, This scroll is tied shut.",
        "404, en, This picture has not been painted yet.",
        "404, ja, この絵は、まだ描かれていません。",
        "409, en, That did not fit the paper.",
        "500, ja, 筆が、すべりました。",
        "503, en, Grinding fresh ink.",
        "504, ja, 筆が、すべりました。"
    })
    void anErrorSaysWhatHappenedInTheReadersLanguage(int status, String language, String words) {
        var answer = mvc.get()
                .uri("/error")
                .accept("text/html")
                .cookie(new Cookie("emaki-language", language))
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/v/lost")
                .exchange();
        assertThat(answer)
                .hasStatus(status)
                .bodyText()
                .contains("lang=\"" + language + "\"", words, ">" + status + "<");
    }
}
