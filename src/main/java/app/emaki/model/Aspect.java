package app.emaki.model;

/** The shape of a film. */
public enum Aspect {
    PORTRAIT(9, 16),
    LANDSCAPE(16, 9),
    SQUARE(1, 1);

    private final int across;
    private final int down;

    Aspect(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /** The size in pixels when the shorter side has so many lines, for instance 720; both sides even, as encoders ask. */
    public Size size(int lines) {
        int shorter = Math.min(across, down);
        return new Size(even(lines * across, shorter), even(lines * down, shorter));
    }

    private static int even(int dividend, int divisor) {
        return (dividend + divisor) / (2 * divisor) * 2;
    }

    /** Width and height in pixels. */
    public record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }
}
