package app.emaki.cameo;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own likenesses: the ledger, who may use each, and taking all of it back. */
@Controller
class CameosController {
    private final CameoQuery query;
    private final ConsentLedgerQuery ledger;
    private final Consents consents;
    private final Portraits portraits;
    private final Voices voices;
    private final CameoLimits limits;
    private final Films films;

    CameosController(
            CameoQuery query,
            ConsentLedgerQuery ledger,
            Consents consents,
            Portraits portraits,
            Voices voices,
            CameoLimits limits,
            Films films) {
        this.query = query;
        this.ledger = ledger;
        this.consents = consents;
        this.portraits = portraits;
        this.voices = voices;
        this.limits = limits;
        this.films = films;
    }

    @GetMapping("/cameo")
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String grants,
            @RequestParam(required = false) @Nullable String mine,
            Model model) {
        var own = query.own(viewer.id());
        model.addAttribute("cameos", own);
        model.addAttribute("hasPerson", own.stream().anyMatch(CameoView::person));
        model.addAttribute("requests", ledger.requests(viewer.id()));
        model.addAttribute("grants", ledger.grants(viewer.id(), cursor(grants)));
        var uses = ledger.uses(viewer.id(), cursor(before));
        var ordered = ledger.ordered(viewer.id(), cursor(mine));
        model.addAttribute("uses", uses);
        model.addAttribute("ordered", ordered);
        model.addAttribute(
                "films",
                films.of(Stream.concat(uses.items().stream(), ordered.items().stream())
                        .map(ConsentLedgerQuery.Use::video)
                        .toList()));
        model.addAttribute("most", limits.inAFilm());
        return "cameo/ledger";
    }

    @GetMapping("/cameo/{id}")
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        var cameo = own(viewer, id);
        model.addAttribute("form", TermsForm.of(cameo));
        return page(cameo, model);
    }

    @PutMapping("/cameo/{id}")
    String change(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") TermsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes toast) {
        var cameo = own(viewer, id);
        form.check(cameo.kind(), errors);
        if (errors.hasErrors()) {
            return page(cameo, model);
        }
        consents.change(viewer.id(), id, form.terms(), form.hide() != null);
        toast.addFlashAttribute("toast", "cameo.kept");
        return "redirect:/cameo/" + id;
    }

    @GetMapping("/cameo/{id}/portrait")
    ResponseEntity<byte[]> portrait(Viewer viewer, @PathVariable UUID id) {
        var portrait = portraits.open(own(viewer, id).id()).orElseThrow(NoSuchCameo::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(portrait);
    }

    /** One's own words, to hear what is kept. */
    @GetMapping("/cameo/{id}/voice")
    ResponseEntity<byte[]> voice(Viewer viewer, @PathVariable UUID id) {
        var voice = voices.open(own(viewer, id).id()).orElseThrow(NoSuchCameo::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("audio/wav"))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(voice);
    }

    @DeleteMapping("/cameo/{id}/consent")
    String revokeAll(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String handle,
            RedirectAttributes toast) {
        if (!confirms(own(viewer, id), handle)) {
            toast.addFlashAttribute("toast", "cameo.unconfirmed");
            return "redirect:/cameo/" + id;
        }
        consents.revokeAll(viewer.id(), id);
        toast.addFlashAttribute("toast", "cameo.revoked.all");
        return "redirect:/cameo";
    }

    @DeleteMapping("/cameo/{id}")
    String delete(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String handle,
            RedirectAttributes toast) {
        if (!confirms(own(viewer, id), handle)) {
            toast.addFlashAttribute("toast", "cameo.unconfirmed");
            return "redirect:/cameo/" + id;
        }
        consents.delete(viewer.id(), id);
        toast.addFlashAttribute("toast", "cameo.deleted");
        return "redirect:/cameo";
    }

    /** What cannot be undone is done only by whoever writes the name of it. */
    private static boolean confirms(CameoView cameo, String handle) {
        return handle.strip().replaceFirst("^[@＠]", "").equalsIgnoreCase(cameo.handle());
    }

    private String page(CameoView cameo, Model model) {
        model.addAttribute("cameo", cameo);
        model.addAttribute("levels", Level.values());
        model.addAttribute("looks", Look.of(cameo.kind()));
        model.addAttribute("restrictions", Restriction.values());
        model.addAttribute("heard", voices.heard(cameo.id()).orElse(null));
        var finding = portraits.finding(cameo.id());
        model.addAttribute("finding", finding.orElse(null));
        model.addAttribute("hints", finding.map(it -> it.hints(cameo.kind())).orElse(List.of()));
        return "cameo/cameo";
    }

    private CameoView own(Viewer viewer, UUID id) {
        return query.find(viewer.id(), id)
                .filter(cameo ->
                        cameo.own() && (cameo.barred() || !cameo.facts().gone()))
                .orElseThrow(NoSuchCameo::new);
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        return text == null ? null : Cursor.parse(text).orElse(null);
    }

    /**
     * Who may use a cameo, as a form.
     *
     * @param ends the last day, in UTC
     * @param hide present when films of those who may not use it any more shall be hidden
     */
    record TermsForm(
            @Nullable String name,
            @Nullable Look look,
            @Nullable String description,
            @Nullable Level level,
            @Nullable Boolean asksEach,
            @Nullable Set<Restriction> restrictions,
            @Nullable String never,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate ends,

            @Nullable Boolean hide) {
        static final int LONGEST_DESCRIPTION = 200;
        static final int LONGEST_NEVER = 300;

        static TermsForm of(CameoView cameo) {
            var ends = cameo.endsAt();
            return new TermsForm(
                    cameo.name(),
                    cameo.look(),
                    cameo.description(),
                    cameo.level(),
                    cameo.asksEach(),
                    Set.copyOf(cameo.restrictions()),
                    cameo.never(),
                    ends == null
                            ? null
                            : ends.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1),
                    true);
        }

        void check(Kind kind, BindingResult errors) {
            if (text(name).isEmpty() || text(name).length() > Characters.LONGEST_NAME) {
                errors.rejectValue("name", "cameo.name.form", new Object[] {Characters.LONGEST_NAME}, null);
            }
            if (look == null || !look.fits(kind)) {
                errors.rejectValue("look", "cameo.look.form");
            }
            if (level == null) {
                errors.rejectValue("level", "cameo.level.form");
            }
            if (text(description).length() > LONGEST_DESCRIPTION) {
                errors.rejectValue("description", "cameo.description.form", new Object[] {LONGEST_DESCRIPTION}, null);
            }
            if (text(never).length() > LONGEST_NEVER) {
                errors.rejectValue("never", "cameo.never.form", new Object[] {LONGEST_NEVER}, null);
            }
        }

        Terms terms() {
            return new Terms(
                    text(name),
                    Objects.requireNonNull(look),
                    text(description),
                    Objects.requireNonNull(level),
                    Boolean.TRUE.equals(asksEach),
                    restrictions == null
                            ? List.of()
                            : restrictions.stream().sorted().toList(),
                    text(never),
                    ends == null ? null : ends.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }

        private static String text(@Nullable String field) {
            return field == null ? "" : field.strip();
        }
    }
}
