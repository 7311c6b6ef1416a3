package app.emaki.cameo;

import app.emaki.account.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking somebody for their likeness, and what they answer, to a person or to one film. */
@Controller
class ConsentsController {
    private static final int LONGEST = 300;

    private final CameoQuery query;
    private final Consents consents;

    ConsentsController(CameoQuery query, Consents consents) {
        this.query = query;
        this.consents = consents;
    }

    @GetMapping("/cameo/requests/{handle}")
    String form(Viewer viewer, @PathVariable String handle, Model model) {
        model.addAttribute("cameo", named(viewer, handle));
        model.addAttribute("longest", LONGEST);
        return "cameo/ask";
    }

    @PostMapping("/cameo/requests/{handle}")
    String ask(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes toast) {
        var cameo = named(viewer, handle);
        consents.ask(
                viewer,
                cameo.id(),
                words.strip().substring(0, Math.min(LONGEST, words.strip().length())));
        toast.addFlashAttribute("toast", "cameo.asked");
        toast.addFlashAttribute("toastWith", cameo.name());
        return "redirect:/cameo/requests/" + cameo.handle();
    }

    @PutMapping("/cameo/{id}/grants/{account}")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID account,
            @RequestParam String answer,
            RedirectAttributes toast) {
        boolean allowed = !answer.equals("no");
        consents.answer(viewer.id(), id, account, allowed, answer.equals("once"));
        toast.addFlashAttribute("toast", allowed ? "cameo.allowed" : "cameo.declined");
        return "redirect:/cameo";
    }

    @DeleteMapping("/cameo/{id}/grants/{account}")
    String revoke(Viewer viewer, @PathVariable UUID id, @PathVariable UUID account, RedirectAttributes toast) {
        consents.revoke(viewer.id(), id, account);
        toast.addFlashAttribute("toast", "cameo.revoked");
        return "redirect:/cameo";
    }

    @PutMapping("/cameo/uses/{use}")
    String allow(Viewer viewer, @PathVariable UUID use, RedirectAttributes toast) {
        return decide(viewer, use, true, toast);
    }

    @DeleteMapping("/cameo/uses/{use}")
    String refuse(Viewer viewer, @PathVariable UUID use, RedirectAttributes toast) {
        return decide(viewer, use, false, toast);
    }

    private String decide(Viewer viewer, UUID use, boolean allowed, RedirectAttributes toast) {
        consents.decide(viewer.id(), use, allowed);
        toast.addFlashAttribute("toast", allowed ? "cameo.film.allowed" : "cameo.film.hidden");
        return "redirect:/cameo#films";
    }

    private CameoView named(Viewer viewer, String handle) {
        return query.named(viewer.id(), Mentions.in("@" + handle)).stream()
                .filter(cameo -> cameo.standing() != Standing.NONE)
                .findFirst()
                .orElseThrow(NoSuchCameo::new);
    }

    /** The names that a prompt could go on with, for whoever types an @. */
    @GetMapping("/cameo/names")
    String names(Viewer viewer, @RequestParam(defaultValue = "") @Nullable String q, Model model) {
        var start = q == null ? "" : q.strip();
        model.addAttribute("cameos", query.beginning(viewer.id(), start.substring(0, Math.min(20, start.length()))));
        return "cameo/names";
    }
}
