package app.emaki.media.mastering;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A film of another shape is mounted whole on ink, nothing of it is cut off. */
final class Mount implements AutoCloseable {
    private static final int INK = 0x141413;

    private final Canvas inner;
    private final Sheet ground;
    private final int left;
    private final int top;
    private final boolean whole;

    Mount(int sourceWidth, int sourceHeight, int width, int height) throws IOException {
        double scale = Math.min((double) width / sourceWidth, (double) height / sourceHeight);
        int innerWidth = even(Math.min(width, sourceWidth * scale));
        int innerHeight = even(Math.min(height, sourceHeight * scale));
        // a pixel or two of another shape is no other shape
        if (width - innerWidth <= 4 && height - innerHeight <= 4) {
            innerWidth = width;
            innerHeight = height;
        }
        this.inner = new Canvas(innerWidth, innerHeight);
        this.ground = Sheet.plain(width, height, INK);
        this.left = (width - innerWidth) / 4 * 2;
        this.top = (height - innerHeight) / 4 * 2;
        this.whole = innerWidth == width && innerHeight == height;
    }

    Sheet of(AVFrame decoded) throws IOException {
        inner.take(decoded);
        return Sheet.of(inner.frame());
    }

    /** The picture on its ground; nothing but that for no picture. */
    void draw(AVFrame frame, @Nullable Sheet picture) {
        if (!whole || picture == null) {
            ground.over(frame, 1);
        }
        if (picture != null) {
            picture.place(frame, left, top, 1);
        }
    }

    @Override
    public void close() {
        inner.close();
    }

    private static int even(double length) {
        return Math.max(2, (int) Math.round(length) / 2 * 2);
    }
}
