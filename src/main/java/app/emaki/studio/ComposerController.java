package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.Generations;
import app.emaki.platform.PublicId;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.PromptWriter;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The composer, and the draft on it, which is kept at every pause in typing. */
@Controller
class ComposerController {
    private final Drafts drafts;
    private final Desks desks;
    private final Phrasebook phrasebook;
    private final Videos videos;
    private final Generations generations;
    private final Wording wording;

    ComposerController(
            Drafts drafts,
            Desks desks,
            Phrasebook phrasebook,
            Videos videos,
            Generations generations,
            Wording wording) {
        this.drafts = drafts;
        this.desks = desks;
        this.phrasebook = phrasebook;
        this.videos = videos;
        this.generations = generations;
        this.wording = wording;
    }

    /** The desk as it was left; {@code prompt} or {@code remix} lay something new on it. */
    @GetMapping("/studio")
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String prompt,
            @RequestParam(required = false) @Nullable String remix,
            Locale locale,
            Model model) {
        var draft = drafts.of(viewer);
        if (prompt != null && !prompt.isBlank()) {
            draft = draft.starting(prompt, draft.aspect(), draft.seconds()).continuing(null);
        }
        if (remix != null) {
            draft = videos.find(viewer, remix).map(continued(draft)).orElse(draft);
        }
        return page(viewer, draft, locale, model);
    }

    /** Keeps the draft; a touch on a fix, a phrase, a starter or a note's cross changes it first. */
    @PutMapping("/studio/draft")
    String keep(
            Viewer viewer,
            @ModelAttribute PromptForm form,
            @ModelAttribute Touch touch,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            Locale locale,
            Model model) {
        var reader = PromptLanguage.of(locale);
        var draft = touched(viewer, form.draft(drafts.of(viewer), reader), touch, locale);
        drafts.keep(viewer, draft);
        if (fragment.isEmpty()) {
            return "redirect:/studio";
        }
        page(viewer, draft, locale, model);
        return "studio/desk :: answer";
    }

    /** Gives the order; what cannot be made is shown again with the reason, and no word of it is lost. */
    @PostMapping("/generations")
    String generate(
            Viewer viewer,
            @ModelAttribute PromptForm form,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var draft = form.draft(drafts.of(viewer), PromptLanguage.of(locale));
        drafts.keep(viewer, draft);
        try {
            if (form.badSeed()) {
                model.addAttribute("refused", wording.say(locale, "studio.refused.seed"));
            } else {
                generations.submit(viewer, draft.order(PromptLanguage.of(locale)));
                redirect.addFlashAttribute("toast", "studio.ordered");
                return "redirect:/generations";
            }
        } catch (GenerationRefused refused) {
            model.addAttribute("refused", wording.refusal(locale, refused.refusal()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, draft, locale, model);
    }

    /** What was pressed, if anything. */
    record Touch(
            @Nullable String fix,
            @Nullable String phrase,
            @Nullable String starter,
            @Nullable String dismiss,
            @Nullable String forget) {}

    private Draft touched(Viewer viewer, Draft draft, Touch touch, Locale locale) {
        if (touch.fix() != null) {
            return desks.mended(viewer, draft, touch.fix(), locale);
        }
        if (touch.phrase() != null) {
            return phrasebook
                    .phrase(touch.phrase())
                    .map(picked -> draft.saying(adding(draft, picked, locale)))
                    .orElse(draft);
        }
        if (touch.starter() != null) {
            return phrasebook
                    .starter(touch.starter())
                    .map(it -> draft.starting(it.text().in(PromptLanguage.of(locale)), it.aspect(), it.seconds()))
                    .orElse(draft);
        }
        if (touch.dismiss() != null) {
            var dismissed = new LinkedHashSet<>(draft.dismissed());
            dismissed.add(touch.dismiss());
            return draft.dismissing(dismissed);
        }
        return touch.forget() != null ? draft.continuing(null) : draft;
    }

    private static String adding(Draft draft, Phrasebook.Picked picked, Locale locale) {
        var language = PromptLanguage.of(draft.text(), PromptLanguage.of(locale));
        var parts = PromptReader.read(draft.text())
                .plus(picked.part(), picked.phrase().in(language), language);
        return PromptWriter.write(parts, language);
    }

    private static java.util.function.Function<VideoCard, Draft> continued(Draft draft) {
        return video -> {
            UUID id = PublicId.parse(video.publicId()).orElseThrow();
            var words = video.prompt() == null ? draft : draft.saying(video.prompt());
            return words.continuing(id);
        };
    }

    private String page(Viewer viewer, Draft draft, Locale locale, Model model) {
        model.addAttribute("desk", desks.of(viewer, draft, locale));
        model.addAttribute("chips", phrasebook.chips());
        model.addAttribute("starters", phrasebook.starters());
        model.addAttribute("reader", PromptLanguage.of(locale));
        return "studio/composer";
    }
}
