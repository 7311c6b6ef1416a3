package app.emaki.account;

import app.emaki.platform.Mailbox;
import app.emaki.platform.RateLimits;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new password for whoever forgot theirs, by a link that works once. */
@Controller
class ForgottenController {
    private static final String ASK = "account/forgotten";
    private static final String SET = "account/new-password";

    private final AccountRepository repository;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final EmailAddresses addresses;
    private final Registration registration;
    private final Sessions sessions;
    private final Mailbox mailbox;
    private final MessageSource messages;
    private final RateLimits limits;
    private final EntrySettings settings;
    private final Site site;

    ForgottenController(
            AccountRepository repository,
            Accounts accounts,
            OneTimeLinks links,
            EmailAddresses addresses,
            Registration registration,
            Sessions sessions,
            Mailbox mailbox,
            MessageSource messages,
            RateLimits limits,
            EntrySettings settings,
            Site site) {
        this.repository = repository;
        this.accounts = accounts;
        this.links = links;
        this.addresses = addresses;
        this.registration = registration;
        this.sessions = sessions;
        this.mailbox = mailbox;
        this.messages = messages;
        this.limits = limits;
        this.settings = settings;
        this.site = site;
    }

    @ModelAttribute("mail")
    boolean mail() {
        return mailbox.open();
    }

    @GetMapping("/sign-in/forgotten")
    String ask(@ModelAttribute("form") AddressForm form) {
        return ASK;
    }

    /** Answers the same whether the address is known or not. */
    @PostMapping("/sign-in/forgotten")
    String send(
            @ModelAttribute("form") AddressForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var wait = limits.take(settings.signUp().of("forgotten", request));
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return ASK;
        }
        repository
                .findByLogin(EmailRule.normalise(Objects.requireNonNullElse(form.email(), "")))
                .filter(account -> mailbox.open())
                .filter(account -> account.standing() != Standing.CLOSED || account.mayReopen())
                // nobody is pelted with letters by many who ask; they are answered as ever
                .filter(account -> limits.take("email-to:" + account.email(), settings.letters())
                        .isEmpty())
                .ifPresent(account -> {
                    var link = site.addressForLetters() + "/sign-in/password/" + links.make(account.id(), null);
                    mailbox.send(
                            account.email(),
                            messages.getMessage("account.forgotten.mail.subject", null, locale),
                            messages.getMessage(
                                    "account.forgotten.mail.words", new Object[] {account.handle(), link}, locale));
                });
        model.addAttribute("done", true);
        return ASK;
    }

    @GetMapping("/sign-in/password/{token}")
    String open(@PathVariable String token, Model model, HttpServletResponse response) {
        model.addAttribute("form", new PasswordForm(""));
        return links.find(token).isPresent() ? SET : gone(model, response);
    }

    @PostMapping("/sign-in/password/{token}")
    String set(
            @PathVariable String token,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes toast) {
        var link = links.find(token);
        if (link.isEmpty()) {
            return gone(model, response);
        }
        var owner = accounts.find(link.get()).orElseThrow(NoSuchAccount::new);
        var password = PasswordRule.normalise(Objects.requireNonNullElse(form.password(), ""));
        registration.checkPassword(password, owner.handle(), accounts.email(owner.id()), errors);
        if (errors.hasErrors()) {
            return SET;
        }
        boolean sent = links.wasSent(token);
        if (links.use(token).isEmpty()) {
            return gone(model, response);
        }
        if (sent) {
            addresses.proven(owner.id());
        }
        accounts.resetPassword(owner.id(), password);
        sessions.endAll(owner.id());
        toast.addFlashAttribute("toast", "account.forgotten.changed");
        return "redirect:/sign-in";
    }

    private static String gone(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("spent", true);
        return SET;
    }

    record AddressForm(@Nullable String email) {}

    record PasswordForm(@Nullable String password) {}
}
