package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.model.Aspect;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The models on offer, for everybody to read: what each of them declares, and what members' comparisons say of it. */
@Controller
class ModelTableController {
    /** Strangers read what was counted so long ago at most, since anybody can ask often. */
    private static final Duration HELD = Duration.ofMinutes(1);

    private final VideoModels models;
    private final Scores scores;
    private final Wording wording;
    private final Clock clock;
    private volatile Held held = new Held(Map.of(), Instant.MIN);

    ModelTableController(VideoModels models, Scores scores, Wording wording, Clock clock) {
        this.models = models;
        this.scores = scores;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/models")
    String list(@Nullable Viewer viewer, Model model) {
        model.addAttribute("offers", models.offers());
        model.addAttribute(
                "frames",
                models.offers().stream().collect(Collectors.toMap(ModelOffer::id, ModelTableController::frames)));
        model.addAttribute("scores", viewer == null ? held() : scores.byModel());
        model.addAttribute("none", Scores.Score.NONE);
        model.addAttribute("criteria", Criterion.values());
        model.addAttribute("inputs", Input.values());
        model.addAttribute("wording", wording);
        model.addAttribute("meetings", viewer != null && viewer.administers() ? scores.meetings() : List.of());
        return "studio/models";
    }

    private Map<String, Scores.Score> held() {
        var now = clock.instant();
        var current = held;
        if (now.isAfter(current.until())) {
            current = new Held(scores.byModel(), now.plus(HELD));
            held = current;
        }
        return current.scores();
    }

    private record Held(Map<String, Scores.Score> scores, Instant until) {}

    private static List<String> frames(ModelOffer offer) {
        return Stream.of(Aspect.values())
                .filter(offer.capabilities().aspects()::contains)
                .map(Options::ratio)
                .toList();
    }
}
