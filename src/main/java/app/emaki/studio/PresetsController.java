package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.PromptWriter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps what lies on the desk as a preset. */
@Controller
@RequestMapping("/studio/presets")
class PresetsController {
    private final Drafts drafts;
    private final Presets presets;
    private final Wording wording;

    PresetsController(Drafts drafts, Presets presets, Wording wording) {
        this.drafts = drafts;
        this.presets = presets;
        this.wording = wording;
    }

    @PostMapping
    String keep(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<Part> parts,
            @RequestParam(defaultValue = "false") boolean settings,
            Locale locale,
            RedirectAttributes redirect) {
        var refusal = kept(viewer, PromptForm.named(name), parts, settings, locale);
        if (refusal != null) {
            redirect.addFlashAttribute("refused", refusal);
            return "redirect:/studio/drafts";
        }
        redirect.addFlashAttribute("toast", "studio.preset.kept");
        redirect.addFlashAttribute("toastWith", PromptForm.named(name));
        return "redirect:/studio";
    }

    @PutMapping("/{publicId}/name")
    String rename(Viewer viewer, @PathVariable String publicId, @RequestParam String name) {
        var named = PromptForm.named(name);
        if (!named.isEmpty()) {
            presets.rename(viewer, DraftsController.id(publicId), named);
        }
        return "redirect:/studio/drafts#presets";
    }

    @DeleteMapping("/{publicId}")
    String delete(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        presets.delete(viewer, DraftsController.id(publicId));
        redirect.addFlashAttribute("deleted", "/studio/presets/" + publicId);
        return "redirect:/studio/drafts";
    }

    @PutMapping("/{publicId}")
    String bringBack(Viewer viewer, @PathVariable String publicId) {
        presets.bringBack(viewer, DraftsController.id(publicId));
        return "redirect:/studio/drafts#presets";
    }

    /** Null when it is kept, else the reason in words. */
    private @Nullable String kept(Viewer viewer, String name, Set<Part> parts, boolean settings, Locale locale) {
        var draft = drafts.of(viewer);
        var language = PromptLanguage.of(draft.text(), PromptLanguage.of(locale));
        var text = PromptWriter.write(Preset.only(PromptReader.read(draft.text()), parts), language);
        if (name.isEmpty()) {
            return wording.say(locale, "studio.preset.nameless");
        }
        if (text.isEmpty() && !settings) {
            return wording.say(locale, "studio.preset.empty");
        }
        return presets.add(viewer, name, text, settings ? Preset.Film.of(draft) : null)
                ? null
                : wording.say(locale, "studio.preset.full", Presets.MOST);
    }
}
