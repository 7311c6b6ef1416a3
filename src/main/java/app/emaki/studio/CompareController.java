package app.emaki.studio;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Generations;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.Reference;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture.Role;
import app.emaki.model.VideoModels;
import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import app.emaki.studio.prompt.PromptLanguage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 見くらべ: the same words by several models. */
@Controller
@RequestMapping("/compare")
class CompareController {
    private final Comparisons comparisons;
    private final Drafts drafts;
    private final DraftPictures pictures;
    private final Generations generations;
    private final VideoModels models;
    private final Plans plans;
    private final Scores scores;
    private final Wording wording;

    CompareController(
            Comparisons comparisons,
            Drafts drafts,
            DraftPictures pictures,
            Generations generations,
            VideoModels models,
            Plans plans,
            Scores scores,
            Wording wording) {
        this.comparisons = comparisons;
        this.drafts = drafts;
        this.pictures = pictures;
        this.generations = generations;
        this.models = models;
        this.plans = plans;
        this.scores = scores;
        this.wording = wording;
    }

    /** The form, as on the desk or as it was sent, and what it would cost. */
    @GetMapping
    String form(
            Viewer viewer,
            @ModelAttribute CompareForm form,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            Locale locale,
            Model model) {
        var page = page(viewer, form, Cursor.parse(after).orElse(null), locale, model);
        return fragment.isEmpty() ? page : "studio/compare :: quote";
    }

    @PostMapping
    String start(
            Viewer viewer,
            @ModelAttribute CompareForm form,
            @RequestParam(defaultValue = "") String once,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var round = round(viewer, form, locale);
        if (round.why() == null) {
            try {
                var id = comparisons.start(viewer, round.orders(), form.isBlind(), once);
                return "redirect:/compare/" + PublicId.of(id);
            } catch (GenerationRefused refused) {
                model.addAttribute("refused", wording.refusal(locale, refused.refusal()));
            } catch (ImageRefused gone) {
                model.addAttribute("refused", wording.say(locale, "studio.picture.gone"));
            }
        } else {
            model.addAttribute("refused", round.why());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, form, null, locale, model);
    }

    @GetMapping("/{publicId}")
    String one(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            Locale locale,
            Model model) {
        var comparison = comparisons.find(viewer, id(publicId)).orElseThrow(NoSuchDraft::new);
        model.addAttribute("duel", comparison);
        model.addAttribute("criteria", Criterion.checklist());
        model.addAttribute("overall", Criterion.OVERALL);
        model.addAttribute("scores", comparison.open() ? scores.byModel() : Map.of());
        model.addAttribute("wording", new GenerationsController.Spoken(wording, locale));
        return fragment.isEmpty() ? "studio/duel" : "studio/duel :: duel";
    }

    /** The verdict; afterwards the names are shown. */
    @PutMapping("/{publicId}/verdict")
    String decide(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestParam Map<String, String> opinions,
            RedirectAttributes redirect) {
        var comparison = comparisons.find(viewer, id(publicId)).orElseThrow(NoSuchDraft::new);
        var read = opinions(opinions, comparison.sides().size());
        if (read.containsKey(Criterion.OVERALL)) {
            redirect.addFlashAttribute(
                    "toast",
                    comparisons.decide(viewer, comparison.id(), read)
                            ? "studio.compare.thanks"
                            : "studio.compare.late");
        }
        return "redirect:/compare/" + comparison.publicId();
    }

    @PostMapping("/{publicId}/sides/{place}/retry")
    String retry(
            Viewer viewer,
            @PathVariable String publicId,
            @PathVariable int place,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            comparisons.retry(viewer, id(publicId), place);
        } catch (GenerationRefused refused) {
            redirect.addFlashAttribute("refused", wording.refusal(locale, refused.refusal()));
        } catch (ImageRefused gone) {
            redirect.addFlashAttribute("refused", wording.say(locale, "studio.picture.gone"));
        }
        return "redirect:/compare/" + publicId;
    }

    /**
     * What the form comes to.
     *
     * @param why it cannot be ordered; null when it can
     */
    record Round(
            List<GenerationRequest> orders,
            int credits,
            @Nullable String note,
            @Nullable String why) {}

    private Round round(Viewer viewer, CompareForm form, Locale locale) {
        var draft = form.draft(drafts.of(viewer));
        var laid = pictures.of(viewer, draft);
        var chosen = chosen(form, laid.isPresent());
        if (chosen.size() < Comparisons.LEAST || chosen.size() > Comparisons.MOST) {
            return new Round(
                    List.of(),
                    0,
                    null,
                    wording.say(locale, "studio.compare.number", Comparisons.LEAST, Comparisons.MOST));
        }
        var limits = plans.limits(viewer.plan());
        var seconds = CompareForm.length(chosen, draft.seconds(), limits.maxSeconds());
        if (seconds.isEmpty()) {
            return new Round(List.of(), 0, null, wording.say(locale, "studio.compare.length"));
        }
        if (!CompareForm.frames(chosen).contains(draft.aspect())) {
            return new Round(List.of(), 0, null, wording.say(locale, "studio.compare.frame"));
        }
        if (form.pictured() && laid.isEmpty()) {
            return new Round(List.of(), 0, null, wording.say(locale, "studio.picture.gone"));
        }
        var shown = laid.filter(it -> pictured(form, laid.isPresent()));
        var why = shown.map(it -> pictureWhy(it, chosen, locale)).orElse("");
        if (!why.isEmpty()) {
            return new Round(List.of(), 0, null, why);
        }
        var order = draft.order(PromptLanguage.of(locale))
                .showing(shown.map(it -> new Reference(Role.FIRST_FRAME, it.key())).stream()
                        .toList());
        var orders = chosen.stream()
                .map(offer -> CompareForm.fitted(order, offer, seconds.get(), limits.maxLines()))
                .toList();
        int credits = orders.stream()
                .mapToInt(it -> generations.quote(viewer, it).credits())
                .sum();
        var note =
                seconds.get() == draft.seconds() ? null : wording.say(locale, "studio.compare.fitted", seconds.get());
        return new Round(orders, credits, note, null);
    }

    /** Why films of these models cannot start from the picture; empty when they can. */
    private String pictureWhy(DraftPicture picture, List<ModelOffer> chosen, Locale locale) {
        var wordless = CompareForm.wordless(chosen);
        if (!wordless.isEmpty()) {
            var names = wordless.stream().map(ModelOffer::name).collect(Collectors.joining(", "));
            return wording.say(locale, "studio.compare.picture.none", names);
        }
        return picture.unspoken() ? wording.say(locale, "studio.compare.picture.face") : "";
    }

    /** Those that were asked for; at first the two best, of those that take the picture on the desk. */
    private List<ModelOffer> chosen(CompareForm form, boolean laid) {
        if (!form.empty()) {
            return form.chosen(models.offers());
        }
        var first = pictured(form, laid) ? seeing() : models.offers();
        return first.stream().limit(Comparisons.LEAST).toList();
    }

    /** Whether the films start from the picture on the desk; at first, where enough models can. */
    private boolean pictured(CompareForm form, boolean laid) {
        return laid && (form.empty() ? seeing().size() >= Comparisons.LEAST : form.pictured());
    }

    private List<ModelOffer> seeing() {
        var wordless = CompareForm.wordless(models.offers());
        return models.offers().stream().filter(it -> !wordless.contains(it)).toList();
    }

    private String page(Viewer viewer, CompareForm form, @Nullable Cursor before, Locale locale, Model model) {
        var draft = form.draft(drafts.of(viewer));
        var page = comparisons.list(viewer, before);
        model.addAttribute("draft", draft);
        model.addAttribute(
                "options",
                new Options.Maker(models.offers(), plans.all(), plans.limits(viewer.plan()), wording, locale)
                        .options(draft));
        var laid = pictures.of(viewer, draft);
        model.addAttribute("picture", laid.orElse(null));
        model.addAttribute("pictured", pictured(form, laid.isPresent()));
        model.addAttribute(
                "chosen",
                chosen(form, laid.isPresent()).stream().map(ModelOffer::id).toList());
        model.addAttribute("blind", form.isBlind());
        model.addAttribute("round", round(viewer, form, locale));
        model.addAttribute("rounds", page.items());
        model.addAttribute("next", page.next() == null ? null : "/compare?after=" + page.next());
        model.addAttribute("wording", new GenerationsController.Spoken(wording, locale));
        return "studio/compare";
    }

    private static Map<Criterion, Integer> opinions(Map<String, String> sent, int sides) {
        var read = new EnumMap<Criterion, Integer>(Criterion.class);
        for (var criterion : Criterion.values()) {
            var place = sent.getOrDefault(criterion.key(), "");
            if (place.matches("[0-4]") && Integer.parseInt(place) <= sides) {
                read.put(criterion, Integer.valueOf(place));
            }
        }
        return read;
    }

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(NoSuchDraft::new);
    }
}
