package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets what a browser prefers as it was chosen elsewhere before. */
@Component
public class Preferences {
    private final PreferredLanguage languages;

    Preferences(PreferredLanguage languages) {
        this.languages = languages;
    }

    /** Takes over language and theme; null leaves what the browser has. */
    public void restore(
            @Nullable String language,
            @Nullable String theme,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null) {
            languages.setLocale(request, response, Locale.of(language));
        }
        if (theme != null) {
            PreferenceCookie.write(request, response, PageAdvice.THEME_COOKIE, theme);
        }
    }
}
