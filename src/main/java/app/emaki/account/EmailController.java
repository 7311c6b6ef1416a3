package app.emaki.account;

import app.emaki.platform.Mailbox;
import app.emaki.platform.RateLimits;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The address of whoever is signed in: whether it is proven, and another one in its place. */
@Controller
@RequestMapping("/settings/email")
class EmailController {
    private static final String PAGE = "account/email";
    private static final String BACK = "redirect:/settings/email";

    private final EmailAddresses addresses;
    private final Accounts accounts;
    private final AccountRepository repository;
    private final OwnerProof proof;
    private final Mailbox mailbox;
    private final RateLimits limits;
    private final EntrySettings settings;
    private final Site site;

    EmailController(
            EmailAddresses addresses,
            Accounts accounts,
            AccountRepository repository,
            OwnerProof proof,
            Mailbox mailbox,
            RateLimits limits,
            EntrySettings settings,
            Site site) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.repository = repository;
        this.proof = proof;
        this.mailbox = mailbox;
        this.limits = limits;
        this.settings = settings;
        this.site = site;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("form", new EmailForm("", ""));
        return page(viewer, model);
    }

    @PutMapping
    String change(
            Viewer viewer,
            @ModelAttribute("form") EmailForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes toast) {
        var email = EmailRule.normalise(Objects.requireNonNullElse(form.email(), ""));
        EmailRule.objection(email).ifPresent(code -> errors.rejectValue("email", code));
        if (errors.hasErrors()) {
            return page(viewer, model);
        }
        if (!proof.given(viewer, "password", form.password(), errors, request, response)) {
            return page(viewer, model);
        }
        if (email.equals(accounts.email(viewer.id()))) {
            return BACK;
        }
        // counted before it is told whether another account has the address
        var tries = limits.take(letters(viewer, email));
        if (tries.isPresent()) {
            TooManyTries.answer(tries.get(), errors, response);
            return page(viewer, model);
        }
        if (repository.existsByEmail(email)) {
            errors.rejectValue("email", "account.email.other");
            return page(viewer, model);
        }
        if (!mailbox.open()) {
            try {
                addresses.believe(viewer.id(), email);
            } catch (DataIntegrityViolationException e) {
                errors.rejectValue("email", "account.email.other");
                return page(viewer, model);
            }
            return kept(toast, "account.email.changed");
        }
        addresses.prove(viewer.id(), email, site.addressForLetters(), locale);
        return kept(toast, "account.email.sent");
    }

    /** Sends the link again, or for the first time. */
    @PostMapping("/verification")
    String prove(
            Viewer viewer,
            @ModelAttribute("form") EmailForm form,
            BindingResult errors,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes toast) {
        var email = addresses.waiting(viewer.id()).orElseGet(() -> accounts.email(viewer.id()));
        var wait = limits.take(letters(viewer, email));
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return page(viewer, model);
        }
        addresses.prove(viewer.id(), email, site.addressForLetters(), locale);
        return kept(toast, "account.email.sent");
    }

    @DeleteMapping("/verification")
    String callOff(Viewer viewer, RedirectAttributes toast) {
        addresses.forget(viewer.id());
        return kept(toast, "account.email.forgotten");
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("email", accounts.email(viewer.id()));
        model.addAttribute("verified", addresses.verified(viewer.id()));
        model.addAttribute("waiting", addresses.waiting(viewer.id()).orElse(null));
        model.addAttribute("mail", mailbox.open());
        model.addAttribute("hasPassword", proof.hasPassword(viewer));
        return PAGE;
    }

    /** Letters that one account may ask for, and that one address may get: nobody is pelted with them from here. */
    private Map<String, RateLimits.Limit> letters(Viewer viewer, String email) {
        var gate = new LinkedHashMap<String, RateLimits.Limit>();
        gate.put("email:" + viewer.id(), settings.letters());
        gate.put("email-to:" + email, settings.letters());
        return gate;
    }

    private static String kept(RedirectAttributes toast, String words) {
        toast.addFlashAttribute("toast", words);
        return BACK;
    }

    record EmailForm(@Nullable String email, @Nullable String password) {}
}
