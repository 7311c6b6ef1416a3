package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginTests {
    private static final String XMP =
            "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/%s</Iptc4xmpExt:DigitalSourceType>";

    @Test
    void aFileIsBelievedInIptcsOwnWords() {
        assertThat(Origin.of(Map.of("xmp", XMP.formatted("trainedAlgorithmicMedia"))))
                .isEqualTo(Origin.MODEL);
        assertThat(Origin.of(Map.of("xmp", XMP.formatted("screenCapture"))).term())
                .isEqualTo("screenCapture");
        assertThat(Origin.of(Map.of("xmp", XMP.formatted("somethingElse")))).isEqualTo(Origin.UNKNOWN);
    }

    @Test
    void aCameraIsKnownByItsMaker() {
        assertThat(Origin.of(Map.of("com.apple.quicktime.make", "Apple"))).isEqualTo(Origin.CAMERA);
        assertThat(Origin.of(Map.of("com.android.version", "16"))).isEqualTo(Origin.CAMERA);
        assertThat(Origin.of(Map.of("encoder", "Lavf"))).isEqualTo(Origin.UNKNOWN);
    }

    @Test
    void whatIsPutTogetherSaysWhetherAModelHadAHandInIt() {
        assertThat(Origin.of(List.of(Origin.MODEL, Origin.MODEL))).isEqualTo(Origin.MODEL);
        assertThat(Origin.of(List.of(Origin.CAMERA, Origin.MODEL)).term())
                .isEqualTo("compositeWithTrainedAlgorithmicMedia");
        assertThat(Origin.of(List.of(Origin.UNKNOWN, Origin.MODEL)).hasModel()).isTrue();
        assertThat(Origin.of(List.of(Origin.CAMERA, Origin.UNKNOWN)).hasModel()).isFalse();
    }
}
