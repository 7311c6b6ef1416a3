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
            int wy = (int) ((v - row) * 256);
            int[] runs = s.painted[row];
            for (int i = 0; i < runs.length; i += 2) {
                int end = end(d, s, ox, scale, runs[i + 1]);
                int x1;
                for (int x0 = cover.seen(y, start(ox, scale, runs[i]), number);
                        x0 < end;
                        x0 = cover.seen(y, x1, number)) {
                    x1 = cover.end(y, x0, end, number);
                    span(d.px, y * d.width + x0, x1 - x0, s, row, wy, (x0 - ox) / scale, 1 / scale, alpha, cover.lines);
                }
            }
        }
    }

    /** The same upside down, from a row on: its upper left corner becomes its lower one, at (ox, oy). */
    static void mirrored(Leaf d, Lines lines, int fromRow, Leaf s, double ox, double oy, double scale) {
        int y0 = Math.max(fromRow, (int) Math.ceil(oy - (s.height - 1) * scale));
        int y1 = Math.min(d.height, (int) Math.floor(oy));
        for (int y = y0; y < y1; y++) {
            double v = (oy - y) / scale;
            int row = (int) v;
            if (row >= s.height - 1) {
                continue;
            }
            int wy = (int) ((v - row) * 256);
            int[] runs = s.painted[row];
            for (int i = 0; i < runs.length; i += 2) {
                int x0 = start(ox, scale, runs[i]);
                int n = end(d, s, ox, scale, runs[i + 1]) - x0;
                span(d.px, y * d.width + x0, n, s, row, wy, (x0 - ox) / scale, 1 / scale, 256, lines);
            }
        }
    }

    private static int start(double ox, double scale, int left) {
        return Math.max(0, (int) Math.ceil(Math.max(ox, ox + (left - 1) * scale)));
    }

    private static int end(Leaf d, Leaf s, double ox, double scale, int right) {
        return Math.min(d.width, (int) Math.floor(Math.min(ox + (s.width - 1) * scale, ox + right * scale + 1)));
    }

    /** One row: {@code n} pixels from source position {@code u} on, {@code step} source pixels apart. */
    static void span(int[] dp, int at, int n, Leaf s, int row, int wy, double u, double step, int alpha, Lines lines) {
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
        int start = (int) (at16 & 0xffff);
        int from = row * s.width + (int) (at16 >> 16);
        int columns = (int) ((start + (long) (n - 1) * step16 >> 16) + 2);
        lines.room(Math.max(n, columns));
        System.arraycopy(s.px, from, lines.upper, 0, columns);
        if (wy != 0) {
            System.arraycopy(s.px, from + s.width, lines.lower, 0, columns);
            Lines.between(lines.upper, lines.lower, columns, wy);
        }
        lines.stretch(n, start, step16);
        if (alpha != 256) {
            Lines.fade(lines.left, n, alpha);
        }
        System.arraycopy(dp, at, lines.lower, 0, n);
        Lines.over(lines.lower, lines.left, n);
        System.arraycopy(lines.lower, 0, dp, at, n);
    }
}
