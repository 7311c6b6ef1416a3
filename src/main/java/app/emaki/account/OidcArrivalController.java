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
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Who came from the provider for the first time: a newcomer chooses a handle and still needs a code; whoever has an account with
 * the same address shows once that it is theirs.
 */
@Controller
@RequestMapping("/sign-in/oidc")
class OidcArrivalController {
    private static final String NEW = "account/oidc-new";
    private static final String KNOWN = "account/oidc-known";
    private static final String AGAIN = "redirect:/sign-in";

    private final OidcProvider provider;
    private final OidcGuest guest;
    private final OidcNewcomers newcomers;
    private final OidcIdentities identities;
    private final EmailAddresses addresses;
    private final Site site;
    private final Registration registration;
    private final AccountRepository accounts;
    private final PasswordSignIn passwords;
    private final SecondFactor factor;
    private final SignInHistory history;
    private final SignIns signIns;
    private final WantedPage wanted;
    private final RateLimits limits;
    private final EntrySettings settings;

    OidcArrivalController(
            OidcProvider provider,
            OidcGuest guest,
            OidcNewcomers newcomers,
            OidcIdentities identities,
            EmailAddresses addresses,
            Site site,
            Registration registration,
            AccountRepository accounts,
            PasswordSignIn passwords,
            SecondFactor factor,
            SignInHistory history,
            SignIns signIns,
            WantedPage wanted,
            RateLimits limits,
            EntrySettings settings) {
        this.provider = provider;
        this.guest = guest;
        this.newcomers = newcomers;
        this.identities = identities;
        this.addresses = addresses;
        this.site = site;
        this.registration = registration;
        this.accounts = accounts;
        this.passwords = passwords;
        this.factor = factor;
        this.history = history;
        this.signIns = signIns;
        this.wanted = wanted;
        this.limits = limits;
        this.settings = settings;
    }

    @ModelAttribute("provider")
    String provider() {
        return provider.name();
    }

    @GetMapping("/new")
    String askForHandle(HttpServletRequest request, Model model) {
        return guest.find(request)
                .map(person -> {
                    var taken = person.verified() && accounts.existsByEmail(person.email());
                    model.addAttribute("form", new NewcomerForm(person.handle(), taken ? "" : person.email()));
                    return NEW;
                })
                .orElse(AGAIN);
    }

    @PostMapping("/new")
    String signUp(
            @ModelAttribute("form") NewcomerForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var person = guest.find(request);
        if (person.isEmpty()) {
            return AGAIN;
        }
        var handle = HandleRule.normalise(Objects.requireNonNullElse(form.handle(), ""));
        var email = EmailRule.normalise(Objects.requireNonNullElse(form.email(), ""));
        registration.checkNames(handle, email, errors);
        if (errors.hasErrors() && !Registration.tellsOfOthers(errors)) {
            return NEW;
        }
        var wait = limits.take(settings.signUp().of("sign-up", request));
        if (wait.isPresent()) {
            var told = new BeanPropertyBindingResult(form, "form");
            TooManyTries.answer(wait.get(), told, response);
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", told);
            return NEW;
        }
        if (errors.hasErrors()) {
            return NEW;
        }
        try {
            var account = newcomers.register(handle, email, person.get());
            guest.forget(request);
            if (!addresses.verified(account)) {
                addresses.prove(account, email, site.addressForLetters(), locale);
            }
            signIns.begin(account, Way.SIGN_UP, request, response);
        } catch (DataIntegrityViolationException e) {
            errors.rejectValue("handle", "account.handle.taken");
            return NEW;
        }
        return "redirect:"
                + wanted.find(request).filter(path -> path.startsWith("/join/")).orElse("/join");
    }

    @GetMapping("/known")
    String askWhetherTheirs(HttpServletRequest request, Model model) {
        return owner(request)
                .map(account -> {
                    model.addAttribute("form", new OwnerForm("", ""));
                    model.addAttribute("second", factor.isOn(account.id()));
                    return KNOWN;
                })
                .orElse(AGAIN);
    }

    @PostMapping("/known")
    String link(
            @ModelAttribute("form") OwnerForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var person = guest.find(request);
        var account = owner(request);
        if (person.isEmpty() || account.isEmpty()) {
            return AGAIN;
        }
        var id = account.get().id();
        var second = factor.isOn(id);
        model.addAttribute("second", second);
        var gate = settings.signIn().of("sign-in", request);
        gate.put("second-factor:" + id, settings.secondFactor());
        var wait = limits.take(gate);
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return KNOWN;
        }
        if (!passwords.matches(id, Objects.requireNonNullElse(form.password(), ""))) {
            history.refused(account.get().handle(), request);
            errors.rejectValue("password", "account.password.current.wrong");
            return KNOWN;
        }
        if (second
                && factor.take(id, Objects.requireNonNullElse(form.code(), "")).isEmpty()) {
            errors.rejectValue("code", "account.second.wrong");
            return KNOWN;
        }
        limits.giveBack(gate);
        if (account.get().standing() == Standing.CLOSED || !identities.link(id, person.get())) {
            errors.reject("account.oidc.taken");
            return KNOWN;
        }
        guest.forget(request);
        signIns.begin(id, Way.OIDC, request, response);
        return "redirect:" + wanted.take(request, response).orElse("/");
    }

    /** Whose account has the address that the provider says is this person's. */
    private java.util.Optional<Account> owner(HttpServletRequest request) {
        return guest.find(request).filter(OidcPerson::verified).flatMap(person -> accounts.findByEmail(person.email()));
    }

    record NewcomerForm(@Nullable String handle, @Nullable String email) {}

    record OwnerForm(@Nullable String password, @Nullable String code) {}
}
