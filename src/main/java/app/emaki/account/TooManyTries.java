package app.emaki.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;

/** Says how long to wait, to people in minutes and to programs in seconds. */
public final class TooManyTries {
    private TooManyTries() {}

    /** Answers 429; the form says {@code account.wait} with the minutes, rounded up. */
    public static void answer(Duration wait, Errors errors, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        errors.reject("account.wait", new Object[] {wait.plusSeconds(59).toMinutes()}, null);
    }
}
