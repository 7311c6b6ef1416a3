package app.emaki.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a text.
 *
 * @param effect the gravest effect of all rules that match
 * @param rule the admin's own text of the rule that decided, in the language asked for; null when none matched
 * @param words the words that it was about, as they were written
 */
public record Verdict(Effect effect, @Nullable String rule, List<String> words) {
    static final Verdict FINE = new Verdict(Effect.ALLOW, null, List.of());

    public boolean blocks() {
        return effect == Effect.BLOCK;
    }

    /** What follows from a match, mildest first. */
    public enum Effect {
        ALLOW,
        WARN,
        HOLD,
        BLOCK
    }
}
