package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleRuleTests {

    @ParameterizedTest
    @ValueSource(strings = {"haru", "a_1", "kumo42", "_sora_", "abcdefghijklmnopqrst"})
    void threeToTwentyLettersDigitsAndUnderscoresAreAHandle(String handle) {
        assertThat(HandleRule.objectionToForm(handle)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "abcdefghijklmnopqrstu", "ha ru", "ha-ru", "はる", "haru!", "___", "<b>", "har\u0443"})
    void anythingElseIsNone(String handle) {
        assertThat(HandleRule.objectionToForm(handle)).contains("account.handle.form");
    }

    @ParameterizedTest
    @CsvSource({"' Haru ', haru", "@haru, haru", "ＨＡＲＵ, haru"})
    void whatWasTypedIsBroughtToForm(String typed, String handle) {
        assertThat(HandleRule.normalise(typed)).isEqualTo(handle);
    }

    @ParameterizedTest
    @CsvSource({"mizuki, m_izuki", "sora, s0ra", "ella, e11a", "momo, rnorno", "wave, vvave"})
    void lookAlikesAreOne(String handle, String other) {
        assertThat(HandleRule.skeleton(handle)).isEqualTo(HandleRule.skeleton(other));
    }

    @Test
    void differentNamesStayDifferent() {
        assertThat(HandleRule.skeleton("nagi")).isNotEqualTo(HandleRule.skeleton("nagl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "supp0rt", "em_aki", "rnoderator"})
    void wordsThatSpeakForTheHouseAreReservedHoweverTheyAreWritten(String handle) {
        assertThat(HandleRule.reserved(handle)).isTrue();
    }

    @Test
    void anOrdinaryNameIsNotReserved() {
        assertThat(HandleRule.reserved("mizuki")).isFalse();
    }
}
