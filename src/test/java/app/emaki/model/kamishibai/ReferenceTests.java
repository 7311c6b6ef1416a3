package app.emaki.model.kamishibai;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.kamishibai.Reference.Use;
import app.emaki.model.kamishibai.picture.SpeechTimes;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the picture that a film begins with. */
class ReferenceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a cat walks by                     | 200 | 100 | 160 |  90 | PLACE
                    a cat walks by                     | 100 | 200 |  90 | 160 | PLACE
                    a cat walks by                     | 100 | 200 | 160 |  90 | CARD
                    a cat walks through this place     | 100 | 200 | 160 |  90 | CARD
                    a cat walks, use it as background  | 100 | 200 | 160 |  90 | PLACE
                    背景にして、猫が歩く               | 100 | 200 | 160 |  90 | PLACE
                    この猫が歩く                       | 200 | 100 | 160 |  90 | CHARACTER
                    this dog runs on the beach         | 200 | 100 | 160 |  90 | CHARACTER
                    a woman in this place              | 100 | 200 | 160 |  90 | PLACE
                    """)
    void theWordsAndTheShapeDecide(String words, int w, int h, int width, int height, Use use) throws IOException {
        var script = Script.of(words);
        var plan = StoryWriter.write(script, 4, 1, Model.KAMISHIBAI_2);
        assertThat(Reference.of(jpeg(w, h), script, plan, width, height).use()).isEqualTo(use);
    }

    @Test
    void aPlaceIsSeenBehindThePuppetsInEveryShotOfTheFirstSetting() throws IOException {
        var script = Script.of("a woman walks");
        var plan = StoryWriter.write(script, 6, 1, Model.KAMISHIBAI_2);
        var place = Reference.of(jpeg(200, 100), script, plan, 160, 90).place();
        var frames = new StageFrames(plan, 160, 90, SpeechTimes.silent(), Map.of(), place);
        var rgb = new int[160 * 90];
        for (int frame : new int[] {12, 70, 130}) {
            frames.painter().paint(frame, rgb);
            int corner = rgb[160 * 20 + 8];
            assertThat((corner >> 16 & 255) - (corner & 255))
                    .as("frame %d", frame)
                    .isGreaterThan(60);
        }
    }

    @Test
    void aCharacterIsAFaceMoreInTheCast() throws IOException {
        var script = Script.of("this woman dances");
        var plan = StoryWriter.write(script, 4, 1, Model.KAMISHIBAI_2);
        var reference = Reference.of(jpeg(200, 100), script, plan, 160, 90);
        assertThat(Faces.of(plan, reference.faces(List.of()))).hasSize(1);
        assertThat(reference.place()).isNull();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xD04030));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }
}
