package app.emaki.cameo;

import app.emaki.account.Viewer;
import app.emaki.cameo.OwnCameos.HandleTaken;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making a cameo, and giving one another portrait: a picture, words that show somebody is there, and consent. */
@Controller
class MakeController {
    private static final RateLimits.Limit MAKING = new RateLimits.Limit(20, Duration.ofHours(1));
    private static final RateLimits.Limit LOOKING = new RateLimits.Limit(120, Duration.ofHours(1));

    private final CameoQuery query;
    private final OwnCameos cameos;
    private final Challenges challenges;
    private final PortraitPress press;
    private final RateLimits limits;
    private final MessageSource messages;

    MakeController(
            CameoQuery query,
            OwnCameos cameos,
            Challenges challenges,
            PortraitPress press,
            RateLimits limits,
            MessageSource messages) {
        this.query = query;
        this.cameos = cameos;
        this.challenges = challenges;
        this.press = press;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/cameo/new")
    String form(Viewer viewer, @RequestParam(defaultValue = "PERSON") Kind kind, Locale locale, Model model) {
        var name = kind == Kind.PERSON ? viewer.displayName() : "";
        model.addAttribute("form", MakeForm.empty(kind, name));
        return page(viewer, kind, null, locale, model);
    }

    @PostMapping("/cameo")
    String make(
            Viewer viewer,
            @ModelAttribute("form") MakeForm form,
            BindingResult errors,
            @RequestParam @Nullable MultipartFile picture,
            @RequestParam @Nullable MultipartFile voice,
            Locale locale,
            Model model,
            RedirectAttributes toast) {
        form.checkWho(errors);
        var portrait = portrait(viewer, form, picture, errors);
        if (portrait != null && form.shows(portrait)) {
            errors.rejectValue("drawn", "cameo.character.face");
        }
        var spoken = form.kind() == Kind.PERSON ? spoken(voice, errors) : null;
        if (!errors.hasErrors() && portrait != null && answered(viewer, form, form.kind(), spoken, errors)) {
            try {
                var id = cameos.make(
                        viewer,
                        form.kind(),
                        form.handleOrNone(),
                        Terms.first(form.nameOrNone(), form.lookOrFirst(), form.descriptionOrNone()),
                        challenge(form.kind(), spoken),
                        locale.getLanguage(),
                        portrait,
                        spoken);
                toast.addFlashAttribute("toast", "cameo.made");
                return "redirect:/cameo/" + id;
            } catch (HandleTaken e) {
                errors.rejectValue(form.kind() == Kind.PERSON ? "name" : "handle", "cameo." + e.getMessage());
            }
        }
        return page(viewer, form.kind(), null, locale, model);
    }

    @GetMapping("/cameo/{id}/renewal")
    String again(Viewer viewer, @PathVariable UUID id, Locale locale, Model model) {
        var cameo = own(viewer, id);
        model.addAttribute("form", MakeForm.empty(cameo.kind(), cameo.name()));
        return page(viewer, cameo.kind(), cameo, locale, model);
    }

    @PostMapping("/cameo/{id}/renewal")
    String renew(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") MakeForm form,
            BindingResult errors,
            @RequestParam @Nullable MultipartFile picture,
            @RequestParam @Nullable MultipartFile voice,
            Locale locale,
            Model model,
            RedirectAttributes toast) {
        var cameo = own(viewer, id);
        form.checkConsent(errors);
        var portrait = portrait(viewer, form, picture, errors);
        if (portrait != null && form.shows(portrait)) {
            errors.rejectValue("drawn", "cameo.character.face");
        }
        var spoken = cameo.kind() == Kind.PERSON ? spoken(voice, errors) : null;
        if (!errors.hasErrors() && portrait != null && answered(viewer, form, cameo.kind(), spoken, errors)) {
            cameos.replace(viewer, id, challenge(cameo.kind(), spoken), locale.getLanguage(), portrait, spoken);
            toast.addFlashAttribute("toast", "cameo.renewed");
            return "redirect:/cameo/" + id;
        }
        return page(viewer, cameo.kind(), cameo, locale, model);
    }

    /** What there is to see in a picture, before it is sent for good; nothing is kept. */
    @PostMapping("/cameo/looks")
    @ResponseBody
    Map<String, Object> look(
            Viewer viewer,
            @RequestParam MultipartFile picture,
            @RequestParam(defaultValue = "PERSON") Kind kind,
            Locale locale)
            throws IOException {
        take("cameo-look:" + viewer.id(), LOOKING);
        try {
            var look = press.look(picture.getBytes());
            var hints = look.finding().hints(kind).stream()
                    .map(hint -> messages.getMessage("cameo.hint." + hint, null, locale))
                    .toList();
            return Map.of("framing", look.framing(), "hints", hints, "fine", hints.isEmpty());
        } catch (PortraitRefused e) {
            return Map.of(
                    "hints",
                    List.of(messages.getMessage("cameo.picture." + e.getMessage(), null, locale)),
                    "fine",
                    false);
        }
    }

    /** What there is to hear in a recording, before it is sent for good; nothing is kept. */
    @PostMapping("/cameo/voices")
    @ResponseBody
    Map<String, Object> listen(Viewer viewer, @RequestParam MultipartFile voice, Locale locale) throws IOException {
        take("cameo-look:" + viewer.id(), LOOKING);
        List<String> hints;
        try {
            hints = Heard.in(Recording.of(voice.getBytes())).hints(Challenges.WORDS);
        } catch (PortraitRefused e) {
            hints = List.of(String.valueOf(e.getMessage()));
        }
        return Map.of(
                "hints",
                hints.stream()
                        .map(hint -> messages.getMessage("cameo.voice." + hint, null, locale))
                        .toList(),
                "fine",
                hints.isEmpty());
    }

    /** The words as they were read aloud; null when nothing was recorded. */
    private static @Nullable Recording spoken(@Nullable MultipartFile voice, BindingResult errors) {
        if (voice == null || voice.isEmpty()) {
            return null;
        }
        try {
            var recording = Recording.of(voice.getBytes());
            Heard.in(recording).hints(Challenges.WORDS).forEach(hint -> errors.reject("cameo.voice." + hint));
            return recording;
        } catch (PortraitRefused | IOException e) {
            errors.reject("cameo.voice." + (e instanceof PortraitRefused ? e.getMessage() : "format"));
            return null;
        }
    }

    private static @Nullable String challenge(Kind kind, @Nullable Recording spoken) {
        return kind == Kind.CHARACTER ? null : spoken == null ? "TYPED" : "SPOKEN";
    }

    private @Nullable Portrait portrait(
            Viewer viewer, MakeForm form, @Nullable MultipartFile picture, BindingResult errors) {
        if (picture == null || picture.isEmpty()) {
            errors.reject("cameo.picture.none");
            return null;
        }
        take("cameo-make:" + viewer.id(), MAKING);
        try {
            return press.make(picture.getBytes(), form.framing());
        } catch (PortraitRefused | IOException e) {
            errors.reject("cameo.picture." + (e instanceof PortraitRefused ? e.getMessage() : "format"));
            return null;
        }
    }

    /** The challenge comes last, as it is used up whatever else is wrong. */
    private boolean answered(
            Viewer viewer, MakeForm form, Kind kind, @Nullable Recording spoken, BindingResult errors) {
        if (kind == Kind.CHARACTER) {
            return true;
        }
        var typed = form.typed() == null ? "" : form.typed();
        // whoever does both means both
        if (challenges.redeem(viewer, form.challengeId(), spoken != null && typed.isBlank() ? null : typed)) {
            return true;
        }
        errors.rejectValue("typed", "cameo.challenge.wrong");
        return false;
    }

    private void take(String key, RateLimits.Limit limit) {
        limits.take(key, limit).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
    }

    private String page(Viewer viewer, Kind kind, @Nullable CameoView cameo, Locale locale, Model model) {
        if (cameo == null && kind == Kind.PERSON) {
            var there =
                    query.own(viewer.id()).stream().filter(CameoView::person).findFirst();
            if (there.isPresent()) {
                return "redirect:/cameo/" + there.get().id();
            }
        }
        model.addAttribute("cameo", cameo);
        model.addAttribute("kind", kind);
        model.addAttribute("looks", Look.of(kind));
        if (kind == Kind.PERSON) {
            model.addAttribute("challenge", challenges.issue(viewer, locale));
            model.addAttribute("minutes", Challenges.TIME.toMinutes());
        }
        model.addAttribute("version", OwnCameos.CONSENT);
        model.addAttribute(
                "texts",
                locale.getLanguage().equals("ja")
                        ? List.of(text(kind, Locale.JAPANESE), text(kind, Locale.ENGLISH))
                        : List.of(text(kind, Locale.ENGLISH), text(kind, Locale.JAPANESE)));
        return "cameo/make";
    }

    /** What is agreed to, in both languages: whoever agrees may read the one that they know best. */
    private ConsentText text(Kind kind, Locale locale) {
        return new ConsentText(
                locale.getLanguage(),
                (kind == Kind.PERSON
                                ? Stream.of("who", "use", "back", "kept")
                                : Stream.of("own", "use", "back", "kept"))
                        .map(line -> messages.getMessage("cameo.consent." + line, null, locale))
                        .toList());
    }

    private CameoView own(Viewer viewer, UUID id) {
        return query.find(viewer.id(), id)
                .filter(cameo -> cameo.own() && !cameo.facts().gone())
                .orElseThrow(NoSuchCameo::new);
    }

    record ConsentText(String language, List<String> lines) {}
}
