package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Links an account kept elsewhere with one's own, once its owner has shown that it is theirs, and unlinks it. */
@Controller
@RequestMapping("/settings/oidc")
class OidcLinksController {
    private static final String PAGE = "account/oidc-link";
    private static final String BACK = "redirect:/settings/security#oidc";

    private final OidcProvider provider;
    private final OidcGuest guest;
    private final WaysIn ways;
    private final OwnerProof proof;

    OidcLinksController(OidcProvider provider, OidcGuest guest, WaysIn ways, OwnerProof proof) {
        this.provider = provider;
        this.guest = guest;
        this.ways = ways;
        this.proof = proof;
    }

    @GetMapping
    String ask(Viewer viewer, Model model) {
        model.addAttribute("form", new LinkForm(""));
        return page(viewer, model);
    }

    @PostMapping
    String link(
            Viewer viewer,
            @ModelAttribute("form") LinkForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!proof.given(viewer, "password", form.password(), errors, request, response)) {
            return page(viewer, model);
        }
        guest.wantsLink(viewer.id(), request);
        // a form may not lead to another site, so a link does
        model.addAttribute("ready", true);
        return page(viewer, model);
    }

    @DeleteMapping("/{id}")
    String unlink(Viewer viewer, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes toast) {
        if (!proof.fresh(request)) {
            return ProofController.FIRST + "oidc";
        }
        toast.addFlashAttribute("toast", ways.unlink(viewer.id(), id) ? "account.oidc.unlinked" : "account.oidc.last");
        return BACK;
    }

    private String page(Viewer viewer, Model model) {
        if (!provider.offered()) {
            return BACK;
        }
        model.addAttribute("provider", provider.name());
        model.addAttribute("hasPassword", proof.hasPassword(viewer));
        return PAGE;
    }

    record LinkForm(@Nullable String password) {}
}
