package app.emaki.cameo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What is heard in a recording, from the simplest thing that sounds like a voice to what is none. */
class HeardTests {
    private static final int RATE = 16_000;

    @Test
    void aVoiceThatSwellsForEachSyllableIsHeard() throws Exception {
        var recording = Recording.of(voice(8, .2).wav());
        var heard = Heard.in(recording);
        assertThat(heard.hints(Challenges.WORDS)).isEmpty();
        assertThat(heard.syllables()).isBetween(6, 9);
        assertThat(heard.span()).isBetween(1.8, 2.6);
        assertThat(heard.seconds()).isBetween(3.0, 3.2);
    }

    @Test
    void silenceNoiseTonesAndASingleWordAreNone() {
        assertThat(hints(n -> 0)).containsExactly("quiet");
        var random = new Random(7);
        assertThat(hints(n -> random.nextGaussian() * .1)).containsExactly("noisy");
        assertThat(hints(n -> n / 8000 % 2 == 0 ? .3 * Math.sin(n * 2 * Math.PI * 220 / RATE) : 0))
                .isNotEmpty();
        assertThat(Heard.in(voice(2, .2)).hints(Challenges.WORDS)).containsExactly("short");
        assertThat(Heard.in(voice(60, .2)).hints(Challenges.WORDS)).containsExactly("long");
        assertThat(Heard.in(voice(8, .0005)).hints(Challenges.WORDS)).containsExactly("quiet");
    }

    @Test
    void whatIsNoWavIsTurnedAway() {
        for (var file :
                new byte[][] {new byte[0], "RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII), new byte[100]
                }) {
            assertThatThrownBy(() -> Recording.of(file)).hasMessage("format");
        }
        assertThatThrownBy(() -> Recording.of(new byte[Recording.MOST_BYTES + 1]))
                .hasMessage("long");
        var cut = java.util.Arrays.copyOf(voice(8, .2).wav(), 60);
        assertThat(Heard.in(recording(cut)).hints(Challenges.WORDS)).containsExactly("quiet");
    }

    private static Recording recording(byte[] file) {
        try {
            return Recording.of(file);
        } catch (PortraitRefused e) {
            throw new AssertionError(e);
        }
    }

    private static java.util.List<String> hints(IntToDoubleFunction sound) {
        var samples = new double[RATE * 4];
        java.util.Arrays.setAll(samples, sound);
        return Heard.in(new Recording(samples, RATE)).hints(Challenges.WORDS);
    }

    /** Harmonics of a pitch that falls, in swells of a quarter of a second, with half a second of near silence about them. */
    static Recording voice(int syllables, double loud) {
        int about = RATE / 2;
        var samples = new double[RATE / 4 * syllables + 2 * about];
        var random = new Random(5);
        double phase = 0;
        for (int n = 0; n < samples.length; n++) {
            samples[n] = random.nextGaussian() * loud / 300;
            int at = n - about;
            if (at >= 0 && at < RATE / 4 * syllables) {
                double part = at % (RATE / 4) / (RATE / 4.0);
                double pitch = 190 - 60.0 * at / samples.length + 8 * Math.sin(part * Math.PI);
                phase += 2 * Math.PI * pitch / RATE;
                double swell = Math.pow(Math.sin(Math.PI * part), 2);
                samples[n] +=
                        loud * swell * (Math.sin(phase) + .6 * Math.sin(2 * phase) + .4 * Math.sin(3 * phase)) / 2;
            }
        }
        return new Recording(samples, RATE);
    }
}
