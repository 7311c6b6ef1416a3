package app.emaki.model.kamishibai.speech;

import java.util.List;

/**
 * The most likely course of one number over time, given what the models expect of its value, slope and bend in every frame
 * (Tokuda et al. 2000), then spread until it moves as much as natural speech does (Toda and Tokuda 2007).
 */
final class ParameterTrajectory {
    private static final int REACH = 2;
    private static final int ROUNDS = 5;

    private final int frames;
    private final List<float[]> windows;
    /** Precision matrix by diagonals, the main one first, and its right side. */
    private final double[][] bands;

    private final double[] right;

    /**
     * @param means by window and frame
     * @param precisions likewise, inverse variances; 0 where a window looks over an edge
     */
    ParameterTrajectory(List<float[]> windows, double[][] means, double[][] precisions) {
        this.windows = windows;
        this.frames = means[0].length;
        bands = new double[REACH + 1][frames];
        right = new double[frames];
        for (var window = 0; window < windows.size(); window++)
            gather(windows.get(window), means[window], precisions[window]);
    }

    double[] likeliest() {
        var factors = new double[REACH + 1][frames];
        var solution = right.clone();
        for (var t = 0; t < frames; t++) {
            for (var k = 0; k <= REACH && t + k < frames; k++) {
                var sum = bands[k][t];
                for (var back = 1; back + k <= REACH && t - back >= 0; back++) {
                    sum -= factors[0][t - back] * factors[back][t - back] * factors[back + k][t - back];
                }
                factors[k][t] = k == 0 ? sum : sum / factors[0][t];
            }
            for (var back = 1; back <= REACH && t - back >= 0; back++) {
                solution[t] -= factors[back][t - back] * solution[t - back];
            }
        }
        for (var t = frames - 1; t >= 0; t--) {
            solution[t] /= factors[0][t];
            for (var k = 1; k <= REACH && t + k < frames; k++) solution[t] -= factors[k][t] * solution[t + k];
        }
        return solution;
    }

    /** The likeliest course whose variance over the counted frames is also likely. */
    double[] spread(boolean[] counted, double variance, double precision) {
        var course = likeliest();
        var moments = moments(course, counted);
        if (moments[2] < 2 || moments[1] <= 0) return course;
        var ratio = Math.sqrt(variance / moments[1]);
        for (var t = 0; t < frames; t++) if (counted[t]) course[t] = moments[0] + ratio * (course[t] - moments[0]);
        for (var round = 0; round < ROUNDS; round++) climb(course, counted, variance, precision);
        return course;
    }

    /** One step uphill, each frame by its own slope over its own curvature. */
    private void climb(double[] course, boolean[] counted, double variance, double precision) {
        var moments = moments(course, counted);
        var count = moments[2];
        var weight = 1.0 / (windows.size() * frames);
        var pull = precision * (moments[1] - variance) * 2 / count;
        var step = new double[frames];
        for (var t = 0; t < frames; t++) {
            if (!counted[t]) continue;
            var off = course[t] - moments[0];
            var slope = weight * (right[t] - product(course, t)) - pull * off;
            var bend = weight * bands[0][t]
                    + Math.abs(pull) * (1 - 1 / count)
                    + precision * 4 * off * off / (count * count);
            step[t] = .1 * slope / bend;
        }
        for (var t = 0; t < frames; t++) course[t] += step[t];
    }

    private double product(double[] course, int t) {
        var sum = bands[0][t] * course[t];
        for (var k = 1; k <= REACH; k++) {
            if (t + k < frames) sum += bands[k][t] * course[t + k];
            if (t - k >= 0) sum += bands[k][t - k] * course[t - k];
        }
        return sum;
    }

    private void gather(float[] window, double[] means, double[] precisions) {
        var half = window.length / 2;
        for (var t = 0; t < frames; t++) {
            if (precisions[t] == 0) continue;
            for (var i = -half; i <= half; i++) {
                if (t + i < 0 || t + i >= frames || window[i + half] == 0) continue;
                var weighed = window[i + half] * precisions[t];
                right[t + i] += weighed * means[t];
                for (var k = 0; i + k <= half && t + i + k < frames; k++)
                    bands[k][t + i] += weighed * window[i + k + half];
            }
        }
    }

    /** Mean, variance and number of the counted frames. */
    private double[] moments(double[] course, boolean[] counted) {
        double sum = 0, squares = 0;
        var count = 0;
        for (var t = 0; t < frames; t++) {
            if (!counted[t]) continue;
            sum += course[t];
            count++;
        }
        var mean = count == 0 ? 0 : sum / count;
        for (var t = 0; t < frames; t++) if (counted[t]) squares += (course[t] - mean) * (course[t] - mean);
        return new double[] {mean, count == 0 ? 0 : squares / count, count};
    }
}
