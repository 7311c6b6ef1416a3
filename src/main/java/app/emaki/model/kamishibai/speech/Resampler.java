package app.emaki.model.kamishibai.speech;

import java.util.Arrays;

/** Changes the rate of a sound by a windowed sinc. */
final class Resampler {
    private static final int HALF = 16;

    private Resampler() {}

    static float[] resample(float[] in, int from, int to, int rate, int wanted) {
        if (rate == wanted) return Arrays.copyOfRange(in, from, to);
        var out = new float[(int) ((to - from) * (long) wanted / rate)];
        var phases = wanted / gcd(rate, wanted);
        var taps = taps(phases, Math.min(1, wanted / (double) rate));
        for (var i = 0; i < out.length; i++) {
            var place = i * (long) rate;
            var base = from + (int) (place / wanted);
            var phase = (int) (place % wanted * phases / wanted);
            var sum = 0f;
            for (var k = -HALF + 1; k <= HALF; k++) {
                var at = base + k;
                if (at >= 0 && at < in.length) sum += in[at] * taps[phase][k + HALF - 1];
            }
            out[i] = sum;
        }
        return out;
    }

    private static float[][] taps(int phases, double cut) {
        var taps = new float[phases][2 * HALF];
        for (var phase = 0; phase < phases; phase++) {
            for (var k = -HALF + 1; k <= HALF; k++) {
                var x = k - phase / (double) phases;
                var sinc = x == 0 ? 1 : Math.sin(Math.PI * x * cut) / (Math.PI * x * cut);
                taps[phase][k + HALF - 1] = (float) (cut * sinc * (.5 + .5 * Math.cos(Math.PI * x / HALF)));
            }
        }
        return taps;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
