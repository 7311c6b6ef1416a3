package app.emaki.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving, and coming back while that is possible. */
@Controller
class ClosureController {
    private static final String PAGE = "account/closure";

    private final Leaving leaving;
    private final OwnerProof proof;
    private final SecondFactor factor;
    private final CodeProof codes;
    private final Halfway halfway;
    private final SignIns signIns;

    ClosureController(
            Leaving leaving, OwnerProof proof, SecondFactor factor, CodeProof codes, Halfway halfway, SignIns signIns) {
        this.leaving = leaving;
        this.proof = proof;
        this.factor = factor;
        this.codes = codes;
        this.halfway = halfway;
        this.signIns = signIns;
    }

    @ModelAttribute("hasPassword")
    boolean hasPassword(@Nullable Viewer viewer) {
        return viewer == null || proof.hasPassword(viewer);
    }

    @GetMapping("/settings/closure")
    String ask(Viewer viewer, Model model) {
        model.addAttribute("form", new ClosureForm(""));
        model.addAttribute("last", leaving.wouldLeaveNobody(viewer));
        return PAGE;
    }

    @PostMapping("/settings/closure")
    String close(
            Viewer viewer,
            @ModelAttribute("form") ClosureForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("last", leaving.wouldLeaveNobody(viewer));
        if (!proof.given(viewer, "password", form.password(), errors, request, response)) {
            return PAGE;
        }
        if (leaving.wouldLeaveNobody(viewer)) {
            return PAGE;
        }
        leaving.close(viewer.id());
        return "redirect:/sign-in?left";
    }

    /** Whoever signs in to an account that they closed is asked whether they want it back. */
    @GetMapping("/sign-in/return")
    String mayReturn(HttpServletRequest request, Model model) {
        var account = halfway.find(request).filter(leaving::mayReturn);
        if (account.isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("form", new ReturnForm(""));
        return returning(account.get(), request, model);
    }

    /** Nothing comes back before everything was shown that a sign-in asks for. */
    @PostMapping("/sign-in/return")
    String comeBack(
            @ModelAttribute("form") ReturnForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var account = halfway.find(request).filter(leaving::mayReturn);
        if (account.isEmpty()) {
            return "redirect:/sign-in";
        }
        var id = account.get();
        if (asksForCode(id, request) && !codes.given(id, "code", form.code(), errors, response)) {
            return returning(id, request, model);
        }
        leaving.comeBack(id);
        signIns.begin(id, halfway.way(request), request, response);
        return "redirect:/";
    }

    private String returning(UUID account, HttpServletRequest request, Model model) {
        model.addAttribute("end", leaving.end(account).atOffset(ZoneOffset.UTC));
        model.addAttribute("second", asksForCode(account, request));
        return "account/return";
    }

    /** A passkey verified its owner already. */
    private boolean asksForCode(UUID account, HttpServletRequest request) {
        return factor.isOn(account) && halfway.way(request) != Way.PASSKEY;
    }

    record ReturnForm(@Nullable String code) {}

    record ClosureForm(@Nullable String password) {}
}
