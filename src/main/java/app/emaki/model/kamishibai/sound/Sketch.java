package app.emaki.model.kamishibai.sound;

/** A short mono sound under construction: tones, noises and voices are laid over each other. Times in seconds. */
final class Sketch {
    private static final int STRIDE = 16;

    private final float[] samples;

    Sketch(double seconds) {
        samples = new float[Wave.samples(seconds)];
    }

    float[] samples() {
        return samples;
    }

    /** The sound at a peak of one, its end faded so that it never clicks. */
    float[] finished() {
        var fade = Math.min(samples.length, 480);
        for (var i = 0; i < fade; i++) samples[samples.length - 1 - i] *= i / (float) fade;
        var peak = 1e-9f;
        for (var sample : samples) peak = Math.max(peak, Math.abs(sample));
        for (var i = 0; i < samples.length; i++) samples[i] /= peak;
        return samples;
    }

    Sketch tone(double at, double seconds, Curve hertz, Curve gain) {
        var phase = new double[1];
        return draw(at, seconds, hertz, gain, (pitch, _) -> Wave.sine(phase[0] += pitch / Wave.RATE));
    }

    Sketch tone(double at, double seconds, double hertz, Curve gain) {
        return tone(at, seconds, Curve.flat(hertz), gain);
    }

    /** Struck partials: ratios to the lowest, each falling off faster the higher it lies. */
    Sketch ring(double at, double seconds, double hertz, double fall, double... ratiosAndGains) {
        for (var i = 0; i < ratiosAndGains.length; i += 2) {
            var ratio = ratiosAndGains[i];
            if (hertz * ratio > 20_000) continue;
            tone(
                    at,
                    seconds,
                    hertz * ratio,
                    Curve.struck(.001, fall / Math.sqrt(ratio)).times(ratiosAndGains[i + 1]));
        }
        return this;
    }

    /** Noise around a moving pitch; a low q is broad. */
    Sketch noise(Chance chance, double at, double seconds, Curve hertz, double q, Curve gain) {
        var filter = new Filter();
        return draw(at, seconds, hertz, gain, (pitch, turn) -> {
            if (turn) filter.tune(pitch, q);
            return filter.band(chance.signed());
        });
    }

    /** Noise below a moving cut-off. */
    Sketch rumble(Chance chance, double at, double seconds, Curve hertz, Curve gain) {
        var filter = new Filter();
        return draw(at, seconds, hertz, gain, (pitch, turn) -> {
            if (turn) filter.tune(pitch, .7);
            return filter.low(chance.signed());
        });
    }

    /** Noise above a cut-off. */
    Sketch hiss(Chance chance, double at, double seconds, double hertz, Curve gain) {
        var filter = new Filter().tune(hertz, .7);
        return draw(at, seconds, Curve.flat(hertz), gain, (pitch, turn) -> filter.high(chance.signed()));
    }

    /** A saw tooth softened by a low-pass at {@code brightness} times its pitch. */
    Sketch buzz(double at, double seconds, Curve hertz, double brightness, Curve gain) {
        var filter = new Filter();
        var phase = new double[1];
        return draw(at, seconds, hertz, gain, (pitch, turn) -> {
            if (turn) filter.tune(pitch * brightness, .8);
            phase[0] += pitch / Wave.RATE;
            phase[0] -= Math.floor(phase[0]);
            return filter.low(2 * phase[0] - 1);
        });
    }

    /** A throat: pulses at a pitch through two moving formants and one that stands, with some breath. */
    Sketch throat(
            Chance chance, double at, double seconds, Curve hertz, Curve f1, Curve f2, double breath, Curve gain) {
        Filter one = new Filter(), two = new Filter(), three = new Filter().tune(3300, 8);
        var state = new double[2];
        return draw(at, seconds, hertz, gain, (pitch, turn) -> {
            if (turn) {
                one.tune(f1.at(state[1]), 6);
                two.tune(f2.at(state[1]), 8);
            }
            state[1] += 1.0 / Wave.RATE;
            state[0] += pitch / Wave.RATE;
            state[0] -= Math.floor(state[0]);
            var source = (1 - state[0]) * (1 - state[0]) - .33 + breath * chance.signed();
            return one.band(source) + .7 * two.band(source) + .25 * three.band(source);
        });
    }

    /** Adds another sound, for instance one hit of many. */
    Sketch add(double at, float[] other, double gain) {
        var from = Wave.samples(at);
        for (var i = 0; i < other.length && from + i < samples.length; i++) {
            if (from + i >= 0) samples[from + i] += (float) (other[i] * gain);
        }
        return this;
    }

    @FunctionalInterface
    private interface Source {
        double next(double hertz, boolean turn);
    }

    private Sketch draw(double at, double seconds, Curve hertz, Curve gain, Source source) {
        var from = Wave.samples(at);
        var length = Math.min(Wave.samples(seconds), samples.length - from);
        var level = gain.at(0);
        var step = 0.0;
        var pitch = 0.0;
        for (var i = 0; i < length; i++) {
            var turn = i % STRIDE == 0;
            if (turn) {
                var t = i / (double) Wave.RATE;
                pitch = hertz.at(t);
                step = (gain.at(t + STRIDE / (double) Wave.RATE) - level) / STRIDE;
            }
            level += step;
            samples[from + i] += (float) (source.next(pitch, turn) * level);
        }
        return this;
    }
}
