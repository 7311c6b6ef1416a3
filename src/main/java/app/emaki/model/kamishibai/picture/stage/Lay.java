package app.emaki.model.kamishibai.picture.stage;

/** Lays one sheet on another. */
final class Lay {

    private Lay() {}

    /**
     * Scales {@code s} and lays it on {@code d} with its corner at (ox, oy), in pixels of {@code d}.
     *
     * @param alpha 0 to 256
     */
    static void over(Leaf d, Leaf s, double ox, double oy, double scale, int alpha) {
        if (alpha <= 0) {
            return;
        }
        int y0 = Math.max(0, (int) Math.ceil(oy));
        int y1 = Math.min(d.height, (int) Math.floor(oy + (s.height - 1) * scale));
        boolean trimmed = s.first.length > 0;
        for (int y = y0; y < y1; y++) {
            double v = (y - oy) / scale;
            int row = (int) v;
            if (row >= s.height - 1) {
                continue;
            }
            int left = 0;
            int right = s.width - 1;
            if (trimmed) {
                left = Math.min(s.first[row], s.first[row + 1]);
                right = Math.max(s.last[row], s.last[row + 1]);
                if (right < left) {
                    continue;
                }
            }
            int x0 = Math.max(0, (int) Math.ceil(Math.max(ox, ox + (left - 1) * scale)));
            int x1 = Math.min(d.width, (int)
                    Math.floor(Math.min(ox + (s.width - 1) * scale, ox + (right + 1) * scale + 1)));
            span(d.px, y * d.width + x0, x1 - x0, s, row, (int) ((v - row) * 256), (x0 - ox) / scale, 1 / scale, alpha);
        }
    }

    /** One row: {@code n} pixels from source position {@code u} on, {@code step} source pixels apart. */
    static void span(int[] dp, int at, int n, Leaf s, int row, int wy, double u, double step, int alpha) {
        int[] sp = s.px;
        int w = s.width;
        int base = row * w;
        long at16 = (long) (u * 65536);
        int step16 = (int) Math.round(step * 65536);
        for (int di = at, end = at + n; di < end; di++, at16 += step16) {
            int ix = (int) (at16 >> 16);
            if (ix < 0 || ix >= w - 1) {
                continue;
            }
            int q = base + ix;
            int a = sp[q];
            int b = sp[q + 1];
            int c = sp[q + w];
            int e = sp[q + w + 1];
            if ((a | b | c | e) == 0) {
                continue;
            }
            int rb;
            int ag;
            if (a == b && c == e && a == c) {
                rb = a & 0xff00ff;
                ag = a >>> 8 & 0xff00ff;
            } else {
                int wx = (int) (at16 >> 8) & 255;
                int w11 = (wx * wy) >> 8;
                int w10 = wx - w11;
                int w01 = wy - w11;
                int w00 = 256 - wx - wy + w11;
                rb = ((a & 0xff00ff) * w00 + (b & 0xff00ff) * w10 + (c & 0xff00ff) * w01 + (e & 0xff00ff) * w11) >>> 8
                        & 0xff00ff;
                ag = ((a >>> 8 & 0xff00ff) * w00
                                        + (b >>> 8 & 0xff00ff) * w10
                                        + (c >>> 8 & 0xff00ff) * w01
                                        + (e >>> 8 & 0xff00ff) * w11)
                                >>> 8
                        & 0xff00ff;
            }
            if (alpha != 256) {
                rb = (rb * alpha) >>> 8 & 0xff00ff;
                ag = (ag * alpha) >>> 8 & 0xff00ff;
            }
            int alphaHere = ag >> 16;
            int rest = 256 - alphaHere - (alphaHere >> 7);
            if (rest == 0) {
                dp[di] = ag << 8 | rb;
            } else {
                int t = dp[di];
                dp[di] = (ag << 8 | rb)
                        + (((t & 0xff00ff) * rest) >>> 8 & 0xff00ff)
                        + ((t >>> 8 & 0xff00ff) * rest & 0xff00ff00);
            }
        }
    }
}
