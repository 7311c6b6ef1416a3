package app.emaki.invite;

import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The code field of the settings: for codes that bring something to whoever sits already. */
@Controller
class GiftController {
    private final Invites invites;
    private final InviteSettings settings;
    private final Patience patience;
    private final RateLimits limits;

    GiftController(Invites invites, InviteSettings settings, Patience patience, RateLimits limits) {
        this.invites = invites;
        this.settings = settings;
        this.patience = patience;
        this.limits = limits;
    }

    @PostMapping("/invites/gift")
    String accept(
            Viewer viewer,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            RedirectAttributes toast) {
        var tries = settings.of(viewer.id(), request);
        patience.needed(viewer.id(), request).or(() -> limits.take(tries)).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        try {
            invites.accept(viewer, code);
            limits.giveBack(tries);
            patience.forgive(viewer.id(), request);
            toast.addFlashAttribute("toast", "invite.gift.done");
        } catch (CodeRefused refused) {
            if (refused.reason() == CodeRefused.Reason.WRONG) {
                patience.missed(viewer.id(), request);
            }
            toast.addFlashAttribute("toast", refused.words());
        }
        return "redirect:/settings";
    }
}
