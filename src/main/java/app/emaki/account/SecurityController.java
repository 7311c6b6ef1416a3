package app.emaki.account;

import app.emaki.platform.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How somebody signs in, and where they stay signed in. */
@Controller
class SecurityController {
    private static final String PAGE = "account/security";

    private final Accounts accounts;
    private final OwnerProof proof;
    private final Registration registration;
    private final Sessions sessions;
    private final SecondFactor factor;
    private final PasskeyStore passkeys;
    private final OidcProvider oidc;
    private final OidcIdentities identities;
    private final SignInHistory history;

    SecurityController(
            Accounts accounts,
            OwnerProof proof,
            Registration registration,
            Sessions sessions,
            SecondFactor factor,
            PasskeyStore passkeys,
            OidcProvider oidc,
            OidcIdentities identities,
            SignInHistory history) {
        this.accounts = accounts;
        this.proof = proof;
        this.registration = registration;
        this.sessions = sessions;
        this.factor = factor;
        this.passkeys = passkeys;
        this.oidc = oidc;
        this.identities = identities;
        this.history = history;
    }

    @GetMapping("/settings/security")
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "history",
                history.of(
                        viewer.id(),
                        before == null ? null : Cursor.parse(before).orElse(null)));
        return page(viewer, request, model);
    }

    @PutMapping("/settings/password")
    String changePassword(
            Viewer viewer,
            @ModelAttribute("secret") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes toast) {
        if (!proof.given(viewer, "current", form.current(), errors, request, response)) {
            return page(viewer, request, model);
        }
        var password = PasswordRule.normalise(Objects.requireNonNullElse(form.password(), ""));
        registration.checkPassword(password, viewer.handle(), accounts.email(viewer.id()), errors);
        if (errors.hasErrors()) {
            return page(viewer, request, model);
        }
        accounts.changePassword(viewer.id(), password);
        sessions.endOthers(viewer.id(), request.getSession().getId());
        return kept(toast, "account.password.changed");
    }

    @DeleteMapping("/settings/sessions")
    String signOutElsewhere(Viewer viewer, HttpServletRequest request, RedirectAttributes toast) {
        sessions.endOthers(viewer.id(), request.getSession().getId());
        return kept(toast, "account.sessions.ended");
    }

    @DeleteMapping("/settings/sessions/{key}")
    String signOut(@PathVariable String key, Viewer viewer, RedirectAttributes toast) {
        sessions.end(viewer.id(), key);
        return kept(toast, "account.sessions.ended");
    }

    private String page(Viewer viewer, HttpServletRequest request, Model model) {
        if (!model.containsAttribute("secret")) {
            model.addAttribute("secret", new PasswordForm("", ""));
        }
        if (!model.containsAttribute("history")) {
            model.addAttribute("history", history.of(viewer.id(), null));
        }
        model.addAttribute("fresh", proof.fresh(request));
        model.addAttribute("second", factor.isOn(viewer.id()));
        model.addAttribute("codesLeft", factor.codesLeft(viewer.id()));
        model.addAttribute("passkeys", passkeys.of(viewer.id()));
        model.addAttribute("hasPassword", proof.hasPassword(viewer));
        model.addAttribute("oidc", oidc.offered() ? oidc.name() : null);
        model.addAttribute("oidcIssuer", oidc.issuer());
        model.addAttribute("identities", identities.of(viewer.id()));
        model.addAttribute(
                "sessions", sessions.of(viewer.id(), request.getSession().getId()));
        return PAGE;
    }

    private static String kept(RedirectAttributes toast, String words) {
        toast.addFlashAttribute("toast", words);
        return "redirect:/settings/security";
    }

    record PasswordForm(@Nullable String current, @Nullable String password) {}
}
