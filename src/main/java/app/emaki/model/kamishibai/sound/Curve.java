package app.emaki.model.kamishibai.sound;

/** A value over seconds: a loudness, a pitch, a cut-off. */
@FunctionalInterface
interface Curve {
    double at(double seconds);

    static Curve flat(double value) {
        return t -> value;
    }

    /** Struck: up within {@code attack} seconds, then down to 1/e every {@code fall} seconds. */
    static Curve struck(double attack, double fall) {
        return t -> Math.min(1, t / attack) * Math.exp(-t / fall);
    }

    /** Straight lines through time, value pairs; flat before and after. */
    static Curve points(double... pairs) {
        return t -> {
            if (t <= pairs[0]) return pairs[1];
            for (var i = 2; i < pairs.length; i += 2) {
                if (t < pairs[i]) {
                    var share = (t - pairs[i - 2]) / (pairs[i] - pairs[i - 2]);
                    return pairs[i - 1] + (pairs[i + 1] - pairs[i - 1]) * share;
                }
            }
            return pairs[pairs.length - 1];
        };
    }

    /** One rise and fall, a half sine, over the given seconds. */
    static Curve swell(double seconds) {
        return t -> t <= 0 || t >= seconds ? 0 : Wave.sine(t / seconds / 2);
    }

    default Curve times(double factor) {
        return t -> at(t) * factor;
    }

    default Curve times(Curve other) {
        return t -> at(t) * other.at(t);
    }

    /** Swings around this curve by a share of it, {@code hertz} times a second. */
    default Curve wavering(double hertz, double share) {
        return t -> at(t) * (1 + share * Wave.sine(hertz * t));
    }
}
