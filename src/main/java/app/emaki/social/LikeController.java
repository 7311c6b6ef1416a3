package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.NoSuchVideo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Liking and thinking better of it; either may be said twice. */
@Controller
@RequestMapping("/videos/{publicId}/like")
class LikeController {
    private final Likes likes;

    LikeController(Likes likes) {
        this.likes = likes;
    }

    @RequestMapping(method = {RequestMethod.POST, RequestMethod.PUT})
    ResponseEntity<Void> like(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        likes.like(viewer, id(publicId));
        return Answer.done(request, "/v/" + publicId);
    }

    @DeleteMapping
    ResponseEntity<Void> unlike(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        likes.unlike(viewer, id(publicId));
        return Answer.done(request, "/v/" + publicId);
    }

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(NoSuchVideo::new);
    }
}
