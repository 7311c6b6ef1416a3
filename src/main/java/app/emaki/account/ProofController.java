package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks whoever sits at a session that was opened a while ago to show that they are its owner, before a way in is
 * added or taken away.
 */
@Controller
@RequestMapping("/settings/proof")
class ProofController {
    /** Leads here; what is wanted follows. */
    static final String FIRST = "redirect:/settings/proof?to=";

    private static final String PAGE = "account/proof";
    private static final String PASSKEYS = "/settings/security#passkeys";
    private static final Map<String, String> WANTED = Map.of(
            "passkeys",
            PASSKEYS,
            "second-factor",
            "/settings/second-factor",
            "api-keys",
            "/settings/api-keys",
            "oidc",
            "/settings/security#oidc");

    private final OwnerProof proof;

    ProofController(OwnerProof proof) {
        this.proof = proof;
    }

    @GetMapping
    String ask(
            Viewer viewer,
            @RequestParam(defaultValue = "passkeys") String to,
            HttpServletRequest request,
            Model model) {
        if (proof.fresh(request)) {
            return "redirect:" + WANTED.getOrDefault(to, PASSKEYS);
        }
        model.addAttribute("form", new ProofForm("", to));
        return page(viewer, model);
    }

    @PostMapping
    String prove(
            Viewer viewer,
            @ModelAttribute("form") ProofForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return proof.given(viewer, "password", form.password(), errors, request, response)
                ? "redirect:" + (form.to() == null ? PASSKEYS : WANTED.getOrDefault(form.to(), PASSKEYS))
                : page(viewer, model);
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("hasPassword", proof.hasPassword(viewer));
        return PAGE;
    }

    record ProofForm(@Nullable String password, @Nullable String to) {}
}
