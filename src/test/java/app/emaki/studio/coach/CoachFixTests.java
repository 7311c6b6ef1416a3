package app.emaki.studio.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.studio.prompt.PromptLanguage;
import java.lang.management.ManagementFactory;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CoachFixTests {
    private static final Coach COACH = new Coach();

    @ParameterizedTest
    @MethodSource("app.emaki.studio.coach.CoachTableTests#rows")
    void oneTouchSettlesANote(CoachTableTests.Row row) {
        var composition = row.composition();
        for (var note : COACH.notes(composition, Set.of())) {
            // a film cannot be longer than its model makes, so that help may fall short of what was asked
            if (note.fixable() && !Set.of("long", "fast", "slow", "speech").contains(note.rule())) {
                var mended = COACH.mend(composition, note.rule());
                assertThat(COACH.notes(mended, Set.of()))
                        .as("%s in %s", note.rule(), mended)
                        .extracting(Note::rule)
                        .doesNotContain(note.rule());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                A woman walks in the rain           | camera   | A woman walks in the rain / / Camera: low angle, slow push in
                赤いコートの女の人が雨の中を歩く    | camera   | 赤いコートの女の人が雨の中を歩く / / カメラ：ローアングル、ゆっくり寄る
                Call 03-3501-1111, then walk away.  | phone    | Call, then walk away.
                俳優の田中さんが公園を歩く          | person   | 架空の人物が公園を歩く
                鎌倉駅の前で待つ                    | place    | ある駅の前で待つ
                夕暮れの路地、人は映さないで、猫が歩く | negation | 夕暮れの路地、猫が歩く / / 避ける：人
                A lane at dusk, no people, a cat walks. | negation | A lane at dusk, a cat walks. / / Avoid: people
                Twelve cats sit on a wall           | exact    | three cats sit on a wall
                大勢の村人が橋から見ている          | crowd    | ひとりが橋から見ている
                """)
    void aFixSaysItInTheWordsOfThePrompt(String before, String rule, String after) {
        var composition = Composition.of(before, PromptLanguage.EN, 8, 4, 10, 1, true);

        assertThat(COACH.mend(composition, rule).text()).isEqualTo(after.replace(" / / ", "\n\n"));
    }

    @Test
    void sentencesBecomeShotsThatFillTheFilm() {
        var composition = Composition.of(
                "She wakes. Then she eats. Then she runs, then she sleeps.", PromptLanguage.EN, 10, 4, 10, 1, true);

        var mended = COACH.mend(composition, "turns");

        assertThat(mended.text())
                .isEqualTo(
                        "Shot 1 (3.3 s): She wakes.\nShot 2 (3.4 s): Then she eats.\nShot 3 (3.3 s): Then she runs, then she sleeps.");
        assertThat(mended.parts().seconds()).isEqualTo(10);
    }

    @Test
    void helpNeverAsksForMoreThanModelAndPlanAllow() {
        var composition = Composition.of("“" + "long words ".repeat(40) + "”", PromptLanguage.EN, 8, 4, 10, 1, true);

        assertThat(COACH.mend(composition, "speech").seconds()).isEqualTo(10);
    }

    @Test
    void aDismissedNoteStaysAway() {
        var composition = Composition.of("A woman walks in the rain", PromptLanguage.EN, 8, 4, 10, 1, true);

        assertThat(COACH.notes(composition, Set.of())).extracting(Note::rule).contains("camera");
        assertThat(COACH.notes(composition, Set.of("camera")))
                .extracting(Note::rule)
                .doesNotContain("camera");
    }

    @Test
    void advisingIsQuick() {
        var composition = Composition.of(
                "A woman walks in the rain and waits for him. ".repeat(20), PromptLanguage.EN, 8, 4, 10, 1, true);
        for (int i = 0; i < 50; i++) {
            COACH.notes(composition, Set.of());
        }
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 20; i++) {
            COACH.notes(composition, Set.of());
        }
        // time of this thread alone, as other work may share the machine
        assertThat((threads.getCurrentThreadCpuTime() - start) / 20_000_000.0)
                .as("milliseconds")
                .isLessThan(30);
    }
}
