package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.Concept.Kind;
import java.util.List;
import java.util.Optional;

/** Words found in a text, from {@code start} to {@code end} (exclusive), and what they mean. */
record Hit(int start, int end, String words, List<Concept> concepts, boolean refused) {

    boolean has(Kind kind) {
        return concepts.stream().anyMatch(c -> c.is(kind));
    }

    boolean has(Kind kind, String name) {
        return concepts.stream().anyMatch(c -> c.is(kind, name));
    }

    Optional<Concept> first(Kind kind) {
        return concepts.stream().filter(c -> c.is(kind)).findFirst();
    }

    /** Whether the words mean something that can be shown or heard, not only how the text hangs together. */
    boolean meaningful() {
        return concepts.stream().anyMatch(c -> switch (c.kind()) {
            case CUT, NOT, CHANGE, IGNORE, COUNT, COLOUR -> false;
            default -> true;
        });
    }

    Hit refuse() {
        return new Hit(start, end, words, concepts, true);
    }

    Hit without(java.util.function.Predicate<Concept> unwanted) {
        return new Hit(
                start, end, words, concepts.stream().filter(unwanted.negate()).toList(), refused);
    }
}
