package app.emaki.cameo;

import java.awt.geom.Rectangle2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Finds faces that look straight ahead, by a cascade of local binary patterns: plain sums and comparisons in Java, no native
 * code and no network. It knows that there is a face and not whose, misses faces turned away, and now and then sees one in a
 * pattern.
 */
@Component
public class FaceFinder {
    private static final double STEP = 1.1;
    private static final int STRIDE = 1;
    private static final int FEWEST_HITS = 5;
    /** A face that is there is hit about as often as the next; what only looks like one is not. */
    private static final int RARE = 3;
    /** Somebody in the far background does not count. */
    private static final double FAR = .55;

    private static final double SAME = .35;

    private final int window;
    private final List<Stage> stages = new ArrayList<>();
    private final int[][] cells;

    FaceFinder() {
        var features = new ArrayList<int[]>();
        int side = 0;
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FaceFinder.class.getResourceAsStream("/cameo/faces.txt")),
                StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                switch (words[0]) {
                    case "window" -> side = Integer.parseInt(words[1]);
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
        cells = features.toArray(int[][]::new);
    }

    /**
     * Where the faces are, the largest first.
     *
     * @param grey brightness of each pixel from 0 to 255, row by row
     */
    public List<Rectangle2D> find(int[] grey, int width, int height) {
        var hits = new ArrayList<Rectangle2D>();
        for (double scale = 1; ; scale *= STEP) {
            int w = (int) (width / scale);
            int h = (int) (height / scale);
            if (w <= window || h <= window) {
                break;
            }
            scan(sums(grey, width, height, w, h), w, h, scale, hits);
        }
        return grouped(hits);
    }

    private void scan(int[] sums, int w, int h, double scale, List<Rectangle2D> hits) {
        for (int y = 0; y + window < h; y += STRIDE) {
            for (int x = 0; x + window < w; x += STRIDE) {
                if (face(sums, w + 1, y * (w + 1) + x)) {
                    hits.add(new Rectangle2D.Double(x * scale, y * scale, window * scale, window * scale));
                }
            }
        }
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

    /** One face is found many times, at places and sizes close to each other; a single hit is chance. */
    private static List<Rectangle2D> grouped(List<Rectangle2D> hits) {
        var groups = new ArrayList<List<Rectangle2D>>();
        for (var hit : hits) {
            groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> overlap(hit, other) > SAME))
                    .findFirst()
                    .orElseGet(() -> {
                        var fresh = new ArrayList<Rectangle2D>();
                        groups.add(fresh);
                        return fresh;
                    })
                    .add(hit);
        }
        int most = groups.stream().mapToInt(List::size).max().orElse(0);
        var faces = groups.stream()
                .filter(group -> group.size() >= FEWEST_HITS && group.size() * RARE >= most)
                .map(FaceFinder::mean)
                .sorted(Comparator.<Rectangle2D>comparingDouble(Rectangle2D::getWidth)
                        .reversed())
                .toList();
        return faces.stream()
                .filter(face -> face.getWidth() > FAR * faces.getFirst().getWidth())
                .toList();
    }

    private static double overlap(Rectangle2D a, Rectangle2D b) {
        var both = a.createIntersection(b);
        if (both.isEmpty()) {
            return 0;
        }
        double shared = both.getWidth() * both.getHeight();
        return shared / (a.getWidth() * a.getHeight() + b.getWidth() * b.getHeight() - shared);
    }

    private static Rectangle2D mean(List<Rectangle2D> group) {
        double x = group.stream().mapToDouble(Rectangle2D::getX).average().orElseThrow();
        double y = group.stream().mapToDouble(Rectangle2D::getY).average().orElseThrow();
        double side =
                group.stream().mapToDouble(Rectangle2D::getWidth).average().orElseThrow();
        return new Rectangle2D.Double(x, y, side, side);
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
