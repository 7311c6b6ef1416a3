package app.emaki.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectTests {

    @ParameterizedTest
    @CsvSource({
        "PORTRAIT, 480, 480x854", "PORTRAIT, 720, 720x1280", "PORTRAIT, 1080, 1080x1920",
        "LANDSCAPE, 480, 854x480", "LANDSCAPE, 720, 1280x720", "SQUARE, 720, 720x720"
    })
    void linesCountTheShorterSideAndBothSidesAreEven(Aspect aspect, int lines, String size) {
        assertThat(aspect.size(lines)).hasToString(size);
    }
}
