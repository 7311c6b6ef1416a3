package app.emaki.model.kamishibai.picture.stage;

/**
 * Mixes the mirrored world, roughened and rippled, into the floor of the picture. Two neighbours share one place of the half-size
 * mirror, and with it noise and colours.
 */
final class Mirror {

    /** -2048 to 2047. */
    private static final int[] NOISE = noise();
    /** How much of a puddle there is where the noise is such, 0 to 256. */
    private static final int[] PUDDLE = puddles();

    private Mirror() {}

    static void compose(Scratch s, View view, Wet wet, int layer, double t) {
        var lens = view.lens();
        double k = lens.scale();
        double hor = lens.horizon() + view.shiftY();
        int y0 = Math.max(0, (int) (hor * k) + 1);
        int top = Math.min(s.half.height - 1, y0 / 2);
        smear(s, top, (int) Math.max(1, 10 * k));
        int drift = (int) (t * 11);
        var strip = new Strip(top, wet);
        for (int y = y0; y < s.height; y++) {
            double dist = Math.max(1, y / k - hor) / lens.zoom();
            double z = lens.eye() / dist;
            double depth = z + view.dolly();
            double in = Curve.step(wet.near() * .94, wet.near() * 1.06 + .001, depth)
                    * (1 - Curve.step(wet.far() * .9, wet.far() * 1.1, depth));
            if (in <= 0) {
                continue;
            }
            double near = Math.min(1, dist / 400);
            double far = Curve.step(3, 60, dist);
            double left = -lens.half() - view.shiftX() + view.x() / depth;
            strip.amount = (int) (256 * wet.amount() * in * (.95 - .36 * near));
            strip.reach = (int) (256 * (1.2 + 8 * near) * far * k * wet.ripple());
            strip.glint = (int) (far * 26 * 16 * wet.ripple());
            strip.ripples = ((int) (depth * 190) + drift & 255) << 8;
            strip.puddles = ((int) (depth * 64) & 255) << 8;
            strip.ripple = fixed(left * z * .3 + drift);
            strip.rippleStep = fixed(2 * z * .3 / k);
            strip.puddle = fixed(left * z * .11 + 9000);
            strip.puddleStep = fixed(2 * z * .11 / k);
            int end;
            for (int x = s.cover.seen(y, 0, layer); x < s.width; x = s.cover.seen(y, end, layer)) {
                end = s.cover.end(y, x, s.width, layer);
                strip.lay(s, x, end, y);
            }
        }
    }

    /** In 65536ths, counted around: the noise repeats itself. */
    private static int fixed(double x) {
        return (int) (long) Math.floor(x * 65536);
    }

    /** A part of one row of the floor. */
    private static final class Strip {
        private final int top;
        private final int patches;
        private final int tintRed;
        private final int tintGreen;
        private final int tintBlue;
        private int amount;
        private int reach;
        private int glint;
        private int ripples;
        private int puddles;
        private int ripple;
        private int rippleStep;
        private int puddle;
        private int puddleStep;

        Strip(int top, Wet wet) {
            this.top = top;
            patches = (int) (256 * wet.patches());
            tintRed = tint(wet.tint() >> 16 & 255);
            tintGreen = tint(wet.tint() >> 8 & 255);
            tintBlue = tint(wet.tint() & 255);
        }

        private static int tint(int c) {
            return (3 * 256 + c * 256 / 255) / 4;
        }

        void lay(Scratch s, int from, int end, int y) {
            int hw = s.half.width;
            int hh = s.half.height;
            int[] hp = s.half.px;
            int[] rough = s.rough;
            int[] p = s.frame.px;
            int row = y * s.width;
            int f1 = ripple + (from >> 1) * rippleStep;
            int f2 = puddle + (from >> 1) * puddleStep;
            for (int x = from; x < end; x += 2, f1 += rippleStep, f2 += puddleStep) {
                int n = NOISE[ripples + (f1 >> 16 & 255)];
                int wet = patches == 0 ? 256 : 256 - patches + (patches * PUDDLE[puddles + (f2 >> 16 & 255)] >> 8);
                int ux = x + (n * (reach * (307 + (205 * wet >> 8)) >> 8) >> 20);
                int uy = y + (n * (reach * (666 - (307 * wet >> 8)) >> 8) >> 20);
                int sx = Math.max(0, Math.min(hw - 2, ux >> 1));
                int sy = Math.max(top, Math.min(hh - 2, uy >> 1));
                int o = sy * hw + sx;
                int a = hp[o];
                int b = hp[o + 1];
                if ((uy & 1) != 0) {
                    a = mean(a, hp[o + hw]);
                    b = mean(b, hp[o + hw + 1]);
                }
                int sharp = wet * 200 >> 8;
                a = mix(rough[o], a, sharp);
                b = mix(rough[o + 1], b, sharp);
                int between = mean(a, b);
                int keep = 256 - (amount * (256 - (110 * (256 - wet) >> 8)) >> 8);
                int shine = n * glint >> 16;
                boolean even = (ux & 1) == 0;
                p[row + x] = floor(p[row + x], even ? a : between, keep, shine);
                if (x + 1 < end) {
                    p[row + x + 1] = floor(p[row + x + 1], even ? between : b, keep, shine);
                }
            }
        }

        private int floor(int c, int mirrored, int keep, int shine) {
            int other = 256 - keep;
            int r = ((c >> 16 & 255) * keep + ((mirrored >> 16 & 255) * tintRed >> 8) * other >> 8) + shine;
            int g = ((c >> 8 & 255) * keep + ((mirrored >> 8 & 255) * tintGreen >> 8) * other >> 8) + shine;
            int b = ((c & 255) * keep + ((mirrored & 255) * tintBlue >> 8) * other >> 8) + shine;
            if ((r | g | b) >>> 8 != 0) {
                r = Math.max(0, Math.min(255, r));
                g = Math.max(0, Math.min(255, g));
                b = Math.max(0, Math.min(255, b));
            }
            return 0xff000000 | r << 16 | g << 8 | b;
        }
    }

    private static int mix(int a, int b, int w) {
        int keep = 256 - w;
        int rb = (a & 0xff00ff) * keep + (b & 0xff00ff) * w >>> 8 & 0xff00ff;
        int g = (a & 0xff00) * keep + (b & 0xff00) * w >>> 8 & 0xff00;
        return rb | g;
    }

    private static int mean(int a, int b) {
        return ((a & 0xfefefe) >>> 1) + ((b & 0xfefefe) >>> 1);
    }

    private static int[] noise() {
        float[] tile = Chance.tile(256, 8, 64, 5);
        var noise = new int[tile.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (int) ((tile[i] - .5f) * 4096);
        }
        return noise;
    }

    private static int[] puddles() {
        var puddles = new int[NOISE.length];
        for (int i = 0; i < puddles.length; i++) {
            puddles[i] = (int) (256 * Curve.clamp((NOISE[i] / 4096.0 + .03) * 10, 0, 1));
        }
        return puddles;
    }

    /** The mirrored world as a rough floor shows it: drawn out from top to bottom. */
    private static void smear(Scratch s, int top, int radius) {
        int w = s.half.width;
        int h = s.half.height;
        int[] p = s.half.px;
        int n = 2 * radius + 1;
        int inverse = 65536 / n;
        int[] red = new int[w];
        int[] green = new int[w];
        int[] blue = new int[w];
        for (int i = -radius; i <= radius; i++) {
            int o = Math.clamp(top + i, top, h - 1) * w;
            for (int x = 0; x < w; x++) {
                int c = p[o + x];
                red[x] += c >> 16 & 255;
                green[x] += c >> 8 & 255;
                blue[x] += c & 255;
            }
        }
        for (int y = top; y < h; y++) {
            int in = Math.min(h - 1, y + radius + 1) * w;
            int out = Math.max(top, y - radius) * w;
            for (int x = 0; x < w; x++) {
                s.rough[y * w + x] =
                        (red[x] * inverse >>> 16) << 16 | (green[x] * inverse >>> 16) << 8 | blue[x] * inverse >>> 16;
                int next = p[in + x];
                int gone = p[out + x];
                red[x] += (next >> 16 & 255) - (gone >> 16 & 255);
                green[x] += (next >> 8 & 255) - (gone >> 8 & 255);
                blue[x] += (next & 255) - (gone & 255);
            }
        }
    }
}
