package app.emaki.feed;

import app.emaki.account.Viewer;
import app.emaki.feed.LineageQuery.After;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.video.VideoCard;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking for videos by words and tags, and for people. */
@Controller
class SearchController {
    private static final String MOST = "remixes";
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(300, Duration.ofMinutes(10));

    private final SearchQuery search;
    private final RateLimits limits;

    SearchController(SearchQuery search, RateLimits limits) {
        this.search = search;
        this.limits = limits;
    }

    @GetMapping("/search")
    String page(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String order,
            Model model) {
        limits.take("search:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        var wanted = Wanted.of(q);
        var person = wanted.person().isEmpty() && wanted.tags().isEmpty() ? wanted.text() : wanted.person();
        model.addAttribute("q", wanted.text());
        model.addAttribute(
                "people",
                person.isEmpty() ? List.of() : search.people(person.toLowerCase(java.util.Locale.ROOT), viewer.id()));
        boolean most = order.equals(MOST);
        if (most && !wanted.nothing()) {
            mostRemixed(wanted, viewer, after, model);
        } else {
            newest(wanted, viewer, after, model);
        }
        model.addAttribute("most", most);
        model.addAttribute("tags", wanted.text().isEmpty() ? search.tags() : List.of());
        return "feed/search";
    }

    private void newest(Wanted wanted, Viewer viewer, String after, Model model) {
        var page = wanted.nothing()
                ? new Page<VideoCard>(List.of(), null)
                : search.videos(wanted, viewer.id(), Cursor.parse(after).orElse(null));
        model.addAttribute("videos", page.items());
        model.addAttribute("next", page.next());
    }

    private void mostRemixed(Wanted wanted, Viewer viewer, String after, Model model) {
        var rows = search.mostRemixed(wanted, viewer.id(), After.parse(after).orElse(null));
        var videos = rows.size() > SearchQuery.PAGE ? rows.subList(0, SearchQuery.PAGE) : rows;
        model.addAttribute("videos", videos);
        model.addAttribute(
                "next",
                rows.size() > videos.size()
                        ? videos.getLast().remixes() + "." + videos.getLast().publicId()
                        : null);
    }
}
