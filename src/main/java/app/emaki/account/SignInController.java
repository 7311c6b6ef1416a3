package app.emaki.account;

import app.emaki.platform.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs in by handle or e-mail and leads on to the page that was wanted. */
@Controller
class SignInController {
    private static final String PAGE = "account/sign-in";

    private final PasswordSignIn passwords;
    private final SignIns signIns;
    private final WantedPage wanted;
    private final RateLimits limits;
    private final EntrySettings settings;

    SignInController(
            PasswordSignIn passwords, SignIns signIns, WantedPage wanted, RateLimits limits, EntrySettings settings) {
        this.passwords = passwords;
        this.signIns = signIns;
        this.wanted = wanted;
        this.limits = limits;
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String show(
            @ModelAttribute("form") SignInForm form,
            @RequestParam(required = false) @Nullable String next,
            @Nullable Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
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
            signIns.begin(((SignedIn) Objects.requireNonNull(signedIn.getPrincipal())).id(), request, response);
            return "redirect:" + wanted.take(request, response).orElse("/");
        } catch (BadCredentialsException e) {
            errors.reject("account.signIn.wrong");
        } catch (DisabledException e) {
            errors.reject("account.signIn.suspended");
        }
        return PAGE;
    }

    record SignInForm(@Nullable String username, @Nullable String password) {}
}
