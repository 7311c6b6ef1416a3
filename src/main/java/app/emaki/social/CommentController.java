package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing beneath a video, and thinking better of it. A script gets the fresh first page, a form the video's page. */
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
        var words = plain(text);
        var notes = written(
                words,
                () -> comments.post(
                        viewer, video.id(), words, PublicId.parse(replyTo).orElse(null)));
        return answer(viewer, video.id(), notes, fragment, model, redirect);
    }

    @PutMapping("/comments/{publicId}")
    String edit(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestParam(defaultValue = "") String text,
            @RequestParam String video,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        var words = plain(text);
        var notes = written(words, () -> comments.edit(viewer, id(publicId), words));
        return answer(viewer, id(video), notes, fragment, model, redirect);
    }

    @DeleteMapping("/comments/{publicId}")
    String delete(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        var video = comments.delete(viewer, id(publicId));
        return answer(viewer, video, Map.of("removed", publicId), fragment, model, redirect);
    }

    @PutMapping("/comments/{publicId}/restoration")
    String restore(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        return answer(viewer, comments.undelete(viewer, id(publicId)), Map.of(), fragment, model, redirect);
    }

    @PutMapping("/comments/{publicId}/pin")
    String pin(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        return answer(viewer, comments.pin(viewer, id(publicId), true), Map.of(), fragment, model, redirect);
    }

    @DeleteMapping("/comments/{publicId}/pin")
    String unpin(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        return answer(viewer, comments.pin(viewer, id(publicId), false), Map.of(), fragment, model, redirect);
    }

    private static Map<String, Object> written(String words, Runnable act) {
        if (words.isEmpty() || words.length() > Comments.LONGEST) {
            return Map.of(
                    "written", words, "refused", "social.comment.length", "refusedWith", List.of(Comments.LONGEST));
        }
        try {
            act.run();
            return Map.of();
        } catch (CommentRefused refused) {
            var verdict = refused.verdict();
            return Map.of(
                    "written",
                    words,
                    "refused",
                    "social.comment.refused",
                    "refusedWith",
                    List.of(String.valueOf(verdict.rule()), String.join(", ", verdict.words())),
                    "verdict",
                    verdict);
        }
    }

    private String answer(
            Viewer viewer,
            UUID video,
            Map<String, Object> notes,
            @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        VideoCard fresh = videos.find(viewer, video).orElseThrow(NoSuchVideo::new);
        if (fragment == null) {
            notes.forEach(redirect::addFlashAttribute);
            return "redirect:" + fresh.page() + "#comments";
        }
        model.addAllAttributes(notes);
        model.addAttribute("video", fresh);
        model.addAttribute("comments", comments.of(fresh, viewer, null));
        return "social/comments :: comments";
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(NoSuchVideo::new);
    }
}
