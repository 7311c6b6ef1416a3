package app.emaki.model.kamishibai.speech;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the throat gives to the mouth: pulses at the pitch and breath, mixed by frequency where the voice says how, and
 * one or the other where it does not.
 */
final class Excitation {
    private final SplittableRandom breath;
    private final double[] line;
    private int place;
    private double phase = 1;

    Excitation(int taps, long seed) {
        line = new double[Math.max(1, taps)];
        breath = new SplittableRandom(seed);
    }

    /**
     * The next sample.
     *
     * @param period samples between pulses, 0 where there is no voice
     * @param band the low-pass that pulses go through and breath goes round
     */
    double next(double period, double @Nullable [] band) {
        var noise = breath.nextGaussian();
        var pulse = pulse(period);
        if (band == null) return period > 0 ? pulse : noise;
        var length = line.length;
        line[(place + length / 2) % length] += noise;
        if (period > 0) {
            for (int k = 0, at = place; k < length; k++) {
                line[at] += (pulse - noise) * band[k];
                if (++at == length) at = 0;
            }
        }
        var out = line[place];
        line[place] = 0;
        place = (place + 1) % length;
        return out;
    }

    private double pulse(double period) {
        if (period == 0) {
            phase = 1;
            return 0;
        }
        phase += 1 / period;
        if (phase < 1) return 0;
        phase -= 1;
        return Math.sqrt(period);
    }
}
