package app.emaki.model.kamishibai.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTests {
    @Test
    void twoHundredJapaneseSentencesAreReadAsTheReferenceReadsThem() throws IOException {
        assertThat(misread("japanese.tsv", text -> sounds(JapaneseLabels.of(text)), 200))
                .isEmpty();
    }

    @Test
    void twoHundredEnglishSentencesAreReadAsTheReferenceReadsThem() throws IOException {
        assertThat(misread("english.tsv", text -> sounds(EnglishLabels.of(text)), 199))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3匹|s a N b i k i",
                "三匹|s a N b i k i",
                "6本|r o cl p o N",
                "8杯|h a cl p a i",
                "10分|j u cl p u N",
                "4月|sh i g a ts u",
                "9時|k u j i",
                "2人|f U t a r i",
                "1000円|s e N e N",
                "300|s a N by a k u",
                "3000|s a N z e N",
                "12345|i ch i m a N n i s e N s a N by a k u y o N j u u g o",
                "3.14|s a N t e N i ch i y o N",
                "50%|g o j u u p a a s e N t o",
                "2026年|n i s e N n i j u u r o k u n e N",
                "0|z e r o",
            })
    void japaneseNumbersGrowTogetherWithTheirCounters(String written, String sounds) {
        assertThat(sounds(JapaneseLabels.of(written))).isEqualTo(sounds);
    }

    @ParameterizedTest
    @CsvSource({
        "AIです, e e a i d e s U",
        "OKだ, o o k e e d a",
        "Sakuraだ, s a k u r a d a",
        "Tokyoへ, t o o ky o o e",
        "Loveだね, r a b u d a n e",
    })
    void latinWordsInJapaneseAreSaidInKana(String written, String sounds) {
        assertThat(sounds(JapaneseLabels.of(written))).isEqualTo(sounds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25|twenty five",
                "1,204|one thousand two hundred four",
                "in 1984|in nineteen eighty four",
                "in 2005|in two thousand five",
                "the 3rd|the third",
                "the 21st|the twenty first",
                "$5|five dollars",
                "7:05|seven oh five",
                "3.5|three point five",
                "Dr. Who|doctor Who",
            })
    void englishFiguresAreSpelled(String written, String words) {
        assertThat(EnglishNumbers.spelled(written)).isEqualTo(words);
    }

    @Test
    void theParticlesWaAndEAreHeardAsTheyAreSaid() {
        assertThat(sounds(JapaneseLabels.of("母は山へ"))).isEqualTo("h a h a w a y a m a e");
    }

    @Test
    void aWordIsSaidHighUntilItsAccentFalls() {
        assertThat(accents("雨")).containsExactly(1);
        assertThat(accents("飴")).containsExactly(2);
        assertThat(accents("心")).containsExactly(2);
        assertThat(accents("食べます")).containsExactly(3);
        assertThat(accents("美しい花")).containsExactly(4, 2);
    }

    @Test
    void aLabelCarriesTheWholeContextOfASound() {
        var label = JapaneseLabels.of("こんにちは").get(1).text();

        assertThat(label)
                .isEqualTo("xx^sil-k+o=N/A:-4+1+5/B:xx-xx_xx/C:09_xx+xx/D:xx+xx_xx/E:xx_xx!xx_xx-xx/F:5_5#0_xx@1_1|1_5"
                        + "/G:xx_xx%xx_xx_xx/H:xx_xx/I:1-5@1+1&1-1|1+5/J:xx_xx/K:1+1-5");
    }

    private static List<Integer> accents(String text) {
        return AccentPhrase.of(JapaneseReading.words(text)).stream()
                .flatMap(List::stream)
                .map(AccentPhrase::nucleus)
                .toList();
    }

    private static List<String> misread(String table, Function<String, String> reading, int atLeast)
            throws IOException {
        var wrong = new ArrayList<String>();
        var count = 0;
        try (var in = Objects.requireNonNull(ReadingTests.class.getResourceAsStream("/kamishibai/speech/" + table))) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 0)) {
                if (line.startsWith("#")) continue;
                var parts = line.split("\t", 0);
                count++;
                var heard = reading.apply(parts[0]);
                if (!heard.equals(parts[1].replace("pau ", ""))) wrong.add(parts[0] + ": " + heard);
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(atLeast);
        return wrong;
    }

    private static String sounds(List<Label> labels) {
        return String.join(
                " ",
                labels.stream()
                        .map(Label::phone)
                        .filter(phone -> !phone.equals("sil") && !phone.equals("pau"))
                        .toList());
    }
}
