package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.platform.RateLimits.Limit;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a member says that a video should not be here. */
@Controller
@RequestMapping("/reports")
class ReportsController {
    private static final Limit LIMIT = new Limit(20, Duration.ofHours(1));

    private final Moderation moderation;
    private final Videos videos;
    private final RateLimits limits;

    ReportsController(Moderation moderation, Videos videos, RateLimits limits) {
        this.moderation = moderation;
        this.videos = videos;
        this.limits = limits;
    }

    @GetMapping("/new")
    String form(Viewer viewer, @RequestParam String video, Model model) {
        return page(new ReportForm(video, null, ""), find(viewer, video), model);
    }

    @PostMapping
    String report(Viewer viewer, @Valid @ModelAttribute("form") ReportForm form, BindingResult errors, Model model) {
        var video = find(viewer, form.video());
        if (!errors.hasErrors() && limits.take("report:" + viewer.id(), LIMIT).isPresent()) {
            errors.reject("moderation.report.tooMany", new Object[] {LIMIT.tries()}, null);
        }
        if (errors.hasErrors() || form.rule() == null) {
            return page(form, video, model);
        }
        moderation.report(viewer, video, form.rule(), form.words());
        return "redirect:/reports/thanks";
    }

    @GetMapping("/thanks")
    String thanks() {
        return "moderation/thanks";
    }

    private static String page(ReportForm form, VideoCard video, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("video", video);
        model.addAttribute("rules", Rule.values());
        model.addAttribute("longest", Report.LONGEST_NOTE);
        return "moderation/report";
    }

    private VideoCard find(Viewer viewer, String video) {
        return PublicId.parse(video)
                .flatMap(id -> videos.find(viewer, id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    record ReportForm(
            String video,

            @NotNull(message = "{moderation.report.choose}") @Nullable
            Rule rule,

            @Size(max = Report.LONGEST_NOTE, message = "{moderation.report.tooLong}") @Nullable
            String note) {

        String words() {
            return note == null ? "" : note.strip();
        }
    }
}
