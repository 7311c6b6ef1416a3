package app.emaki.api;

import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.platform.web.RemoteNetwork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a caller by the key in the Authorization header, and counts the call. Without a key it lets through, for the rules to decide. */
class KeyFilter extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";
    private static final RateLimits.Limit WRONG_KEYS = new RateLimits.Limit(60, Duration.ofMinutes(5));

    private final ApiKeys keys;
    private final RateLimits limits;
    private final ApiSettings settings;
    private final ApiAnswers answers;

    KeyFilter(ApiKeys keys, RateLimits limits, ApiSettings settings, ApiAnswers answers) {
        this.keys = keys;
        this.limits = limits;
        this.settings = settings;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var text = key(request);
        if (text.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var caller = keys.caller(text.get());
        if (caller.isEmpty()) {
            refuseWrong(text.get(), request, response);
        } else if (!caller.get().viewer().active()) {
            answers.write(inactive(caller.get().viewer()), response);
        } else if (counted(caller.get(), response)) {
            let(caller.get(), request, response, chain);
        } else {
            answers.write(
                    new ApiError(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "rate_limit_error",
                            "rate_limit_exceeded",
                            null,
                            "This key may make " + settings.requests().tries() + " calls in "
                                    + settings.requests().per().toSeconds()
                                    + " seconds. Wait as long as Retry-After says, then go on."),
                    response);
        }
    }

    private static Optional<KeyText> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> new KeyText(header.substring(BEARER.length()).strip()));
    }

    private void let(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorities = caller.scopes().stream()
                .filter(caller::may)
                .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                .toList();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities)));
        caller.viewer().views(request);
        chain.doFilter(request, response);
    }

    private boolean counted(Caller caller, HttpServletResponse response) {
        var limit = settings.requests();
        var taken = limits.taken("api:" + caller.key(), limit);
        response.setHeader("x-ratelimit-limit-requests", String.valueOf(limit.tries()));
        response.setHeader("x-ratelimit-remaining-requests", String.valueOf(taken.left()));
        response.setHeader("x-ratelimit-reset-requests", taken.full().toMillis() + "ms");
        if (!taken.granted()) {
            ApiAnswers.comeAgain(response, taken.patience());
        }
        return taken.granted();
    }

    private void refuseWrong(KeyText text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var wait = limits.take("api-wrong:" + RemoteNetwork.of(request), WRONG_KEYS);
        if (wait.isPresent()) {
            ApiAnswers.comeAgain(response, wait.get());
            answers.write(
                    ApiError.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "rate_limit_exceeded",
                            "Too many wrong keys from this network."),
                    response);
            return;
        }
        var advice = text.wellFormed() || !text.value().startsWith("emk_")
                ? "It is unknown, was taken back, or is over. Make a new one under Settings, API keys."
                : "It is not written as our keys are: a part may be missing. Copy it again.";
        answers.write(
                ApiError.of(HttpStatus.UNAUTHORIZED, "invalid_api_key", "This key opens nothing. " + advice), response);
    }

    private static ApiError inactive(Viewer viewer) {
        return ApiError.of(
                HttpStatus.FORBIDDEN,
                "account_inactive",
                switch (viewer.standing()) {
                    case PENDING -> "The account of this key still waits for its invite code. Sign in and redeem one.";
                    case SUSPENDED -> "The account of this key is suspended. Sign in to read why.";
                    default -> "The account of this key is closed.";
                });
    }
}
