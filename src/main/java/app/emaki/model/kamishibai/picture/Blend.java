package app.emaki.model.kamishibai.picture;

import app.emaki.model.kamishibai.picture.stage.Leaf;

/** Mixes two pictures while one shot gives way to the next. */
final class Blend {

    private Blend() {}

    /** Copies a picture, enlarged about its middle. */
    static void keep(Leaf from, Leaf to, double zoom) {
        if (zoom == 1) {
            System.arraycopy(from.pixels(), 0, to.pixels(), 0, from.pixels().length);
            return;
        }
        int w = from.width();
        int h = from.height();
        for (int y = 0; y < h; y++) {
            int sy = Math.clamp((long) ((y - h / 2.0) / zoom + h / 2.0), 0, h - 1);
            for (int x = 0; x < w; x++) {
                int sx = Math.clamp((long) ((x - w / 2.0) / zoom + w / 2.0), 0, w - 1);
                to.pixels()[y * w + x] = from.pixels()[sy * w + sx];
            }
        }
    }

    /** {@code u} of the picture, the rest from the other. */
    static void mix(Leaf picture, Leaf other, double u) {
        int k = (int) (256 * u);
        int[] a = picture.pixels();
        int[] b = other.pixels();
        for (int i = 0; i < a.length; i++) {
            int rb = ((a[i] & 0xff00ff) * k + (b[i] & 0xff00ff) * (256 - k)) >>> 8 & 0xff00ff;
            int g = ((a[i] & 0xff00) * k + (b[i] & 0xff00) * (256 - k)) >>> 8 & 0xff00;
            a[i] = 0xff000000 | rb | g;
        }
    }

    /** A round window on the picture opens in the other. */
    static void iris(Leaf picture, Leaf other, double u) {
        int w = picture.width();
        int h = picture.height();
        double full = Math.hypot(w, h) * .56;
        double r = full * u * u;
        double soft = Math.max(1.5, h / 220.0);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double d = Math.hypot(x - w / 2.0, y - h * .46);
                double in = (r - d) / soft;
                if (in >= 1) {
                    continue;
                }
                int o = y * w + x;
                int b = other.pixels()[o];
                if (in <= 0) {
                    // the edge of the hole throws a shadow on the paper around it
                    double dark = Math.min(1, .55 + (d - r) / (h * .1));
                    picture.pixels()[o] = shade(b, dark);
                } else {
                    int a = picture.pixels()[o];
                    int k = (int) (256 * in);
                    int rb = ((a & 0xff00ff) * k + (b & 0xff00ff) * (256 - k)) >>> 8 & 0xff00ff;
                    int g = ((a & 0xff00) * k + (b & 0xff00) * (256 - k)) >>> 8 & 0xff00;
                    picture.pixels()[o] = 0xff000000 | rb | g;
                }
            }
        }
    }

    private static int shade(int c, double k) {
        return 0xff000000 | (int) ((c >> 16 & 255) * k) << 16 | (int) ((c >> 8 & 255) * k) << 8 | (int) ((c & 255) * k);
    }
}
