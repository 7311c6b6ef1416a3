package app.emaki.policy;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.policy.Verdict.Effect;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyRuleTests {

    @Test
    void aLatinTermMatchesWholeWordsOnly() {
        var rule = term("porn");

        assertThat(rule.matches(PolicyRule.normal("No PORN here"))).containsExactly("porn");
        assertThat(rule.matches(PolicyRule.normal("popcorn and pornic"))).isEmpty();
    }

    @Test
    void fullWidthLettersAreNoWayRound() {
        assertThat(term("porn").matches(PolicyRule.normal("ＰＯＲＮ"))).containsExactly("porn");
    }

    @Test
    void aJapaneseTermMatchesInsideASentence() {
        assertThat(term("斬首").matches(PolicyRule.normal("武士が斬首される"))).containsExactly("斬首");
    }

    @Test
    void aRuleSpeaksTheLanguageAskedFor() {
        assertThat(List.of(term("x").text("ja"), term("x").text("en"))).containsExactly("だめ", "No");
    }

    private static PolicyRule term(String term) {
        return PolicyRule.of(new UUID(0, 1), false, term, Effect.BLOCK, "No", "だめ");
    }
}
