package app.emaki.policy;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.policy.Verdict.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EmakiTest
class ContentPolicyModuleTests {
    @Autowired
    ContentPolicy policy;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a fox runs over fresh snow at dawn",
                "a child flies a kite on the beach",
                "雪の朝、狐が走る",
                "少女が刀を抜いて叫ぶ",
                "popcorn at the cinema"
            })
    void harmlessWordsPass(String text) {
        assertThat(policy.check(text, "en").effect()).isEqualTo(Effect.ALLOW);
    }

    @Test
    void aRefusalNamesTheRuleAndTheWords() {
        var verdict = policy.check("Make a PORNOGRAPHIC film", "ja");

        assertThat(verdict.blocks()).isTrue();
        assertThat(verdict.rule()).isEqualTo("ポルノは認めません。");
        assertThat(verdict.words()).containsExactly("PORNOGRAPHIC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a naked child", "nude pictures of a minor", "裸の少女", "児童ポルノ"})
    void minorsAreProtectedInBothLanguages(String text) {
        assertThat(policy.check(text, "en").blocks()).isTrue();
    }
}
