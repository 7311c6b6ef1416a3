package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.Videos;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Liking what somebody wrote, and closing the talk beneath one's own video. */
@Controller
class CommentLikeController {
    private final Comments comments;
    private final Videos videos;

    CommentLikeController(Comments comments, Videos videos) {
        this.comments = comments;
        this.videos = videos;
    }

    @PutMapping("/comments/{publicId}/like")
    ResponseEntity<Void> like(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        comments.like(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        return Answer.done(request, "/");
    }

    @DeleteMapping("/comments/{publicId}/like")
    ResponseEntity<Void> unlike(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        comments.unlike(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new));
        return Answer.done(request, "/");
    }

    @PutMapping("/videos/{publicId}/comments/closure")
    ResponseEntity<Void> close(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        videos.closeComments(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new), true);
        return Answer.done(request, "/v/" + publicId);
    }

    @DeleteMapping("/videos/{publicId}/comments/closure")
    ResponseEntity<Void> open(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        videos.closeComments(viewer, PublicId.parse(publicId).orElseThrow(NoSuchVideo::new), false);
        return Answer.done(request, "/v/" + publicId);
    }
}
