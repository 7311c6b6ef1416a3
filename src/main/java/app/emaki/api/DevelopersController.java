package app.emaki.api;

import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page for those who write programs: words to copy, and calls to watch. */
@Controller
class DevelopersController {
    private static final List<Step> STEPS = List.of(
            new Step("models", "GET /v1/models", false),
            new Step("list", "GET /v1/videos?limit=2", false),
            new Step("wrong", "GET /v1/videos", false),
            new Step("missing", "GET /v1/videos/video_1", false),
            new Step("refused", "POST /v1/videos", false),
            new Step("tools", "POST /mcp", false),
            new Step("create", "POST /v1/videos", true),
            new Step("again", "POST /v1/videos", true),
            new Step("done", "GET /v1/videos/…", true),
            new Step("content", "GET /v1/videos/…/content", true),
            new Step("gone", "DELETE /v1/videos/…", true));

    private final Snippets snippets;
    private final Models models;
    private final Credits credits;
    private final Site site;

    DevelopersController(Snippets snippets, Models models, Credits credits, Site site) {
        this.snippets = snippets;
        this.models = models;
        this.credits = credits;
        this.site = site;
    }

    @GetMapping("/developers")
    String show(Viewer viewer, HttpServletRequest request, Model model) {
        var address = site.address(request);
        var best = models.offers().stream().findFirst();
        int seconds = best.map(it -> it.capabilities().minSeconds()).orElse(1);
        model.addAttribute("base", address + "/v1");
        model.addAttribute("snippets", snippets.at(address));
        model.addAttribute("steps", STEPS);
        model.addAttribute("seconds", seconds);
        model.addAttribute(
                "price",
                best.map(it -> credits.price(
                                it, seconds, it.capabilities().lines().getFirst()))
                        .orElse(0));
        model.addAttribute("left", credits.balance(viewer).left());
        return "api/developers";
    }

    /** A call of the checker; {@code film} when it needs one to be made. */
    record Step(String name, String call, boolean film) {}
}
