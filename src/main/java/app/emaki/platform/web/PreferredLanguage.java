package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Japanese or English: what the visitor chose before, else the first of the two that the browser asks for, else English. */
@Component("localeResolver")
class PreferredLanguage implements LocaleResolver {
    static final List<Locale> SPOKEN = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private static final String COOKIE = "emaki-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null && SPOKEN.contains(Locale.of(chosen.getValue()))) {
            return Locale.of(chosen.getValue());
        }
        return Collections.list(request.getLocales()).stream()
                .map(asked -> Locale.of(asked.getLanguage()))
                .filter(SPOKEN::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            PreferenceCookie.write(request, response, COOKIE, locale.getLanguage());
        }
    }
}
