package app.emaki.cameo;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds faces, in Java alone, without native code and without a network. It knows that there is a face and not whose, misses faces
 * seen from the side, and now and then sees one in a pattern. One cascade knows faces that are close, turned by up to half or badly lit;
 * where it sees none, another one looks for faces that are small.
 */
@Component
public class FaceFinder {
    private static final int FEWEST_HITS = 5;
    /** A face that is there is hit about as often as the next; what only looks like one is not. */
    private static final int RARE = 3;
    /** Somebody in the far background does not count. */
    private static final double FAR = .55;

    private static final double SAME = .35;

    private final List<Cascade> cascades = List.of(new Cascade("faces-near.txt"), new Cascade("faces.txt"));

    /**
     * Where the faces are, the largest first.
     *
     * @param grey brightness of each pixel from 0 to 255, row by row
     */
    public List<Rectangle2D> find(int[] grey, int width, int height) {
        for (var cascade : cascades) {
            var faces = grouped(cascade.hits(grey, width, height));
            if (!faces.isEmpty()) {
                return faces;
            }
        }
        return List.of();
    }

    /** The same of faces that are close; for a picture that somebody turned to find out whether a head is tilted. */
    List<Rectangle2D> findNear(int[] grey, int width, int height) {
        return grouped(cascades.getFirst().hits(grey, width, height));
    }

    /** And of faces that may be small. */
    List<Rectangle2D> findFar(int[] grey, int width, int height) {
        return grouped(cascades.getLast().hits(grey, width, height));
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
}
