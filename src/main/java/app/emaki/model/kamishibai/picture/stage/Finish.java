package app.emaki.model.kamishibai.picture.stage;

import app.emaki.model.kamishibai.plan.StoryPlan.Style;

/** The last pass over a frame: bloom, the style's colours and edges, texture, grain and vignette. Safe for several threads. */
public final class Finish {

    private static final int TILE = 512;
    private static final int GRAINS = 65536;
    /** 7 × this is 1, counted around. */
    private static final int SEVENTH = 28087;
    /** Grain is read in steps of seven: this lies as it is read, twice, so that no row has an end. */
    private static final byte[] GRAIN = grain();

    /** Colours leave their range while they are saturated: room at both ends of the curves. */
    private static final int ROOM = 128;

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
    private final int[] grain;
    private final int[] fibre;
    private final float[] wander;
    private final int[] across;
    private final int[] down;

    public Finish(int width, int height, Style style) {
        this.width = width;
        this.height = height;
        k = height / Lens.HEIGHT;
        tone = Tone.of(style);
        red = roomy(tone.curve(16, style));
        green = roomy(tone.curve(8, style));
        blue = roomy(tone.curve(0, style));
        texture = texture(style);
        grain = new int[GRAIN.length];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = GRAIN[i] * (int) (tone.grain() * 16) / 16;
        }
        fibre = new int[texture.length];
        for (int i = 0; i < fibre.length; i++) {
            fibre[i] = texture[i] * (int) (tone.texture() * 16) >> 6;
        }
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
        var glow = s.glow;
        double bloom = light.bloom() * tone.bloom();
        glow.gather(s.frame, light.threshold(), .7 * bloom, 1.05 * bloom);
        int[] p = s.frame.px;
        if (tone.wobble() > 0) {
            run(s);
            p = s.other.px;
        }
        boolean shaped = tone.outline() > 0 || tone.relief() > 0;
        int[] bright = s.figure.px; // nobody is on the stage any more
        if (shaped) {
            for (int i = 0; i < width * height; i++) {
                bright[i] = bright(p[i]);
            }
        }
        int white = (int) (flash * 255 * 16);
        int noise = (int) (Chance.at(frame, 991) * GRAINS);
        int saturation = (int) (tone.saturation() * 256);
        var row = s.row;
        for (int y = 0; y < height; y++) {
            row.take(p, y * width, glow, y, saturation);
            row.bend(red, green, blue, ROOM);
            row.darken(across, down[y]);
            if (shaped) {
                shape(bright, y, row);
            }
            if (tone.vignette() < 0) {
                border(y, row);
            }
            roughen(y, noise + y * 397, row);
            row.write(white, rgb, y * width);
        }
    }

    /** Ink along the edges, or light and shade on what is raised. */
    private void shape(int[] bright, int y, Row row) {
        boolean edged = tone.outline() > 0;
        int outline = (int) (tone.outline() * 256);
        int reach = Math.max(1, (int) Math.round((edged ? 1.3 : 3.2) * k));
        int above = Math.max(0, y - reach) * width;
        int below = Math.min(height - 1, y + reach) * width;
        int red16 = (tone.black() >> 16 & 255) * 16;
        int green16 = (tone.black() >> 8 & 255) * 16;
        int blue16 = (tone.black() & 255) * 16;
        for (int x = 0; x < width; x++) {
            int dx = bright[y * width + Math.min(width - 1, x + reach)] - bright[y * width + Math.max(0, x - reach)];
            int dy = bright[below + x] - bright[above + x];
            if (edged) {
                int steep = Math.abs(dx) + Math.abs(dy) - 26;
                if (steep > 0) {
                    int e = (Math.min(256, steep * 4) * outline) >> 8;
                    row.red[x] += ((red16 - row.red[x]) * e) >> 8;
                    row.green[x] += ((green16 - row.green[x]) * e) >> 8;
                    row.blue[x] += ((blue16 - row.blue[x]) * e) >> 8;
                }
            } else {
                int raised = Math.max(-420, Math.min(420, (dx + dy) * 4));
                row.red[x] += raised;
                row.green[x] += raised;
                row.blue[x] += raised;
            }
        }
    }

    /** Leaves the rim of the paper white. */
    private void border(int y, Row row) {
        int to = (y & TILE - 1) * TILE;
        int wide = (int) (44 * k);
        // no blotch reaches farther than this
        int most = wide + (int) (64 * k * .45) + 1;
        int upper = Math.min(y, height - 1 - y);
        for (int x = 0; x < width; x++) {
            if (upper >= most && x == most) {
                x = Math.max(x, width - most);
            }
            int d = Math.min(Math.min(x, width - 1 - x), upper);
            int edge = wide - d + (int) (texture[to + (x & TILE - 1)] * k * .45);
            if (edge > 0) {
                int q = Math.min(256, edge * 256 / (int) (40 * k + 1));
                row.red[x] += ((0xfb * 16 - row.red[x]) * q) >> 8;
                row.green[x] += ((0xf7 * 16 - row.green[x]) * q) >> 8;
                row.blue[x] += ((0xec * 16 - row.blue[x]) * q) >> 8;
            }
        }
    }

    /** Grain and texture of a row. */
    private void roughen(int y, int noise, Row row) {
        System.arraycopy(grain, noise * SEVENTH & GRAINS - 1, row.grain, 0, width);
        int to = (y & TILE - 1) * TILE;
        for (int x = 0; x < width; x += TILE) {
            System.arraycopy(fibre, to, row.fibre, x, Math.min(TILE, width - x));
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

    private static int bright(int c) {
        return ((c >> 16 & 255) * 77 + (c >> 8 & 255) * 151 + (c & 255) * 28) >> 8;
    }

    private static int[] roomy(int[] curve) {
        var wide = new int[256 + 2 * ROOM];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = curve[Math.clamp(i - ROOM, 0, 255)];
        }
        return wide;
    }

    private static byte[] grain() {
        var g = new byte[2 * GRAINS];
        for (int i = 0; i < g.length; i++) {
            int j = 7 * i & GRAINS - 1;
            double sum = Chance.at(j, 1) + Chance.at(j, 2) + Chance.at(j, 3) - 1.5;
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
