package app.emaki.account;

import app.emaki.platform.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs in by handle or e-mail and leads on to the page that was wanted. */
@Controller
class SignInController {
    private static final String PAGE = "account/sign-in";
    /** What may be said of the way to the provider and back. */
    private static final Set<String> TURNED = Set.of("stayed", "silent", "busy");

    private static final String SECOND = "account/sign-in-code";

    private final PasswordSignIn passwords;
    private final Accounts accounts;
    private final OidcProvider oidc;
    private final SecondFactor factor;
    private final Halfway halfway;
    private final SignInHistory history;
    private final SignIns signIns;
    private final WantedPage wanted;
    private final RateLimits limits;
    private final EntrySettings settings;

    SignInController(
            PasswordSignIn passwords,
            Accounts accounts,
            OidcProvider oidc,
            SecondFactor factor,
            Halfway halfway,
            SignInHistory history,
            SignIns signIns,
            WantedPage wanted,
            RateLimits limits,
            EntrySettings settings) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.oidc = oidc;
        this.factor = factor;
        this.halfway = halfway;
        this.history = history;
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

    @GetMapping("/sign-in")
    String show(
            @ModelAttribute("form") SignInForm form,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(name = "oidc", required = false) @Nullable String came,
            @Nullable Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (came != null) {
            model.addAttribute("came", TURNED.contains(came) ? came : "refused");
        }
        if (next != null) {
            wanted.keep(next, request, response);
        }
        return viewer == null ? PAGE : "redirect:/";
    }

    @PostMapping("/sign-in")
    String signIn(
            @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var gate = settings.signIn().of("sign-in", request);
        var wait = limits.take(gate);
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return PAGE;
        }
        try {
            var signedIn = passwords.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(form.username(), form.password()));
            limits.giveBack(gate);
            var account = ((SignedIn) Objects.requireNonNull(signedIn.getPrincipal())).id();
            if (factor.isOn(account)) {
                halfway.keep(account, Way.PASSWORD, request);
                return "redirect:/sign-in/code";
            }
            signIns.begin(account, Way.PASSWORD, request, response);
            return "redirect:" + wanted.take(request, response).orElse("/");
        } catch (BadCredentialsException e) {
            history.refused(HandleRule.normalise(Objects.requireNonNullElse(form.username(), "")), request);
            errors.reject("account.signIn.wrong");
        } catch (PasswordSignIn.Closed e) {
            limits.giveBack(gate);
            halfway.keep(e.account(), Way.PASSWORD, request);
            return "redirect:/sign-in/return";
        } catch (DisabledException e) {
            errors.reject("account.signIn.suspended");
        }
        return PAGE;
    }

    /** The second step, for whoever has an app that makes codes. */
    @GetMapping("/sign-in/code")
    String askForCode(@ModelAttribute("form") CodeForm form, HttpServletRequest request) {
        return halfway.find(request).isPresent() ? SECOND : "redirect:/sign-in";
    }

    @PostMapping("/sign-in/code")
    String takeCode(
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var known = halfway.find(request);
        if (known.isEmpty()) {
            return "redirect:/sign-in";
        }
        var account = known.get();
        if (!accounts.mayEnter(account)) {
            return "redirect:/sign-in/return";
        }
        var key = "second-factor:" + account;
        var wait = limits.take(key, settings.secondFactor());
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return SECOND;
        }
        var way = factor.take(account, Objects.requireNonNullElse(form.code(), ""));
        if (way.isEmpty()) {
            errors.rejectValue("code", "account.second.wrong");
            return SECOND;
        }
        limits.giveBack(key, settings.secondFactor());
        signIns.begin(account, halfway.way(request) == Way.OIDC ? Way.OIDC : way.get(), request, response);
        return "redirect:" + wanted.take(request, response).orElse("/");
    }

    record CodeForm(@Nullable String code) {}

    record SignInForm(@Nullable String username, @Nullable String password) {}
}
