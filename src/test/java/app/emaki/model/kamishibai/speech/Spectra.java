package app.emaki.model.kamishibai.speech;

/** Measures a vowel: its pitch by autocorrelation and its formants by linear prediction, as a phonetician would. */
final class Spectra {
    private static final int RATE = 8_000;
    private static final int ORDER = 10;

    private Spectra() {}

    static double pitch(Utterance utterance, String vowel) {
        var sound = slice(utterance, vowel, 48_000);
        var best = 0.0;
        var lag = 0;
        for (var candidate = 96; candidate < 800; candidate++) {
            var sum = 0.0;
            for (var i = candidate; i < sound.length; i++) sum += sound[i] * sound[i - candidate];
            if (sum / (sound.length - candidate) > best) {
                best = sum / (sound.length - candidate);
                lag = candidate;
            }
        }
        return 48_000.0 / lag;
    }

    /** The two lowest peaks of the envelope above 180 Hz. */
    static double[] formants(Utterance utterance, String vowel) {
        var predictor = predictor(emphasised(slice(utterance, vowel, RATE)));
        var found = new double[2];
        var count = 0;
        double before = 0, last = 0;
        for (var hertz = 150.0; hertz < 3500 && count < 2; hertz += 5) {
            var level = level(predictor, hertz);
            if (last > before && last > level && hertz > 185) found[count++] = hertz - 5;
            before = last;
            last = level;
        }
        return found;
    }

    /** The middle 60 ms of the first such vowel, brought to a rate by averaging. */
    private static double[] slice(Utterance utterance, String vowel, int rate) {
        var phone = utterance.phones().stream()
                .filter(one -> one.name().equals(vowel))
                .findFirst()
                .orElseThrow();
        var step = 48_000 / rate;
        var middle = (phone.start() + phone.end()) / 2;
        var from = (int) ((middle - .03) * 48_000);
        var out = new double[(int) (.06 * rate)];
        for (var i = 0; i < out.length; i++) {
            for (var k = -2 * step; k < 3 * step; k++) {
                var at = from + i * step + k;
                var weight = step == 1 ? (k == 0 ? 1 : 0) : lowPass(k, step);
                if (at >= 0 && at < utterance.samples().length)
                    out[i] += utterance.samples()[at] * weight;
            }
        }
        return out;
    }

    private static double lowPass(int k, int step) {
        var x = k / (double) step * .85;
        var sinc = k == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        return sinc * (.5 + .5 * Math.cos(Math.PI * k / (3.0 * step))) / step;
    }

    private static double[] emphasised(double[] sound) {
        var out = new double[sound.length];
        for (var i = 1; i < out.length; i++) {
            var window = .54 - .46 * Math.cos(2 * Math.PI * i / (out.length - 1));
            out[i] = (sound[i] - .95 * sound[i - 1]) * window;
        }
        return out;
    }

    private static double[] predictor(double[] sound) {
        var correlation = new double[ORDER + 1];
        for (var lag = 0; lag <= ORDER; lag++) {
            for (var i = lag; i < sound.length; i++) correlation[lag] += sound[i] * sound[i - lag];
        }
        var taps = new double[ORDER + 1];
        taps[0] = 1;
        var error = correlation[0] * 1.0001;
        for (var i = 1; i <= ORDER; i++) {
            var sum = correlation[i];
            for (var k = 1; k < i; k++) sum += taps[k] * correlation[i - k];
            var reflection = -sum / error;
            var next = taps.clone();
            for (var k = 1; k < i; k++) next[k] += reflection * taps[i - k];
            next[i] = reflection;
            taps = next;
            error *= 1 - reflection * reflection;
        }
        return taps;
    }

    private static double level(double[] predictor, double hertz) {
        double re = 0, im = 0;
        for (var k = 0; k < predictor.length; k++) {
            re += predictor[k] * Math.cos(2 * Math.PI * hertz * k / RATE);
            im -= predictor[k] * Math.sin(2 * Math.PI * hertz * k / RATE);
        }
        return 1 / (re * re + im * im);
    }
}
