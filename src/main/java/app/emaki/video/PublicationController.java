package app.emaki.video;

import app.emaki.account.Viewer;
import app.emaki.cameo.ConsentMissing;
import app.emaki.platform.RateLimits;
import app.emaki.platform.Settings;
import app.emaki.platform.TooSoon;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an author shows a video, or takes it back. */
@Controller
@RequestMapping("/videos/{publicId}/publication")
class PublicationController {
    /** What the admin says beside the switch: who may advertise here, and how. */
    static final String WORDING = "video.commercial";

    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(60, Duration.ofHours(1));

    private final Videos videos;
    private final RateLimits limits;
    private final Settings settings;

    PublicationController(Videos videos, RateLimits limits, Settings settings) {
        this.videos = videos;
        this.limits = limits;
        this.settings = settings;
    }

    @GetMapping
    String form(Viewer viewer, @PathVariable String publicId, Model model) {
        var video = owned(viewer, publicId);
        model.addAttribute("form", PublicationForm.of(video));
        return page(video, model);
    }

    @PutMapping
    String publish(
            Viewer viewer,
            @PathVariable String publicId,
            @Valid @ModelAttribute("form") PublicationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var video = owned(viewer, publicId);
        limits.take("publish:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        if (!errors.hasErrors()) {
            try {
                boolean waits = videos.publish(viewer, video.id(), form.publication());
                redirect.addFlashAttribute(
                        "toast",
                        form.visibility() == Visibility.PRIVATE
                                ? "video.kept"
                                : waits ? "video.waits" : "video.published");
                return "redirect:" + video.page();
            } catch (ConsentMissing missing) {
                errors.reject(
                        "video.consent." + missing.ground(),
                        new Object[] {missing.handle(), String.join(", ", missing.words())},
                        null);
            } catch (CaptionRefused refused) {
                model.addAttribute("verdict", refused.verdict());
                errors.rejectValue(
                        "caption",
                        "video.caption.refused",
                        new Object[] {
                            refused.verdict().rule(),
                            String.join(", ", refused.verdict().words())
                        },
                        null);
            }
        }
        return page(video, model);
    }

    @DeleteMapping
    String unpublish(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        var video = owned(viewer, publicId);
        videos.unpublish(viewer, video.id());
        redirect.addFlashAttribute("toast", "video.unpublished");
        return "redirect:" + video.page();
    }

    private VideoCard owned(Viewer viewer, String publicId) {
        return videos.find(viewer, publicId)
                .filter(video -> video.author().equals(viewer.id()))
                .orElseThrow(NoSuchVideo::new);
    }

    private String page(VideoCard video, Model model) {
        model.addAttribute("video", video);
        model.addAttribute("wording", settings.find(WORDING).orElse(""));
        return "video/publication";
    }

    record PublicationForm(
            @Size(max = Caption.LONGEST, message = "{video.caption.long}")
            String caption,

            @NotNull Visibility visibility,
            @Nullable Boolean promptShown,
            @Nullable Remixable remixable,
            @Nullable Boolean commercial) {

        static PublicationForm of(VideoCard video) {
            boolean draft = video.publishedAt() == null;
            return new PublicationForm(
                    video.caption(),
                    draft ? Visibility.EVERYONE : video.visibility(),
                    draft ? video.caption().isEmpty() || video.promptShown() : video.promptShown(),
                    video.remixable(),
                    video.commercial());
        }

        Publication publication() {
            return new Publication(
                    caption.replace("\r\n", "\n").strip(),
                    visibility,
                    Boolean.TRUE.equals(promptShown),
                    remixable,
                    Boolean.TRUE.equals(commercial));
        }
    }
}
