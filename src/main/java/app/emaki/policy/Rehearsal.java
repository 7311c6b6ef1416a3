package app.emaki.policy;

import app.emaki.policy.PolicyRule.Terms;
import app.emaki.policy.PolicyRules.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a changed rule against what people wrote of late, before it is saved: who would have met it, and who no longer would. */
@Component
class Rehearsal {
    static final int PROMPTS = 500;
    private static final int SHOWN = 12;
    private static final int EXCERPT = 160;

    private final PolicyRules rules;
    private final RecentPrompts prompts;

    Rehearsal(PolicyRules rules, RecentPrompts prompts) {
        this.rules = rules;
        this.prompts = prompts;
    }

    /**
     * @param id of the rule that would change; null for a new one
     * @param terms as they would be
     * @param inForce whether it would be in force at all
     */
    Result of(@Nullable UUID id, Terms terms, boolean inForce) {
        var texts = prompts.last(PROMPTS);
        var before = Optional.ofNullable(id)
                .flatMap(rules::find)
                .filter(Row::inForce)
                .map(Rehearsal::compiled);
        var after = inForce ? Optional.of(compiled(terms)) : Optional.<PolicyRule>empty();
        var caught = new ArrayList<Met>();
        var freed = new ArrayList<Met>();
        int was = 0;
        int is = 0;
        for (var text : texts) {
            var then = met(before, text);
            var now = met(after, text);
            was += then.isEmpty() ? 0 : 1;
            is += now.isEmpty() ? 0 : 1;
            if (then.isEmpty() && !now.isEmpty() && caught.size() < SHOWN) {
                caught.add(new Met(excerpt(text), now));
            } else if (!then.isEmpty() && now.isEmpty() && freed.size() < SHOWN) {
                freed.add(new Met(excerpt(text), then));
            }
        }
        return new Result(texts.size(), was, is, caught, freed);
    }

    private static PolicyRule compiled(Row row) {
        return compiled(row.terms());
    }

    private static PolicyRule compiled(Terms terms) {
        return PolicyRule.of(new UUID(0, 0), terms, true);
    }

    private static List<String> met(Optional<PolicyRule> rule, String text) {
        return rule.filter(it -> it.appliesTo(Tongues.of(text)))
                .map(it -> it.matches(text))
                .orElse(List.of());
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    /**
     * What came of it.
     *
     * @param prompts how many were looked at
     * @param before how many met the rule as it is
     * @param after how many would meet it
     * @param caught some of those who would meet it and did not
     * @param freed some of those who met it and would no more
     */
    record Result(int prompts, int before, int after, List<Met> caught, List<Met> freed) {}

    /** A prompt and the words in it that the rule is about. */
    record Met(String text, List<String> words) {}
}
