package app.emaki.video;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deleting a video, and thinking better of it. */
@Controller
@RequestMapping("/videos/{publicId}")
class VideoController {
    private final Videos videos;

    VideoController(Videos videos) {
        this.videos = videos;
    }

    @DeleteMapping
    String delete(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        videos.delete(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        redirect.addFlashAttribute("deleted", publicId);
        return "redirect:/@" + viewer.handle();
    }

    @PutMapping("/pin")
    String pin(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        boolean pinned = videos.pin(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        redirect.addFlashAttribute("toast", pinned ? "video.pinned" : "video.pinned.full");
        return "redirect:/v/" + publicId;
    }

    @DeleteMapping("/pin")
    String unpin(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        videos.unpin(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        redirect.addFlashAttribute("toast", "video.unpinned");
        return "redirect:/v/" + publicId;
    }

    @PutMapping("/restoration")
    String restore(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        videos.undelete(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        redirect.addFlashAttribute("toast", "video.restored");
        return "redirect:/v/" + publicId;
    }
}
