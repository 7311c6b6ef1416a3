package app.emaki.feed;

import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How the pages of this module write dates. */
@ControllerAdvice(basePackageClasses = DateAdvice.class)
class DateAdvice {

    @ModelAttribute("dateFormat")
    String date(Locale locale) {
        return japanese(locale) ? "yyyy年M月d日" : "d MMMM yyyy";
    }

    @ModelAttribute("dateTimeFormat")
    String dateTime(Locale locale) {
        return japanese(locale) ? "yyyy年M月d日 HH:mm" : "d MMMM yyyy, HH:mm";
    }

    @ModelAttribute("monthFormat")
    String month(Locale locale) {
        return japanese(locale) ? "yyyy年M月" : "MMMM yyyy";
    }

    private static boolean japanese(Locale locale) {
        return locale.getLanguage().equals("ja");
    }
}
