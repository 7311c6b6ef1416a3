package app.emaki.feed;

import app.emaki.account.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The feed and its three tabs; the signed-out are welcomed instead. */
@Controller
class FeedController {
    private final FeedQuery feed;
    private final Tastes tastes;

    FeedController(FeedQuery feed, Tastes tastes) {
        this.feed = feed;
        this.tastes = tastes;
    }

    @GetMapping("/")
    String forYou(
            @Nullable Viewer viewer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model) {
        return viewer == null ? "feed/welcome" : page(Tab.FOR_YOU, viewer, Place.of(after, from), fragment, model);
    }

    @GetMapping("/following")
    String following(
            Viewer viewer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model) {
        return page(Tab.FOLLOWING, viewer, Place.of(after, from), fragment, model);
    }

    @GetMapping("/latest")
    String latest(
            Viewer viewer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model) {
        return page(Tab.LATEST, viewer, Place.of(after, from), fragment, model);
    }

    private String page(Tab tab, Viewer viewer, Place place, @Nullable String fragment, Model model) {
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("top", place.cursor() == null);
        model.addAttribute("slides", feed.page(tab, viewer.id(), place));
        if (fragment != null) {
            return "feed/slides :: slides";
        }
        model.addAttribute("wish", tastes.of(viewer.id()));
        return "feed/feed";
    }
}
