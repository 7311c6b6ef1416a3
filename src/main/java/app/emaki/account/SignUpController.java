package app.emaki.account;

import app.emaki.platform.RateLimits;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes an account that waits for its invite code, and leads on to where the code is asked for. */
@Controller
class SignUpController {
    private static final String PAGE = "account/sign-up";

    private final Registration registration;
    private final Accounts accounts;
    private final OidcProvider oidc;
    private final EmailAddresses addresses;
    private final Site site;
    private final SignIns signIns;
    private final WantedPage wanted;
    private final RateLimits limits;
    private final EntrySettings settings;

    SignUpController(
            Registration registration,
            Accounts accounts,
            OidcProvider oidc,
            EmailAddresses addresses,
            Site site,
            SignIns signIns,
            WantedPage wanted,
            RateLimits limits,
            EntrySettings settings) {
        this.registration = registration;
        this.accounts = accounts;
        this.oidc = oidc;
        this.addresses = addresses;
        this.site = site;
        this.signIns = signIns;
        this.wanted = wanted;
        this.limits = limits;
        this.settings = settings;
    }

    /** What stands on the button of the provider; null where there is none. */
    @ModelAttribute("oidc")
    @Nullable
    Object oidc() {
        return oidc.offered() ? oidc.name() : null;
    }

    @GetMapping("/sign-up")
    String show(
            @ModelAttribute("form") SignUpForm form,
            @RequestParam(required = false) @Nullable String next,
            @Nullable Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (next != null) {
            wanted.keep(next, request, response);
        }
        return viewer == null ? PAGE : "redirect:/";
    }

    @PostMapping("/sign-up")
    String signUp(
            @ModelAttribute("form") SignUpForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var newcomer = form.newAccount();
        registration.check(newcomer, errors);
        if (errors.hasErrors() && !Registration.tellsOfOthers(errors)) {
            return PAGE;
        }
        // whose address has an account here is told a few times, and not to whoever asks for a thousand
        var wait = limits.take(settings.signUp().of("sign-up", request));
        if (wait.isPresent()) {
            var told = new BeanPropertyBindingResult(form, "form");
            TooManyTries.answer(wait.get(), told, response);
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", told);
            return PAGE;
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        try {
            var viewer = accounts.register(newcomer.handle(), newcomer.email(), newcomer.password());
            addresses.prove(viewer.id(), newcomer.email(), site.addressForLetters(), locale);
            signIns.begin(viewer.id(), Way.SIGN_UP, request, response);
        } catch (DataIntegrityViolationException e) {
            // somebody took it between the look and the leap
            errors.rejectValue("handle", "account.handle.taken");
            return PAGE;
        }
        return "redirect:"
                + wanted.find(request).filter(path -> path.startsWith("/join/")).orElse("/join");
    }

    record SignUpForm(
            @Nullable String handle,
            @Nullable String email,
            @Nullable String password) {
        NewAccount newAccount() {
            return new NewAccount(
                    Objects.requireNonNullElse(handle, ""),
                    Objects.requireNonNullElse(email, ""),
                    Objects.requireNonNullElse(password, ""));
        }
    }
}
