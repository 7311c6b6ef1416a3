package app.emaki.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTests {

    @Test
    void aFreshCodeHasNoLetterThatLooksLikeAnother() {
        var codes =
                IntStream.range(0, 2_000).mapToObj(i -> Code.random(6).text()).toList();
        assertThat(codes).allMatch(code -> code.matches("[2-9ACDEFGHJKMNPQRTVWXY]{6}"));
        assertThat(codes.stream().distinct().count()).isGreaterThan(1_990);
    }

    @Test
    void everyLetterOfTheAlphabetIsUsed() {
        var letters = IntStream.range(0, 2_000)
                .mapToObj(i -> Code.random(6).text())
                .flatMapToInt(String::chars)
                .distinct()
                .count();
        assertThat(letters).isEqualTo(Code.ALPHABET.length()).isEqualTo(27);
    }

    @ParameterizedTest
    @CsvSource({
        "JTP6PD, JTP6PD",
        "jtp6pd, JTP6PD",
        "' jtp 6pd ', JTP6PD",
        "JTP-6PD, JTP6PD",
        "ＪＴＰ６ＰＤ, JTP6PD",
        "ｊｔｐ　６ｐｄ, JTP6PD",
        "1TP6PD, JTP6PD",
        "OA0AQA, QAQAQA",
        "SZB5AA, 5285AA",
        "LIJ111, JJJJJJ",
        "UVAAAA, VVAAAA"
    })
    void lookAlikesSmallLettersSpacesAndWideOnesAreForgiven(String typed, String meant) {
        assertThat(Code.meant(typed)).contains(new Code(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JTP6P", "JTP6PDJTP6P", "春夏秋冬春夏", "JTP6PÄ", "------"})
    void whatCannotBeACodeIsNone(String typed) {
        assertThat(Code.meant(typed)).isEmpty();
    }

    @Test
    void everyFreshCodeIsMeantByItself() {
        assertThat(IntStream.rangeClosed(Code.SHORTEST, Code.LONGEST).mapToObj(Code::random))
                .allSatisfy(code -> assertThat(Code.meant(code.text())).contains(code));
    }
}
