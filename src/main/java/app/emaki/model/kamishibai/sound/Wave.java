package app.emaki.model.kamishibai.sound;

/** Sine by table, and the sample rate everything here runs at. */
final class Wave {
    static final int RATE = 48_000;

    private static final int SIZE = 8192;
    private static final float[] TABLE = new float[SIZE + 1];

    static {
        for (var i = 0; i <= SIZE; i++) TABLE[i] = (float) StrictMath.sin(2 * Math.PI * i / SIZE);
    }

    private Wave() {}

    /** Sine of a phase counted in turns. */
    static double sine(double turns) {
        var place = (turns - Math.floor(turns)) * SIZE;
        var index = (int) place;
        return TABLE[index] + (TABLE[index + 1] - TABLE[index]) * (place - index);
    }

    /** Smooth step from 0 at {@code from} to 1 at {@code to}. */
    static double smooth(double from, double to, double value) {
        var share = Math.clamp((value - from) / (to - from), 0.0, 1.0);
        return share * share * (3 - 2 * share);
    }

    static int samples(double seconds) {
        return (int) Math.round(seconds * RATE);
    }

    static double decibels(double db) {
        return Math.pow(10, db / 20);
    }
}
