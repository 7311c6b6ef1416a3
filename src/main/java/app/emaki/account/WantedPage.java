package app.emaki.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Remembers, in a cookie and not in a session, where somebody wanted to go before they had to sign in. Only paths of ours. */
@Component
public class WantedPage {
    private static final String COOKIE = "emaki-wanted";
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int LONGEST = 500;
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    /** Keeps a path with its query; anything that is not plainly a path of ours is forgotten. */
    public void keep(String path, HttpServletRequest request, HttpServletResponse response) {
        if (isOurs(path)) {
            var value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.US_ASCII));
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie(value, KEPT, request).toString());
        }
    }

    /** The path that was kept. */
    public Optional<String> find(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(WantedPage::decode)
                .filter(WantedPage::isOurs);
    }

    /** The path that was kept, once. */
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        var path = find(request);
        if (WebUtils.getCookie(request, COOKIE) != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request).toString());
        }
        return path;
    }

    /** Whether this is plainly a path of ours. */
    public static boolean isOurs(String path) {
        return path.length() <= LONGEST && OURS.matcher(path).matches();
    }

    private static Optional<String> decode(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }
}
