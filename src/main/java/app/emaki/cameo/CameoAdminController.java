package app.emaki.cameo;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where those who moderate find requests to take films down, and admins the limits on cameos. */
@Controller
@RequestMapping("/admin/moderation/cameo")
class CameoAdminController {
    private static final int LONGEST = 1000;

    private final Takedowns takedowns;
    private final CameoLimits limits;

    CameoAdminController(Takedowns takedowns, CameoLimits limits) {
        this.takedowns = takedowns;
        this.limits = limits;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String before, Model model) {
        var requests =
                takedowns.list(before == null ? null : Cursor.parse(before).orElse(null));
        model.addAttribute("requests", requests);
        model.addAttribute("branches", takedowns.branches(requests));
        model.addAttribute("limits", limits);
        return "cameo/admin";
    }

    @PutMapping("/{id}")
    String decide(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam boolean down,
            @RequestParam(defaultValue = "false") boolean branch,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes toast) {
        boolean decided = takedowns.decide(
                viewer,
                id,
                down,
                branch,
                answer.strip().substring(0, Math.min(LONGEST, answer.strip().length())));
        toast.addFlashAttribute(
                "toast", !decided ? "cameo.admin.own" : down ? "cameo.admin.down" : "cameo.admin.declined");
        return "redirect:/admin/moderation/cameo";
    }

    @PutMapping("/limits")
    String change(
            Viewer viewer,
            @RequestParam(defaultValue = "2") int inAFilm,
            @RequestParam(defaultValue = "12") int characters,
            RedirectAttributes toast) {
        if (viewer.administers()) {
            limits.change(viewer.id(), inAFilm, characters);
            toast.addFlashAttribute("toast", "cameo.admin.kept");
        }
        return "redirect:/admin/moderation/cameo";
    }
}
