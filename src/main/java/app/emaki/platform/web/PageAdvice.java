package app.emaki.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/**
 * Gives every template its language, its paper, the folder of the static files, and where it stands; in one step, as each costs
 * every page its look-up.
 */
@ControllerAdvice
class PageAdvice {
    static final String THEME_COOKIE = "emaki-theme";

    private final ViewerZone zones;
    private final Assets assets;

    PageAdvice(ViewerZone zones, Assets assets) {
        this.zones = zones;
        this.assets = assets;
    }

    @ModelAttribute
    void page(HttpServletRequest request, Locale locale, Model model) {
        var path = path(request);
        var query = request.getQueryString();
        model.addAttribute("zone", zones.of(request))
                .addAttribute("lang", locale.getLanguage())
                .addAttribute("theme", theme(request))
                .addAttribute("assets", assets.path())
                .addAttribute("path", path)
                // to come back to
                .addAttribute("here", query == null ? path : path + "?" + query);
    }

    /** {@code light}, {@code dark}, or empty for what the system prefers. */
    private static String theme(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, THEME_COOKIE);
        return chosen != null
                        && (chosen.getValue().equals("light")
                                || chosen.getValue().equals("dark"))
                ? chosen.getValue()
                : "";
    }

    /** The path that was asked for, also on an error page. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }
}
