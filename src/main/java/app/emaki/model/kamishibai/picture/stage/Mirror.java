package app.emaki.model.kamishibai.picture.stage;

/** Mixes the mirrored world, roughened and rippled, into the floor of the picture. */
final class Mirror {

    private static final float[] NOISE = Chance.tile(256, 8, 64, 5);

    private Mirror() {}

    static void compose(Scratch s, View view, Wet wet, double t) {
        var lens = view.lens();
        double k = lens.scale();
        double hor = lens.horizon() + view.shiftY();
        int y0 = Math.max(0, (int) (hor * k) + 1);
        int w = s.width;
        int hw = s.half.width;
        int hh = s.half.height;
        int[] hp = s.half.px;
        int top = Math.min(hh - 1, y0 / 2);
        smear(s, top, (int) Math.max(1, 10 * k));
        int[] rough = s.rough;
        int[] p = s.frame.px;
        int drift = (int) (t * 11);
        int tr = wet.tint() >> 16 & 255;
        int tg = wet.tint() >> 8 & 255;
        int tb = wet.tint() & 255;
        for (int y = y0; y < s.height; y++) {
            double dist = Math.max(1, y / k - hor) / lens.zoom();
            float z = (float) (lens.eye() / dist);
            float depth = z + (float) view.dolly();
            double in = Curve.step(wet.near() * .94, wet.near() * 1.06 + .001, depth)
                    * (1 - Curve.step(wet.far() * .9, wet.far() * 1.1, depth));
            if (in <= 0) {
                continue;
            }
            float near = (float) Math.min(1, dist / 400);
            double far = Curve.step(3, 60, dist);
            int mirror = (int) (256 * wet.amount() * in * (.95 - .36 * near));
            float amp = (float) ((1.2 + 8 * near) * far * k * wet.ripple());
            int row1 = ((int) (depth * 190) + drift & 255) << 8;
            int row2 = ((int) (depth * 64) & 255) << 8;
            float u1 = z * .3f;
            float u2 = z * .11f;
            float left = (float) (-lens.half() - view.shiftX() + view.x() / depth);
            float patches = (float) wet.patches();
            for (int x = 0; x < w; x++) {
                float xd = (float) (x / k) + left;
                float n1 = NOISE[row1 + ((int) (xd * u1) + drift & 255)] - .5f;
                float puddle = 1;
                float sheen = 0;
                if (patches > 0) {
                    puddle = Math.clamp((NOISE[row2 + ((int) (xd * u2) + 9000 & 255)] - .47f) * 10, 0, 1);
                    puddle = 1 - patches + patches * puddle;
                    sheen = 1 - puddle;
                }
                int ux = (int) (x + n1 * amp * (1.2f + .8f * puddle));
                int uy = (int) (y + n1 * amp * (2.6f - 1.2f * puddle));
                int sx = Math.clamp(ux >> 1, 0, hw - 2);
                int sy = Math.clamp(uy >> 1, top, hh - 2);
                int o = sy * hw + sx;
                int q = rough[o];
                int q2 = hp[o];
                if ((ux & 1) != 0) {
                    q2 = mean(q2, hp[o + 1]);
                    q = mean(q, rough[o + 1]);
                }
                if ((uy & 1) != 0) {
                    q2 = mean(q2, hp[o + hw]);
                }
                int sharp = (int) (puddle * 200);
                int r = ((q >> 16 & 255) * (256 - sharp) + (q2 >> 16 & 255) * sharp) >> 8;
                int g = ((q >> 8 & 255) * (256 - sharp) + (q2 >> 8 & 255) * sharp) >> 8;
                int b = ((q & 255) * (256 - sharp) + (q2 & 255) * sharp) >> 8;
                r = (r * 3 + r * tr / 255) >> 2;
                g = (g * 3 + g * tg / 255) >> 2;
                b = (b * 3 + b * tb / 255) >> 2;
                int glint = (int) (n1 * far * 26 * wet.ripple());
                int keep = 256 - ((mirror * (int) (256 - 110 * sheen)) >> 8);
                int i = y * w + x;
                int c = p[i];
                r = limit((((c >> 16 & 255) * keep + r * (256 - keep)) >> 8) + glint);
                g = limit((((c >> 8 & 255) * keep + g * (256 - keep)) >> 8) + glint);
                b = limit((((c & 255) * keep + b * (256 - keep)) >> 8) + glint);
                p[i] = 0xff000000 | r << 16 | g << 8 | b;
            }
        }
    }

    private static int limit(int c) {
        return c < 0 ? 0 : Math.min(255, c);
    }

    private static int mean(int a, int b) {
        return ((a & 0xfefefe) >>> 1) + ((b & 0xfefefe) >>> 1);
    }

    /** The mirrored world as a rough floor shows it: drawn out from top to bottom. */
    private static void smear(Scratch s, int top, int radius) {
        int w = s.half.width;
        int h = s.half.height;
        int[] p = s.half.px;
        int inverse = 65536 / (2 * radius + 1);
        for (int x = 0; x < w; x++) {
            int r = 0;
            int g = 0;
            int b = 0;
            for (int i = -radius; i <= radius; i++) {
                int c = p[Math.clamp(top + i, top, h - 1) * w + x];
                r += c >> 16 & 255;
                g += c >> 8 & 255;
                b += c & 255;
            }
            for (int y = top; y < h; y++) {
                s.rough[y * w + x] = ((r * inverse) >>> 16) << 16 | ((g * inverse) >>> 16) << 8 | (b * inverse) >>> 16;
                int in = p[Math.min(h - 1, y + radius + 1) * w + x];
                int out = p[Math.max(top, y - radius) * w + x];
                r += (in >> 16 & 255) - (out >> 16 & 255);
                g += (in >> 8 & 255) - (out >> 8 & 255);
                b += (in & 255) - (out & 255);
            }
        }
    }
}
