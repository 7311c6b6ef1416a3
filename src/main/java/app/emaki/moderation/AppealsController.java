package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where moderators answer appeals. */
@Controller
@RequestMapping("/admin/moderation/appeals")
class AppealsController {
    private final Appeals appeals;
    private final MatterView view;

    AppealsController(Appeals appeals, MatterView view) {
        this.appeals = appeals;
        this.view = view;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        var open = appeals.open();
        model.addAttribute("appeals", open);
        model.addAttribute(
                "mine",
                open.stream()
                        .filter(appeal -> appeals.mayAnswer(viewer, appeal))
                        .map(Appeals.Open::id)
                        .collect(Collectors.toSet()));
        model.addAttribute(
                "cards",
                view.cards(open.stream().filter(it -> it.kind() == Kind.VIDEO).map(Appeals.Open::subjectId)));
        view.head(model);
        return "moderation/appeals";
    }

    @PostMapping("/{id}/answer")
    String answer(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean granted,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        var appeal = PublicId.parse(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var text = words.strip();
        if (text.length() > Appeals.LONGEST_ANSWER) {
            flash.addFlashAttribute("toast", "moderation.appeal.answer.length");
        } else {
            try {
                appeals.answer(viewer, appeal, granted, text);
                flash.addFlashAttribute("toast", granted ? "moderation.appeal.restored" : "moderation.appeal.kept");
            } catch (Decisions.Refused refused) {
                flash.addFlashAttribute("toast", refused.key());
            }
        }
        return "redirect:/admin/moderation/appeals";
    }
}
