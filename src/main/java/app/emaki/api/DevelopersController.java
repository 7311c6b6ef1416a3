package app.emaki.api;

import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page for those who write programs: words to copy, and calls to watch. */
@Controller
class DevelopersController {
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
        model.addAttribute("seconds", seconds);
        model.addAttribute(
                "price",
                best.map(it -> credits.price(it, seconds, it.capabilities().lines().getFirst())).orElse(0));
        model.addAttribute("left", credits.balance(viewer).left());
        return "api/developers";
    }
}
