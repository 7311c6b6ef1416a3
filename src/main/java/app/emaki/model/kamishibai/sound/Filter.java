package app.emaki.model.kamishibai.sound;

/** A state-variable filter of second order whose cut-off may move while it runs. */
final class Filter {
    private double g;
    private double damping;
    private double scale;
    private double first;
    private double second;
    private double band;
    private double low;

    Filter tune(double hertz, double q) {
        g = Math.tan(Math.PI * Math.clamp(hertz, 10, 20_000) / Wave.RATE);
        damping = 1 / q;
        scale = 1 / (1 + g * (g + damping));
        return this;
    }

    double low(double in) {
        step(in);
        return low;
    }

    /** Band-pass with a gain of one at its middle. */
    double band(double in) {
        step(in);
        return band * damping;
    }

    double high(double in) {
        step(in);
        return in - damping * band - low;
    }

    private void step(double in) {
        var rest = in - second;
        band = scale * (first + g * rest);
        low = second + g * band;
        first = 2 * band - first;
        second = 2 * low - second;
    }
}
