package app.emaki.model.kamishibai.picture.stage;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** A sheet of premultiplied ARGB pixels that Java2D and the hand-written loops both draw on. */
public final class Leaf {
    private static final int SHORTEST_RUN = 32;
    private static final int[] NONE = {};

    final int width;
    final int height;
    final int[] px;
    final BufferedImage image;
    // where a row and the next one are painted, and where they hide everything behind them: pairs of first pixel and
    // end,
    // empty until trim() is called
    int[][] painted = {};
    int[][] solid = {};

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
        return graphics(image);
    }

    /** Where Java2D draws inside a box only; the origin is that of the whole sheet. */
    Graphics2D graphics(int x0, int y0, int x1, int y1) {
        var g = graphics(image.getSubimage(x0, y0, x1 - x0, y1 - y0));
        g.translate(-x0, -y0);
        return g;
    }

    private static Graphics2D graphics(BufferedImage image) {
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

    /** Notes where each row is painted and where it hides what is behind, so that laying the sheet skips what cannot be seen. Call when it is finished. */
    Leaf trim() {
        painted = new int[height - 1][];
        solid = new int[height - 1][];
        var runs = new int[2 * width + 2];
        for (int y = 0; y < height - 1; y++) {
            painted[y] = painted(y * width, runs);
            solid[y] = solid(y * width, runs);
        }
        return this;
    }

    private int[] painted(int o, int[] runs) {
        int n = 0;
        int blank = SHORTEST_RUN;
        for (int x = 0; x < width; x++) {
            if ((px[o + x] | px[o + width + x]) == 0) {
                blank++;
                continue;
            }
            if (blank >= SHORTEST_RUN) {
                runs[n] = x;
                n += 2;
            }
            blank = 0;
            runs[n - 1] = x + 1;
        }
        return n == 0 ? NONE : Arrays.copyOf(runs, n);
    }

    private int[] solid(int o, int[] runs) {
        int n = 0;
        int from = 0;
        for (int x = 0; x <= width; x++) {
            if (x == width || (px[o + x] & px[o + width + x]) >>> 24 != 255) {
                if (x - from >= SHORTEST_RUN) {
                    runs[n++] = from;
                    runs[n++] = x;
                }
                from = x + 1;
            }
        }
        return n == 0 ? NONE : Arrays.copyOf(runs, n);
    }

    /** The part with something on it and a margin of one empty pixel where there is room. */
    Rectangle painted() {
        int x0 = width;
        int x1 = -1;
        int y0 = height;
        int y1 = -1;
        for (int y = 0; y < height; y++) {
            for (int o = y * width, x = 0; x < width; x++) {
                if (px[o + x] != 0) {
                    x0 = Math.min(x0, x);
                    x1 = Math.max(x1, x);
                    y0 = Math.min(y0, y);
                    y1 = y;
                }
            }
        }
        if (y1 < 0) {
            return new Rectangle(0, 0, 2, 2);
        }
        var box = new Rectangle(x0 - 1, y0 - 1, x1 - x0 + 3, y1 - y0 + 3);
        return box.intersection(new Rectangle(0, 0, width, height));
    }

    /** A copy of a part. */
    Leaf part(Rectangle box) {
        var part = new Leaf(box.width, box.height);
        for (int y = 0; y < box.height; y++) {
            System.arraycopy(px, (box.y + y) * width + box.x, part.px, y * part.width, box.width);
        }
        return part;
    }

    /** A copy of half the size. */
    Leaf halved() {
        var half = new Leaf((width + 1) / 2, (height + 1) / 2);
        Soft.shrink(px, 0, width, width, height, half.px);
        return half;
    }

    /** Smears an opaque picture sideways, as a camera that is torn around does. */
    public void rush(int radius) {
        new Soft().rows(px, width, height, radius);
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
        var shadow = new Soft().halved(this, reach);
        var under = new int[width];
        int dark = (int) (256 * shade);
        int light = (int) (256 * edge);
        int up = Math.max(1, reach / 7);
        int drop = reach / 2;
        for (int y = height - 1; y >= 0; y--) {
            if (y >= drop) {
                Soft.alphas(shadow, y - drop, under);
            } else {
                Arrays.fill(under, 0);
            }
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
                    int s = ((under[x] * dark) >> 8) * (255 - a) / 255;
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
