package app.emaki.model.kamishibai.picture.stage;

import app.emaki.model.kamishibai.plan.StoryPlan.Style;

/** The last pass over a frame: bloom, the style's colours and edges, texture, grain and vignette. Safe for several threads. */
public final class Finish {

    private static final int TILE = 512;
    private static final byte[] GRAIN = grain();

    /** Noise that all textures are made from; never written to again. */
    private static final class Tiles {
        static final float[] COARSE = Chance.tile(TILE, 4, 64, 11);
        static final float[] FINE = Chance.tile(TILE, 64, 256, 12);
        static final float[] WANDER = Chance.tile(256, 8, 128, 41);
    }

    private final int width;
    private final int height;
    private final double k;
    private final Tone tone;
    private final int[] red;
    private final int[] green;
    private final int[] blue;
    private final byte[] texture;
    private final float[] wander;
    private final int[] across;
    private final int[] down;

    public Finish(int width, int height, Style style) {
        this.width = width;
        this.height = height;
        k = height / Lens.HEIGHT;
        tone = Tone.of(style);
        red = tone.curve(16, style);
        green = tone.curve(8, style);
        blue = tone.curve(0, style);
        texture = texture(style);
        wander = tone.wobble() > 0 ? Tiles.WANDER : new float[0];
        across = new int[width];
        down = new int[height];
        double v = Math.max(0, tone.vignette());
        for (int x = 0; x < width; x++) {
            double d = (x - width / 2.0) / (width / 2.0);
            across[x] = (int) (256 * (1 - .2 * v * d * d));
        }
        for (int y = 0; y < height; y++) {
            double d = (y - height / 2.0) / (height / 2.0);
            down[y] = (int) (256 * (1 - v * (.24 * d * d * d * d + .06 * d * d)));
        }
    }

    /**
     * Writes the finished frame.
     *
     * @param frame number of the frame, so that grain lives
     * @param flash white added to everything, 0 to 1
     * @param rgb width × height, 0xRRGGBB
     */
    public void apply(Scratch s, Light light, int frame, double flash, int[] rgb) {
        var f = s.frame;
        var glow = s.glow;
        double bloom = light.bloom() * tone.bloom();
        glow.gather(f, light.threshold(), .7 * bloom, 1.05 * bloom);
        int[] p = f.px;
        if (tone.wobble() > 0) {
            run(s);
            p = s.other.px;
        }
        int sat = (int) (tone.saturation() * 256);
        int white = (int) (flash * 255 * 16);
        int noise = (int) (Chance.at(frame, 991) * 65536);
        int grain = (int) (tone.grain() * 16);
        int fibre = (int) (tone.texture() * 16);
        int stride = glow.width;
        boolean edged = tone.outline() > 0;
        boolean plastic = tone.relief() > 0;
        boolean paperWhite = tone.vignette() < 0;
        int outline = (int) (tone.outline() * 256);
        int reach = Math.max(1, (int) Math.round((plastic ? 3.2 : 1.3) * k));
        for (int y = 0; y < height; y++) {
            int by = Math.min(glow.height - 2, y >> 2);
            int wy = y & 3;
            int vy = down[y];
            int go = noise + y * 397;
            int to = (y & TILE - 1) * TILE;
            int above = Math.max(0, y - reach) * width;
            int below = Math.min(height - 1, y + reach) * width;
            for (int x = 0; x < width; x++) {
                int j = by * stride + Math.min(stride - 2, x >> 2);
                int wx = x & 3;
                int w11 = wx * wy;
                int w10 = wx * (4 - wy);
                int w01 = (4 - wx) * wy;
                int w00 = 16 - w11 - w10 - w01;
                int o = y * width + x;
                int c = p[o];
                int r = c >> 16 & 255;
                int g = c >> 8 & 255;
                int b = c & 255;
                r = screen(r, bilinear(glow.r, j, stride, w00, w10, w01, w11));
                g = screen(g, bilinear(glow.g, j, stride, w00, w10, w01, w11));
                b = screen(b, bilinear(glow.b, j, stride, w00, w10, w01, w11));
                if (sat != 256) {
                    int l = (r * 54 + g * 183 + b * 19) >> 8;
                    r = limit(l + (((r - l) * sat) >> 8));
                    g = limit(l + (((g - l) * sat) >> 8));
                    b = limit(l + (((b - l) * sat) >> 8));
                }
                int v = (across[x] * vy) >> 8;
                r = (red[r] * v) >> 8;
                g = (green[g] * v) >> 8;
                b = (blue[b] * v) >> 8;
                if (edged || plastic) {
                    int xl = Math.max(0, x - reach);
                    int xr = Math.min(width - 1, x + reach);
                    int dx = bright(p[y * width + xr]) - bright(p[y * width + xl]);
                    int dy = bright(p[below + x]) - bright(p[above + x]);
                    if (edged) {
                        int e = (Math.min(256, Math.max(0, Math.abs(dx) + Math.abs(dy) - 26) * 4) * outline) >> 8;
                        r += (((tone.black() >> 16 & 255) * 16 - r) * e) >> 8;
                        g += (((tone.black() >> 8 & 255) * 16 - g) * e) >> 8;
                        b += (((tone.black() & 255) * 16 - b) * e) >> 8;
                    } else {
                        int raised = Math.clamp((dx + dy) * 4, -420, 420);
                        r += raised;
                        g += raised;
                        b += raised;
                    }
                }
                if (paperWhite) {
                    int d = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y));
                    int edge = (int) (44 * k) - d + (int) (texture[to + (x & TILE - 1)] * k * .45);
                    if (edge > 0) {
                        int q = Math.min(256, edge * 256 / (int) (40 * k + 1));
                        r += ((0xfb * 16 - r) * q) >> 8;
                        g += ((0xf7 * 16 - g) * q) >> 8;
                        b += ((0xec * 16 - b) * q) >> 8;
                    }
                }
                int n = GRAIN[go + x * 7 & 65535] * grain / 16 + white;
                if (fibre != 0) {
                    n += (texture[to + (x & TILE - 1)] * fibre) >> 6;
                }
                r = limit((r + n) >> 4);
                g = limit((g + n) >> 4);
                b = limit((b + n) >> 4);
                rgb[o] = r << 16 | g << 8 | b;
            }
        }
    }

    /** Lets pigment run: each pixel is taken from a little beside itself. */
    private void run(Scratch s) {
        int[] from = s.frame.px;
        int[] to = s.other.px;
        double reach = tone.wobble() * 2.4 * k;
        int zoom = (int) Math.max(1, 65536 * .42 / k);
        for (int y = 0; y < height; y++) {
            int row = (((y * zoom) >> 16) & 255) << 8;
            int row2 = (((y * zoom) >> 16) + 97 & 255) << 8;
            for (int x = 0; x < width; x++) {
                int i = (x * zoom) >> 16 & 255;
                int sx = Math.clamp((int) (x + (wander[row + i] - .5f) * reach), 0, width - 1);
                int sy = Math.clamp((int) (y + (wander[row2 + (i + 31 & 255)] - .5f) * reach), 0, height - 1);
                to[y * width + x] = from[sy * width + sx];
            }
        }
    }

    private static int bilinear(int[] a, int j, int stride, int w00, int w10, int w01, int w11) {
        return Math.min(255, (a[j] * w00 + a[j + 1] * w10 + a[j + stride] * w01 + a[j + stride + 1] * w11) >> 8);
    }

    private static int screen(int c, int glow) {
        return c + glow - ((c * glow) >> 8);
    }

    private static int bright(int c) {
        return ((c >> 16 & 255) * 77 + (c >> 8 & 255) * 151 + (c & 255) * 28) >> 8;
    }

    private static int limit(int c) {
        return c < 0 ? 0 : Math.min(255, c);
    }

    private static byte[] grain() {
        var g = new byte[65536];
        for (int i = 0; i < g.length; i++) {
            double sum = Chance.at(i, 1) + Chance.at(i, 2) + Chance.at(i, 3) - 1.5;
            g[i] = (byte) Math.round(sum * 32);
        }
        return g;
    }

    /** Fibres for paper, blotches for watercolour, grain for wood, thumb prints for clay; -64 to 63. */
    private static byte[] texture(Style style) {
        var tile = new byte[TILE * TILE];
        var coarse = Tiles.COARSE;
        var fine = Tiles.FINE;
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                int o = y * TILE + x;
                double v = switch (style) {
                    case UKIYOE ->
                        Math.sin((coarse[o] * 3 + y * 2 * Math.PI * 16 / TILE / 6.2832) * 9) * .5
                                + (fine[(y * TILE + (x >> 3 << 1)) & TILE * TILE - 1] - .5) * 1.2;
                    case WATERCOLOUR -> (coarse[o] - .5) * 2.4 + (fine[o] - .5) * .8;
                    case CLAY -> Math.sin(coarse[o] * 60) * .5 + (fine[o] - .5);
                    default -> (fine[o] - .5) * 2.4 + (coarse[o] - .5) * .25;
                };
                tile[o] = (byte) Curve.clamp(v * 64, -64, 63);
            }
        }
        return tile;
    }
}
