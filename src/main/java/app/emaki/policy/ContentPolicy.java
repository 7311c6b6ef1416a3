package app.emaki.policy;

import app.emaki.policy.Verdict.Effect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Screens a text by the rules in force. The rules are held for a short while, as a coach asks at every pause in typing. */
@Component
public class ContentPolicy {
    private static final Duration HELD = Duration.ofSeconds(10);

    private final PolicyRules rules;
    private final Clock clock;
    private volatile Held held = new Held(List.of(), Instant.MIN);

    ContentPolicy(PolicyRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What the rules say of a text.
     *
     * @param language of the answer, {@code ja} or {@code en}; every rule applies to every text, whatever its language
     */
    public Verdict check(String text, String language) {
        var normal = PolicyRule.normal(text);
        var verdict = Verdict.FINE;
        for (var rule : inForce()) {
            var words = rule.matches(normal);
            if (!words.isEmpty()) {
                // taken out of the text, so that no other rule sees it
                if (rule.effect() == Effect.ALLOW) {
                    normal = rule.compiled().matcher(normal).replaceAll(" ");
                } else if (rule.effect().compareTo(verdict.effect()) > 0) {
                    verdict = new Verdict(rule.effect(), rule.text(language), List.copyOf(words));
                }
            }
        }
        return verdict;
    }

    private List<PolicyRule> inForce() {
        var now = clock.instant();
        var current = held;
        if (now.isAfter(current.until())) {
            current = new Held(allowedFirst(rules.inForce()), now.plus(HELD));
            held = current;
        }
        return current.rules();
    }

    private static List<PolicyRule> allowedFirst(List<PolicyRule> rules) {
        return rules.stream()
                .sorted((a, b) -> Boolean.compare(b.effect() == Effect.ALLOW, a.effect() == Effect.ALLOW))
                .toList();
    }

    private record Held(List<PolicyRule> rules, Instant until) {}
}
