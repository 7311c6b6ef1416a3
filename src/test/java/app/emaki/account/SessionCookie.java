package app.emaki.account;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Finds the cookie of the session that an answer began; without a server of its own it does not carry the configured name. */
final class SessionCookie {
    private SessionCookie() {}

    static Cookie of(MvcTestResult answer) {
        return Arrays.stream(answer.getResponse().getCookies())
                .filter(cookie ->
                        cookie.getName().equals("SESSION") || cookie.getName().equals("emaki"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No session began: " + answer.getResponse().getHeaders("Set-Cookie")));
    }
}
