package app.emaki.model.kamishibai;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.kamishibai.film.Yuv;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlimpseTests {

    @ParameterizedTest
    @ValueSource(ints = {0xF3EFE6, 0xC8321E, 0x1D3B6B, 0x101010, 0x2E7D32})
    void aGlimpseIsSmallAndHasTheColoursOfTheFrame(int colour) throws IOException {
        var rgb = new int[720 * 1280];
        Arrays.fill(rgb, colour);
        var i420 = new byte[Yuv.bytes(720, 1280)];
        Yuv.of(rgb, 720, 1280, i420);
        var seen = ImageIO.read(new ByteArrayInputStream(Glimpse.jpeg(i420, 720, 1280)));
        assertThat(seen.getHeight()).isBetween(300, 500);
        assertThat(Math.abs(seen.getWidth() * 16 - seen.getHeight() * 9)).isLessThan(32);
        var there = new Color(colour);
        var here = new Color(seen.getRGB(40, 40));
        assertThat(Math.abs(there.getRed() - here.getRed())).isLessThan(6);
        assertThat(Math.abs(there.getGreen() - here.getGreen())).isLessThan(6);
        assertThat(Math.abs(there.getBlue() - here.getBlue())).isLessThan(6);
    }
}
