package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Generations;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.NoSuchGeneration;
import app.emaki.generation.Prompt;
import app.emaki.model.Picture.Role;
import app.emaki.platform.PublicId;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.PromptWriter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows a film that was made: a take is kept, it is made once more, or its words go back to the desk. */
@Controller
@RequestMapping("/generations/{publicId}")
class TakesController {
    private final Films films;
    private final Generations generations;
    private final Wishes wishes;
    private final Drafts drafts;
    private final DraftPictures pictures;
    private final Phrasebook phrasebook;
    private final Wording wording;

    TakesController(
            Films films,
            Generations generations,
            Wishes wishes,
            Drafts drafts,
            DraftPictures pictures,
            Phrasebook phrasebook,
            Wording wording) {
        this.films = films;
        this.generations = generations;
        this.wishes = wishes;
        this.drafts = drafts;
        this.pictures = pictures;
        this.phrasebook = phrasebook;
        this.wording = wording;
    }

    /** Keeps one take; the others stay, folded away. */
    @PutMapping("/choice")
    String choose(Viewer viewer, @PathVariable String publicId, @RequestParam String take) {
        var film = films.of(viewer, Films.id(publicId));
        var kept = PublicId.parse(take)
                .filter(id -> film.done().stream().anyMatch(it -> it.view().id().equals(id)))
                .orElseThrow(() -> new NoSuchGeneration(film.group()));
        wishes.choose(viewer, film.group(), kept);
        return "redirect:/generations/" + film.publicId();
    }

    /** Chooses anew. */
    @DeleteMapping("/choice")
    String chooseAnew(Viewer viewer, @PathVariable String publicId) {
        var film = films.of(viewer, Films.id(publicId));
        wishes.choose(viewer, film.group(), null);
        return "redirect:/generations/" + film.publicId();
    }

    /** The whole order once more, or as many takes as are asked for, by chance. */
    @PostMapping("/again")
    String again(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestParam(defaultValue = "0") int takes,
            @RequestParam(defaultValue = "") String once,
            Locale locale,
            RedirectAttributes redirect) {
        var film = films.of(viewer, Films.id(publicId));
        var take = taken(film, publicId);
        int many = takes < 1 ? film.takes().size() : PromptForm.takes(takes);
        return ordered(viewer, take, take.prompt(), many, once, locale, redirect);
    }

    /** Lays words and settings on a new sheet on the desk. */
    @PostMapping("/draft")
    String open(Viewer viewer, @PathVariable String publicId) {
        var film = films.of(viewer, Films.id(publicId));
        lay(viewer, film, film.order().prompt().text());
        return "redirect:/studio";
    }

    /**
     * For a film that came out badly: less motion, or a word on what must not be seen.
     *
     * @param avoid addresses of ready phrases
     * @param other something else to avoid, in the author's own words
     * @param open whether to show the words on the desk first
     */
    @PostMapping("/retouch")
    String retouch(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestParam(defaultValue = "false") boolean simpler,
            @RequestParam(defaultValue = "") List<String> avoid,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam(defaultValue = "") String once,
            Locale locale,
            RedirectAttributes redirect) {
        var film = films.of(viewer, Films.id(publicId));
        var take = taken(film, publicId);
        var language = take.prompt().language().equals("ja") ? PromptLanguage.JA : PromptLanguage.EN;
        var parts = retouched(PromptReader.read(take.prompt().text()), language, simpler, avoid, other);
        var text = PromptWriter.write(parts, language);
        if (open != null) {
            lay(viewer, film, text);
            return "redirect:/studio";
        }
        var avoided = parts.text(Part.AVOID);
        var prompt = new Prompt(text, language.code(), ScriptJson.of(parts), avoided.isEmpty() ? null : avoided);
        return ordered(viewer, take, prompt, 1, once, locale, redirect);
    }

    private PromptParts retouched(
            PromptParts parts, PromptLanguage language, boolean simpler, List<String> avoid, String other) {
        var better = simpler ? Simpler.of(parts, language) : parts;
        for (var address : avoid) {
            var phrase = phrasebook.phrase(address).filter(it -> it.part() == Part.AVOID);
            if (phrase.isPresent()) {
                better = better.plus(Part.AVOID, phrase.get().phrase().in(language), language);
            }
        }
        return other.isBlank() ? better : better.plus(Part.AVOID, other.strip(), language);
    }

    private String ordered(
            Viewer viewer,
            GenerationView take,
            Prompt prompt,
            int many,
            String once,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            List<UUID> again = generations.again(viewer, take.id(), prompt, many, once);
            films.inherit(viewer, take.id(), again.getFirst());
            redirect.addFlashAttribute("toast", "studio.ordered");
            redirect.addFlashAttribute("ordered", true);
        } catch (GenerationRefused refused) {
            redirect.addFlashAttribute("refused", wording.refusal(locale, refused.refusal()));
        } catch (ImageRefused gone) {
            redirect.addFlashAttribute("refused", wording.say(locale, "studio.picture.gone"));
        }
        return "redirect:/generations";
    }

    /** A new sheet with these words, and with the film's settings and its picture, for what it was there. */
    private void lay(Viewer viewer, Film film, String text) {
        var sheet = sheet(viewer, film, text);
        drafts.keep(viewer, sheet);
        film.order().references().stream()
                .filter(it -> it.role() != Role.CHARACTER)
                .findFirst()
                .ifPresent(it -> {
                    pictures.lay(viewer, sheet, it.key());
                    pictures.keep(sheet, it.key().value(), it.role() == Role.REFERENCE);
                });
    }

    private Draft sheet(Viewer viewer, Film film, String text) {
        var order = film.order();
        var settings = new Preset.Film(
                order.model(),
                order.aspect(),
                order.seconds(),
                order.lines(),
                order.sound(),
                film.takes().size());
        return drafts.fresh(viewer).saying(text).set(settings).continuing(order.remixOf(), order.way());
    }

    private static GenerationView taken(Film film, String publicId) {
        return film.takes().stream()
                .filter(take -> take.publicId().equals(publicId))
                .findFirst()
                .orElse(film.takes().getFirst())
                .view();
    }
}
