package app.emaki.model.kamishibai.picture.stage;

/** Repeatable chance: the same numbers always give the same outcome, on every thread. */
public final class Chance {

    private Chance() {}

    /** A number in [0, 1) that depends on the two keys and on nothing else. */
    public static double at(long i, long k) {
        long a = i * 0x9E3779B97F4A7C15L + k * 0xD1B54A32D192ED03L + 77;
        a ^= a >>> 33;
        a *= 0xff51afd7ed558ccdL;
        a ^= a >>> 33;
        a *= 0xc4ceb9fe1a85ec53L;
        a ^= a >>> 33;
        return (a >>> 11) * 0x1.0p-53;
    }

    /** A number in [from, to). */
    public static double in(double from, double to, long i, long k) {
        return from + (to - from) * at(i, k);
    }

    /** Smooth wandering between -1 and 1. */
    public static double noise(double x, long key) {
        long i = (long) Math.floor(x);
        double f = x - i;
        f = f * f * (3 - 2 * f);
        return (at(i, key) + (at(i + 1, key) - at(i, key)) * f) * 2 - 1;
    }

    /** A tile of smooth noise in [0, 1] whose edges meet; {@code size} is a power of two. */
    public static float[] tile(int size, int coarsest, int finest, long key) {
        var tile = new float[size * size];
        double amplitude = 1;
        double total = 0;
        for (int cells = coarsest; cells <= finest; cells *= 2) {
            for (int y = 0; y < size; y++) {
                double v = y * (double) cells / size;
                int j = (int) v;
                double b = ease(v - j);
                for (int x = 0; x < size; x++) {
                    double u = x * (double) cells / size;
                    int i = (int) u;
                    double a = ease(u - i);
                    double top = mix(knot(i, j, cells, key), knot(i + 1, j, cells, key), a);
                    double low = mix(knot(i, j + 1, cells, key), knot(i + 1, j + 1, cells, key), a);
                    tile[y * size + x] += (float) (amplitude * mix(top, low, b));
                }
            }
            total += amplitude;
            amplitude *= .55;
        }
        for (int i = 0; i < tile.length; i++) {
            tile[i] /= (float) total;
        }
        return tile;
    }

    private static double knot(int i, int j, int cells, long key) {
        return at(i % cells, (j % cells) * 131L + cells + key * 7919);
    }

    private static double ease(double x) {
        return x * x * (3 - 2 * x);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
