package app.emaki.invite;

import app.emaki.account.Standing;
import app.emaki.account.TooManyTries;
import app.emaki.account.Viewer;
import app.emaki.account.WantedPage;
import app.emaki.invite.CodeRefused.Reason;
import app.emaki.platform.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The gate: where a pending account redeems its code, and all that it can reach. */
@Controller
class JoinController {
    private static final String GATE = "invite/join";
    private static final int LONGEST_TYPED = 12;

    private final Invites invites;
    private final InviteSettings settings;
    private final InviteRules rules;
    private final Patience patience;
    private final RateLimits limits;
    private final WantedPage wanted;

    JoinController(
            Invites invites,
            InviteSettings settings,
            InviteRules rules,
            Patience patience,
            RateLimits limits,
            WantedPage wanted) {
        this.rules = rules;
        this.patience = patience;
        this.invites = invites;
        this.settings = settings;
        this.limits = limits;
        this.wanted = wanted;
    }

    @ModelAttribute("cells")
    int cells() {
        return rules.longest();
    }

    @GetMapping("/join")
    String gate(@Nullable Viewer viewer, Model model, RedirectAttributes toast) {
        return gate("", viewer, model, toast);
    }

    /** A link that somebody was given: fills the code in, after signing up where need be. */
    @GetMapping("/join/{code}")
    String gate(
            @PathVariable String code,
            @Nullable Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes toast) {
        var meant = Code.meant(code).map(Code::text).orElse(code.substring(0, Math.min(code.length(), LONGEST_TYPED)));
        if (viewer == null) {
            wanted.keep("/join/" + meant, request, response);
        }
        return gate(meant, viewer, model, toast);
    }

    @PostMapping("/join")
    String redeem(
            @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            @Nullable Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (viewer == null) {
            return "redirect:/sign-in";
        }
        var tries = settings.of(viewer.id(), request);
        var wait = patience.needed(viewer.id(), request).or(() -> limits.take(tries));
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return GATE;
        }
        try {
            invites.redeem(viewer, Objects.requireNonNullElse(form.code(), ""), KeptSeat.token(request));
        } catch (CodeRefused refused) {
            if (refused.reason() == Reason.WRONG) {
                patience.missed(viewer.id(), request);
            }
            errors.rejectValue("code", refused.words());
            model.addAttribute("refused", refused.reason());
            return GATE;
        }
        limits.giveBack(tries);
        patience.forgive(viewer.id(), request);
        KeptSeat.forget(request, response);
        wanted.take(request, response);
        return "redirect:/invites/welcome";
    }

    private static String gate(String code, @Nullable Viewer viewer, Model model, RedirectAttributes toast) {
        if (viewer == null) {
            return "redirect:/sign-up";
        }
        if (viewer.standing() != Standing.PENDING) {
            toast.addFlashAttribute("toast", "invite.seated");
            return "redirect:/";
        }
        model.addAttribute("form", new JoinForm(code));
        return GATE;
    }

    record JoinForm(@Nullable String code) {}
}
