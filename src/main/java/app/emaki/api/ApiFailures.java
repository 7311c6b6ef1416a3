package app.emaki.api;

import app.emaki.cameo.ConsentMissing;
import app.emaki.generation.FilmRefused;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.NoSuchGeneration;
import app.emaki.platform.TooSoon;
import app.emaki.policy.Verdict;
import app.emaki.social.CommentRefused;
import app.emaki.video.CaptionRefused;
import app.emaki.video.NoSuchVideo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Tells programs what went wrong in the one shape that they read, also where no controller was ever found. */
@Component
class ApiFailures implements HandlerExceptionResolver, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ApiFailures.class);

    private final ApiAnswers answers;

    ApiFailures(ApiAnswers answers) {
        this.answers = answers;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!ApiAnswers.concerns(request) || response.isCommitted()) {
            return null;
        }
        try {
            var error = error(failure, response);
            if (error.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
                log.error(
                        "{} {} ({}) ended in a mistake of ours",
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getAttribute(StampFilter.ID),
                        failure);
            }
            answers.write(error, response);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiError error(Exception failure, HttpServletResponse response) {
        return switch (failure) {
            case ApiException e -> e.error();
            case GenerationRefused e -> refused(e, response);
            case ImageRefused e -> Refused.of(e);
            case FilmRefused e -> Refused.of(e);
            case NoSuchVideo _ -> ApiError.notFound("There is no such video, or you may not watch it.");
            case NoSuchGeneration _ -> ApiError.notFound("There is no such video of yours.");
            case CaptionRefused e -> blocked("caption", e.verdict());
            case ConsentMissing e -> Refused.of(e);
            case CommentRefused e -> blocked("text", e.verdict());
            case TooSoon e -> tooSoon(e, response);
            case MaxUploadSizeExceededException _ -> Fields.tooLarge().error();
            case MultipartException _ ->
                ApiError.invalid(
                        "invalid_multipart", null, "The parts of the body cannot be read; is the boundary right?");
            case MissingServletRequestParameterException e ->
                ApiError.invalid("missing_parameter", e.getParameterName(), "Send " + e.getParameterName() + ".");
            case MethodArgumentTypeMismatchException e ->
                ApiError.invalid("invalid_value", e.getName(), e.getName() + " cannot be read.");
            case HttpRequestMethodNotSupportedException e -> wrongMethod(e, response);
            case HttpMediaTypeNotSupportedException _ ->
                ApiError.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported_media_type",
                        "Send the body as application/json or multipart/form-data.");
            case NoHandlerFoundException _, NoResourceFoundException _ ->
                ApiError.of(
                        HttpStatus.NOT_FOUND,
                        "unknown_url",
                        "There is nothing at this address. /developers shows what there is.");
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() ->
                ApiError.of(
                        HttpStatus.valueOf(e.getStatusCode().value()),
                        "invalid_request",
                        "This request cannot be read.");
            default ->
                ApiError.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "server_error",
                        "A mistake of ours; it is in the log under the x-request-id of this answer. Try again, with the same Idempotency-Key if you sent one.");
        };
    }

    /** Nothing is gained by sending an order again at once that there are no credits for. */
    private static ApiError refused(GenerationRefused refused, HttpServletResponse response) {
        var error = Refused.of(refused);
        if (error.code().equals("insufficient_quota")) {
            response.setHeader("x-should-retry", "false");
        }
        return error;
    }

    private static ApiError blocked(String param, Verdict verdict) {
        return ApiError.invalid(
                "moderation_blocked",
                param,
                "The rules of this place do not allow these words (" + verdict.rule() + "). Say it in other words.");
    }

    private static ApiError tooSoon(TooSoon tooSoon, HttpServletResponse response) {
        ApiAnswers.comeAgain(response, tooSoon.patience());
        return new ApiError(
                HttpStatus.TOO_MANY_REQUESTS,
                "rate_limit_error",
                "rate_limit_exceeded",
                null,
                "This was done too often. Wait as long as Retry-After says, then go on.");
    }

    private static ApiError wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletResponse response) {
        var methods = wrong.getSupportedMethods();
        if (methods != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        }
        return ApiError.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "method_not_allowed",
                wrong.getMethod() + " does nothing at this address.");
    }
}
