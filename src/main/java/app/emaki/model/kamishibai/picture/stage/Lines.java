package app.emaki.model.kamishibai.picture.stage;

/**
 * Rows of premultiplied pixels under work. Whatever is counted for each pixel is a loop over arrays that all begin at 0 and share
 * one index, for then the compiler does several pixels at a time.
 */
final class Lines {
    /** A stretch that is worth copying as a whole. */
    private static final int WORTHWHILE = 24;

    int[] upper = {};
    int[] lower = {};
    int[] left = {};
    private int[] right = {};

    void room(int n) {
        if (upper.length < n) {
            upper = new int[n];
            lower = new int[n];
            left = new int[n];
            right = new int[n];
        }
    }

    /** Makes {@code n} pixels out of the upper row, from a place in 65536ths of a pixel on, so many of them apart; they are left in {@link #left}. */
    void stretch(int n, int start, int step) {
        int slip = Math.abs(step - 65536);
        if (slip < 65536 / WORTHWHILE) {
            copy(n, start, step);
        } else {
            pick(upper, left, right, n, start, step);
        }
        mix(left, right, n, start, step);
    }

    /** Nearly the same size: long stretches keep their neighbours. */
    private void copy(int n, int start, int step) {
        int x = 0;
        while (x < n) {
            int from = (int) (start + (long) x * step >> 16);
            int slip = from - x;
            int end = n;
            if (step > 65536) {
                // the first pixel whose source is one further away
                end = (int) Math.min(n, ceil((slip + 1L << 16) - start, step - 65536));
            } else if (step < 65536) {
                end = (int) Math.min(n, ceil(start + 1 - (((long) slip) << 16), 65536 - step));
            }
            end = Math.max(end, x + 1);
            System.arraycopy(upper, from, left, x, end - x);
            System.arraycopy(upper, from + 1, right, x, end - x);
            x = end;
        }
    }

    private static long ceil(long a, long b) {
        return Math.ceilDiv(a, b);
    }

    private static void pick(int[] px, int[] left, int[] right, int n, int start, int step) {
        for (int i = 0, x = start; i < n; i++, x += step) {
            int q = x >> 16;
            left[i] = px[q];
            right[i] = px[q + 1];
        }
    }

    private static void mix(int[] left, int[] right, int n, int start, int step) {
        for (int i = 0; i < n; i++) {
            int w = start + i * step >> 8 & 255;
            int keep = 256 - w;
            int a = left[i];
            int b = right[i];
            int rb = (a & 0xff00ff) * keep + (b & 0xff00ff) * w;
            int ag = (a >>> 8 & 0xff00ff) * keep + (b >>> 8 & 0xff00ff) * w;
            left[i] = rb >>> 8 & 0xff00ff | ag & 0xff00ff00;
        }
    }

    /** What lies between two rows, left in the upper one. */
    static void between(int[] upper, int[] lower, int n, int w) {
        int keep = 256 - w;
        for (int i = 0; i < n; i++) {
            int a = upper[i];
            int b = lower[i];
            int rb = (a & 0xff00ff) * keep + (b & 0xff00ff) * w;
            int ag = (a >>> 8 & 0xff00ff) * keep + (b >>> 8 & 0xff00ff) * w;
            upper[i] = rb >>> 8 & 0xff00ff | ag & 0xff00ff00;
        }
    }

    /** Makes a row more transparent. */
    static void fade(int[] row, int n, int alpha) {
        for (int i = 0; i < n; i++) {
            int a = row[i];
            row[i] = (a & 0xff00ff) * alpha >>> 8 & 0xff00ff | (a >>> 8 & 0xff00ff) * alpha & 0xff00ff00;
        }
    }

    /** Lays one row on another. */
    static void over(int[] under, int[] row, int n) {
        for (int i = 0; i < n; i++) {
            int a = row[i];
            int t = under[i];
            int rest = 256 - (a >>> 24) - (a >>> 31);
            under[i] = a + ((t & 0xff00ff) * rest >>> 8 & 0xff00ff) + ((t >>> 8 & 0xff00ff) * rest & 0xff00ff00);
        }
    }
}
