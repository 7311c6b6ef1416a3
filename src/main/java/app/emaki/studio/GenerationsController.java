package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.Generations;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.Remedy;
import app.emaki.platform.Cursor;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 制作中: what is being made, watched while it is made. */
@Controller
@RequestMapping("/generations")
class GenerationsController {
    private final Films films;
    private final Generations generations;
    private final Watchers watchers;
    private final Phrasebook phrasebook;
    private final Wording wording;

    GenerationsController(
            Films films, Generations generations, Watchers watchers, Phrasebook phrasebook, Wording wording) {
        this.films = films;
        this.generations = generations;
        this.watchers = watchers;
        this.phrasebook = phrasebook;
        this.wording = wording;
    }

    @GetMapping
    String list(Viewer viewer, @RequestParam(defaultValue = "") String after, Locale locale, Model model) {
        var page = films.list(viewer, Cursor.parse(after).orElse(null));
        model.addAttribute("next", page.next() == null ? null : "/generations?after=" + page.next());
        model.addAttribute("single", false);
        return show(page.items(), locale, model);
    }

    @GetMapping("/{publicId}")
    String one(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            Locale locale,
            Model model) {
        var film = films.of(viewer, Films.id(publicId));
        model.addAttribute("film", film);
        model.addAttribute("single", true);
        var page = show(List.of(film), locale, model);
        return fragment.isEmpty() ? page : "studio/film :: film";
    }

    /** What is drawn so far of one take; nothing where there is nothing to see before the end. */
    @GetMapping("/{publicId}/glimpse")
    ResponseEntity<byte[]> glimpse(Viewer viewer, @PathVariable String publicId) {
        return generations
                .glimpse(viewer, Films.id(publicId))
                .map(jpeg -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.IMAGE_JPEG)
                        .body(jpeg))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Each change of the viewer's takes, as it happens. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Viewer viewer) {
        return watchers.watch(viewer.id(), null);
    }

    /** Each change of one film's takes. */
    @GetMapping(path = "/{publicId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter eventsOfOne(Viewer viewer, @PathVariable String publicId) {
        return watchers.watch(viewer.id(), films.of(viewer, Films.id(publicId)).group());
    }

    /** Calls every take of the film off that has not ended. */
    @PostMapping("/{publicId}/cancellation")
    String cancel(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        films.of(viewer, Films.id(publicId)).takes().stream()
                .filter(Film.Take::live)
                .forEach(take -> generations.cancel(viewer, take.view().id()));
        redirect.addFlashAttribute("toast", "studio.cancelled");
        return "redirect:/generations";
    }

    @PostMapping("/{publicId}/retry")
    String retry(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestParam Remedy remedy,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            var again = generations.retry(viewer, Films.id(publicId), remedy);
            films.inherit(viewer, Films.id(publicId), again);
            redirect.addFlashAttribute("toast", "studio.ordered");
        } catch (GenerationRefused refused) {
            redirect.addFlashAttribute("refused", wording.refusal(locale, refused.refusal()));
        } catch (ImageRefused gone) {
            redirect.addFlashAttribute("refused", wording.say(locale, "studio.picture.gone"));
        }
        return "redirect:/generations";
    }

    private String show(List<Film> shown, Locale locale, Model model) {
        model.addAttribute("films", shown);
        model.addAttribute("avoidances", phrasebook.avoidances());
        model.addAttribute("live", shown.stream().anyMatch(Film::live));
        model.addAttribute("wording", new Spoken(wording, locale));
        return "studio/making";
    }

    /** Times in the reader's language, for templates. */
    record Spoken(Wording wording, Locale locale) {
        public String time(long seconds) {
            return wording.time(locale, seconds);
        }

        /** How long ago that was. */
        public String ago(java.time.Instant then) {
            return wording.ago(locale, then);
        }
    }
}
