package app.emaki.model.kamishibai.picture.stage;

/** The bloom of bright places, in two radii, at a quarter and an eighth of the size. */
final class Glow {
    private static final int BRIGHTEST = 16 * 255;

    final int width;
    final int height;
    final int[] r;
    final int[] g;
    final int[] b;
    private final int fullWidth;
    private final int fullHeight;
    private final int smallWidth;
    private final int smallHeight;
    private final int[] small;
    private final int[] line;
    private final int[] sums;
    private final int[] turned;
    private final int[] redBlue;
    private final boolean[] dark;
    private final int[][] places;

    Glow(int w, int h) {
        fullWidth = w;
        fullHeight = h;
        width = (w + 3) / 4 + 1;
        height = (h + 3) / 4 + 1;
        smallWidth = (width + 1) / 2 + 1;
        smallHeight = (height + 1) / 2 + 1;
        r = new int[width * height];
        g = new int[width * height];
        b = new int[width * height];
        small = new int[smallWidth * smallHeight];
        line = new int[Math.max(width, height)];
        sums = new int[width];
        turned = new int[width * height];
        redBlue = new int[width * height];
        dark = new boolean[height];
        places = new int[4][width];
    }

    /** Gathers what is brighter than the threshold and spreads it; values are 16 times 0 to 255. */
    void gather(Leaf f, int threshold, double tight, double broad) {
        int[] p = f.px;
        int scale = 65536 / (256 - threshold);
        for (int y = 0; y < height; y++) {
            int row = Math.min(fullHeight - 3, y * 4);
            for (int x = 0; x < width; x++) {
                int o = Math.max(0, row) * fullWidth + Math.max(0, Math.min(fullWidth - 3, x * 4));
                int sr = 0;
                int sg = 0;
                int sb = 0;
                for (int k = 0; k < 4; k++) {
                    int c = p[o + (k & 1) * 2 + (k >> 1) * 2 * fullWidth];
                    int cr = c >> 16 & 255;
                    int cg = c >> 8 & 255;
                    int cb = c & 255;
                    int max = Math.max(cr, Math.max(cg, cb));
                    if (max > threshold) {
                        int e = ((max - threshold) * scale) >> 8;
                        sr += (cr * e) >> 8;
                        sg += (cg * e) >> 8;
                        sb += (cb * e) >> 8;
                    }
                }
                int i = y * width + x;
                r[i] = sr * 4;
                g[i] = sg * 4;
                b[i] = sb * 4;
            }
        }
        int near = Math.max(1, fullHeight / 430);
        int far = Math.max(2, fullHeight / 128);
        spread(r, near, far, tight, broad);
        spread(g, near, far, tight, broad);
        spread(b, near, far, tight, broad);
        for (int y = 0; y < height; y++) {
            int any = 0;
            for (int i = y * width; i < (y + 1) * width; i++) {
                redBlue[i] = r[i] << 16 | b[i];
                any |= redBlue[i] | g[i];
            }
            dark[y] = any == 0;
        }
    }

    /** The bloom over one row of the picture, as colours; whether there is any. */
    boolean shine(int y, int[] row) {
        int above = Math.min(height - 2, y >> 2);
        if (dark[above] && dark[above + 1]) {
            return false;
        }
        int low = y & 3;
        between(redBlue, above * width, low);
        System.arraycopy(line, 0, turned, 0, width);
        between(g, above * width, low);
        for (int k = 0; k < 4; k++) {
            // a row of colours for each place between two columns
            System.arraycopy(turned, 1, sums, 0, width - 1);
            System.arraycopy(line, 1, small, 0, width - 1);
            colours(turned, sums, line, small, places[k], width - 1, k);
        }
        int n = row.length;
        for (int i = 0, x = 0; x + 4 <= n; i++, x += 4) {
            row[x] = places[0][i];
            row[x + 1] = places[1][i];
            row[x + 2] = places[2][i];
            row[x + 3] = places[3][i];
        }
        for (int x = n & ~3; x < n; x++) {
            row[x] = places[x & 3][x >> 2];
        }
        return true;
    }

    /** What lies between two rows, four times as large, in the line. */
    private void between(int[] a, int from, int low) {
        System.arraycopy(a, from, line, 0, width);
        System.arraycopy(a, from + width, sums, 0, width);
        weigh(line, sums, width, low);
    }

    private static void weigh(int[] a, int[] b, int n, int low) {
        int keep = 4 - low;
        for (int i = 0; i < n; i++) {
            a[i] = a[i] * keep + b[i] * low;
        }
    }

    private static void colours(int[] rb, int[] nextRb, int[] g, int[] nextG, int[] to, int n, int k) {
        int keep = 4 - k;
        for (int i = 0; i < n; i++) {
            int redBlue = rb[i] * keep + nextRb[i] * k;
            int green = g[i] * keep + nextG[i] * k;
            to[i] = redBlue >>> 8 & 0xff00ff | green & 0xff00;
        }
    }

    private void spread(int[] a, int near, int far, double tight, double broad) {
        blur(a, width, height, near);
        for (int y = 0; y < smallHeight; y++) {
            for (int x = 0; x < smallWidth; x++) {
                small[y * smallWidth + x] = a[Math.min(height - 1, 2 * y) * width + Math.min(width - 1, 2 * x)];
            }
        }
        blur(small, smallWidth, smallHeight, far);
        int k1 = (int) (tight * 256);
        int k2 = (int) (broad * 64);
        for (int y = 0; y < height; y++) {
            int j = (y >> 1) * smallWidth;
            int down = (y & 1) * smallWidth;
            for (int x = 0; x < width; x++) {
                int q = j + (x >> 1);
                int right = x & 1;
                int soft = small[q] + small[q + right] + small[q + down] + small[q + down + right];
                int i = y * width + x;
                a[i] = Math.min(BRIGHTEST, (a[i] * k1 + soft * k2) >> 8);
            }
        }
    }

    private void blur(int[] a, int w, int h, int radius) {
        int mul = (1 << 16) / (2 * radius + 1);
        for (int pass = 0; pass < 2; pass++) {
            for (int y = 0; y < h; y++) {
                int o = y * w;
                int s = 0;
                for (int i = -radius; i <= radius; i++) {
                    s += a[o + Math.clamp(i, 0, w - 1)];
                }
                for (int x = 0; x < w; x++) {
                    line[x] = (int) (((long) s * mul) >>> 16);
                    s += a[o + Math.min(w - 1, x + radius + 1)] - a[o + Math.max(0, x - radius)];
                }
                System.arraycopy(line, 0, a, o, w);
            }
            java.util.Arrays.fill(sums, 0, w, 0);
            for (int i = -radius; i <= radius; i++) {
                int o = Math.clamp(i, 0, h - 1) * w;
                for (int x = 0; x < w; x++) {
                    sums[x] += a[o + x];
                }
            }
            for (int y = 0; y < h; y++) {
                int in = Math.min(h - 1, y + radius + 1) * w;
                int out = Math.max(0, y - radius) * w;
                int o = y * w;
                for (int x = 0; x < w; x++) {
                    turned[o + x] = (int) (((long) sums[x] * mul) >>> 16);
                    sums[x] += a[in + x] - a[out + x];
                }
            }
            System.arraycopy(turned, 0, a, 0, w * h);
        }
    }
}
