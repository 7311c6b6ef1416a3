package app.emaki.moderation;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.moderation.Decision.Verdict;
import app.emaki.moderation.ModerationQuery.QueueItem;
import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which moderators decide. */
@Controller
@RequestMapping("/admin/moderation")
class ModerationController {
    private static final String HOME = "redirect:/admin/moderation";
    private static final Set<Integer> DAYS = Set.of(1, 3, 7, 30, 90);

    private final Moderation moderation;
    private final Decisions decisions;
    private final ModerationQuery query;
    private final MatterView view;
    private final QueueFilters filters;
    private final Clock clock;

    ModerationController(
            Moderation moderation,
            Decisions decisions,
            ModerationQuery query,
            MatterView view,
            QueueFilters filters,
            Clock clock) {
        this.moderation = moderation;
        this.decisions = decisions;
        this.query = query;
        this.view = view;
        this.filters = filters;
        this.clock = clock;
    }

    @GetMapping
    String queue(
            Viewer viewer,
            @ModelAttribute("filter") QueueFilter filter,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        return page(viewer, filter, matter, after, DecisionForm.fresh(), locale, model);
    }

    @PostMapping("/matters/{id}/decision")
    String decide(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute("filter") QueueFilter filter,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        var matter = query.matter(id(id), viewer.id(), clock.instant()).orElse(null);
        if (matter == null) {
            flash.addFlashAttribute("toast", "moderation.refused.gone");
            return HOME;
        }
        var outcome = form.outcome();
        if (outcome != null && !outcome.removes() && !view.unchanged(matter, form.seen())) {
            errors.reject("moderation.refused.changed");
        }
        if (errors.hasErrors()) {
            return page(viewer, filter, id, null, form, locale, model);
        }
        var next = next(viewer, filter, matter.id());
        try {
            var decision = decisions.decide(viewer, matter.id(), form.verdict());
            flash.addFlashAttribute("decided", PublicId.of(decision.id()));
            flash.addFlashAttribute("waits", !decision.out());
            flash.addFlashAttribute("outcome", form.outcome());
        } catch (Decisions.Refused refused) {
            errors.reject(refused.key());
            return page(viewer, filter, id, null, form, locale, model);
        } catch (Matter.Decided | OptimisticLockingFailureException e) {
            flash.addFlashAttribute("toast", "moderation.refused.gone");
        }
        next.ifPresent(it -> flash.addAttribute("matter", PublicId.of(it)));
        return HOME + (filter.query().isEmpty() ? "" : "?" + filter.query());
    }

    /** Everything that was ticked is removed as spam. */
    @PostMapping("/spam")
    String spam(Viewer viewer, @RequestParam(defaultValue = "") List<String> matter, RedirectAttributes flash) {
        int removed = 0;
        for (var id : matter.stream().limit(ModerationQuery.QUEUE).toList()) {
            try {
                var found = PublicId.parse(id);
                if (found.isPresent()) {
                    decisions.decide(viewer, found.get(), new Verdict(Outcome.REMOVE, Rule.SPAM, "", true, 0, true));
                    removed++;
                }
            } catch (Decisions.Refused | Matter.Decided | OptimisticLockingFailureException e) {
                // somebody else's to decide; it stays in the queue
            }
        }
        flash.addFlashAttribute("toast", "moderation.spam.done");
        flash.addFlashAttribute("toastWith", List.of(removed));
        return HOME;
    }

    @PutMapping("/matters/{id}/claim")
    ResponseEntity<Void> claim(Viewer viewer, @PathVariable String id) {
        return moderation.claim(viewer, id(id))
                ? back(id)
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    @DeleteMapping("/matters/{id}/claim")
    ResponseEntity<Void> release(Viewer viewer, @PathVariable String id) {
        moderation.release(viewer, id(id));
        return back(id);
    }

    @PostMapping("/reports/{id}/letters")
    String answer(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam String matter,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        var text = words.strip();
        if (text.isEmpty() || text.length() > Letters.LONGEST) {
            flash.addFlashAttribute("toast", "moderation.letter.length");
        } else if (!moderation.answer(viewer, id(id), text)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        } else {
            flash.addFlashAttribute("toast", "moderation.letter.sent");
        }
        flash.addAttribute("matter", matter);
        return HOME;
    }

    @DeleteMapping("/decisions/{id}")
    String undo(Viewer viewer, @PathVariable String id, RedirectAttributes flash) {
        try {
            var matter =
                    decisions.undo(viewer, id(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            flash.addAttribute("matter", PublicId.of(matter));
            return HOME;
        } catch (Decisions.Refused refused) {
            flash.addFlashAttribute("toast", refused.key());
            return HOME + "/decisions";
        }
    }

    @PutMapping("/decisions/{id}/second")
    String second(Viewer viewer, @PathVariable String id, RedirectAttributes flash) {
        try {
            decisions.second(viewer, id(id));
            flash.addFlashAttribute("toast", "moderation.seconded");
        } catch (Decisions.Refused refused) {
            flash.addFlashAttribute("toast", refused.key());
        }
        return HOME + "/decisions";
    }

    @GetMapping("/decisions")
    String decided(Viewer viewer, @RequestParam(required = false) @Nullable String before, Locale locale, Model model) {
        var page =
                query.decided(Optional.ofNullable(before).flatMap(Cursor::parse).orElse(null));
        model.addAttribute("decided", page);
        model.addAttribute("names", view.names(page.items(), locale));
        view.head(model);
        return "moderation/decisions";
    }

    @PostMapping("/filters")
    String keepFilter(
            Viewer viewer,
            @ModelAttribute("filter") QueueFilter filter,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes flash) {
        flash.addFlashAttribute(
                "toast",
                filters.keep(viewer, name.strip(), filter) ? "moderation.filter.kept" : "moderation.filter.name.bad");
        return HOME + (filter.query().isEmpty() ? "" : "?" + filter.query());
    }

    @DeleteMapping("/filters/{id}")
    String forgetFilter(Viewer viewer, @PathVariable String id) {
        filters.forget(viewer, id(id));
        return HOME;
    }

    private String page(
            Viewer viewer,
            QueueFilter filter,
            @Nullable String chosen,
            @Nullable String after,
            DecisionForm form,
            Locale locale,
            Model model) {
        var start = Optional.ofNullable(after).flatMap(PublicId::parse).orElse(null);
        var rows = query.queue(filter, viewer.id(), clock.instant(), start);
        var queue = rows.size() > ModerationQuery.QUEUE ? rows.subList(0, ModerationQuery.QUEUE) : rows;
        model.addAttribute("queue", queue);
        model.addAttribute(
                "next", rows.size() > queue.size() ? PublicId.of(queue.getLast().id()) : null);
        model.addAttribute("filter", filter);
        model.addAttribute("filterQuery", filter.query());
        model.addAttribute("saved", filters.of(viewer));
        model.addAttribute("sorts", QueueFilter.Sort.values());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("plans", Plan.values());
        model.addAttribute("form", form);
        model.addAttribute("rules", Rule.values());
        model.addAttribute("longest", Decision.LONGEST_WORDS);
        model.addAttribute("daysToChoose", DAYS.stream().sorted().toList());
        view.head(model);
        view.list(queue, model);
        chosen(viewer, queue, chosen).ifPresent(matter -> view.show(viewer, matter, locale, model));
        return "moderation/queue";
    }

    private Optional<QueueItem> chosen(Viewer viewer, List<QueueItem> queue, @Nullable String chosen) {
        return Optional.ofNullable(chosen)
                .flatMap(PublicId::parse)
                .flatMap(id -> query.matter(id, viewer.id(), clock.instant()))
                .or(() -> queue.stream().findFirst());
    }

    /** What stands after a matter in the queue, before it is decided and gone. */
    private Optional<UUID> next(Viewer viewer, QueueFilter filter, UUID matter) {
        var ids = query.queue(filter, viewer.id(), clock.instant(), null).stream()
                .map(QueueItem::id)
                .toList();
        int here = ids.indexOf(matter);
        return here >= 0 && here + 1 < ids.size() ? Optional.of(ids.get(here + 1)) : Optional.empty();
    }

    private static ResponseEntity<Void> back(String matter) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/admin/moderation?matter=" + PublicId.of(id(matter)))
                .build();
    }

    private static UUID id(String id) {
        return PublicId.parse(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * A decision as it is written.
     *
     * @param ground the rule on which it rests; not called so, as the filter in the same address has a rule of its own
     */
    record DecisionForm(
            @NotNull(message = "{moderation.decide.chooseOutcome}") @Nullable
            Outcome outcome,

            @NotNull(message = "{moderation.decide.chooseRule}") @Nullable
            Rule ground,

            @Size(max = Decision.LONGEST_WORDS, message = "{moderation.decide.tooLong}") @Nullable
            String words,

            @Nullable Boolean tree,
            @Nullable Integer days,
            @Nullable Boolean block,
            @Nullable String seen) {

        static DecisionForm fresh() {
            return new DecisionForm(Outcome.KEEP, null, "", false, 7, true, null);
        }

        Verdict verdict() {
            return new Verdict(
                    Objects.requireNonNull(outcome),
                    Objects.requireNonNull(ground),
                    words == null ? "" : words.strip(),
                    Boolean.TRUE.equals(tree),
                    days != null && DAYS.contains(days) ? days : 7,
                    Boolean.TRUE.equals(block));
        }
    }
}
