package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.moderation.ModerationQuery.QueueItem;
import app.emaki.platform.PublicId;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which moderators decide. */
@Controller
@RequestMapping("/admin/moderation")
class ModerationController {
    private final Moderation moderation;
    private final ModerationQuery query;
    private final AuditLog log;
    private final Videos videos;

    ModerationController(Moderation moderation, ModerationQuery query, AuditLog log, Videos videos) {
        this.moderation = moderation;
        this.query = query;
        this.log = log;
        this.videos = videos;
    }

    @GetMapping
    String queue(@RequestParam(required = false) @Nullable String video, Model model) {
        return page(video, new DecisionForm("", Outcome.KEEP, null, ""), model);
    }

    @PostMapping("/decisions")
    String decide(
            Viewer viewer,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var video = PublicId.parse(form.video())
                .map(id -> videos.cards(Set.of(id)).get(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (errors.hasErrors()) {
            return page(form.video(), form, model);
        }
        var decision = moderation.decide(
                viewer,
                video,
                Objects.requireNonNull(form.outcome()),
                Objects.requireNonNull(form.rule()),
                form.words() == null ? "" : form.words().strip());
        flash.addFlashAttribute("decided", PublicId.of(decision));
        flash.addFlashAttribute("outcome", form.outcome());
        return "redirect:/admin/moderation";
    }

    @DeleteMapping("/decisions/{id}")
    String undo(Viewer viewer, @PathVariable String id) {
        var video = PublicId.parse(id)
                .flatMap(decision -> moderation.undo(viewer, decision))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:/admin/moderation?video=" + PublicId.of(video);
    }

    @GetMapping("/log")
    String log(@RequestParam(required = false) @Nullable Long before, Model model) {
        model.addAttribute("entries", log.page(before));
        model.addAttribute("broken", log.broken());
        model.addAttribute("waiting", query.waiting());
        return "moderation/log";
    }

    @GetMapping("/decisions")
    String decisions(Model model) {
        var decided = query.decided();
        model.addAttribute("decided", decided);
        model.addAttribute(
                "cards", videos.cards(decided.stream().map(d -> d.videoId()).collect(Collectors.toSet())));
        model.addAttribute("waiting", query.waiting());
        return "moderation/decisions";
    }

    private String page(@Nullable String chosen, DecisionForm form, Model model) {
        var queue = query.queue();
        var cards = videos.cards(queue.stream().map(QueueItem::videoId).collect(Collectors.toSet()));
        var current = chosen(queue, cards, chosen);
        model.addAttribute("queue", queue);
        model.addAttribute("cards", cards);
        model.addAttribute("waiting", query.waiting());
        model.addAttribute("form", form);
        model.addAttribute("rules", Rule.values());
        model.addAttribute("outcomes", List.of(Outcome.values()));
        model.addAttribute("longest", Decision.LONGEST_WORDS);
        current.ifPresent(card -> {
            model.addAttribute("video", card);
            model.addAttribute("voices", query.voices(card.id()));
            model.addAttribute("past", query.past(card.author()));
        });
        return "moderation/queue";
    }

    private Optional<VideoCard> chosen(List<QueueItem> queue, Map<UUID, VideoCard> cards, @Nullable String chosen) {
        return Optional.ofNullable(chosen)
                .flatMap(PublicId::parse)
                .or(() -> queue.stream().map(QueueItem::videoId).findFirst())
                .flatMap(id -> Optional.ofNullable(cards.get(id)));
    }

    record DecisionForm(
            String video,

            @NotNull(message = "{moderation.decide.chooseOutcome}") @Nullable
            Outcome outcome,

            @NotNull(message = "{moderation.decide.chooseRule}") @Nullable
            Rule rule,

            @Size(max = Decision.LONGEST_WORDS, message = "{moderation.decide.tooLong}") @Nullable
            String words) {}
}
