package app.emaki.api;

import app.emaki.platform.AdminAct;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Writes errors where no controller is asked: in filters, and for what no controller answers. */
@Component
class ApiAnswers {
    private final JsonMapper json;

    ApiAnswers(JsonMapper json) {
        this.json = json;
    }

    /** Whether a request is a program's. */
    static boolean concerns(HttpServletRequest request) {
        return concerns(request.getRequestURI());
    }

    static boolean concerns(String path) {
        return path.equals("/mcp") || path.startsWith("/v1/") || path.startsWith("/api/v1/");
    }

    void write(ApiError error, HttpServletResponse response) throws IOException {
        response.setStatus(error.status().value());
        if (error.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"emaki\"");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(error.body()));
    }

    /** Marks the answer to this request as one that was given before, so that nothing was done now. */
    static void toldBefore() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null) {
            request.getResponse().setHeader(AdminAct.TOLD_BEFORE, "true");
        }
    }

    /** Says when to come again: in whole seconds for everybody, in milliseconds for OpenAI's clients. */
    static void comeAgain(HttpServletResponse response, Duration wait) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        response.setHeader("retry-after-ms", String.valueOf(wait.toMillis() + 1));
    }
}
