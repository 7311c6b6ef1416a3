package app.emaki.media.mastering;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Small pictures of a film in a row, two for each second and not too many, collected while the film rolls by. */
final class FilmStrip {
    private static final int SHORTER_SIDE = 120;
    private static final int FEWEST = 6;
    private static final int MOST = 30;

    private final int tileWidth;
    private final int tileHeight;
    private final int tiles;
    private final double step;
    private final BufferedImage row;
    private int seen;

    FilmStrip(int width, int height, double seconds) {
        double scale = (double) SHORTER_SIDE / Math.min(width, height);
        this.tileWidth = (int) Math.round(width * scale);
        this.tileHeight = (int) Math.round(height * scale);
        this.tiles = Math.clamp(Math.round(seconds * 2), FEWEST, MOST);
        this.step = seconds / tiles;
        this.row = new BufferedImage(tileWidth * tiles, tileHeight, BufferedImage.TYPE_INT_RGB);
    }

    int tiles() {
        return tiles;
    }

    /** Looks at the frame that is shown at this second, and keeps it if it stands for a tile. */
    void see(AVFrame frame, double second) throws IOException {
        if (seen < tiles && second >= (seen + 0.5) * step) {
            paste(Still.of(frame, tileWidth, tileHeight).image());
        }
    }

    /** Writes the row; a film that ended early leaves its last picture on the tiles to the end. */
    void write(Path file) throws IOException {
        while (seen > 0 && seen < tiles) {
            paste(row.getSubimage((seen - 1) * tileWidth, 0, tileWidth, tileHeight));
        }
        Jpegs.write(row, file);
    }

    private void paste(BufferedImage tile) {
        var graphics = row.createGraphics();
        graphics.drawImage(tile, seen * tileWidth, 0, null);
        graphics.dispose();
        seen++;
    }
}
