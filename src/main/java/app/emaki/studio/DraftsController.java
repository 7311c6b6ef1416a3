package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The drawer with everything that somebody is writing. */
@Controller
@RequestMapping("/studio/drafts")
class DraftsController {
    private final Drafts drafts;
    private final Presets presets;
    private final Wording wording;

    DraftsController(Drafts drafts, Presets presets, Wording wording) {
        this.drafts = drafts;
        this.presets = presets;
        this.wording = wording;
    }

    @GetMapping
    String list(Viewer viewer, Locale locale, Model model) {
        model.addAttribute(
                "sheets",
                drafts.list(viewer, Drafts.MOST).stream().map(Sheet::of).toList());
        model.addAttribute("presets", presets.list(viewer));
        model.addAttribute("most", Drafts.MOST);
        model.addAttribute("unnamed", Drafts.MOST_UNNAMED);
        model.addAttribute("wording", new GenerationsController.Spoken(wording, locale));
        return "studio/drafts";
    }

    /** Takes a sheet out of the drawer and lays it on the desk. */
    @PutMapping("/{publicId}/desk")
    String open(Viewer viewer, @PathVariable String publicId) {
        drafts.open(viewer, id(publicId));
        return "redirect:/studio";
    }

    @PutMapping("/{publicId}/name")
    String rename(Viewer viewer, @PathVariable String publicId, @RequestParam String name) {
        drafts.rename(viewer, id(publicId), PromptForm.named(name));
        return "redirect:/studio/drafts";
    }

    @DeleteMapping("/{publicId}")
    String delete(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        drafts.delete(viewer, id(publicId));
        redirect.addFlashAttribute("deleted", "/studio/drafts/" + publicId);
        return "redirect:/studio/drafts";
    }

    @PutMapping("/{publicId}")
    String bringBack(Viewer viewer, @PathVariable String publicId) {
        drafts.bringBack(viewer, id(publicId));
        return "redirect:/studio/drafts";
    }

    static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(NoSuchDraft::new);
    }
}
