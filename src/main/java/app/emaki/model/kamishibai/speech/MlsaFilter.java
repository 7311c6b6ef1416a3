package app.emaki.model.kamishibai.speech;

/**
 * The mel log spectrum approximation filter (Imai 1983; Fukada, Tokuda, Kobayashi and Imai 1992): a spectrum given as a
 * mel-cepstrum, made audible. The exponential of the cepstrum is approximated by a rational function of order five, once
 * for its first coefficient and once for the rest.
 */
final class MlsaFilter {
    private static final double[] PADE = {1, .4999391, .1107098, .01369984, .0009564853, .00003041721};
    private static final int ORDER = PADE.length - 1;

    private final double warp;
    private final int length;
    private final double[] firstState = new double[ORDER + 1];
    private final double[] firstOut = new double[ORDER + 1];
    private final double[][] chains;
    private final double[] restOut = new double[ORDER + 1];

    MlsaFilter(int length, double warp) {
        this.warp = warp;
        this.length = length;
        chains = new double[ORDER + 1][length + 1];
    }

    /** Turns a mel-cepstrum into the filter's own coefficients. */
    double[] coefficients(double[] cepstrum) {
        var out = cepstrum.clone();
        for (var i = length - 2; i >= 0; i--) out[i] = cepstrum[i] - warp * out[i + 1];
        return out;
    }

    double filter(double in, double[] coefficients) {
        return rest(first(in * Math.exp(coefficients[0]), coefficients[1]), coefficients);
    }

    /** Each stage feeds the next one sample later, so the stages run from the last to the first. */
    private double first(double in, double coefficient) {
        var out = 0.0;
        var sign = ORDER % 2 == 0 ? -1 : 1;
        for (var i = ORDER; i >= 1; i--) {
            firstState[i] = (1 - warp * warp) * firstOut[i - 1] + warp * firstState[i];
            firstOut[i] = firstState[i] * coefficient;
            var share = firstOut[i] * PADE[i];
            in += sign * share;
            out += share;
            sign = -sign;
        }
        firstOut[0] = in;
        return out + in;
    }

    private double rest(double in, double[] coefficients) {
        var out = 0.0;
        var sign = ORDER % 2 == 0 ? -1 : 1;
        for (var i = ORDER; i >= 1; i--) {
            restOut[i] = chain(restOut[i - 1], coefficients, chains[i]);
            var share = restOut[i] * PADE[i];
            in += sign * share;
            out += share;
            sign = -sign;
        }
        restOut[0] = in;
        return out + in;
    }

    /** A row of all-passes, tapped from the second on. */
    private double chain(double in, double[] coefficients, double[] state) {
        var before = state[1];
        var now = (1 - warp * warp) * in + warp * before;
        state[1] = now;
        var sum = 0.0;
        for (var m = 2; m < length; m++) {
            var old = state[m];
            now = before + warp * (old - now);
            state[m] = now;
            sum += now * coefficients[m];
            before = old;
        }
        return sum;
    }
}
