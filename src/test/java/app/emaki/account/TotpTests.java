package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aClockMayBeOneStepOffAndNoMore() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(30)), now, 0))
                .isPresent();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(30)), now, 0))
                .isPresent();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(90)), now, 0))
                .isEmpty();
    }

    @Test
    void aStepThatWasUsedIsOver() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        var step = Totp.step(SECRET, Totp.code(SECRET, now), now, 0).orElseThrow();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now), now, step)).isEmpty();
    }

    @Test
    void theSecretIsTypedInBase32() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
