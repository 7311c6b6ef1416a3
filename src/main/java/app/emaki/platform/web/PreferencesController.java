package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and paper, chosen by anybody on any page, who then finds the same page again. */
@Controller
class PreferencesController {
    private static final Set<String> PAPERS = Set.of("", "light", "dark");

    private final PreferredLanguage language;
    private final ApplicationEventPublisher events;

    PreferencesController(PreferredLanguage language, ApplicationEventPublisher events) {
        this.language = language;
        this.events = events;
    }

    @PostMapping("/preferences/language")
    ResponseEntity<Void> language(
            @RequestParam Locale lang,
            @RequestParam(name = "return", defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!PreferredLanguage.SPOKEN.contains(lang)) {
            return ResponseEntity.badRequest().build();
        }
        language.setLocale(request, response, lang);
        events.publishEvent(new PreferenceChosen(lang.getLanguage(), null));
        return to(back);
    }

    /** A script that turns the paper over by itself names a fragment and gets no page. */
    @PostMapping("/preferences/theme")
    ResponseEntity<Void> theme(
            @RequestParam String theme,
            @RequestParam(name = "return", defaultValue = "/") String back,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!PAPERS.contains(theme)) {
            return ResponseEntity.badRequest().build();
        }
        PreferenceCookie.write(request, response, PageAdvice.THEME_COOKIE, theme);
        events.publishEvent(new PreferenceChosen(null, theme));
        return fragment.isEmpty() ? to(back) : ResponseEntity.noContent().build();
    }

    /** Only to a page of this site: {@code //elsewhere} and {@code https://elsewhere} lead home. */
    private static ResponseEntity<Void> to(String back) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(local(back)).build();
    }

    private static URI local(String back) {
        try {
            var uri = new URI(back);
            if (uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && back.startsWith("/")
                    && !back.startsWith("//")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // not an address at all: home it is
        }
        return URI.create("/");
    }
}
