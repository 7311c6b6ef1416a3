package app.emaki.video;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.video.WordDiff.Kind;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "満月の夜、浅い海に線路が一本 | 赤い月の夜、浅い海に線路が一本 | [満月→赤い月]の夜、浅い海に線路が一本",
                "二両の電車が左から右へ走る | 二両の電車が右から左へ走った | 二両の電車が[左から右へ走る→右から左へ走った]",
                "静かな港に船が着く | 静かな港に白い船が着く | 静かな港に[→白い]船が着く",
                "水彩のような画 | 浮世絵のような画 | [水彩→浮世絵]のような画",
                "ネオンの街 | ランタンの街 | [ネオン→ランタン]の街",
                "a fox on a bridge in the rain | a fox on a bridge in the snow | a fox on a bridge in the [rain→snow]",
                "A slow dolly, dusk. | A slow orbit, dawn. | A slow [dolly, dusk→orbit, dawn].",
                "one two three | one three | one [two →]three",
                "the 12 cats | the 3 cats | the [12→3] cats"
            })
    void wordsAreComparedAndNotLetters(String before, String after, String marked) {
        var runs = WordDiff.of(before, after);
        var text = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            boolean follows = i + 1 < runs.size() && runs.get(i + 1).kind() == Kind.NEW;
            boolean led = i > 0 && runs.get(i - 1).kind() == Kind.GONE;
            switch (run.kind()) {
                case SAME -> text.append(run.text());
                case GONE -> text.append('[').append(run.text()).append(follows ? "→" : "→]");
                case NEW -> text.append(led ? "" : "[→").append(run.text()).append(']');
            }
        }
        assertThat(text).hasToString(marked);
    }

    @Test
    void bothTextsComeBackFromTheRunsWhateverTheyAre() {
        var random = new Random(7);
        var words = new String[] {"月", "赤い", "の", "夜", " ", "train", "カメラ", "、", "\n", "走る", "が", "ゆっくり", "12"};
        for (int n = 0; n < 400; n++) {
            var before = text(random, words);
            var after = random.nextInt(4) == 0 ? before : text(random, words);
            var runs = WordDiff.of(before, after);
            assertThat(runs.stream()
                            .filter(run -> run.kind() != Kind.NEW)
                            .map(WordDiff.Run::text)
                            .collect(joining()))
                    .isEqualTo(before);
            assertThat(runs.stream()
                            .filter(run -> run.kind() != Kind.GONE)
                            .map(WordDiff.Run::text)
                            .collect(joining()))
                    .isEqualTo(after);
        }
    }

    @Test
    void longTextsThatHaveNothingInCommonAreSimplyOthers() {
        var before = IntStream.range(0, 3000).mapToObj(n -> "a" + n).collect(joining(" "));
        var after = IntStream.range(0, 3000).mapToObj(n -> "b" + n).collect(joining(" "));
        assertThat(WordDiff.of(before, after)).hasSize(2);
        assertThat(WordDiff.changes(before, before)).isEmpty();
    }

    private static String text(Random random, String[] words) {
        return random.ints(random.nextInt(40), 0, words.length)
                .mapToObj(i -> words[i])
                .collect(joining());
    }
}
