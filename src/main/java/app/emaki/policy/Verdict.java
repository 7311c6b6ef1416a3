package app.emaki.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a text.
 *
 * @param effect the gravest effect of all rules that match
 * @param rule the admin's own text of the rule that decided, in the language asked for; null when none matched
 * @param words the words that it was about, as they were written
 * @param rewrite the whole text as it would pass, piece by piece; empty when nothing needs to change
 */
public record Verdict(Effect effect, @Nullable String rule, List<String> words, List<Piece> rewrite) {
    static final Verdict FINE = new Verdict(Effect.ALLOW, null, List.of(), List.of());

    public boolean blocks() {
        return effect == Effect.BLOCK;
    }

    /** Whether a person has to look before others may. */
    public boolean holds() {
        return effect == Effect.HOLD;
    }

    /** The text with what was in the way taken out or replaced; empty when nothing would be left of it. */
    public String rewritten() {
        return rewrite.stream()
                .filter(piece -> piece.change() != Change.GONE)
                .map(Piece::text)
                .collect(Collectors.joining())
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** What follows from a match, mildest first. */
    public enum Effect {
        ALLOW,
        WARN,
        HOLD,
        BLOCK
    }

    /** What a rewrite does to a piece of the text. */
    public enum Change {
        KEPT,
        GONE,
        NEW
    }

    /** A run of the text, before and after. */
    public record Piece(Change change, String text) {}
}
