package app.emaki.model.kamishibai.picture.stage;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** A sheet of premultiplied ARGB pixels that Java2D and the hand-written loops both draw on. */
public final class Leaf {

    final int width;
    final int height;
    final int[] px;
    final BufferedImage image;
    // first and last painted pixel of each row; empty until trim() is called
    int[] first = {};
    int[] last = {};

    public Leaf(int width, int height) {
        this.width = Math.max(2, width);
        this.height = Math.max(2, height);
        image = new BufferedImage(this.width, this.height, BufferedImage.TYPE_INT_ARGB_PRE);
        px = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, row by row. */
    public int[] pixels() {
        return px;
    }

    /** Where Java2D draws; dispose it after use. */
    public Graphics2D graphics() {
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    public void fill(int argb) {
        Arrays.fill(px, argb);
    }

    void clear(int x0, int y0, int x1, int y1) {
        for (int y = y0; y < y1; y++) {
            Arrays.fill(px, y * width + x0, y * width + x1, 0);
        }
    }

    /** Notes where each row begins and ends, so that laying the sheet skips what is empty. Call when it is finished. */
    public Leaf trim() {
        first = new int[height];
        last = new int[height];
        for (int y = 0; y < height; y++) {
            int a = width;
            int b = -1;
            for (int x = 0; x < width; x++) {
                if (px[y * width + x] != 0) {
                    a = Math.min(a, x);
                    b = x;
                }
            }
            first[y] = a;
            last[y] = b;
        }
        return this;
    }

    /** Softens the whole sheet; {@code radius} in pixels. */
    public void blur(int radius) {
        if (radius < 1) {
            return;
        }
        var row = new int[Math.max(width, height)];
        for (int pass = 0; pass < 2; pass++) {
            for (int y = 0; y < height; y++) {
                soften(y * width, 1, width, radius, row);
            }
            for (int x = 0; x < width; x++) {
                soften(x, width, height, radius, row);
            }
        }
    }

    /** Smears an opaque picture sideways, as a camera that is torn around does. */
    public void rush(int radius) {
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            soften(y * width, 1, width, radius, row);
        }
    }

    private void soften(int from, int stride, int n, int radius, int[] row) {
        int a = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        int mul = (1 << 20) / (2 * radius + 1);
        for (int i = -radius; i <= radius; i++) {
            int c = px[from + Math.clamp(i, 0, n - 1) * stride];
            a += c >>> 24;
            r += c >> 16 & 255;
            g += c >> 8 & 255;
            b += c & 255;
        }
        for (int i = 0; i < n; i++) {
            row[i] = near(a, mul) << 24 | near(r, mul) << 16 | near(g, mul) << 8 | near(b, mul);
            int in = px[from + Math.min(n - 1, i + radius + 1) * stride];
            int out = px[from + Math.max(0, i - radius) * stride];
            a += (in >>> 24) - (out >>> 24);
            r += (in >> 16 & 255) - (out >> 16 & 255);
            g += (in >> 8 & 255) - (out >> 8 & 255);
            b += (in & 255) - (out & 255);
        }
        for (int i = 0; i < n; i++) {
            px[from + i * stride] = row[i];
        }
    }

    private static int near(int sum, int mul) {
        return Math.min(255, (int) (((long) sum * mul + (1 << 19)) >>> 20));
    }

    /**
     * Makes the sheet look cut from paper: a soft shadow of its own outline falls behind it and its upper edges catch the light.
     *
     * @param reach how far the shadow falls, in pixels
     * @param shade 0 to 1, how dark it is
     * @param edge 0 to 1, how bright the cut edge is
     */
    public void paper(int reach, double shade, double edge) {
        if (reach < 1) {
            return;
        }
        var shadow = new Leaf(width, height);
        for (int i = 0; i < px.length; i++) {
            shadow.px[i] = px[i] & 0xff000000;
        }
        shadow.blur(reach);
        int dark = (int) (256 * shade);
        int light = (int) (256 * edge);
        int up = Math.max(1, reach / 7);
        int drop = reach / 2;
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0; x < width; x++) {
                int o = y * width + x;
                int c = px[o];
                int a = c >>> 24;
                if (a > 0 && light > 0) {
                    int above = y >= up ? px[o - up * width] >>> 24 : a;
                    int k = ((a - above) * light) >> 8;
                    if (k > 0) {
                        c = a << 24
                                | rise(c >> 16 & 255, k, a) << 16
                                | rise(c >> 8 & 255, k, a) << 8
                                | rise(c & 255, k, a);
                    }
                }
                if (a < 255) {
                    int under = y >= drop ? shadow.px[o - drop * width] >>> 24 : 0;
                    int s = ((under * dark) >> 8) * (255 - a) / 255;
                    c = Math.min(255, a + s) << 24 | (c & 0xffffff);
                }
                px[o] = c;
            }
        }
    }

    private static int rise(int c, int k, int a) {
        return Math.min(a, c + k);
    }
}
