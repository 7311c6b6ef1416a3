package app.emaki.social;

import app.emaki.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody chooses who may see what of them. */
@Controller
@RequestMapping("/settings/privacy")
class PrivacyController {
    private final Privacy privacy;

    PrivacyController(Privacy privacy) {
        this.privacy = privacy;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("choices", privacy.of(viewer.id()));
        return "social/privacy";
    }

    @PutMapping
    String choose(Viewer viewer, HttpServletRequest form, RedirectAttributes toast) {
        for (var part : Privacy.Part.values()) {
            var wish = form.getParameter(part.name());
            part.circles().stream()
                    .filter(circle -> circle.name().equals(wish))
                    .forEach(circle -> privacy.choose(viewer.id(), part, circle));
        }
        toast.addFlashAttribute("toast", "account.settings.kept");
        return "redirect:/settings/privacy";
    }
}
