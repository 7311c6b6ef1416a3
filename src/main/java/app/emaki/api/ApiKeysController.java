package app.emaki.api;

import app.emaki.account.OwnerProof;
import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.video.NoSuchVideo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys of somebody: made, shown once, and taken back. A new one is a way in, so it takes the owner and not just an open session. */
@Controller
@RequestMapping("/settings/api-keys")
class ApiKeysController {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(30, Duration.ofHours(1));
    private static final List<Integer> DAYS = List.of(30, 90, 365, 0);

    private final ApiKeys keys;
    private final OwnerProof proof;
    private final RateLimits limits;
    private final Clock clock;

    ApiKeysController(ApiKeys keys, OwnerProof proof, RateLimits limits, Clock clock) {
        this.keys = keys;
        this.proof = proof;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, HttpServletRequest request, Model model) {
        model.addAttribute("form", new KeyForm("", EnumSet.of(Scope.READ, Scope.GENERATE), 90));
        return page(viewer, request, model);
    }

    /** Shows the key in the very answer: it stands in no session, and in no page that could be opened again. */
    @PostMapping
    String make(
            Viewer viewer,
            @ModelAttribute("form") KeyForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!proof.fresh(request)) {
            return "redirect:/settings/proof?to=api-keys";
        }
        limits.take("api-key:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        form.check(errors);
        if (!errors.hasErrors()) {
            var days = form.days() == null ? 90 : form.days();
            keys.make(viewer, form.trimmed(), form.chosen(), days == 0 ? null : Duration.ofDays(days))
                    .ifPresentOrElse(
                            key -> {
                                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                                model.addAttribute("made", key.value());
                                model.addAttribute("madeName", form.trimmed());
                                model.addAttribute("form", new KeyForm("", form.chosen(), days));
                            },
                            () -> errors.reject("api.keys.full", new Object[] {ApiKeys.MOST}, null));
        }
        return page(viewer, request, model);
    }

    @DeleteMapping("/{id}")
    String revoke(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!keys.revoke(viewer, id)) {
            throw new NoSuchVideo();
        }
        redirect.addFlashAttribute("toast", "api.keys.revoked");
        return "redirect:/settings/api-keys";
    }

    private String page(Viewer viewer, HttpServletRequest request, Model model) {
        model.addAttribute("fresh", proof.fresh(request));
        model.addAttribute("keys", keys.of(viewer));
        model.addAttribute("now", clock.instant());
        model.addAttribute("days", DAYS);
        model.addAttribute(
                "scopes",
                Arrays.stream(Scope.values())
                        .filter(scope -> scope != Scope.ADMIN || viewer.administers())
                        .toList());
        return "api/keys";
    }

    /** What a key is to be like; zero days for one that does not end. */
    record KeyForm(
            @Nullable String name,
            @Nullable Set<Scope> scopes,
            @Nullable Integer days) {
        private static final int LONGEST = 60;

        void check(BindingResult errors) {
            if (trimmed().isEmpty() || trimmed().length() > LONGEST) {
                errors.rejectValue("name", "api.keys.name.form", new Object[] {LONGEST}, null);
            }
            if (chosen().isEmpty()) {
                errors.rejectValue("scopes", "api.keys.scopes.none");
            }
            if (days != null && !DAYS.contains(days)) {
                errors.rejectValue("days", "api.keys.days.form");
            }
        }

        String trimmed() {
            return name == null ? "" : name.strip();
        }

        public Set<Scope> chosen() {
            return scopes == null ? Set.of() : scopes;
        }
    }
}
