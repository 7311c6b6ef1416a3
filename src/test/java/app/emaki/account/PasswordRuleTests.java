package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTests {
    private static final List<String> NOBODY = List.of();

    @Test
    void nineCharactersAreTooShort() {
        assertThat(PasswordRule.objection("xk4vqzt8p", NOBODY)).contains("account.password.short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xk4vqzt8pw",
                "four seats by the river",
                "correct horse battery staple",
                "keeper of the test house",
                "かぜのなかのにっき",
                "柿の木の下の青い自転車と古い井戸",
                "Zwei Lampen im Schnee",
                "tanuki9-umbrella-kite"
            })
    void wordsInARowAreGoodWithoutAnyComposition(String password) {
        var padded = password.codePointCount(0, password.length()) < 10 ? password + "ふゆ" : password;
        assertThat(PasswordRule.objection(padded, NOBODY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890", "0987654321", "password123", "Password123!", "P@ssw0rd2024", "passwordpassword",
                        "qwertyuiop",
                "qwerty12345", "1qaz2wsx3edc", "1q2w3e4r5t", "asdfghjkl123", "aaaaaaaaaa", "abcabcabcabc", "1111122222",
                "iloveyou123", "sunshine2023", "dragon!dragon", "letmein12345", "welcome2024!", "football1234",
                        "pokemon2020!",
                "adminadmin1", "changeme123", "emaki12345", "sakura1234", "trustno1trust", "superman99!", "abcdefghij",
                "zyxwvutsrq", "monkey-2021", "princess123", "loveyou1234", "01012001!!", "summer!summer"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThat(PasswordRule.objection(password, NOBODY)).contains("account.password.common");
    }

    @Test
    void whatIsMadeOfTheOwnersNamesIsRefused() {
        assertThat(PasswordRule.objection("mizuki_2024", List.of("mizuki"))).contains("account.password.own");
        assertThat(PasswordRule.objection("Mizuki!Kumonosu", List.of("mizuki", "kumonosu")))
                .contains("account.password.own");
    }

    @Test
    void whatBcryptWouldNotReadIsRefused() {
        assertThat(PasswordRule.objection("kite umbrella ".repeat(6), NOBODY)).contains("account.password.long");
        assertThat(PasswordRule.objection("凧".repeat(12) + "傘の下の古い井戸と青い鳥の歌", NOBODY))
                .contains("account.password.long");
    }

    @Test
    void oneLetterComposedInTwoWaysIsOnePassword() {
        assertThat(PasswordRule.normalise("cafe\u0301 am Fluss"))
                .isEqualTo(PasswordRule.normalise("caf\u00e9 am Fluss"));
    }
}
