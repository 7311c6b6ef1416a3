package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The paths that need no full membership; everything else is for active members alone. */
@Component
class OpenPaths {
    private static final RequestMatcher EVERYBODY = any(
            "/",
            "/assets/**",
            "/worker.js",
            "/manifest.webmanifest",
            "/offline",
            "/sign-in",
            "/sign-in/**",
            "/sign-up",
            "/setup",
            "/setup/**",
            "/join",
            "/join/**",
            "/b/**",
            "/waiting",
            "/preferences/**",
            "/v/**",
            "/embed/*",
            "/oembed",
            "/@{handle}/atom",
            "/media/**",
            "/transparency",
            "/models",
            "/takedown",
            "/takedown/thanks",
            "/favicon.ico",
            "/robots.txt",
            "/error",
            "/actuator/health",
            "/actuator/health/**");

    private static final RequestMatcher PENDING = any(
            "/sign-in/email/*",
            "/sign-in/password/*",
            "/assets/**",
            "/worker.js",
            "/manifest.webmanifest",
            "/offline",
            "/join",
            "/join/**",
            "/b/**",
            "/waiting",
            "/sign-out",
            "/preferences/**",
            "/favicon.ico",
            "/robots.txt",
            "/error",
            "/actuator/health",
            "/actuator/health/**");

    private static final RequestMatcher SUSPENDED = any(
            "/sign-in/email/*",
            "/assets/**",
            "/worker.js",
            "/manifest.webmanifest",
            "/offline",
            "/standing",
            "/standing/**",
            "/sign-out",
            "/preferences/**",
            "/favicon.ico",
            "/robots.txt",
            "/error");

    private static final RequestMatcher BEFORE_SETUP = any(
            "/assets/**",
            "/worker.js",
            "/manifest.webmanifest",
            "/offline",
            "/setup",
            "/setup/**",
            "/preferences/**",
            "/favicon.ico",
            "/robots.txt",
            "/error",
            "/actuator/health",
            "/actuator/health/**");

    boolean beforeSetup(HttpServletRequest request) {
        return BEFORE_SETUP.matches(request);
    }

    boolean toEverybody(HttpServletRequest request) {
        return EVERYBODY.matches(request);
    }

    boolean toPending(HttpServletRequest request) {
        return PENDING.matches(request);
    }

    /** Where somebody who is shut out reads why, and appeals. */
    boolean toSuspended(HttpServletRequest request) {
        return SUSPENDED.matches(request);
    }

    private static RequestMatcher any(String... patterns) {
        var matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
