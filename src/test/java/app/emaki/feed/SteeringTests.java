package app.emaki.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteeringTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "more rain, less loud | +rain -loud",
                "No crowds and more Slow Trains please | -crowds +slow trains",
                "foxes | +foxes",
                "雨を多め、人ごみは少なめ | +雨 -人ごみ",
                "もっと電車。花火なし | +電車 -花火",
                "猫が見たい、うるさい動画は減らして | +猫 -うるさい",
                "#night, less night | -night",
                "'' | ''"
            })
    void wishesAreReadInBothLanguages(String asked, String wishes) {
        assertThat(Steering.read(asked).stream()
                        .map(wish -> (wish.more() ? "+" : "-") + wish.phrase())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(wishes == null ? "" : wishes);
    }
}
