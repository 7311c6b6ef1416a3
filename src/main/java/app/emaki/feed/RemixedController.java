package app.emaki.feed;

import app.emaki.account.Viewer;
import app.emaki.feed.LineageQuery.After;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The films that were continued most. */
@Controller
class RemixedController {
    private final RemixedQuery remixed;
    private final ProfileQuery profiles;

    RemixedController(RemixedQuery remixed, ProfileQuery profiles) {
        this.remixed = remixed;
        this.profiles = profiles;
    }

    @GetMapping("/most-remixed")
    String page(
            Viewer viewer,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var person = by.isEmpty()
                ? null
                : profiles.find(by, viewer.id())
                        .filter(profile -> !profile.severed() && profile.open())
                        .orElseThrow(NotHere::new);
        var rows = remixed.page(
                person == null ? null : person.id(),
                viewer.id(),
                After.parse(after).orElse(null));
        var videos = rows.size() > RemixedQuery.PAGE ? rows.subList(0, RemixedQuery.PAGE) : rows;
        model.addAttribute("person", person);
        model.addAttribute("videos", videos);
        model.addAttribute(
                "next",
                rows.size() > videos.size()
                        ? "/most-remixed?" + (person == null ? "" : "by=" + person.handle() + "&") + "after="
                                + videos.getLast().remixes() + "."
                                + videos.getLast().publicId()
                        : null);
        return "feed/most-remixed";
    }
}
