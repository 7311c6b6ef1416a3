package app.emaki.model.kamishibai.picture.stage;

import java.util.Arrays;

/**
 * Which layer is the nearest to hide each strip of the picture wholly: what is laid behind it there would never be seen. Layers
 * are numbered from far to near, from 0 up; strips are {@value #STRIP} pixels of one row.
 */
final class Cover {
    static final int STRIP = 16;
    private static final int SHIFT = 4;

    private final int width;
    private final int height;
    private final int columns;
    private final short[] nearest;
    final Lines lines = new Lines();

    Cover(int width, int height) {
        this.width = width;
        this.height = height;
        columns = (width + STRIP - 1) / STRIP;
        nearest = new short[columns * height];
    }

    /** Nothing hides anything. */
    void clear() {
        Arrays.fill(nearest, (short) -1);
    }

    /** Notes what a sheet hides when it is laid with its corner at (ox, oy); the nearest sheet comes first. */
    void hide(Leaf s, double ox, double oy, double scale, int number) {
        int y0 = Math.max(0, (int) Math.ceil(oy));
        int y1 = Math.min(height, (int) Math.floor(oy + (s.height - 1) * scale));
        for (int y = y0; y < y1; y++) {
            int row = (int) ((y - oy) / scale);
            if (row >= s.height - 1) {
                continue;
            }
            int[] runs = s.solid[row];
            for (int i = 0; i < runs.length; i += 2) {
                // a pixel less at either end, for what rounding may take
                hide(y, Math.ceil(ox + (runs[i] + 1) * scale), Math.floor(ox + (runs[i + 1] - 2) * scale), number);
            }
        }
    }

    private void hide(int y, double from, double to, int number) {
        int first = ((int) Math.max(0, from) + STRIP - 1) >> SHIFT;
        int end = to >= width ? columns : (int) Math.max(0, to) >> SHIFT;
        for (int i = y * columns + first, n = y * columns + end; i < n; i++) {
            if (nearest[i] < 0) {
                nearest[i] = (short) number;
            }
        }
    }

    /** The first pixel from {@code x} on in a row where a layer is not hidden; the width of the picture when there is none. */
    int seen(int y, int x, int number) {
        int i = y * columns;
        while (x < width && nearest[i + (x >> SHIFT)] > number) {
            x = (x >> SHIFT) + 1 << SHIFT;
        }
        return Math.min(x, width);
    }

    /** Where the part that begins at {@code x} and is not hidden ends, {@code limit} at most. */
    int end(int y, int x, int limit, int number) {
        int i = y * columns;
        while (x < limit && nearest[i + (x >> SHIFT)] <= number) {
            x = (x >> SHIFT) + 1 << SHIFT;
        }
        return Math.min(x, limit);
    }
}
