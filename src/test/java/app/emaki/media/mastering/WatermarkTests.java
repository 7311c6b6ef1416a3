package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkTests {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 640;
    private static final byte GREY = 90;

    @BeforeAll
    static void libraries() throws IOException {
        Av.prepare();
    }

    /** At any time, but for the moment in which both move. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 5, 7, 9})
    void twoMarksAreNeverInOneHalfOfThePicture(double second) throws IOException {
        assertThat(top(false, second)).isNotEqualTo(top(true, second));
    }

    @Test
    void aMarkIsThereInEveryFrame() throws IOException {
        for (double second = 0; second < 8; second += 0.25) {
            top(true, second);
        }
    }

    /** Whether the mark is in the upper half; fails when there is none. */
    private static boolean top(boolean beside, double second) throws IOException {
        try (var canvas = new Canvas(WIDTH, HEIGHT)) {
            var plane = canvas.frame().data(0);
            int line = canvas.frame().linesize(0);
            var grey = new byte[line * HEIGHT];
            java.util.Arrays.fill(grey, GREY);
            plane.position(0).put(grey);
            new Watermark("haru", WIDTH, HEIGHT, 8, beside).draw(canvas.frame(), second);
            var drawn = new byte[grey.length];
            plane.position(0).get(drawn);
            int upper = 0;
            int lower = 0;
            for (int i = 0; i < drawn.length; i++) {
                if (drawn[i] != GREY) {
                    upper += i < drawn.length / 2 ? 1 : 0;
                    lower += i < drawn.length / 2 ? 0 : 1;
                }
            }
            assertThat(upper + lower).isPositive();
            return upper > lower;
        }
    }
}
