package app.emaki.api;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What the server itself turns away before anything of ours is asked, such as a body without a boundary, in the shape that programs read. */
@Component
class ApiErrorAttributes extends DefaultErrorAttributes {

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var attributes = super.getErrorAttributes(request, options);
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI, RequestAttributes.SCOPE_REQUEST)
                        instanceof String path
                && ApiAnswers.concerns(path)) {
            var status = attributes.get("status") instanceof Integer number ? HttpStatus.resolve(number) : null;
            attributes.put(
                    "error",
                    error(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status)
                            .body()
                            .get("error"));
            attributes.keySet().retainAll(java.util.Set.of("error"));
        }
        return attributes;
    }

    private static ApiError error(HttpStatus status) {
        return status.is5xxServerError()
                ? ApiError.of(status, "server_error", "A mistake of ours; it is in the log. Try again later.")
                : ApiError.of(
                        status,
                        "invalid_request",
                        "This request cannot be read. Is its body whole, and its type right?");
    }
}
