package app.emaki.cameo;

import java.awt.geom.Rectangle2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A cascade of local binary patterns, read from a file of numbers: plain sums and comparisons. It says where something like a face
 * is hit; whether hits make a face is for {@link FaceFinder} to say.
 */
final class Cascade {
    private static final double STEP = 1.1;

    private final int window;
    private final int stride;
    private final double size;
    private final double up;
    private final List<Stage> stages = new ArrayList<>();
    private final int[][] cells;

    Cascade(String file) {
        var features = new ArrayList<int[]>();
        int side = 0;
        int every = 1;
        double larger = 1;
        double higher = 0;
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cascade.class.getResourceAsStream("/cameo/" + file)),
                StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                switch (words[0]) {
                    case "window" -> side = Integer.parseInt(words[1]);
                    case "stride" -> every = Integer.parseInt(words[1]);
                    case "square" -> {
                        larger = Double.parseDouble(words[1]);
                        higher = Double.parseDouble(words[2]);
                    }
                    case "stage" -> stages.add(new Stage(Double.parseDouble(words[1]), new ArrayList<>()));
                    case "stump" -> stages.getLast().stumps().add(Stump.of(words));
                    case "feature" -> features.add(numbers(words, 1, 4));
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        window = side;
        stride = every;
        size = larger;
        up = higher;
        cells = features.toArray(int[][]::new);
    }

    /** Every square that passes, as large as the squares of any other cascade for the same face. */
    List<Rectangle2D> hits(int[] grey, int width, int height) {
        var hits = new ArrayList<Rectangle2D>();
        for (double scale = 1; ; scale *= STEP) {
            int w = (int) (width / scale);
            int h = (int) (height / scale);
            if (w <= window || h <= window) {
                return hits;
            }
            scan(sums(grey, width, height, w, h), w, h, scale, hits);
        }
    }

    private void scan(int[] sums, int w, int h, double scale, List<Rectangle2D> hits) {
        // small squares lie so close to each other that every second one says enough
        int step = scale < 2 ? stride : 1;
        for (int y = 0; y + window < h; y += step) {
            for (int x = 0; x + window < w; x += step) {
                if (face(sums, w + 1, y * (w + 1) + x)) {
                    hits.add(square(x * scale, y * scale, window * scale));
                }
            }
        }
    }

    private Rectangle2D square(double x, double y, double side) {
        double whole = side * size;
        return new Rectangle2D.Double(x - (whole - side) / 2, y - (whole - side) / 2 - side * up, whole, whole);
    }

    private boolean face(int[] sums, int row, int at) {
        for (var stage : stages) {
            double sum = 0;
            for (var stump : stage.stumps()) {
                int code = pattern(sums, row, at, cells[stump.feature()]);
                sum += (stump.patterns()[code >> 5] & 1 << (code & 31)) != 0 ? stump.among() : stump.others();
            }
            if (sum < stage.threshold()) {
                return false;
            }
        }
        return true;
    }

    /** Which of the eight cells around the middle one are at least as bright, as one byte. */
    private static int pattern(int[] s, int row, int at, int[] cell) {
        int w = cell[2];
        int down = cell[3] * row;
        int o = at + cell[1] * row + cell[0];
        int middle = cell(s, o + down + w, w, down);
        int code = cell(s, o, w, down) >= middle ? 128 : 0;
        code |= cell(s, o + w, w, down) >= middle ? 64 : 0;
        code |= cell(s, o + 2 * w, w, down) >= middle ? 32 : 0;
        code |= cell(s, o + down + 2 * w, w, down) >= middle ? 16 : 0;
        code |= cell(s, o + 2 * down + 2 * w, w, down) >= middle ? 8 : 0;
        code |= cell(s, o + 2 * down + w, w, down) >= middle ? 4 : 0;
        code |= cell(s, o + 2 * down, w, down) >= middle ? 2 : 0;
        return code | (cell(s, o + down, w, down) >= middle ? 1 : 0);
    }

    private static int cell(int[] s, int o, int w, int down) {
        return s[o] - s[o + w] - s[o + down] + s[o + down + w];
    }

    /** Sums of everything above and to the left, of the picture made smaller. */
    private static int[] sums(int[] grey, int width, int height, int w, int h) {
        var sums = new int[(w + 1) * (h + 1)];
        for (int y = 0; y < h; y++) {
            int from = y * height / h;
            int to = Math.max(from + 1, (y + 1) * height / h);
            int line = 0;
            for (int x = 0; x < w; x++) {
                int left = x * width / w;
                int right = Math.max(left + 1, (x + 1) * width / w);
                int sum = 0;
                for (int i = from; i < to; i++) {
                    for (int j = left; j < right; j++) {
                        sum += grey[i * width + j];
                    }
                }
                line += sum / ((to - from) * (right - left));
                sums[(y + 1) * (w + 1) + x + 1] = sums[y * (w + 1) + x + 1] + line;
            }
        }
        return sums;
    }

    private static int[] numbers(String[] words, int from, int count) {
        var numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Integer.parseInt(words[from + i]);
        }
        return numbers;
    }

    private record Stage(double threshold, List<Stump> stumps) {}

    private record Stump(int feature, int[] patterns, double among, double others) {
        static Stump of(String[] words) {
            return new Stump(
                    Integer.parseInt(words[1]),
                    numbers(words, 2, 8),
                    Double.parseDouble(words[10]),
                    Double.parseDouble(words[11]));
        }
    }
}
