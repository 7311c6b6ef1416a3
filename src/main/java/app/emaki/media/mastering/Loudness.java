package app.emaki.media.mastering;

import java.util.ArrayList;
import java.util.List;

/** Brings stereo sound at 48 kHz to the loudness of broadcasts, as ITU-R BS.1770 measures it. */
final class Loudness {
    private static final double TARGET_LUFS = -16;
    private static final double SILENCE_LUFS = -70;
    private static final double SILENT_LUFS = -60;
    /** Below −1 dB by what AAC may add to a peak. */
    private static final double CEILING = Math.pow(10, -1.5 / 20);
    /** What is almost silent stays quiet, instead of becoming loud noise. */
    private static final double MOST_GAIN = Math.pow(10, 18.0 / 20);

    private static final int HOP = Sound.RATE / 10;
    private static final int LOOK_AHEAD = Sound.RATE / 200;
    private static final int PHASES = 4;
    private static final int TAPS = 12;
    private static final double[][] BETWEEN = between();

    private Loudness() {}

    /** Integrated loudness with both gates; −70 for silence. */
    static double measure(float[][] stereo) {
        var powers = powers(stereo);
        double loud = mean(powers, power(SILENCE_LUFS));
        return loud == 0 ? SILENCE_LUFS : lufs(mean(powers, loud / 10));
    }

    /** Whether nobody would hear anything. */
    static boolean silent(float[][] stereo) {
        return measure(stereo) < SILENT_LUFS;
    }

    /** Changes the samples so that they are at the target, with no peak above the ceiling. */
    static void normalise(float[][] stereo) {
        double measured = measure(stereo);
        if (measured <= SILENCE_LUFS + 1) {
            return;
        }
        double gain = Math.min(MOST_GAIN, Math.pow(10, (TARGET_LUFS - measured) / 20));
        for (var channel : stereo) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] *= (float) gain;
            }
        }
        limit(stereo);
    }

    /** The highest peak between the samples, linear; 1 is full scale. */
    static double truePeak(float[][] stereo) {
        double peak = 0;
        for (int i = 0; i < stereo[0].length; i++) {
            peak = Math.max(peak, peak(stereo, i));
        }
        return peak;
    }

    /** Turns down before each peak and up after it, slowly enough not to be heard. */
    private static void limit(float[][] stereo) {
        int length = stereo[0].length;
        var needed = new float[length];
        boolean any = false;
        for (int i = 0; i < length; i++) {
            double peak = peak(stereo, i);
            needed[i] = (float) Math.min(1, CEILING / Math.max(peak, 1e-9));
            any |= needed[i] < 1;
        }
        if (any) {
            var held = lowest(needed);
            smooth(stereo, held);
        }
    }

    /** The lowest of all gains within the look-ahead on both sides. */
    private static float[] lowest(float[] gains) {
        var held = new float[gains.length];
        var queue = new java.util.ArrayDeque<Integer>();
        for (int i = 0; i < gains.length + LOOK_AHEAD; i++) {
            if (i < gains.length) {
                while (!queue.isEmpty() && gains[queue.getLast()] >= gains[i]) {
                    queue.removeLast();
                }
                queue.addLast(i);
            }
            int middle = i - LOOK_AHEAD;
            if (middle >= 0) {
                while (queue.getFirst() < middle - LOOK_AHEAD) {
                    queue.removeFirst();
                }
                held[middle] = gains[queue.getFirst()];
            }
        }
        return held;
    }

    private static void smooth(float[][] stereo, float[] gains) {
        int length = gains.length;
        int window = LOOK_AHEAD + 1;
        double sum = 0;
        int from = 0;
        int to = 0;
        for (int i = 0; i < length; i++) {
            while (to < Math.min(length, i + window / 2 + 1)) {
                sum += gains[to++];
            }
            while (from < i - window / 2) {
                sum -= gains[from++];
            }
            float gain = (float) (sum / (to - from));
            stereo[0][i] *= gain;
            stereo[1][i] *= gain;
        }
    }

    private static double peak(float[][] stereo, int at) {
        return Math.max(peak(stereo[0], at), peak(stereo[1], at));
    }

    /** The highest level from this sample up to the next one, found at four times the rate. */
    private static double peak(float[] channel, int at) {
        double peak = Math.abs(channel[at]);
        if (peak < CEILING / 3 || at < TAPS / 2 || at + TAPS / 2 >= channel.length) {
            return peak;
        }
        for (var filter : BETWEEN) {
            double value = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                value += filter[tap] * channel[at - TAPS / 2 + 1 + tap];
            }
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    /** Windowed sinc filters for the places between two samples. */
    private static double[][] between() {
        var filters = new double[PHASES - 1][TAPS];
        for (int phase = 1; phase < PHASES; phase++) {
            for (int tap = 0; tap < TAPS; tap++) {
                double x = tap - (TAPS / 2.0 - 1) - (double) phase / PHASES;
                double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (TAPS / 2.0 + 0.5));
                filters[phase - 1][tap] = Math.sin(Math.PI * x) / (Math.PI * x) * window;
            }
        }
        return filters;
    }

    /** Power of each block of 400 ms, a new one every 100 ms, as ears weigh it. */
    private static List<Double> powers(float[][] stereo) {
        int hops = stereo[0].length / HOP;
        var sums = new double[hops];
        for (var channel : stereo) {
            var shelf = new Biquad(
                    1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
            var highPass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);
            for (int i = 0; i < hops * HOP; i++) {
                double weighted = highPass.next(shelf.next(channel[i]));
                sums[i / HOP] += weighted * weighted;
            }
        }
        var powers = new ArrayList<Double>();
        int width = Math.min(4, hops);
        for (int i = 0; i + width <= hops && hops > 0; i++) {
            double sum = 0;
            for (int k = 0; k < width; k++) {
                sum += sums[i + k];
            }
            powers.add(sum / (width * (double) HOP));
        }
        return powers;
    }

    private static double mean(List<Double> powers, double gate) {
        return powers.stream()
                .mapToDouble(Double::doubleValue)
                .filter(it -> it > gate)
                .average()
                .orElse(0);
    }

    private static double lufs(double power) {
        return power <= 0 ? SILENCE_LUFS : -0.691 + 10 * Math.log10(power);
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs + 0.691) / 10);
    }

    private static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double z1;
        private double z2;

        Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        double next(double in) {
            double out = b0 * in + z1;
            z1 = b1 * in - a1 * out + z2;
            z2 = b2 * in - a2 * out;
            return out;
        }
    }
}
