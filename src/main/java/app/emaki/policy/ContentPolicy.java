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
    private final Permits permits;
    private final List<Voter> voters;
    private final Clock clock;
    private volatile Held held = new Held(List.of(), Instant.MIN);

    ContentPolicy(PolicyRules rules, Permits permits, List<Voter> voters, Clock clock) {
        this.rules = rules;
        this.permits = permits;
        this.voters = voters;
        this.clock = clock;
    }

    /**
     * What the rules say of a text; quick, for advice while somebody writes.
     *
     * @param language of the answer, {@code ja} or {@code en}
     */
    public Verdict check(String text, String language) {
        var verdict = Screening.of(inForce(), text, language);
        return verdict.effect().compareTo(Effect.WARN) > 0 && permits.has(text) ? Verdict.FINE : verdict;
    }

    /**
     * What the rules and every other voter say of a text that is about to count: the gravest voice decides. It may ask a
     * machine elsewhere and then takes as long as that one is given.
     *
     * @param language of the answer, {@code ja} or {@code en}
     */
    public Verdict judge(Use use, String text, String language) {
        var verdict = check(text, language);
        if (verdict.blocks() || text.isBlank() || permits.has(text)) {
            return verdict;
        }
        for (var voter : voters) {
            var vote = voter.vote(use, text, language);
            if (vote.effect().compareTo(verdict.effect()) > 0) {
                verdict = vote;
            }
        }
        return verdict;
    }

    /** Lets exactly this text through from now on, whoever writes it: a person has looked at it. */
    public void permit(String text) {
        permits.give(text);
    }

    /** Takes back what {@link #permit} gave. */
    public void forbid(String text) {
        permits.take(text);
    }

    /** The next text is held against the rules as they are then. */
    void forget() {
        held = new Held(List.of(), Instant.MIN);
    }

    private List<PolicyRule> inForce() {
        var now = clock.instant();
        var current = held;
        if (now.isAfter(current.until())) {
            current = new Held(rules.inForce(), now.plus(HELD));
            held = current;
        }
        return current.rules();
    }

    private record Held(List<PolicyRule> rules, Instant until) {}
}
