package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spoken lines of a film, laid out so that nobody talks over themselves. */
final class Dialogue {
    private final List<Caption> captions;

    private Dialogue(List<Caption> captions) {
        this.captions = captions;
    }

    static Dialogue silent() {
        return new Dialogue(List.of());
    }

    static Dialogue of(StoryPlan plan) {
        return new Dialogue(plan.lines().stream()
                .map(line ->
                        new Caption(line.at(), Math.min(plan.seconds(), line.at() + 2), line.speaker(), line.text()))
                .toList());
    }

    List<Caption> captions() {
        return captions;
    }

    void speak(Bus roles, Bus narrator) {}

    double mouth(@Nullable String role, double t) {
        return 0;
    }
}
