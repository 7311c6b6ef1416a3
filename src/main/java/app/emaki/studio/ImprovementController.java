package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.studio.prompt.PromptLanguage;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Better words for what lies on the desk. Nothing is changed here: its author reads them and takes them, or not. */
@Controller
class ImprovementController {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(120, Duration.ofHours(1));

    private final Drafts drafts;
    private final Desks desks;
    private final Improver improver;
    private final Writer writer;
    private final RateLimits limits;

    ImprovementController(Drafts drafts, Desks desks, Improver improver, Writer writer, RateLimits limits) {
        this.drafts = drafts;
        this.desks = desks;
        this.improver = improver;
        this.writer = writer;
        this.limits = limits;
    }

    @PostMapping("/studio/improvement")
    String improve(
            Viewer viewer,
            @ModelAttribute PromptForm form,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            Locale locale,
            Model model) {
        limits.take("improve:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        var sheet = form.sheet().flatMap(id -> drafts.find(viewer, id)).orElseGet(() -> drafts.of(viewer));
        var draft = form.draft(sheet, PromptLanguage.of(locale));
        model.addAttribute("draft", draft);
        model.addAttribute(
                "better", improver.improve(desks.composition(viewer, draft, locale), desks.hushed(viewer, draft)));
        model.addAttribute("writer", writer.model());
        model.addAttribute(
                "tongue",
                PromptLanguage.of(draft.text(), PromptLanguage.of(locale)).code());
        return fragment.isEmpty() ? "studio/improve" : "studio/improve :: better";
    }
}
