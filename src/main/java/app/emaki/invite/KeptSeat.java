package app.emaki.invite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie of a visitor for whom a seat is kept: random words, worth nothing after ten minutes. */
final class KeptSeat {
    private static final String COOKIE = "emaki-seat";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeptSeat() {}

    /** The token that came along; empty when none did. */
    static String token(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    /** The token that came along, else a new one; the browser keeps it as long as the seat is kept. */
    static String keep(HttpServletRequest request, HttpServletResponse response) {
        var token = token(request);
        if (token.length() < BYTES) {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        set(token, Holds.KEPT, request, response);
        return token;
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (!token(request).isEmpty()) {
            set("", Duration.ZERO, request, response);
        }
    }

    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
