package app.emaki.feed;

import app.emaki.account.Viewer;
import app.emaki.video.NoSuchVideo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Why am I seeing this, and what can I do about it? */
@Controller
class WhyController {
    private final WhyQuery why;

    WhyController(WhyQuery why) {
        this.why = why;
    }

    @GetMapping("/v/{publicId}/why")
    String page(
            @Nullable Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model) {
        model.addAttribute(
                "why", why.find(publicId, viewer == null ? null : viewer.id()).orElseThrow(NoSuchVideo::new));
        return fragment == null ? "feed/why" : "feed/why :: reasons";
    }
}
