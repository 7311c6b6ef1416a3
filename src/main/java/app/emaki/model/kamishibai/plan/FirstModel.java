package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.StoryPlan.Angle;
import app.emaki.model.kamishibai.plan.StoryPlan.Beat;
import app.emaki.model.kamishibai.plan.StoryPlan.Camera;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import app.emaki.model.kamishibai.plan.StoryPlan.ShotPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code kamishibai-1} makes of a plan: one silent shot, one deed for each of at most three roles, a camera that hardly moves. */
final class FirstModel {
    private static final int MOST_ROLES = 3;

    private FirstModel() {}

    static StoryPlan simplify(StoryPlan plan) {
        ShotPlan first = plan.shots().getFirst();
        Map<String, Beat> deeds = new LinkedHashMap<>();
        for (ShotPlan shot : plan.shots()) {
            for (Beat beat : shot.beats()) {
                boolean better = deeds.get(beat.role()) == null || rests(deeds.get(beat.role()));
                if (better && (deeds.containsKey(beat.role()) || deeds.size() < MOST_ROLES)) {
                    deeds.put(beat.role(), new Beat(beat.role(), beat.action(), 0, beat.emotion()));
                }
            }
        }
        List<Role> cast =
                plan.cast().stream().filter(r -> deeds.containsKey(r.id())).toList();
        Framing framing = first.camera().framing();
        Move move = framing == Framing.WIDE ? Move.PUSH_IN : Move.STILL;
        var shot = new ShotPlan(
                plan.seconds(),
                first.setting(),
                first.hour(),
                first.weather(),
                first.drifts().stream().limit(1).toList(),
                List.copyOf(deeds.values()),
                new Camera(framing, Angle.EYE, move, 1),
                Transition.CUT,
                first.signs());
        return new StoryPlan(
                plan.version(),
                plan.seed(),
                plan.language(),
                plan.style(),
                cast,
                List.of(shot),
                List.of(),
                List.of(),
                Mood.NONE,
                false);
    }

    private static boolean rests(Beat beat) {
        return switch (beat.action()) {
            case STAND, SPEAK -> true;
            default -> false;
        };
    }
}
