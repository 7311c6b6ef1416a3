package app.emaki.model.kamishibai;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.kamishibai.picture.SpeechTimes;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryPlan;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Heads cut out of photographs: who wears them, that they are seen, speak, and come out the same each time. */
class CutHeadTests {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 160;

    @Test
    void aPortraitGoesToTheRoleThatItsWordsName() throws IOException {
        var plan = plan("a woman and a man walk on the beach with a cat");
        var faces = Faces.of(plan, List.of(portrait("a man"), portrait("a cat")));
        assertThat(faces.keySet()).containsExactlyInAnyOrder("man-1", "cat-1");
    }

    @Test
    void whatIsNoPictureAndWhatNobodyCanWearIsLeftOut() throws IOException {
        var plan = plan("a woman on the beach");
        assertThat(Faces.of(plan, List.of(new Portrait("a woman", new byte[] {1, 2}))))
                .isEmpty();
        assertThat(Faces.of(plan, List.of(portrait("a woman"), portrait("a woman"))))
                .hasSize(1);
    }

    @Test
    void theFaceIsOnStageItsJawDropsAndTwoRunsGiveTheSameFrame() throws IOException {
        var plan = plan("Close-up of a woman by the sea at noon.");
        var faces = List.of(portrait("a woman"));
        var plain = frame(plan, List.of(), SpeechTimes.silent());
        var once = frame(plan, faces, SpeechTimes.silent());
        assertThat(green(once)).isGreaterThan(green(plain) + 200);
        assertThat(frame(plan, faces, SpeechTimes.silent())).isEqualTo(once);
        SpeechTimes loud = (role, t) -> .9;
        assertThat(frame(plan, faces, loud)).isNotEqualTo(once);
    }

    private static StoryPlan plan(String words) {
        return Kamishibai.plan(
                RenderOrder.of(Script.of(words), WIDTH, HEIGHT, 2, 7, Model.KAMISHIBAI_2, Path.of("nowhere.mp4")));
    }

    private static int[] frame(StoryPlan plan, List<Portrait> faces, SpeechTimes speech) {
        var frames = new StageFrames(plan, WIDTH, HEIGHT, speech, faces.isEmpty() ? Map.of() : Faces.of(plan, faces));
        var rgb = new int[WIDTH * HEIGHT];
        frames.painter().paint(24, rgb);
        return rgb;
    }

    private static long green(int[] rgb) {
        return Arrays.stream(rgb)
                .filter(c -> (c >> 8 & 255) > (c >> 16 & 255) + 40 && (c >> 8 & 255) > (c & 255) + 40)
                .count();
    }

    private static Portrait portrait(String words) throws IOException {
        var picture = new BufferedImage(480, 600, BufferedImage.TYPE_INT_RGB);
        var g = picture.createGraphics();
        g.setColor(new Color(40, 220, 60));
        g.fillRect(0, 0, 480, 600);
        g.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return new Portrait(words, out.toByteArray());
    }
}
