package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.Generations;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.ReferenceImages;
import app.emaki.model.Way;
import app.emaki.platform.PublicId;
import app.emaki.platform.TooSoon;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.PromptWriter;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The composer, and the draft on it, which is kept at every pause in typing. */
@Controller
class ComposerController {
    private final Drafts drafts;
    private final Desks desks;
    private final Phrasebook phrasebook;
    private final Videos videos;
    private final Generations generations;
    private final Presets presets;
    private final Silences silences;
    private final Wishes wishes;
    private final Continuing continuing;
    private final Wording wording;
    private final DraftPictures pictures;
    private final Troupe troupe;
    private final Storyboards storyboards;

    ComposerController(
            Drafts drafts,
            Desks desks,
            Phrasebook phrasebook,
            Videos videos,
            Generations generations,
            Presets presets,
            Silences silences,
            Wishes wishes,
            Continuing continuing,
            Wording wording,
            DraftPictures pictures,
            Troupe troupe,
            Storyboards storyboards) {
        this.drafts = drafts;
        this.desks = desks;
        this.phrasebook = phrasebook;
        this.videos = videos;
        this.generations = generations;
        this.presets = presets;
        this.silences = silences;
        this.wishes = wishes;
        this.continuing = continuing;
        this.wording = wording;
        this.pictures = pictures;
        this.troupe = troupe;
        this.storyboards = storyboards;
    }

    /**
     * The desk as it was left; {@code fresh}, {@code prompt} and a film to {@code remix},
     * {@code restyle} or {@code extend} lay a new sheet on it, which is kept with the
     * first touch, and what lay there before goes into the drawer.
     */
    @GetMapping("/studio")
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String fresh,
            @RequestParam(required = false) @Nullable String prompt,
            @RequestParam(required = false) @Nullable String remix,
            @RequestParam(required = false) @Nullable String restyle,
            @RequestParam(required = false) @Nullable String extend,
            Locale locale,
            Model model) {
        boolean said = prompt != null && !prompt.isBlank();
        var parent = remix != null ? remix : restyle != null ? restyle : extend;
        var draft = said || fresh != null || parent != null ? drafts.fresh(viewer) : drafts.of(viewer);
        if (said) {
            draft = draft.saying(Objects.requireNonNull(prompt));
        }
        if (parent != null) {
            var video = videos.find(viewer, parent).orElseThrow(NoSuchVideo::new);
            var reader = PromptLanguage.of(locale);
            draft = remix != null
                    ? continuing.remix(draft, video)
                    : restyle != null
                            ? continuing.restyle(draft, video, reader)
                            : continuing.extend(draft, video, reader);
        }
        return page(viewer, draft, locale, model);
    }

    /** Keeps the draft; a touch on a fix, a phrase, a starter or a note's cross changes it first. */
    @PutMapping("/studio/draft")
    String keep(
            Viewer viewer,
            @ModelAttribute PromptForm form,
            @ModelAttribute Touch touch,
            @ModelAttribute PictureForm shown,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment,
            Locale locale,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var reader = PromptLanguage.of(locale);
        var sheet = touch.fresh() == null ? sheet(viewer, form) : drafts.fresh(viewer);
        var draft = touched(viewer, form.draft(sheet, reader), touch, locale);
        drafts.keep(viewer, draft);
        var wrong = touch.fresh() == null ? picture(viewer, draft, shown, picture, locale) : null;
        if (fragment.isEmpty()) {
            redirect.addFlashAttribute("pictureError", wrong);
            return "redirect:/studio";
        }
        model.addAttribute("pictureError", wrong);
        page(viewer, draft, locale, model);
        return "studio/desk :: answer";
    }

    /** Gives the order; what cannot be made is shown again with the reason, and no word of it is lost. */
    @PostMapping("/generations")
    String generate(
            Viewer viewer,
            @ModelAttribute PromptForm form,
            @ModelAttribute PictureForm shown,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(defaultValue = "") String once,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var draft = form.draft(sheet(viewer, form), PromptLanguage.of(locale));
        drafts.keep(viewer, draft);
        var wrong = picture(viewer, draft, shown, picture, locale);
        if (wrong == null) {
            wrong = missing(viewer, draft, shown, locale);
        }
        try {
            if (wrong != null) {
                model.addAttribute("pictureError", wrong);
                model.addAttribute("refused", wrong);
            } else if (form.badSeed()) {
                model.addAttribute("refused", wording.say(locale, "studio.refused.seed"));
            } else {
                var takes = generations.submit(viewer, desks.order(viewer, draft, locale), once);
                generations
                        .find(viewer, takes.getFirst())
                        .ifPresent(take ->
                                wishes.add(viewer, take.group(), new Wish(draft.name(), draft.showing(), null)));
                redirect.addFlashAttribute("toast", "studio.ordered");
                redirect.addFlashAttribute("ordered", true);
                return "redirect:/generations";
            }
        } catch (ImageRefused gone) {
            model.addAttribute("refused", wrong(locale, gone));
        } catch (GenerationRefused refused) {
            model.addAttribute("refused", wording.refusal(locale, refused.refusal()));
            model.addAttribute("ask", Wording.ask(refused.refusal()));
            model.addAttribute("verdict", refused.refusal().arguments().get("verdict"));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, draft, locale, model);
    }

    /** Lays the picture that was sent on the sheet; what is wrong with it comes back in words. */
    private @Nullable String picture(
            Viewer viewer, Draft draft, PictureForm shown, @Nullable MultipartFile sent, Locale locale)
            throws IOException {
        if (shown.unpicture() != null) {
            pictures.remove(viewer, draft);
        } else if (shown.picked() != null) {
            pictures.agree(viewer, draft, shown.picked(), shown.agreed() != null);
            if (shown.either() != null) {
                pictures.keep(draft, shown.picked(), shown.keeps() != null);
            }
        }
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        try {
            pictures.lay(viewer, draft, sent.getBytes());
            return null;
        } catch (ImageRefused refused) {
            return wrong(locale, refused);
        } catch (TooSoon soon) {
            return wording.say(
                    locale,
                    "studio.picture.soon",
                    wording.time(locale, soon.patience().toSeconds()));
        }
    }

    /** Why a film cannot go with the picture that its page showed. */
    private @Nullable String missing(Viewer viewer, Draft draft, PictureForm shown, Locale locale) {
        var laid = pictures.of(viewer, draft);
        if (laid.isEmpty()) {
            return shown.picked() == null ? null : wording.say(locale, "studio.picture.gone");
        }
        return laid.get().unspoken() ? wording.say(locale, "studio.picture.agree.missing") : null;
    }

    private String wrong(Locale locale, ImageRefused refused) {
        return wording.say(
                locale,
                switch (refused.reason()) {
                    case TOO_MANY_BYTES -> "studio.picture.large";
                    case SIZE -> "studio.picture.size";
                    case FACE -> "studio.picture.agree.missing";
                    case GONE -> "studio.picture.gone";
                    case KIND, BROKEN, ADDRESS, PRIVATE_ADDRESS, UNREACHABLE -> "studio.picture.kind";
                });
    }

    /** What was pressed, if anything. */
    record Touch(
            @Nullable String fix,
            @Nullable String phrase,
            @Nullable String cast,
            @Nullable String starter,
            @Nullable String preset,
            @Nullable String better,
            @Nullable String dismiss,
            @Nullable String silence,
            @Nullable String speak,
            @Nullable String direct,
            @Nullable String fresh,
            @Nullable String style,
            @Nullable String original,
            @Nullable String forget) {}

    /** The sheet that the browser writes on: kept already, or with this touch. */
    private Draft sheet(Viewer viewer, PromptForm form) {
        return form.sheet()
                .map(id -> drafts.find(viewer, id).orElseGet(() -> {
                    var desk = drafts.of(viewer);
                    return desk.starting(id, "", desk.aspect(), desk.seconds());
                }))
                .orElseGet(() -> drafts.of(viewer));
    }

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
        if (touch.cast() != null) {
            return troupe.casting(viewer, draft, touch.cast(), PromptLanguage.of(locale));
        }
        if (touch.starter() != null) {
            return phrasebook
                    .starter(touch.starter())
                    .map(it -> starting(viewer, draft, it, PromptLanguage.of(locale)))
                    .orElse(draft);
        }
        if (touch.better() != null) {
            return draft.saying(touch.better().replace("\r\n", "\n").replace("\u0000", ""));
        }
        if (touch.preset() != null) {
            return PublicId.parse(touch.preset())
                    .flatMap(id -> presets.find(viewer, id))
                    .map(it -> laying(draft, it, PromptLanguage.of(locale)))
                    .orElse(draft);
        }
        if (touch.silence() != null && desks.knowsRule(touch.silence())) {
            silences.add(viewer, touch.silence());
            return draft;
        }
        if (touch.speak() != null) {
            silences.end(viewer);
            return draft.dismissing(Set.of());
        }
        if (touch.direct() != null) {
            return draft.saying(undirected(draft, PromptLanguage.of(locale)));
        }
        if (touch.dismiss() != null) {
            var dismissed = new LinkedHashSet<>(draft.dismissed());
            dismissed.add(touch.dismiss());
            return draft.dismissing(dismissed);
        }
        if (touch.style() != null) {
            return continuing.styled(draft, touch.style(), PromptLanguage.of(locale));
        }
        if (touch.original() != null) {
            return parent(viewer, draft)
                    .map(video -> continuing.remix(draft, video))
                    .orElse(draft);
        }
        return touch.forget() != null ? draft.continuing(null, Way.REMIX) : draft;
    }

    /** Words that are there already stay on their own sheet. */
    private Draft starting(Viewer viewer, Draft draft, Phrasebook.Starter starter, PromptLanguage reader) {
        var sheet = draft.id();
        if (!draft.text().isBlank()) {
            drafts.keep(viewer, draft);
            sheet = drafts.fresh(viewer).id();
        }
        return draft.starting(sheet, starter.text().in(reader), starter.aspect(), starter.seconds());
    }

    private static Draft laying(Draft draft, Preset preset, PromptLanguage reader) {
        var parts = preset.over(PromptReader.read(draft.text()));
        var language = PromptLanguage.of(draft.text().isBlank() ? preset.text() : draft.text(), reader);
        var said = draft.saying(PromptWriter.write(parts, language));
        return preset.film() == null ? said : said.set(preset.film());
    }

    /** Without shots: what they say becomes one telling, and the model directs. */
    private static String undirected(Draft draft, PromptLanguage reader) {
        var language = PromptLanguage.of(draft.text(), reader);
        var parts = PromptReader.read(draft.text());
        var told = parts.withShots(List.of());
        for (var shot : parts.shots()) {
            told = shot.text().isBlank() ? told : told.plus(Part.ACTION, shot.text(), language);
        }
        return PromptWriter.write(told, language);
    }

    private static String adding(Draft draft, Phrasebook.Picked picked, Locale locale) {
        var language = PromptLanguage.of(draft.text(), PromptLanguage.of(locale));
        var parts = PromptReader.read(draft.text())
                .plus(picked.part(), picked.phrase().in(language), language);
        return PromptWriter.write(parts, language);
    }

    private Optional<VideoCard> parent(Viewer viewer, Draft draft) {
        return Optional.ofNullable(draft.remixOf()).flatMap(id -> videos.find(viewer, id));
    }

    private String page(Viewer viewer, Draft draft, Locale locale, Model model) {
        model.addAttribute("desk", desks.of(viewer, draft, locale));
        model.addAttribute("picture", pictures.of(viewer, draft).orElse(null));
        model.addAttribute("most", ReferenceImages.MOST_BYTES);
        model.addAttribute("sketches", storyboards.offered());
        model.addAttribute("drawer", desks.drawer(viewer, draft));
        model.addAttribute("presets", presets.list(viewer));
        model.addAttribute("chips", phrasebook.chips());
        model.addAttribute("starters", phrasebook.starters());
        model.addAttribute("reader", PromptLanguage.of(locale));
        return "studio/composer";
    }
}
