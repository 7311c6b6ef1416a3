package app.emaki.media.mastering;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Notices films that are black or do not move. A coarse grid of the luma is enough for that. */
final class Looks {
    private static final int GRID = 32;
    private static final double BLACK = 20;
    private static final double STILL = 0.35;
    private static final double NEARLY_ALL = 0.95;

    private final int width;
    private final int height;
    private int[] before = new int[0];
    private int frames;
    private int black;
    private int still;

    Looks(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void see(AVFrame frame) {
        var grid = new int[GRID * GRID];
        var luma = frame.data(0);
        double sum = 0;
        double change = 0;
        for (int i = 0; i < grid.length; i++) {
            long x = (i % GRID * 2 + 1) * (long) width / (2 * GRID);
            long y = (i / GRID * 2 + 1) * (long) height / (2 * GRID);
            grid[i] = luma.get(y * frame.linesize(0) + x) & 0xFF;
            sum += grid[i];
            change += before.length == 0 ? 255 : Math.abs(grid[i] - before[i]);
        }
        frames++;
        black += sum / grid.length < BLACK ? 1 : 0;
        still += change / grid.length < STILL ? 1 : 0;
        before = grid;
    }

    List<String> flags() {
        var flags = new ArrayList<String>();
        if (black >= frames * NEARLY_ALL) {
            flags.add("black");
        }
        if (still >= (frames - 1) * NEARLY_ALL && frames > 1) {
            flags.add("frozen");
        }
        return flags;
    }
}
