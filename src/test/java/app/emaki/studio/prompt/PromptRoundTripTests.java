package app.emaki.studio.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptRoundTripTests {
    private static final int CASES = 4_000;

    /** Everything that the notation itself is made of, and ordinary words between. */
    private static final List<String> PIECES = List.of(
            "a fox",
            "雨の夜",
            "the woman",
            "女の人",
            "Camera",
            "カメラ",
            "Camera: low",
            "スタイル：切り絵",
            "Shot 1: x",
            "Shot 2 (4 s; low): y",
            "カット1（4秒、低く）：走る",
            "[0–2 s] run",
            "4 s",
            "4秒",
            "0.5 s",
            ";",
            "、",
            "。",
            ".",
            ",",
            "(",
            ")",
            "（",
            "）",
            ":",
            "：",
            "“",
            "”",
            "「",
            "」",
            "\"",
            "'",
            "**",
            "*",
            "-",
            "#",
            "##",
            "# Style",
            "【場面】",
            "[Style]",
            "■",
            "・",
            "  ",
            "　",
            "\t",
            "\n",
            "\n\n",
            "\n  ",
            "\r\n",
            "\u2028",
            "\u0000",
            "𠮷",
            "👘",
            "e\u0301",
            "ｶﾒﾗ：",
            "10",
            "０",
            "~",
            "–");

    @ParameterizedTest
    @EnumSource
    void partsComeBackFromTheirText(PromptLanguage language) {
        var chance = new Random(5);
        for (int i = 0; i < CASES; i++) {
            var parts = parts(chance);
            var text = PromptWriter.write(parts, language);
            assertThat(PromptReader.read(text))
                    .as("case %s, written as%n%s", i, text)
                    .isEqualTo(parts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyTextIsReadTheSameOnceItIsWrittenOut(PromptLanguage language) {
        var chance = new Random(6);
        for (int i = 0; i < CASES; i++) {
            var typed = text(chance, 14);
            var parts = PromptReader.read(typed);
            var written = PromptWriter.write(parts, language);
            assertThat(PromptReader.read(written))
                    .as("case %s, typed as%n%s", i, typed)
                    .isEqualTo(parts);
            assertThat(PromptWriter.write(PromptReader.read(written), language)).isEqualTo(written);
        }
    }

    @Test
    void noWordIsEverDropped() {
        var words = List.of("fox", "lantern", "雨", "狐", "gate", "提灯", "snow", "橋");
        var chance = new Random(7);
        for (int i = 0; i < CASES; i++) {
            var typed = typed(words, chance);
            var written = PromptWriter.write(PromptReader.read(typed), PromptLanguage.EN);
            for (var word : words) {
                assertThat(count(written, word))
                        .as("%s in%n%s%nfrom%n%s", word, written, typed)
                        .isEqualTo(count(typed, word));
            }
        }
    }

    private static String typed(List<String> words, Random chance) {
        var frames = List.of(
                "%s",
                "Style: %s",
                "カメラ：%s",
                "Camera:\n%s",
                "# Scene\n%s",
                "【動き】%s",
                "**Avoid:** %s",
                "Shot 1: %s",
                "カット2（3秒、%s）：走る",
                "[0-3s] %s",
                "Dialogue:\n  Woman: %s",
                "せりふ：%s「はい」",
                "Dialogue: “%s”",
                "- Music: %s",
                "  %s",
                "%s\n",
                "■効果音：%s");
        return IntStream.range(0, 1 + chance.nextInt(6))
                .mapToObj(line ->
                        frames.get(chance.nextInt(frames.size())).formatted(words.get(chance.nextInt(words.size()))))
                .reduce("", (before, line) -> before + line + (chance.nextInt(4) == 0 ? "\n\n" : "\n"));
    }

    private static int count(String text, String word) {
        return text.split(java.util.regex.Pattern.quote(word), -1).length - 1;
    }

    private static PromptParts parts(Random chance) {
        var texts = new EnumMap<Part, String>(Part.class);
        Stream.of(Part.values())
                .filter(part -> chance.nextInt(3) == 0)
                .forEach(part -> texts.put(part, text(chance, 6)));
        var shots = Stream.generate(() -> new Shot(
                        chance.nextInt(4) == 0 ? 0 : chance.nextInt(90) / 10.0, text(chance, 3), text(chance, 3)))
                .limit(chance.nextInt(5))
                .toList();
        var dialogue = Stream.generate(() -> new SpokenLine(
                        text(chance, 2), chance.nextBoolean() ? -1 : chance.nextInt(200) / 10.0, text(chance, 3)))
                .limit(chance.nextInt(4))
                .toList();
        return new PromptParts(texts, shots, dialogue);
    }

    private static String text(Random chance, int most) {
        var text = new StringBuilder();
        for (int i = chance.nextInt(most + 1); i > 0; i--) {
            text.append(PIECES.get(chance.nextInt(PIECES.size())));
            text.append(chance.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }
}
