package app.emaki.model.kamishibai.picture.stage;

/** Lays one sheet on another. */
final class Lay {

    private Lay() {}

    /**
     * Scales {@code s} and lays it on {@code d} with its corner at (ox, oy), in pixels of {@code d}, where it is not hidden.
     *
     * @param number of the sheet, as the cover counts them
     * @param alpha 0 to 256
     */
    static void over(Leaf d, Cover cover, int number, Leaf s, double ox, double oy, double scale, int alpha) {
        if (alpha <= 0) {
            return;
        }
        int y0 = Math.max(0, (int) Math.ceil(oy));
        int y1 = Math.min(d.height, (int) Math.floor(oy + (s.height - 1) * scale));
        for (int y = y0; y < y1; y++) {
            double v = (y - oy) / scale;
            int row = (int) v;
            if (row >= s.height - 1) {
                continue;
            }
            int left = Math.min(s.first[row], s.first[row + 1]);
            int right = Math.max(s.last[row], s.last[row + 1]);
            if (right < left) {
                continue;
            }
            int wy = (int) ((v - row) * 256);
            int end = end(d, s, ox, scale, right);
            int x1;
            for (int x0 = cover.seen(y, start(ox, scale, left), number); x0 < end; x0 = cover.seen(y, x1, number)) {
                x1 = cover.end(y, x0, end, number);
                span(d.px, y * d.width + x0, x1 - x0, s, row, wy, (x0 - ox) / scale, 1 / scale, alpha, cover);
            }
        }
    }

    /** The same upside down, from a row on: its upper left corner becomes its lower one, at (ox, oy). */
    static void mirrored(Leaf d, Cover cover, int fromRow, Leaf s, double ox, double oy, double scale) {
        int y0 = Math.max(fromRow, (int) Math.ceil(oy - (s.height - 1) * scale));
        int y1 = Math.min(d.height, (int) Math.floor(oy));
        for (int y = y0; y < y1; y++) {
            double v = (oy - y) / scale;
            int row = (int) v;
            if (row >= s.height - 1) {
                continue;
            }
            int left = Math.min(s.first[row], s.first[row + 1]);
            int right = Math.max(s.last[row], s.last[row + 1]);
            if (right < left) {
                continue;
            }
            int x0 = start(ox, scale, left);
            int n = end(d, s, ox, scale, right) - x0;
            span(d.px, y * d.width + x0, n, s, row, (int) ((v - row) * 256), (x0 - ox) / scale, 1 / scale, 256, cover);
        }
    }

    private static int start(double ox, double scale, int left) {
        return Math.max(0, (int) Math.ceil(Math.max(ox, ox + (left - 1) * scale)));
    }

    private static int end(Leaf d, Leaf s, double ox, double scale, int right) {
        return Math.min(d.width, (int) Math.floor(Math.min(ox + (s.width - 1) * scale, ox + (right + 1) * scale + 1)));
    }

    /** One row: {@code n} pixels from source position {@code u} on, {@code step} source pixels apart. */
    static void span(int[] dp, int at, int n, Leaf s, int row, int wy, double u, double step, int alpha, Cover lines) {
        int step16 = (int) Math.round(step * 65536);
        long at16 = (long) Math.floor(u * 65536);
        while (n > 0 && at16 < 0) {
            at16 += step16;
            at++;
            n--;
        }
        while (n > 0 && at16 + (long) (n - 1) * step16 >> 16 >= s.width - 1) {
            n--;
        }
        if (n <= 0) {
            return;
        }
        int first = (int) (at16 >> 16);
        int start = (int) (at16 & 0xffff);
        int from = row * s.width + first;
        if (wy == 0) {
            blend(dp, at, n, s.px, from, start, step16, alpha);
            return;
        }
        int columns = (int) ((start + (long) (n - 1) * step16 >> 16) + 2);
        int[] mixed = lines.mixed(columns);
        between(s.px, from, from + s.width, mixed, columns, wy);
        blend(dp, at, n, mixed, 0, start, step16, alpha);
    }

    /** What lies between two rows. */
    private static void between(int[] px, int upper, int lower, int[] to, int n, int wy) {
        int keep = 256 - wy;
        for (int i = 0; i < n; i++) {
            int a = px[upper + i];
            int b = px[lower + i];
            int rb = (a & 0xff00ff) * keep + (b & 0xff00ff) * wy;
            int ag = (a >>> 8 & 0xff00ff) * keep + (b >>> 8 & 0xff00ff) * wy;
            to[i] = rb >>> 8 & 0xff00ff | ag & 0xff00ff00;
        }
    }

    private static void blend(int[] dp, int at, int n, int[] px, int from, int start, int step, int alpha) {
        for (int x = start, di = at, end = at + n; di < end; di++, x += step) {
            int q = from + (x >> 16);
            int a = px[q];
            int b = px[q + 1];
            if ((a | b) == 0) {
                continue;
            }
            if (a != b) {
                int wx = x >> 8 & 255;
                int keep = 256 - wx;
                int rb = (a & 0xff00ff) * keep + (b & 0xff00ff) * wx;
                int ag = (a >>> 8 & 0xff00ff) * keep + (b >>> 8 & 0xff00ff) * wx;
                a = rb >>> 8 & 0xff00ff | ag & 0xff00ff00;
            }
            if (alpha != 256) {
                a = ((a & 0xff00ff) * alpha) >>> 8 & 0xff00ff | (a >>> 8 & 0xff00ff) * alpha & 0xff00ff00;
            }
            int rest = 256 - (a >>> 24) - (a >>> 31);
            if (rest == 0) {
                dp[di] = a;
            } else {
                int t = dp[di];
                dp[di] = a + (((t & 0xff00ff) * rest) >>> 8 & 0xff00ff) + ((t >>> 8 & 0xff00ff) * rest & 0xff00ff00);
            }
        }
    }
}
