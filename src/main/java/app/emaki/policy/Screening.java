package app.emaki.policy;

import app.emaki.policy.Folded.Span;
import app.emaki.policy.Verdict.Change;
import app.emaki.policy.Verdict.Effect;
import app.emaki.policy.Verdict.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text held against a list of rules: those that allow come first and take their words out of sight of the others. */
final class Screening {
    private final List<PolicyRule> rules;
    private final Folded text;
    private final List<Hit> hits = new ArrayList<>();
    private @Nullable Hit gravest;

    private Screening(List<PolicyRule> rules, String text) {
        this.rules = rules;
        this.text = Folded.of(text);
    }

    static Verdict of(List<PolicyRule> rules, String text, String language) {
        return new Screening(rules, text).verdict(text, language);
    }

    private Verdict verdict(String written, String language) {
        var tongues = Tongues.of(text);
        var seen = text;
        for (var rule : rules) {
            var runs = rule.appliesTo(tongues) ? rule.runs(seen) : List.<int[]>of();
            if (!runs.isEmpty() && rule.effect() == Effect.ALLOW) {
                seen = seen.without(runs);
            } else {
                note(rule, runs);
            }
        }
        var worst = gravest;
        if (worst == null) {
            return Verdict.FINE;
        }
        var words = hits.stream()
                .filter(hit -> hit.rule().equals(worst.rule()))
                .map(hit -> text.original(hit.span()))
                .distinct()
                .toList();
        return new Verdict(
                worst.rule().effect(), worst.rule().text(language), words, rewrite(written, tongues.main(), worst));
    }

    private void note(PolicyRule rule, List<int[]> runs) {
        for (var run : runs) {
            var hit = new Hit(rule, text.span(run[0], run[1]));
            hits.add(hit);
            var worst = gravest;
            if (worst == null || rule.effect().compareTo(worst.rule().effect()) > 0) {
                gravest = hit;
            }
        }
    }

    /** Everything at least as grave as what decided is taken out, the words of the rule put in its place where it has any. */
    private List<Piece> rewrite(String written, String language, Hit worst) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        var grave = hits.stream()
                .filter(hit -> hit.rule().effect().compareTo(worst.rule().effect()) >= 0)
                .sorted(Comparator.comparingInt((Hit hit) -> hit.span().from())
                        .thenComparingInt(hit -> -hit.span().to()))
                .toList();
        for (var hit : grave) {
            if (hit.span().from() < at) {
                continue;
            }
            add(pieces, Change.KEPT, written.substring(at, hit.span().from()));
            add(pieces, Change.GONE, text.original(hit.span()));
            add(pieces, Change.NEW, hit.rule().instead(language));
            at = hit.span().to();
        }
        add(pieces, Change.KEPT, written.substring(at));
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, Change change, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(change, text));
        }
    }

    private record Hit(PolicyRule rule, Span span) {}
}
