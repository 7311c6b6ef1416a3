package app.emaki.model.kamishibai.sound;

/** One group of sounds in stereo, with what it sends to the room. */
final class Bus {
    final float[] left;
    final float[] right;
    final float[] wet;

    Bus(int length) {
        left = new float[length];
        right = new float[length];
        wet = new float[length];
    }

    int length() {
        return left.length;
    }

    double seconds() {
        return left.length / (double) Wave.RATE;
    }

    /** Lays a mono sound down at a second; pan −1 is left, 1 is right; {@code send} is its share in the room. */
    void place(float[] sound, double at, double gain, double pan, double send) {
        var from = Wave.samples(at);
        var toLeft = (float) (gain * Math.sqrt((1 - pan) / 2) * 1.2);
        var toRight = (float) (gain * Math.sqrt((1 + pan) / 2) * 1.2);
        var toRoom = (float) (gain * send);
        var end = Math.min(sound.length, left.length - from);
        for (var i = Math.max(0, -from); i < end; i++) {
            left[from + i] += sound[i] * toLeft;
            right[from + i] += sound[i] * toRight;
            wet[from + i] += sound[i] * toRoom;
        }
    }

    /** Adds another bus from a sample on, with a gain that fades in and out over its edges. */
    void add(Bus other, int from, double gain, int fadeIn, int fadeOut) {
        for (var i = 0; i < other.left.length; i++) {
            var to = from + i;
            if (to < 0 || to >= left.length) continue;
            var edge = Math.min(edge(i, fadeIn), edge(other.left.length - 1 - i, fadeOut));
            var level = (float) (gain * edge);
            left[to] += other.left[i] * level;
            right[to] += other.right[i] * level;
            wet[to] += other.wet[i] * level;
        }
    }

    void scale(double gain) {
        for (var i = 0; i < left.length; i++) {
            left[i] *= (float) gain;
            right[i] *= (float) gain;
            wet[i] *= (float) gain;
        }
    }

    float[][] dry() {
        return new float[][] {left, right};
    }

    private static double edge(int distance, int fade) {
        return distance >= fade ? 1 : Wave.sine(distance / (4.0 * fade));
    }
}
