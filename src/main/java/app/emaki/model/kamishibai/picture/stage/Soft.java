package app.emaki.model.kamishibai.picture.stage;

import java.util.Arrays;

/**
 * Takes pictures out of focus. A blur is two passes of a box filter in each direction, at half or a quarter of the size where
 * that cannot be seen: what has no fine lines needs no fine pixels.
 */
final class Soft {
    /** Variance, in square pixels, from which a picture may be halved before it is blurred. */
    private static final double COARSE = 7.5;
    /** What halving and enlarging again blur by themselves, in square pixels of the half. */
    private static final double OWN = .23;

    /** Up to this radius rows are added up pixel by pixel, several at a time; beyond it sums slide. */
    private static final int FEW = 4;

    private int[] half = {};
    private int[] line = {};
    private int[] kept = {};
    private int[] wide = {};
    private int[] redBlue = {};
    private int[] alphaGreen = {};

    /** How often a picture is halved for a blur, and the radii of the two passes that are then left to do. */
    record Plan(int halvings, int first, int second) {
        static Plan of(int radius) {
            double variance = radius * (radius + 1) * 2 / 3.0;
            int halvings = 0;
            while (variance >= COARSE) {
                variance = variance / 4 - OWN;
                halvings++;
            }
            if (halvings == 0) {
                return new Plan(0, radius, radius);
            }
            int first = 1;
            int second = 1;
            while (Math.abs(box(first + (first == second ? 1 : 0)) + box(second + (first == second ? 0 : 1)) - variance)
                    < Math.abs(box(first) + box(second) - variance)) {
                if (first == second) {
                    first++;
                } else {
                    second++;
                }
            }
            return new Plan(halvings, first, second);
        }

        private static double box(int radius) {
            return radius * (radius + 1) / 3.0;
        }
    }

    /** Blurs {@code w} × {@code h} premultiplied pixels where they are. */
    void blur(int[] px, int w, int h, Plan plan) {
        for (int radius : new int[] {plan.first(), plan.second()}) {
            if (radius > 0) {
                rows(px, w, h, radius);
                columns(px, w, h, radius);
            }
        }
    }

    /** Blurs a part of a picture by itself. */
    void blur(Leaf leaf, int x0, int y0, int x1, int y1, int radius) {
        var plan = Plan.of(radius);
        int w = x1 - x0;
        int h = y1 - y0;
        if (plan.halvings() == 0) {
            half = grown(half, w * h);
            for (int y = 0; y < h; y++) {
                System.arraycopy(leaf.px, (y0 + y) * leaf.width + x0, half, y * w, w);
            }
            blur(half, w, h, plan);
            for (int y = 0; y < h; y++) {
                System.arraycopy(half, y * w, leaf.px, (y0 + y) * leaf.width + x0, w);
            }
            return;
        }
        int hw = (w + 1) / 2;
        int hh = (h + 1) / 2;
        half = grown(half, hw * hh);
        shrink(leaf.px, y0 * leaf.width + x0, leaf.width, w, h, half);
        int r = halved(radius);
        blur(half, hw, hh, new Plan(1, r, r));
        line = grown(line, hw);
        for (int y = 0; y < h; y++) {
            int near = Math.min(hh - 1, y >> 1);
            int other = Math.clamp((y & 1) == 0 ? near - 1 : near + 1, 0, hh - 1);
            for (int x = 0; x < hw; x++) {
                line[x] = quarter(half[near * hw + x], half[other * hw + x]);
            }
            int o = (y0 + y) * leaf.width + x0;
            for (int x = 0; x < w; x++) {
                int i = x >> 1;
                int j = Math.clamp((x & 1) == 0 ? i - 1 : i + 1, 0, hw - 1);
                leaf.px[o + x] = quarter(line[i], line[j]);
            }
        }
    }

    /** A blurred copy at half the size. */
    Leaf halved(Leaf leaf, int radius) {
        var half = leaf.halved();
        int r = halved(radius);
        blur(half.px, half.width, half.height, new Plan(1, r, r));
        return half;
    }

    /** The radius that does at half the size what this one does at full size. */
    private static int halved(int radius) {
        double variance = radius * (radius + 1) / 6.0 - OWN;
        return (int) Math.max(0, Math.round(Math.sqrt(Math.max(0, 1.5 * variance) + .25) - .5));
    }

    /** The alphas of one row of the picture that this is the half of. */
    static void alphas(Leaf half, int y, int[] row) {
        int near = Math.min(half.height - 1, y >> 1) * half.width;
        int other = Math.clamp((y & 1) == 0 ? (y >> 1) - 1 : (y >> 1) + 1, 0, half.height - 1) * half.width;
        for (int x = 0; x < row.length; x++) {
            int i = x >> 1;
            int j = Math.clamp((x & 1) == 0 ? i - 1 : i + 1, 0, half.width - 1);
            int a = 3 * (half.px[near + i] >>> 24) + (half.px[other + i] >>> 24);
            int b = 3 * (half.px[near + j] >>> 24) + (half.px[other + j] >>> 24);
            row[x] = 3 * a + b + 8 >> 4;
        }
    }

    /** Means of each square of four pixels; at odd edges the last ones count twice. */
    static void shrink(int[] from, int at, int stride, int w, int h, int[] to) {
        int hw = (w + 1) / 2;
        for (int y = 0; y < (h + 1) / 2; y++) {
            int a = at + 2 * y * stride;
            int b = 2 * y + 1 < h ? a + stride : a;
            int o = y * hw;
            for (int x = 0; x < w / 2; x++) {
                to[o + x] = mean(from[a + 2 * x], from[a + 2 * x + 1], from[b + 2 * x], from[b + 2 * x + 1]);
            }
            if ((w & 1) == 1) {
                to[o + hw - 1] = mean(from[a + w - 1], from[a + w - 1], from[b + w - 1], from[b + w - 1]);
            }
        }
    }

    private static int mean(int a, int b, int c, int d) {
        int rb = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002;
        int ag = (a >>> 8 & 0xff00ff) + (b >>> 8 & 0xff00ff) + (c >>> 8 & 0xff00ff) + (d >>> 8 & 0xff00ff) + 0x20002;
        return rb >>> 2 & 0xff00ff | (ag >>> 2 & 0xff00ff) << 8;
    }

    /** Three parts of one colour and one of another. */
    private static int quarter(int a, int b) {
        int rb = (a & 0xff00ff) * 3 + (b & 0xff00ff) + 0x20002;
        int ag = (a >>> 8 & 0xff00ff) * 3 + (b >>> 8 & 0xff00ff) + 0x20002;
        return rb >>> 2 & 0xff00ff | (ag >>> 2 & 0xff00ff) << 8;
    }

    /** One pass along the rows. */
    void rows(int[] px, int w, int h, int radius) {
        int n = w + 2 * radius;
        room(n, 0);
        for (int y = 0; y < h; y++) {
            int o = y * w;
            Arrays.fill(wide, 0, radius, px[o]);
            System.arraycopy(px, o, wide, radius, w);
            Arrays.fill(wide, radius + w, n, px[o + w - 1]);
            Arrays.fill(redBlue, 0, w, 0);
            Arrays.fill(alphaGreen, 0, w, 0);
            if (radius <= FEW) {
                for (int i = 0; i <= 2 * radius; i++) {
                    System.arraycopy(wide, i, line, 0, w);
                    add(redBlue, alphaGreen, line, w);
                }
            } else {
                slide(wide, redBlue, alphaGreen, w, 2 * radius + 1);
            }
            means(redBlue, alphaGreen, line, w, (1 << 20) / (2 * radius + 1));
            System.arraycopy(line, 0, px, o, w);
        }
    }

    private void columns(int[] px, int w, int h, int radius) {
        room(w, (radius + 1) * w);
        int mul = (1 << 20) / (2 * radius + 1);
        Arrays.fill(redBlue, 0, w, 0);
        Arrays.fill(alphaGreen, 0, w, 0);
        for (int i = -radius; i <= radius; i++) {
            System.arraycopy(px, Math.clamp(i, 0, h - 1) * w, line, 0, w);
            add(redBlue, alphaGreen, line, w);
        }
        for (int y = 0; y < h; y++) {
            int o = y * w;
            // rows above have been written over: they are kept in a ring until they have left every sum
            System.arraycopy(px, o, kept, y % (radius + 1) * w, w);
            means(redBlue, alphaGreen, line, w, mul);
            System.arraycopy(line, 0, px, o, w);
            int in = Math.min(h - 1, y + radius + 1);
            if (in == y) {
                System.arraycopy(kept, y % (radius + 1) * w, line, 0, w);
            } else {
                System.arraycopy(px, in * w, line, 0, w);
            }
            System.arraycopy(kept, Math.max(0, y - radius) % (radius + 1) * w, wide, 0, w);
            add(redBlue, alphaGreen, line, w);
            subtract(redBlue, alphaGreen, wide, w);
        }
    }

    // two channels in one number: sums of up to 257 pixels do not meet; for the shape of these loops see Lines

    private static void add(int[] redBlue, int[] alphaGreen, int[] px, int n) {
        for (int i = 0; i < n; i++) {
            int c = px[i];
            redBlue[i] += c & 0xff00ff;
            alphaGreen[i] += c >>> 8 & 0xff00ff;
        }
    }

    private static void subtract(int[] redBlue, int[] alphaGreen, int[] px, int n) {
        for (int i = 0; i < n; i++) {
            int c = px[i];
            redBlue[i] -= c & 0xff00ff;
            alphaGreen[i] -= c >>> 8 & 0xff00ff;
        }
    }

    private static void slide(int[] wide, int[] redBlue, int[] alphaGreen, int n, int window) {
        int rb = 0;
        int ag = 0;
        for (int i = 0; i < window - 1; i++) {
            rb += wide[i] & 0xff00ff;
            ag += wide[i] >>> 8 & 0xff00ff;
        }
        for (int i = 0; i < n; i++) {
            int in = wide[i + window - 1];
            int out = wide[i];
            rb += in & 0xff00ff;
            ag += in >>> 8 & 0xff00ff;
            redBlue[i] = rb;
            alphaGreen[i] = ag;
            rb -= out & 0xff00ff;
            ag -= out >>> 8 & 0xff00ff;
        }
    }

    private static void means(int[] redBlue, int[] alphaGreen, int[] to, int n, int mul) {
        for (int i = 0; i < n; i++) {
            int rb = redBlue[i];
            int ag = alphaGreen[i];
            int a = (ag >>> 16) * mul + (1 << 19) >>> 20;
            int r = (rb >>> 16) * mul + (1 << 19) >>> 20;
            int g = (ag & 0xffff) * mul + (1 << 19) >>> 20;
            int b = (rb & 0xffff) * mul + (1 << 19) >>> 20;
            to[i] = a << 24 | r << 16 | g << 8 | b;
        }
    }

    private void room(int n, int ring) {
        if (wide.length < n) {
            wide = new int[n];
            redBlue = new int[n];
            alphaGreen = new int[n];
        }
        line = grown(line, n);
        kept = grown(kept, ring);
    }

    private static int[] grown(int[] a, int n) {
        return a.length < n ? new int[n] : a;
    }
}
