package app.emaki.model.kamishibai.speech;

import java.util.List;

/** Something said: mono samples at 48 kHz, −1 to 1, and its sounds in time, without silence before or after. */
@SuppressWarnings("ArrayRecordComponent") // samples are handed on, never compared
public record Utterance(float[] samples, List<Phone> phones) {

    public double seconds() {
        return samples.length / 48_000.0;
    }

    /** How far the mouth is open at a second of the utterance, 0 to 1; it moves ahead of the sound a little, as lips do. */
    public double mouth(double second) {
        double sum = 0, weights = 0;
        for (var step = -2; step <= 2; step++) {
            var weight = 3 - Math.abs(step);
            sum += weight * opening(second + .01 + step * .014);
            weights += weight;
        }
        return sum / weights;
    }

    private double opening(double second) {
        for (var phone : phones) if (second >= phone.start() && second < phone.end()) return phone.opening();
        return 0;
    }
}
