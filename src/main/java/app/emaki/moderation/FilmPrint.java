package app.emaki.moderation;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a film looks like, as difference hashes of pictures spread over it: one bit for each pair of neighbours in a small grey
 * picture, whichever of the two is lighter. Another size, another compression or a mark in a corner changes few of the bits.
 */
final class FilmPrint {
    private static final int WIDTH = 9;
    private static final int HEIGHT = 8;

    /** Of 64 bits, so many may differ for two pictures to be one, and no more than this part of those that say something. */
    private static final int NEAR = 8;

    private static final int PART = 4;

    /** A film with fewer pictures that differ stands still, and others may stand so by chance. */
    private static final int FEWEST = 3;

    /** Of the pictures of a film, so many in a hundred must be found in the other. */
    private static final int SHARE = 80;

    /** A picture with fewer set or unset bits than this says nothing: a wall, a night sky. */
    private static final int PLAIN = 6;

    private FilmPrint() {}

    /** The hashes of a row of pictures side by side. */
    static List<Long> of(BufferedImage row, int tiles) {
        var hashes = new ArrayList<Long>();
        int width = row.getWidth() / tiles;
        for (int i = 0; i < tiles; i++) {
            hashes.add(hash(row.getSubimage(i * width, 0, width, row.getHeight())));
        }
        return hashes;
    }

    static long hash(BufferedImage picture) {
        var small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = small.createGraphics();
        graphics.drawImage(picture.getScaledInstance(WIDTH, HEIGHT, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        var grey = small.getRaster();
        long hash = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x + 1 < WIDTH; x++) {
                hash = hash << 1 | (grey.getSample(x, y, 0) > grey.getSample(x + 1, y, 0) ? 1 : 0);
            }
        }
        return hash;
    }

    /** Whether two films show the same, though their files differ. Films of which nothing can be said are no twins. */
    static boolean twins(List<Long> one, List<Long> other) {
        var telling = telling(one);
        if (telling.size() < FEWEST) {
            return false;
        }
        var others = telling(other);
        long found = telling.stream()
                .filter(hash -> others.stream().anyMatch(it -> near(hash, it)))
                .count();
        return found * 100 >= (long) telling.size() * SHARE;
    }

    private static List<Long> telling(List<Long> hashes) {
        return hashes.stream().distinct().filter(hash -> said(hash) >= PLAIN).toList();
    }

    private static boolean near(long one, long other) {
        return Long.bitCount(one ^ other) <= Math.min(NEAR, Math.min(said(one), said(other)) / PART);
    }

    /** How many bits are the rarer ones: the fewer, the more other pictures have nearly the same. */
    private static int said(long hash) {
        int bits = Long.bitCount(hash);
        return Math.min(bits, Long.SIZE - bits);
    }
}
