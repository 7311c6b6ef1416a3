package app.emaki.model.kamishibai.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeterTests {
    /** The measure of EBU Tech 3341: a stereo sine of 1 kHz at −23 dBFS is −23 LUFS. */
    @Test
    void aReferenceToneMeasuresWhatTheStandardSays() {
        assertThat(Meter.loudness(tone(1000, -23, 5))).isCloseTo(-23, within(.1));
        assertThat(Meter.loudness(tone(1000, -33, 5))).isCloseTo(-33, within(.1));
    }

    @Test
    void silenceBetweenSoundsIsNotCounted() {
        var sound = tone(1000, -20, 10);
        for (var channel : sound) Arrays.fill(channel, 48_000 * 5, channel.length, 0f);

        assertThat(Meter.loudness(sound)).isCloseTo(-20, within(.4));
    }

    @Test
    void silenceIsAtTheFloor() {
        assertThat(Meter.loudness(new float[2][48_000])).isEqualTo(-70);
    }

    @Test
    void aPeakBetweenTheSamplesIsFound() {
        var sound = new float[2][4800];
        for (var i = 0; i < 4800; i++) sound[0][i] = (float) (.5 * Math.sin(Math.PI / 2 * i + Math.PI / 4));

        assertThat(Meter.truePeak(sound)).isCloseTo(.5, within(.02));
    }

    @Test
    void theLimiterHoldsItsCeilingAndItsLoudness() {
        var sound = tone(220, -30, 4);
        for (var i = 0; i < sound[0].length; i += 6000) sound[0][i] = sound[1][i] = .9f;

        var mastered = new Limiter(-16, .83).master(sound);

        assertThat(Meter.loudness(mastered)).isCloseTo(-16, within(.5));
        assertThat(Meter.truePeak(mastered)).isLessThanOrEqualTo(.831);
    }

    private static float[][] tone(double hertz, double decibels, int seconds) {
        var sound = new float[2][48_000 * seconds];
        for (var i = 0; i < sound[0].length; i++) {
            sound[0][i] =
                    sound[1][i] = (float) (Math.pow(10, decibels / 20) * Math.sin(2 * Math.PI * hertz * i / 48_000));
        }
        return sound;
    }
}
