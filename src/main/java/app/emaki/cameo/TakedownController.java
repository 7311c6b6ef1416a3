package app.emaki.cameo;

import app.emaki.platform.RateLimits;
import app.emaki.platform.web.RemoteNetwork;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Open to everybody: "I am in this film and do not want to be". */
@Controller
class TakedownController {
    private static final RateLimits.Limit ONE = new RateLimits.Limit(5, Duration.ofHours(1));
    private static final RateLimits.Limit ALL = new RateLimits.Limit(200, Duration.ofDays(1));

    private final Takedowns takedowns;
    private final RateLimits limits;

    TakedownController(Takedowns takedowns, RateLimits limits) {
        this.takedowns = takedowns;
        this.limits = limits;
    }

    @GetMapping("/takedown")
    String form(@RequestParam(defaultValue = "") String page, Model model) {
        model.addAttribute("form", new TakedownForm(page, "", "", "", ""));
        return "cameo/takedown";
    }

    @PostMapping("/takedown")
    String ask(
            @Valid @ModelAttribute("form") TakedownForm form,
            BindingResult errors,
            HttpServletRequest request,
            Locale locale) {
        if (!errors.hasErrors()
                && limits.take(Map.of("takedown:" + RemoteNetwork.of(request), ONE, "takedown", ALL))
                        .isPresent()) {
            errors.reject("cameo.takedown.tooMany");
        }
        if (errors.hasErrors()) {
            return "cameo/takedown";
        }
        // whoever fills in what no person sees is no person
        if (form.website() == null || form.website().isEmpty()) {
            takedowns.ask(
                    form.page().strip(),
                    form.name().strip(),
                    form.contact().strip(),
                    form.words() == null ? "" : form.words().strip(),
                    locale.getLanguage());
        }
        return "redirect:/takedown/thanks";
    }

    @GetMapping("/takedown/thanks")
    String thanks() {
        return "cameo/thanks";
    }

    record TakedownForm(
            @NotBlank(message = "{cameo.takedown.page.form}") @Size(max = 500, message = "{cameo.takedown.long}")
            String page,

            @NotBlank(message = "{cameo.takedown.name.form}") @Size(max = 100, message = "{cameo.takedown.long}")
            String name,

            @Size(min = 3, max = 200, message = "{cameo.takedown.contact.form}")
            String contact,

            @Size(max = 2000, message = "{cameo.takedown.long}") @Nullable
            String words,

            @Nullable String website) {}
}
