package app.emaki.feed;

import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How the pages of this module write dates. */
@ControllerAdvice(basePackageClasses = DateAdvice.class)
class DateAdvice {

    @ModelAttribute
    void formats(Locale locale, Model model) {
        boolean japanese = locale.getLanguage().equals("ja");
        model.addAttribute("dateFormat", japanese ? "yyyy年M月d日" : "d MMMM yyyy")
                .addAttribute("dateTimeFormat", japanese ? "yyyy年M月d日 HH:mm" : "d MMMM yyyy, HH:mm")
                .addAttribute("monthFormat", japanese ? "yyyy年M月" : "MMMM yyyy");
    }
}
