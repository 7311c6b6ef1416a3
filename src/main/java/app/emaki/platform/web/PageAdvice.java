package app.emaki.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Gives every template its language, its paper, and where it stands. */
@ControllerAdvice
class PageAdvice {
    static final String THEME_COOKIE = "emaki-theme";

    private final ViewerZone zones;

    PageAdvice(ViewerZone zones) {
        this.zones = zones;
    }

    /** For every time on the page. */
    @ModelAttribute("zone")
    ZoneId zone(HttpServletRequest request) {
        return zones.of(request);
    }

    @ModelAttribute("lang")
    String lang(Locale locale) {
        return locale.getLanguage();
    }

    /** {@code light}, {@code dark}, or empty for what the system prefers. */
    @ModelAttribute("theme")
    String theme(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, THEME_COOKIE);
        return chosen != null
                        && (chosen.getValue().equals("light")
                                || chosen.getValue().equals("dark"))
                ? chosen.getValue()
                : "";
    }

    /** The path that was asked for, also on an error page. */
    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** The path with its query, to come back to. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? path(request) : path(request) + "?" + query;
    }
}
