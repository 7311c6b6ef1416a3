package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing beneath a video, and deleting what one wrote. A script gets the fresh first page, a form the video's page. */
@Controller
class CommentController {
    private final Comments comments;
    private final Videos videos;

    CommentController(Comments comments, Videos videos) {
        this.comments = comments;
        this.videos = videos;
    }

    @PostMapping("/videos/{publicId}/comments")
    String post(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String replyTo,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        var video = videos.find(viewer, publicId).orElseThrow(NoSuchVideo::new);
        var notes = write(
                viewer,
                video,
                text.replace("\r\n", "\n").strip(),
                PublicId.parse(replyTo).orElse(null));
        if (fragment != null) {
            model.addAllAttributes(notes);
            return list(video, viewer, model);
        }
        notes.forEach(redirect::addFlashAttribute);
        return "redirect:/v/" + publicId + "#comments";
    }

    private Map<String, Object> write(Viewer viewer, VideoCard video, String words, @Nullable UUID replyTo) {
        if (words.isEmpty() || words.length() > Comments.LONGEST) {
            return Map.of(
                    "written", words, "refused", "social.comment.length", "refusedWith", List.of(Comments.LONGEST));
        }
        try {
            comments.post(viewer, video.id(), words, replyTo);
            return Map.of();
        } catch (CommentRefused refused) {
            var verdict = refused.verdict();
            return Map.of(
                    "written",
                    words,
                    "refused",
                    "social.comment.refused",
                    "refusedWith",
                    List.of(String.valueOf(verdict.rule()), String.join(", ", verdict.words())));
        }
    }

    @DeleteMapping("/comments/{publicId}")
    String delete(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestParam String video,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            HttpServletRequest request,
            Model model) {
        comments.delete(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        var card = Optional.of(video).flatMap(id -> videos.find(viewer, id)).orElseThrow(NoSuchVideo::new);
        return fragment == null
                ? "redirect:" + Answer.back(request, card.page()) + "#comments"
                : list(card, viewer, model);
    }

    private String list(VideoCard video, Viewer viewer, Model model) {
        var fresh = videos.find(viewer, video.id()).orElseThrow(NoSuchVideo::new);
        model.addAttribute("video", fresh);
        model.addAttribute("comments", comments.of(fresh, viewer, null));
        return "social/comments :: comments";
    }
}
