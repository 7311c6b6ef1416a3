package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.model.Aspect;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The models on offer: what each of them declares, and what members' comparisons say of it. */
@Controller
class ModelTableController {
    private final VideoModels models;
    private final Scores scores;
    private final Wording wording;

    ModelTableController(VideoModels models, Scores scores, Wording wording) {
        this.models = models;
        this.scores = scores;
        this.wording = wording;
    }

    @GetMapping("/models")
    String list(Viewer viewer, Model model) {
        model.addAttribute("offers", models.offers());
        model.addAttribute(
                "frames",
                models.offers().stream().collect(Collectors.toMap(ModelOffer::id, ModelTableController::frames)));
        model.addAttribute("scores", scores.byModel());
        model.addAttribute("none", Scores.Score.NONE);
        model.addAttribute("criteria", Criterion.values());
        model.addAttribute("inputs", Input.values());
        model.addAttribute("wording", wording);
        model.addAttribute("meetings", viewer.administers() ? scores.meetings() : List.of());
        return "studio/models";
    }

    private static List<String> frames(ModelOffer offer) {
        return Stream.of(Aspect.values())
                .filter(offer.capabilities().aspects()::contains)
                .map(Options::ratio)
                .toList();
    }
}
