package app.emaki.model.kamishibai.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A plan in few words, so that a test can look for them: cast, then shot by shot, then lines and sounds. */
final class Summary {
    private Summary() {}

    static String of(StoryPlan plan) {
        String cast = plan.cast().stream()
                .map(r -> r.figure() + "x" + r.count() + list(r.garment(), r.hair(), r.props())
                        + (r.sign() == null ? "" : ":" + r.sign()))
                .collect(Collectors.joining(" "));
        String shots = plan.shots().stream()
                .map(s -> "[" + s.setting() + " " + s.hour() + " " + s.weather() + " " + s.drifts() + " " + s.camera()
                        + " " + s.transition() + " " + s.signs() + " "
                        + s.beats().stream()
                                .map(b -> b.role() + ":" + b.action() + (b.emotion() == null ? "" : ":" + b.emotion()))
                                .collect(Collectors.joining(" "))
                        + "]")
                .collect(Collectors.joining(" "));
        String heard =
                plan.lines().stream().map(l -> l.speaker() + "=" + l.text()).collect(Collectors.joining(" ")) + " "
                        + plan.cues().stream().map(c -> c.effect().name()).collect(Collectors.joining(" "));
        return plan.style() + " mood." + plan.mood() + " shots=" + plan.shots().size() + " sound=" + plan.sounding()
                + " " + cast + " " + shots + " " + heard;
    }

    private static String list(Object... parts) {
        return List.of(parts.length).isEmpty()
                ? ""
                : "("
                        + java.util.Arrays.stream(parts)
                                .filter(p -> p != null)
                                .map(String::valueOf)
                                .collect(Collectors.joining(" "))
                        + ")";
    }
}
