package app.emaki.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, in the shape that clients of OpenAI know.
 *
 * @param type the family, for instance {@code invalid_request_error}
 * @param code the kind, for programs
 * @param param the field it is about
 * @param message what happened and what helps, for people
 */
record ApiError(
        HttpStatus status,
        String type,
        String code,
        @Nullable String param,
        String message) {
    private static final String INVALID = "invalid_request_error";

    /** The request cannot be carried out as it is. */
    static ApiError invalid(String code, @Nullable String param, String message) {
        return new ApiError(HttpStatus.BAD_REQUEST, INVALID, code, param, message);
    }

    /** There is none, or it is somebody else's; the difference is nobody's business. */
    static ApiError notFound(String message) {
        return new ApiError(HttpStatus.NOT_FOUND, INVALID, "not_found", null, message);
    }

    static ApiError of(HttpStatus status, String code, String message) {
        return new ApiError(status, status.is5xxServerError() ? "server_error" : INVALID, code, null, message);
    }

    /** The whole answer, every key present. */
    Map<String, Object> body() {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("message", message);
        error.put("type", type);
        error.put("param", param);
        error.put("code", code);
        return Collections.singletonMap("error", error);
    }
}
