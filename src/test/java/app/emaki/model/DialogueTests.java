package app.emaki.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DialogueTests {
    private static final Pattern CUE = Pattern.compile("00:00:(\\d\\d\\.\\d{3}) --> 00:00:(\\d\\d\\.\\d{3})");

    @Test
    void linesStandAtTheirMoments() {
        var script = """
                {"text":"A pier at night","dialogue":[
                  {"speaker":"girl","text":"Is anybody there?","moment":1.5},
                  {"speaker":"boy","text":"Only me.","moment":6}]}""";

        var captions = Dialogue.captions("A pier at night", script, 10).orElseThrow();

        assertThat(captions).startsWith("WEBVTT").contains("Is anybody there?", "Only me.");
        assertThat(starts(captions)).containsExactly(1.5, 6.0);
    }

    @Test
    void linesInShotsStandInTheirShots() {
        var script = """
                {"text":"","shots":[
                  {"text":"A girl on a pier says \\"Good morning.\\"","seconds":4},
                  {"text":"A boy in a boat says \\"Good night.\\"","seconds":6}]}""";

        var captions = Dialogue.captions("", script, 10).orElseThrow();

        assertThat(starts(captions)).hasSize(2);
        assertThat(starts(captions).getFirst()).isLessThan(4);
        assertThat(starts(captions).getLast()).isBetween(4.0, 10.0);
    }

    @Test
    void linesWithoutATimeAreSpreadAndNeitherMeetNorLeaveTheFilm() {
        for (var prompt : List.of(
                "A girl says \"Hello there.\" A boy answers \"You are late again, as always.\"",
                "少女が「おはよう」と言う。少年が「また遅刻だよ」と答える。")) {
            var captions = Dialogue.captions(prompt, null, 8).orElseThrow();
            var cues = CUE.matcher(captions);
            double before = 0;
            int count = 0;
            while (cues.find()) {
                double start = Double.parseDouble(cues.group(1));
                double end = Double.parseDouble(cues.group(2));
                assertThat(start).isGreaterThanOrEqualTo(before);
                assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(8);
                before = end;
                count++;
            }
            assertThat(count).isEqualTo(2);
        }
    }

    @Test
    void whereNothingIsSaidThereAreNone() {
        assertThat(Dialogue.captions("A cat walks through rain.", null, 5)).isEmpty();
        assertThat(Dialogue.captions("A cat walks through rain.", "no json", 5)).isEmpty();
    }

    private static List<Double> starts(String captions) {
        return CUE.matcher(captions)
                .results()
                .map(cue -> Double.parseDouble(cue.group(1)))
                .toList();
    }
}
