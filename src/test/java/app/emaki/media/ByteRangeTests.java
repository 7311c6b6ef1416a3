package app.emaki.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.media.ByteRange.Unsatisfiable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTests {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-200, 90, 99",
        "bytes=-5, 95, 99",
        "bytes=-500, 0, 99"
    })
    void aRangeIsCutToTheFile(String header, long first, long last) throws Unsatisfiable {
        assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=-", "bytes=5-2", "bytes=0-1,5-6", "lines=0-5", "bytes=a-b", "bytes=99999999999999999999-"
            })
    void anythingElseMeansTheWholeFile(String header) throws Unsatisfiable {
        assertThat(ByteRange.parse(header, 100)).isEmpty();
    }

    @Test
    void nothingBeyondTheEndCanBeHad() {
        assertThatThrownBy(() -> ByteRange.parse("bytes=100-", 100)).isInstanceOf(Unsatisfiable.class);
        assertThatThrownBy(() -> ByteRange.parse("bytes=-0", 100)).isInstanceOf(Unsatisfiable.class);
    }
}
