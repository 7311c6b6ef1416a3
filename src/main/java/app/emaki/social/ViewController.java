package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Hears from the feed how long a film was watched. */
@Controller
class ViewController {
    private final Views views;

    ViewController(Views views) {
        this.views = views;
    }

    @PostMapping("/videos/{publicId}/view")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void watched(Viewer viewer, @PathVariable String publicId, @RequestParam double seconds) {
        if (Double.isFinite(seconds)) {
            PublicId.parse(publicId).ifPresent(id -> views.watched(viewer, id, seconds));
        }
    }
}
