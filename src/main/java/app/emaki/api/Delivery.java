package app.emaki.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * How an order was sent.
 *
 * @param path where to
 * @param key the client's own name for it, from {@code Idempotency-Key}
 * @param retry how often the client has sent it before; null when it does not say, as OpenAI's own clients do
 */
record Delivery(String path, @Nullable String key, @Nullable Integer retry) {
    private static final int LONGEST_KEY = 255;

    static Delivery of(HttpServletRequest request) {
        var key = request.getHeader("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ApiException(ApiError.invalid(
                    "invalid_idempotency_key", null, "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters."));
        }
        return new Delivery(request.getRequestURI(), key, retry(request.getHeader("X-Stainless-Retry-Count")));
    }

    private static @Nullable Integer retry(@Nullable String header) {
        return header != null && header.matches("\\d{1,4}") ? Integer.valueOf(header) : null;
    }
}
