package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.platform.RateLimits.Limit;
import app.emaki.platform.TooSoon;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody reads what was decided against them and why, and appeals; open to those who are shut out, too. */
@Controller
@RequestMapping("/standing")
class StandingController {
    private static final Limit LIMIT = new Limit(20, Duration.ofHours(1));

    private final Appeals appeals;
    private final RateLimits limits;
    private final Clock clock;

    StandingController(Appeals appeals, RateLimits limits, Clock clock) {
        this.appeals = appeals;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("strikes", appeals.strikes(viewer.id()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("window", Appeals.WINDOW.toDays());
        model.addAttribute("longest", Appeals.LONGEST);
        return viewer.active() ? "moderation/standing" : "moderation/shut-out";
    }

    @PostMapping("/{decision}/appeal")
    String appeal(
            Viewer viewer,
            @PathVariable String decision,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        var id = PublicId.parse(decision).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        limits.take("appeal:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        var text = words.strip();
        if (text.isEmpty() || text.length() > Appeals.LONGEST) {
            flash.addFlashAttribute("toast", "moderation.appeal.length");
        } else if (!appeals.file(viewer, id, text)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        } else {
            flash.addFlashAttribute("toast", "moderation.appeal.sent");
        }
        return "redirect:/standing";
    }
}
