package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.platform.RateLimits.Limit;
import app.emaki.platform.TooSoon;
import app.emaki.policy.Use;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody whose words were refused asks a person. The form that was refused is sent here as it is. */
@Controller
class AsksController {
    private static final Limit LIMIT = new Limit(10, Duration.ofHours(1));

    private final Moderation moderation;
    private final RateLimits limits;

    AsksController(Moderation moderation, RateLimits limits) {
        this.moderation = moderation;
        this.limits = limits;
    }

    @PostMapping("/asks")
    String ask(
            Viewer viewer,
            @RequestParam(defaultValue = "PROMPT") Use use,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String caption) {
        var said = text != null ? text : caption == null ? "" : caption;
        var words = said.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > Matter.LONGEST_WORDS) {
            return "redirect:" + (use == Use.PROMPT ? "/studio" : "/");
        }
        limits.take("ask:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        return "redirect:/reports/" + PublicId.of(moderation.ask(viewer, words)) + "?thanks";
    }
}
