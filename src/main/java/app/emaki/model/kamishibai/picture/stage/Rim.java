package app.emaki.model.kamishibai.picture.stage;

import java.util.Arrays;

/** Lays a figure on the picture and lights its edges from two sides, by the difference of its own alpha; see {@link Lines} for the shape of the loops. */
final class Rim {
    private final int[] figure;
    private final int[] under;
    private final int[] right;
    private final int[] left;
    private final int[] farRight;
    private final int[] farLeft;

    Rim(int width) {
        figure = new int[width];
        under = new int[width];
        right = new int[width];
        left = new int[width];
        farRight = new int[width];
        farLeft = new int[width];
    }

    /** @param k pixels of a unit, larger for large figures */
    void lay(Leaf from, Leaf to, int x0, int y0, int x1, int y1, double k, Light light) {
        int w = from.width;
        int near = Math.max(1, (int) Math.round(2.2 * k));
        int far = Math.max(2, (int) Math.round(6 * k));
        boolean fromRight = light.sunX() >= -.05;
        int keyed = fromRight ? light.key() : light.fill();
        int filled = fromRight ? light.fill() : light.key();
        double strength = .55 + .45 * light.dark();
        for (int y = y0; y < y1; y++) {
            int a = y * w + x0;
            int b = y * w + x1;
            while (a < b && from.px[a] == 0) {
                a++;
            }
            while (b > a && from.px[b - 1] == 0) {
                b--;
            }
            int n = b - a;
            if (n == 0) {
                continue;
            }
            int x = a - y * w;
            int up = Math.max(y0, y - near) * w;
            int farUp = Math.max(y0, y - far / 2) * w;
            beside(from.px, up, x, n, near, x0, x1, right);
            beside(from.px, up, x, n, -near, x0, x1, left);
            beside(from.px, farUp, x, n, far, x0, x1, farRight);
            beside(from.px, farUp, x, n, -far, x0, x1, farLeft);
            System.arraycopy(from.px, a, figure, 0, n);
            System.arraycopy(to.px, a, under, 0, n);
            edges(figure, right, left, farRight, farLeft, n, (int) (256 * strength), (int) (200 * strength));
            light(figure, under, right, left, n, keyed, filled);
            Lines.over(under, figure, n);
            System.arraycopy(under, 0, to.px, a, n);
        }
    }

    /** The pixels so far beside a part of a row; the first and last of the figure's box stand for what is outside of it. */
    private static void beside(int[] px, int row, int x, int n, int by, int x0, int x1, int[] to) {
        int from = Math.clamp(x + by, x0, x1);
        int end = Math.clamp(x + n + by, x0, x1);
        int before = Math.clamp(x0 - (long) (x + by), 0, n);
        System.arraycopy(px, row + from, to, before, end - from);
        if (before > 0) {
            Arrays.fill(to, 0, before, px[row + x0]);
        }
        int after = before + end - from;
        if (after < n) {
            Arrays.fill(to, after, n, px[row + x1 - 1]);
        }
    }

    /** How strongly each pixel is lit from the right and from the left, left in the arrays of the near ones. */
    private static void edges(
            int[] figure, int[] right, int[] left, int[] farRight, int[] farLeft, int n, int keyed, int filled) {
        for (int i = 0; i < n; i++) {
            int a = figure[i] >>> 24;
            int r1 = Math.max(0, a - (right[i] >>> 24));
            int l1 = Math.max(0, a - (left[i] >>> 24));
            int r2 = Math.max(0, a - (farRight[i] >>> 24));
            int l2 = Math.max(0, a - (farLeft[i] >>> 24));
            right[i] = ((r1 * 5 >> 3) + (r2 >> 2)) * keyed >> 8;
            left[i] = ((l1 * 5 >> 3) + (l2 >> 2)) * filled >> 8;
        }
    }

    /** Lays what is lit, and takes it away from what is left to lay: few pixels are. */
    private static void light(int[] figure, int[] under, int[] right, int[] left, int n, int keyed, int filled) {
        for (int i = 0; i < n; i++) {
            int er = right[i];
            int el = left[i];
            if ((er | el) == 0) {
                continue;
            }
            int c = figure[i];
            int q = under[i];
            int a = c >>> 24;
            int rest = 256 - a - (a >> 7);
            int r = lit(c >> 16 & 255, keyed >> 16 & 255, filled >> 16 & 255, a, er, el);
            int g = lit(c >> 8 & 255, keyed >> 8 & 255, filled >> 8 & 255, a, er, el);
            int b = lit(c & 255, keyed & 255, filled & 255, a, er, el);
            r = Math.max(0, Math.min(255, r + ((q >> 16 & 255) * rest >> 8)));
            g = Math.max(0, Math.min(255, g + ((q >> 8 & 255) * rest >> 8)));
            b = Math.max(0, Math.min(255, b + ((q & 255) * rest >> 8)));
            under[i] = 0xff000000 | r << 16 | g << 8 | b;
            figure[i] = 0;
        }
    }

    private static int lit(int c, int key, int fill, int a, int er, int el) {
        // 257 / 65536 for 1 / 255
        c += (key - (c * a * 257 + 255 >> 16)) * er >> 8;
        return c + ((fill - (c * a * 257 + 255 >> 16)) * el >> 8);
    }
}
