package app.emaki.model.kamishibai.picture.stage;

/** One row of a picture while its colours are made, channel by channel; see {@link Lines} for the shape of the loops. */
final class Row {
    final int[] red;
    final int[] green;
    final int[] blue;
    /** What is added to all three. */
    final int[] grain;

    final int[] fibre;
    private final int[] colours;
    private final int[] shine;
    private final int width;

    Row(int width) {
        this.width = width;
        red = new int[width];
        green = new int[width];
        blue = new int[width];
        grain = new int[width];
        fibre = new int[width];
        colours = new int[width];
        shine = new int[width];
    }

    /** Takes a row of a picture with the bloom over it, its colours strengthened or weakened: 256 keeps them. */
    void take(int[] px, int from, Glow glow, int y, int saturation) {
        System.arraycopy(px, from, colours, 0, width);
        if (glow.shine(y, shine)) {
            screen(colours, shine, width);
        }
        apart(colours, red, green, blue, width, saturation);
    }

    private static void screen(int[] colours, int[] shine, int n) {
        for (int i = 0; i < n; i++) {
            int c = colours[i];
            int s = shine[i];
            int r = c >> 16 & 255;
            int g = c >> 8 & 255;
            int b = c & 255;
            int sr = s >> 16 & 255;
            int sg = s >> 8 & 255;
            int sb = s & 255;
            // 255 and 255 make 256
            r = Math.min(255, r + sr - (r * sr >> 8));
            g = Math.min(255, g + sg - (g * sg >> 8));
            b = Math.min(255, b + sb - (b * sb >> 8));
            colours[i] = r << 16 | g << 8 | b;
        }
    }

    private static void apart(int[] colours, int[] red, int[] green, int[] blue, int n, int saturation) {
        for (int i = 0; i < n; i++) {
            int c = colours[i];
            int r = c >> 16 & 255;
            int g = c >> 8 & 255;
            int b = c & 255;
            int l = r * 54 + g * 183 + b * 19 >> 8;
            red[i] = l + ((r - l) * saturation >> 8);
            green[i] = l + ((g - l) * saturation >> 8);
            blue[i] = l + ((b - l) * saturation >> 8);
        }
    }

    /** Puts the colours through their curves, which have {@code room} for what is below black. */
    void bend(int[] reds, int[] greens, int[] blues, int room) {
        for (int i = 0; i < width; i++) {
            red[i] = reds[red[i] + room];
            green[i] = greens[green[i] + room];
            blue[i] = blues[blue[i] + room];
        }
    }

    /** Darkens each column by its own factor and all by one, in 256ths. */
    void darken(int[] across, int down) {
        darken(red, green, blue, across, width, down);
    }

    private static void darken(int[] red, int[] green, int[] blue, int[] across, int n, int down) {
        for (int i = 0; i < n; i++) {
            int v = across[i] * down >> 8;
            red[i] = red[i] * v >> 8;
            green[i] = green[i] * v >> 8;
            blue[i] = blue[i] * v >> 8;
        }
    }

    /** Adds grain, fibres and white to the colours, all in 16ths, and writes them. */
    void write(int white, int[] rgb, int to) {
        together(red, green, blue, grain, fibre, width, white);
        System.arraycopy(grain, 0, rgb, to, width);
    }

    private static void together(int[] red, int[] green, int[] blue, int[] grain, int[] fibre, int n, int white) {
        for (int i = 0; i < n; i++) {
            int more = grain[i] + fibre[i] + white;
            int r = Math.max(0, Math.min(255, red[i] + more >> 4));
            int g = Math.max(0, Math.min(255, green[i] + more >> 4));
            int b = Math.max(0, Math.min(255, blue[i] + more >> 4));
            grain[i] = r << 16 | g << 8 | b;
        }
    }
}
