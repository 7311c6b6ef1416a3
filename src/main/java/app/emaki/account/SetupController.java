package app.emaki.account;

import app.emaki.account.Instance.Kind;
import app.emaki.account.Setup.TokenUsed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The set-up page, open to whoever holds the link of the console, and what everybody else sees until it is done. */
@Controller
class SetupController {
    private static final String PAGE = "account/setup";
    private static final String WAITING = "account/setup-waiting";

    private final Setup setup;
    private final SetupLink link;
    private final Registration registration;
    private final Accounts accounts;
    private final SignIns signIns;

    SetupController(Setup setup, SetupLink link, Registration registration, Accounts accounts, SignIns signIns) {
        this.setup = setup;
        this.link = link;
        this.registration = registration;
        this.accounts = accounts;
        this.signIns = signIns;
    }

    @ModelAttribute("kinds")
    Kind[] kinds() {
        return Kind.values();
    }

    @GetMapping("/setup")
    String waiting() {
        return accounts.hasAdmin() ? "redirect:/" : WAITING;
    }

    @GetMapping("/setup/{token}")
    String show(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
        if (accounts.hasAdmin() || !link.opens(token)) {
            return gone(response, model);
        }
        model.addAttribute("form", SetupForm.blank(locale.getLanguage()));
        return PAGE;
    }

    @PostMapping("/setup/{token}")
    String finish(
            @PathVariable String token,
            @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (accounts.hasAdmin() || !link.opens(token)) {
            return gone(response, model);
        }
        var admin = form.admin();
        registration.checkFirst(admin, errors);
        form.place().check(errors);
        if (errors.hasErrors()) {
            return PAGE;
        }
        try {
            var viewer = setup.finish(token, admin, form.place().instance(), Boolean.TRUE.equals(form.sampleContent()));
            signIns.begin(viewer.id(), Way.SIGN_UP, request, response);
            return "redirect:/invites/welcome";
        } catch (TokenUsed e) {
            return gone(response, model);
        }
    }

    private String gone(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("spent", true);
        model.addAttribute("done", accounts.hasAdmin());
        return WAITING;
    }

    record SetupForm(
            @Nullable String handle,
            @Nullable String email,
            @Nullable String password,
            @Nullable String name,
            @Nullable String language,
            @Nullable Kind kind,
            @Nullable Boolean sampleContent) {

        static SetupForm blank(String language) {
            return new SetupForm("", "", "", "Emaki", language, Kind.FRIENDS, true);
        }

        NewAccount admin() {
            return new NewAccount(
                    Objects.requireNonNullElse(handle, ""),
                    Objects.requireNonNullElse(email, ""),
                    Objects.requireNonNullElse(password, ""));
        }

        InstanceForm place() {
            return new InstanceForm(name, language, kind);
        }
    }
}
