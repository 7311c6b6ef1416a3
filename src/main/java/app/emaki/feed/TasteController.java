package app.emaki.feed;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.social.Answer;
import app.emaki.video.NoSuchVideo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How somebody watches, and what they want to see more and less of. */
@Controller
class TasteController {
    private static final int DAY = 1440;

    private final Tastes tastes;

    TasteController(Tastes tastes) {
        this.tastes = tastes;
    }

    @GetMapping("/settings/watching")
    String page(Viewer viewer, Model model) {
        model.addAttribute("wish", tastes.of(viewer.id()));
        model.addAttribute("phrases", tastes.phrases(viewer.id()));
        model.addAttribute("lessCount", tastes.lessCount(viewer.id()));
        return "feed/watching";
    }

    @PutMapping("/settings/watching")
    String watch(
            Viewer viewer,
            @RequestParam(defaultValue = "0") int minutes,
            @RequestParam(defaultValue = "false") boolean saving,
            @RequestParam(defaultValue = "false") boolean captions,
            RedirectAttributes redirect) {
        tastes.watch(viewer, Math.clamp(minutes, 0, DAY), saving, captions);
        return kept(redirect, "feed.watching.kept");
    }

    @PostMapping("/settings/watching/words")
    String steer(
            Viewer viewer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        int understood = tastes.steer(viewer, words.substring(0, Math.min(words.length(), 300)));
        redirect.addFlashAttribute("toast", understood == 0 ? "feed.steer.none" : "feed.steer.kept");
        return "redirect:" + (back.equals("/") ? "/" : "/settings/watching");
    }

    @DeleteMapping("/settings/watching/words/{phrase}")
    String unsteer(Viewer viewer, @PathVariable UUID phrase, RedirectAttributes redirect) {
        tastes.unsteer(viewer, phrase);
        return kept(redirect, "feed.steer.gone");
    }

    @PutMapping("/videos/{publicId}/less")
    ResponseEntity<Void> less(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        tastes.less(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        return Answer.done(request, "/");
    }

    @DeleteMapping("/videos/{publicId}/less")
    ResponseEntity<Void> forgive(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        tastes.forgive(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        return Answer.done(request, "/");
    }

    @DeleteMapping("/settings/watching/less")
    String forgiveAll(Viewer viewer, RedirectAttributes redirect) {
        tastes.forgiveAll(viewer);
        return kept(redirect, "feed.less.forgotten");
    }

    /** Seen, or skipped: it does not come by itself again. */
    @PutMapping("/guide")
    ResponseEntity<Void> guided(Viewer viewer, HttpServletRequest request) {
        tastes.guided(viewer, true);
        return Answer.done(request, "/");
    }

    /** Once more, from the start. */
    @DeleteMapping("/guide")
    ResponseEntity<Void> again(Viewer viewer, HttpServletRequest request) {
        tastes.guided(viewer, false);
        return Answer.done(request, "/");
    }

    private static String kept(RedirectAttributes redirect, String words) {
        redirect.addFlashAttribute("toast", words);
        return "redirect:/settings/watching";
    }
}
