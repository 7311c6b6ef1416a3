package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.picture.puppet.CutHead;
import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Gives portraits to the cast: each to the first role of its figure that has none, or else to the first that might be meant. */
final class Faces {
    private static final Map<String, Figure> FIGURES = Map.ofEntries(
            Map.entry("a woman", Figure.WOMAN),
            Map.entry("女性", Figure.WOMAN),
            Map.entry("a man", Figure.MAN),
            Map.entry("男性", Figure.MAN),
            Map.entry("an old person", Figure.ELDER),
            Map.entry("老人", Figure.ELDER),
            Map.entry("a cat", Figure.CAT),
            Map.entry("猫", Figure.CAT),
            Map.entry("a dog", Figure.DOG),
            Map.entry("犬", Figure.DOG),
            Map.entry("a bird", Figure.BIRD),
            Map.entry("鳥", Figure.BIRD),
            Map.entry("a robot", Figure.ROBOT),
            Map.entry("ロボット", Figure.ROBOT));

    private Faces() {}

    /** Heads by the id of the role that wears them. */
    static Map<String, CutHead> of(StoryPlan plan, List<Portrait> portraits) {
        var heads = new LinkedHashMap<String, CutHead>();
        for (int i = 0; i < portraits.size(); i++) {
            var portrait = portraits.get(i);
            var figure = FIGURES.get(portrait.words());
            var head = CutHead.of(portrait.jpeg(), plan.seed() + i);
            if (head != null) {
                free(plan, heads, role -> role.figure() == figure)
                        .or(() -> free(plan, heads, role -> true))
                        .ifPresent(role -> heads.put(role.id(), head));
            }
        }
        return heads;
    }

    private static Optional<Role> free(StoryPlan plan, Map<String, CutHead> heads, Predicate<Role> suited) {
        return plan.cast().stream()
                .filter(role -> !role.id().startsWith("crowd-") && !heads.containsKey(role.id()))
                .filter(suited)
                .findFirst();
    }
}
