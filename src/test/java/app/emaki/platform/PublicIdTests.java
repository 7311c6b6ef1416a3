package app.emaki.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTests {

    @Test
    void everyIdHasOneShortFormThatLeadsBack() {
        var chance = new Random(58);
        for (int n = 0; n < 10_000; n++) {
            var id = new UUID(chance.nextLong(), chance.nextLong() >>> chance.nextInt(64));
            var text = PublicId.of(id);
            assertThat(text).hasSizeBetween(1, 22).doesNotContain("0", "O", "I", "l");
            assertThat(PublicId.parse(text)).contains(id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 1",
        "00000000-0000-0000-0000-000000000039, z",
        "00000000-0000-0000-0000-00000000003a, 21",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, YcVfxkQb6JRzqk5kF2tNLv",
    })
    void someFormsAreKnown(UUID id, String text) {
        assertThat(PublicId.of(id)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "O", "a b", "絵", "zzzzzzzzzzzzzzzzzzzzzz", "11111111111111111111111"})
    void whatIsNoFormLeadsNowhere(String text) {
        assertThat(PublicId.parse(text)).isEmpty();
    }
}
