package app.emaki.policy;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.policy.PolicyRule.Kind;
import app.emaki.policy.PolicyRule.Terms;
import app.emaki.policy.Verdict.Effect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;

class PolicyRuleTests {

    @Test
    void aLatinTermMatchesWholeWordsOnly() {
        var rule = term("porn");

        assertThat(rule.matches("No PORN here")).containsExactly("PORN");
        assertThat(rule.matches("popcorn and pornic")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ＰＯＲＮ", "p\u200Born", "PoRn", "ｐｏｒｎ"})
    void neitherFullWidthLettersNorHiddenMarksAreAWayRound(String written) {
        assertThat(term("porn").matches("a " + written + " film")).containsExactly(written);
    }

    @Test
    void aJapaneseTermMatchesInsideASentence() {
        assertThat(term("斬首").matches("武士が斬首される")).containsExactly("斬首");
        assertThat(term("ガンダム").matches("ｶﾞﾝﾀﾞﾑが立つ")).containsExactly("ｶﾞﾝﾀﾞﾑ");
    }

    @Test
    void aRuleSpeaksTheLanguageAskedFor() {
        assertThat(List.of(term("x").text("ja"), term("x").text("en"))).containsExactly("だめ", "No");
    }

    @Test
    void aRuleOfOneLanguageLeavesTextsInTheOtherAlone() {
        var rule = rule("die", Effect.BLOCK, "en", "");

        assertThat(Screening.of(List.of(rule), "they die at dawn", "en").blocks())
                .isTrue();
        assertThat(Screening.of(List.of(rule("駅", Effect.BLOCK, "en", "")), "雪の駅", "ja")
                        .blocks())
                .isFalse();
        assertThat(Screening.of(List.of(rule), "夜明けに die する", "ja").blocks())
                .as("a mixed text is written in both")
                .isTrue();
    }

    @Test
    void whatIsAllowedIsOutOfSightOfTheOthers() {
        var rules = List.of(rule("kill bill", Effect.ALLOW, null, ""), rule("kill", Effect.BLOCK, null, ""));

        assertThat(Screening.of(rules, "posters of Kill Bill", "en").blocks()).isFalse();
        assertThat(Screening.of(rules, "Kill Bill, then kill", "en").blocks()).isTrue();
    }

    @Test
    void theRewriteKeepsTheRestAndPutsTheAdminsWordsInPlace() {
        var rules = List.of(rule("pikachu", Effect.BLOCK, null, "an invented creature"));

        var verdict = Screening.of(rules, "Ｐｉｋａｃｈｕ runs in the rain", "en");

        assertThat(verdict.words()).containsExactly("Ｐｉｋａｃｈｕ");
        assertThat(verdict.rewritten()).isEqualTo("an invented creature runs in the rain");
        assertThat(verdict.rewrite()).extracting(piece -> piece.change().name()).containsExactly("GONE", "NEW", "KEPT");
        assertThat(Screening.of(rules, verdict.rewritten(), "en").effect()).isEqualTo(Effect.ALLOW);
    }

    @Test
    void theGravestRuleDecides() {
        var rules = List.of(rule("gun", Effect.WARN, null, ""), rule("blood", Effect.HOLD, null, ""));

        assertThat(Screening.of(rules, "a gun and blood", "en"))
                .returns(Effect.HOLD, Verdict::effect)
                .returns(List.of("blood"), Verdict::words);
    }

    @Test
    void aPatternThatGoesAstrayIsPassedOverInsteadOfStandingStill() {
        var rule = PolicyRule.of(
                new UUID(0, 1), new Terms(Kind.WORDS, true, "(a+)+b", Effect.BLOCK, null, "No", "だめ", "", ""), true);

        assertThat(rule.matches("a".repeat(3000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(", ".*", "(x|xx)+y"})
    void aPatternThatDoesNotReadOrMeetsEverythingOrIsSlowIsNotSaved(String pattern) {
        var errors = new BeanPropertyBindingResult(RuleForm.fresh(), "form");

        RuleForm.check(new Terms(Kind.WORDS, true, pattern, Effect.BLOCK, null, "No", "だめ", "", ""), errors);

        assertThat(errors.hasFieldErrors("term")).isTrue();
    }

    private static PolicyRule term(String term) {
        return rule(term, Effect.BLOCK, null, "");
    }

    private static PolicyRule rule(String term, Effect effect, @Nullable String language, String instead) {
        return PolicyRule.of(
                new UUID(0, term.hashCode()),
                new Terms(Kind.WORDS, false, term, effect, language, "No", "だめ", instead, ""),
                true);
    }
}
