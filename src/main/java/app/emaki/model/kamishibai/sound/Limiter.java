package app.emaki.model.kamishibai.sound;

/** Brings sound to a loudness and keeps its peaks, also those between samples, under a ceiling, looking ahead 4 ms. */
final class Limiter {
    private static final int WINDOW = 193;

    private final double loudness;
    private final double ceiling;

    Limiter(double loudness, double ceiling) {
        this.loudness = loudness;
        this.ceiling = ceiling;
    }

    /** The sound at the wished loudness; silence stays silence. */
    float[][] master(float[][] sound) {
        var measured = Meter.loudness(sound);
        if (measured <= -69) return sound;
        var gain = Wave.decibels(loudness - measured);
        var out = limited(sound, gain);
        for (var round = 0; round < 4; round++) {
            var miss = loudness - Meter.loudness(out);
            if (Math.abs(miss) < .2) break;
            gain *= Wave.decibels(miss * 1.2);
            out = limited(sound, gain);
        }
        return out;
    }

    private float[][] limited(float[][] sound, double gain) {
        var wanted = smooth(lowest(needed(sound, gain)));
        var out = new float[2][sound[0].length];
        for (var c = 0; c < 2; c++) {
            for (var i = 0; i < out[c].length; i++) out[c][i] = (float) (sound[c][i] * gain * wanted[i]);
        }
        var peak = Meter.truePeak(out);
        if (peak > ceiling) {
            var trim = (float) (ceiling / peak);
            for (var channel : out) for (var i = 0; i < channel.length; i++) channel[i] *= trim;
        }
        return out;
    }

    private float[] needed(float[][] sound, double gain) {
        var need = new float[sound[0].length];
        for (var i = 0; i < need.length; i++) {
            var peak = 0f;
            for (var channel : sound) {
                var close = Math.abs(channel[i]) * gain > ceiling * .4;
                peak = Math.max(peak, close ? Meter.peakAround(channel, i) : Math.abs(channel[i]));
            }
            var level = peak * gain;
            need[i] = level > ceiling ? (float) (ceiling / level) : 1;
        }
        return need;
    }

    /** The lowest gain within the window around each sample, by a queue that only ever grows upward. */
    private static float[] lowest(float[] need) {
        var out = new float[need.length];
        var queue = new int[need.length];
        int head = 0, tail = 0, half = WINDOW / 2;
        for (var i = 0; i < need.length + half; i++) {
            if (i < need.length) {
                while (tail > head && need[queue[tail - 1]] >= need[i]) tail--;
                queue[tail++] = i;
            }
            if (i >= half) {
                while (queue[head] < i - WINDOW + 1) head++;
                out[i - half] = need[queue[head]];
            }
        }
        return out;
    }

    /** The mean over the window: as every value in it is low enough for the middle, so is their mean. */
    private static float[] smooth(float[] gains) {
        var out = new float[gains.length];
        var half = WINDOW / 2;
        var sum = 0.0;
        for (var i = -half; i <= half; i++) sum += gains[Math.clamp(i, 0, gains.length - 1)];
        for (var i = 0; i < gains.length; i++) {
            out[i] = (float) (sum / WINDOW);
            sum += gains[Math.min(i + half + 1, gains.length - 1)] - gains[Math.max(i - half, 0)];
        }
        return out;
    }
}
