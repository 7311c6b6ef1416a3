package app.emaki.model.kamishibai.sound;

import java.util.stream.DoubleStream;

/** Loudness and peaks as ITU-R BS.1770 measures them, for stereo at 48 kHz. */
final class Meter {
    private static final double SILENCE = -70;
    private static final int HOP = Wave.RATE / 10;
    private static final int PHASES = 4;
    private static final int TAPS = 12;
    private static final float[][] BETWEEN = between();

    private Meter() {}

    /** Integrated loudness in LUFS with both gates; −70 for silence. */
    static double loudness(float[][] stereo) {
        var left = weighted(stereo[0]);
        var right = weighted(stereo[1]);
        var blocks = new double[Math.max(1, left.length - 3)];
        for (var i = 0; i < blocks.length; i++) {
            var count = Math.min(4, left.length - i);
            for (var k = 0; k < count; k++) blocks[i] += (left[i + k] + right[i + k]) / count;
        }
        var heard = mean(blocks, SILENCE);
        return Double.isNaN(heard) ? SILENCE : lufs(mean(blocks, lufs(heard) - 10));
    }

    /** The highest peak between the samples, linear; 1 is full scale. */
    static double truePeak(float[][] stereo) {
        var peak = 0f;
        for (var channel : stereo) {
            for (var i = 0; i < channel.length; i++) peak = Math.max(peak, peakAround(channel, i));
        }
        return peak;
    }

    /** The highest level from this sample up to the next one, found at four times the rate. */
    static float peakAround(float[] channel, int at) {
        var peak = Math.abs(channel[at]);
        if (at < TAPS / 2 || at + TAPS / 2 + 1 > channel.length) return peak;
        for (var phase = 1; phase < PHASES; phase++) {
            var taps = BETWEEN[phase];
            var sum = 0f;
            for (var k = 0; k < TAPS; k++) sum += taps[k] * channel[at - TAPS / 2 + 1 + k];
            peak = Math.max(peak, Math.abs(sum));
        }
        return peak;
    }

    private static double mean(double[] blocks, double gate) {
        return DoubleStream.of(blocks)
                .filter(power -> power > 0 && lufs(power) > gate)
                .average()
                .orElse(Double.NaN);
    }

    private static double lufs(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    /** Mean power of each tenth of a second after the two filters that stand for head and ear. */
    private static double[] weighted(float[] channel) {
        var powers = new double[(channel.length + HOP - 1) / HOP];
        double s1 = 0, s2 = 0, r1 = 0, r2 = 0;
        for (var block = 0; block < powers.length; block++) {
            var end = Math.min(channel.length, (block + 1) * HOP);
            var sum = 0.0;
            for (var i = block * HOP; i < end; i++) {
                var in = channel[i] + 1.69065929318241 * s1 - 0.73248077421585 * s2;
                var shelf = 1.53512485958697 * in - 2.69169618940638 * s1 + 1.19839281085285 * s2;
                s2 = s1;
                s1 = in;
                var pass = shelf + 1.99004745483398 * r1 - 0.99007225036621 * r2;
                var out = pass - 2 * r1 + r2;
                r2 = r1;
                r1 = pass;
                sum += out * out;
            }
            powers[block] = sum / (end - block * HOP);
        }
        return powers;
    }

    private static float[][] between() {
        var taps = new float[PHASES][TAPS];
        for (var phase = 1; phase < PHASES; phase++) {
            for (var k = 0; k < TAPS; k++) {
                var x = k - TAPS / 2 + 1 - phase / (double) PHASES;
                var window = .5 + .5 * Math.cos(Math.PI * x / (TAPS / 2 + .5));
                taps[phase][k] = (float) (Math.sin(Math.PI * x) / (Math.PI * x) * window);
            }
        }
        return taps;
    }
}
