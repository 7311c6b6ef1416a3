package app.emaki.moderation;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.BarredCameos;
import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.platform.RateLimits.Limit;
import app.emaki.platform.TooSoon;
import app.emaki.social.Comments;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a member says that something should not be here, and hears what came of it. */
@Controller
@RequestMapping("/reports")
class ReportsController {
    private static final Limit LIMIT = new Limit(20, Duration.ofHours(1));

    private final Moderation moderation;
    private final ReportQuery query;
    private final Letters letters;
    private final Videos videos;
    private final Comments comments;
    private final Accounts accounts;
    private final BarredCameos cameos;
    private final RateLimits limits;

    ReportsController(
            Moderation moderation,
            ReportQuery query,
            Letters letters,
            Videos videos,
            Comments comments,
            Accounts accounts,
            BarredCameos cameos,
            RateLimits limits) {
        this.moderation = moderation;
        this.query = query;
        this.letters = letters;
        this.videos = videos;
        this.comments = comments;
        this.accounts = accounts;
        this.cameos = cameos;
        this.limits = limits;
    }

    /** The viewer's own reports and requests. */
    @GetMapping
    String list(Viewer viewer, @RequestParam(required = false) @Nullable String before, Model model) {
        var page = query.of(
                viewer, Optional.ofNullable(before).flatMap(Cursor::parse).orElse(null));
        model.addAttribute("reports", page);
        return "moderation/reports";
    }

    @GetMapping("/new")
    String form(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String video,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable String cameo,
            Model model) {
        return page(viewer, new ReportForm(video, comment, profile, cameo, null, ""), model);
    }

    @PostMapping
    String report(Viewer viewer, @Valid @ModelAttribute("form") ReportForm form, BindingResult errors, Model model) {
        var subject = subject(viewer, form);
        if (!errors.hasErrors() && limits.take("report:" + viewer.id(), LIMIT).isPresent()) {
            errors.reject("moderation.report.tooMany", new Object[] {LIMIT.tries()}, null);
        }
        if (errors.hasErrors() || form.rule() == null) {
            return page(viewer, form, model);
        }
        var report = moderation.report(viewer, subject, form.rule(), form.words());
        return "redirect:/reports/" + PublicId.of(report) + "?thanks";
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        var report = PublicId.parse(id)
                .flatMap(it -> query.find(viewer, it))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("report", report);
        model.addAttribute("letters", letters.of(List.of(report.id())));
        model.addAttribute("longest", Letters.LONGEST);
        return "moderation/thread";
    }

    @PostMapping("/{id}/letters")
    String write(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        UUID report = PublicId.parse(id)
                .filter(it -> query.find(viewer, it).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        limits.take("letter:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        var text = words.strip();
        if (text.isEmpty() || text.length() > Letters.LONGEST) {
            flash.addFlashAttribute("toast", "moderation.letter.length");
        } else {
            moderation.write(viewer, report, text);
            flash.addFlashAttribute("toast", "moderation.letter.sent");
        }
        return "redirect:/reports/" + PublicId.of(report);
    }

    private String page(Viewer viewer, ReportForm form, Model model) {
        var subject = subject(viewer, form);
        model.addAttribute("form", form);
        model.addAttribute("subject", subject);
        if (subject.kind() == Kind.VIDEO) {
            model.addAttribute("video", videos.cards(Set.of(subject.id())).get(subject.id()));
        }
        accounts.find(subject.account()).ifPresent(it -> model.addAttribute("owner", it));
        model.addAttribute("rules", Rule.values());
        model.addAttribute("longest", Report.LONGEST_NOTE);
        return "moderation/report";
    }

    /** What a stranger may not see cannot be reported, and nothing of one's own. */
    private Subject subject(Viewer viewer, ReportForm form) {
        return film(viewer, form.video())
                .or(() -> comment(viewer, form.comment()))
                .or(() -> profile(form.profile()))
                .or(() -> cameo(viewer, form.cameo()))
                .filter(subject -> !subject.account().equals(viewer.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Subject> film(Viewer viewer, @Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(PublicId::parse)
                .flatMap(it -> videos.find(viewer, it))
                .map((VideoCard it) -> new Subject(Kind.VIDEO, it.id(), it.author(), it.caption()));
    }

    private Optional<Subject> comment(Viewer viewer, @Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(PublicId::parse)
                .flatMap(it -> comments.find(viewer, it))
                .map(it -> new Subject(Kind.COMMENT, it.id(), it.author(), it.text()));
    }

    private Optional<Subject> profile(@Nullable String handle) {
        return Optional.ofNullable(handle)
                .flatMap(accounts::find)
                .filter(Viewer::active)
                .map(it -> new Subject(
                        Kind.PROFILE, it.id(), it.id(), (it.displayName() + "\n" + accounts.about(it.id())).strip()));
    }

    private Optional<Subject> cameo(Viewer viewer, @Nullable String handle) {
        return Optional.ofNullable(handle)
                .flatMap(it -> cameos.named(viewer, it))
                .map(it -> new Subject(
                        Kind.CAMEO,
                        it.id(),
                        it.owner(),
                        ("@" + it.handle() + " " + it.name() + "\n" + it.description()).strip()));
    }

    record ReportForm(
            @Nullable String video,
            @Nullable String comment,
            @Nullable String profile,
            @Nullable String cameo,

            @NotNull(message = "{moderation.report.choose}") @Nullable
            Rule rule,

            @Size(max = Report.LONGEST_NOTE, message = "{moderation.report.tooLong}") @Nullable
            String note) {

        String words() {
            return note == null ? "" : note.strip();
        }
    }
}
