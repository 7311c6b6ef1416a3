package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionsTests {
    private static final String FIRST = "WEBVTT\n\n00:00.500 --> 00:02.000\nHello at 00:01.000\n";
    private static final String SECOND =
            "WEBVTT\r\n\r\n1\r\n00:00:58.500 --> 00:00:59.250 line:80%\r\nIt is 00:05.000\r\n";

    @Test
    void theSecondFilmsLinesComeLater() {
        assertThat(Captions.join(FIRST, SECOND, 8.25)).isEqualTo("""
                WEBVTT

                00:00.500 --> 00:02.000
                Hello at 00:01.000

                1
                00:01:06.750 --> 00:01:07.500 line:80%
                It is 00:05.000
                """);
    }

    @Test
    void whatIsMissingLeavesTheOther() {
        assertThat(Captions.join(null, null, 4)).isNull();
        assertThat(Captions.join("WEBVTT", null, 4)).isNull();
        assertThat(Captions.join(null, FIRST, 1)).startsWith("WEBVTT\n\n00:00:01.500 --> 00:00:03.000\n");
        assertThat(Captions.join(FIRST, null, 4)).contains("00:00.500 --> 00:02.000");
    }
}
