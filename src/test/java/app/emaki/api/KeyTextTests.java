package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTextTests {
    @Test
    void aKeyIsWrittenSoThatScannersKnowIt() {
        var key = KeyText.fresh();
        assertThat(key.value()).matches("emk_[0-9A-Za-z]{38}");
        assertThat(key.wellFormed()).isTrue();
        assertThat(key.value()).startsWith(key.prefix());
        assertThat(key.prefix()).hasSize(10);
        assertThat(KeyText.fresh().value()).isNotEqualTo(key.value());
    }

    @Test
    void aSlipIsNoticedByTheSum() {
        var key = KeyText.fresh().value();
        for (int i = 4; i < key.length(); i++) {
            char other = key.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(new KeyText(key.substring(0, i) + other + key.substring(i + 1)).wellFormed())
                    .isFalse();
        }
        assertThat(new KeyText(key.substring(1)).wellFormed()).isFalse();
    }

    @Test
    void theSumIsTheOneThatIsDocumented() {
        // CRC-32 of the first 36 characters, in base 62, digits first, then capitals
        var text = "emk_" + "0".repeat(32);
        var crc = new java.util.zip.CRC32();
        crc.update(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var sum = new StringBuilder();
        for (long rest = crc.getValue(); sum.length() < 6; rest /= 62) {
            sum.insert(0, digits.charAt((int) (rest % 62)));
        }
        assertThat(new KeyText(text + sum).wellFormed()).isTrue();
    }

    @Test
    void ofAForeignKeyOnlyAPartIsShown() {
        assertThat(new KeyText("abcdefghijkl").prefix()).isEqualTo("abcd");
    }
}
