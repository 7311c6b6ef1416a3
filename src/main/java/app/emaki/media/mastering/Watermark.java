package app.emaki.media.mastering;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The mark as it goes through a film: from corner to corner, so that no crop removes it, each place fading into the next, so
 * that it is there in every frame. Drawn straight into the planes of 4:2:0 frames.
 */
final class Watermark {
    private static final double LONGEST_STAY = 4;
    private static final double FADE = 0.5;
    private static final double OPACITY = 0.9;

    private final int width;
    private final int height;
    private final int frameWidth;
    private final int frameHeight;
    private final int side;
    private final int top;
    private final int foot;
    private final double stay;
    private final boolean beside;
    /** For luma and both chromas: how much of the mark, and that much of its colour. */
    private final float[][] alphas = new float[3][];

    private final float[][] colours = new float[3][];

    Watermark(String handle, int frameWidth, int frameHeight, double seconds) throws IOException {
        this(handle, frameWidth, frameHeight, seconds, false);
    }

    /** @param beside whether another Emaki's mark is on the film already: ours is at the bottom while that one is at the top */
    Watermark(String handle, int frameWidth, int frameHeight, double seconds, boolean beside) throws IOException {
        this.beside = beside;
        var mark = Mark.draw(handle, Math.min(frameWidth, frameHeight));
        this.frameWidth = frameWidth;
        this.frameHeight = frameHeight;
        this.width = Math.min(mark.getWidth(), frameWidth);
        this.height = mark.getHeight();
        this.foot = Math.round(Math.min(frameWidth, frameHeight) * 0.035f);
        // A telephone is narrower than an upright film and cuts its sides; tabs and labels lie on its top
        boolean upright = frameHeight > frameWidth;
        this.side = upright ? Math.round(frameWidth * 0.085f) : foot;
        this.top = upright ? Math.round(frameHeight * 0.11f) : foot;
        this.stay = Math.clamp(seconds / 4, 1.5, LONGEST_STAY);
        split(mark);
    }

    /** Draws the mark into a writable frame that is shown at this second. */
    void draw(AVFrame frame, double second) {
        int stop = (int) (second / stay);
        double into = second - stop * stay;
        double arriving = stop == 0 ? 1 : Math.min(1, into / FADE);
        draw(frame, stop, arriving);
        if (arriving < 1) {
            draw(frame, stop - 1, 1 - arriving);
        }
    }

    private void draw(AVFrame frame, int stop, double opacity) {
        // top left, bottom right, top right, bottom left
        boolean right = stop % 4 == 1 || stop % 4 == 2;
        boolean bottom = stop % 2 == 1 != beside;
        int x = right ? Math.max(0, frameWidth - width - side) / 2 * 2 : Math.min(side, frameWidth - width) / 2 * 2;
        int y = bottom ? frameHeight - height - foot : top;
        for (int plane = 0; plane < 3; plane++) {
            blend(frame, plane, x, y / 2 * 2, (float) (opacity * OPACITY));
        }
    }

    private void blend(AVFrame frame, int plane, int x, int y, float opacity) {
        int shift = plane == 0 ? 0 : 1;
        int columns = width >> shift;
        var row = new byte[columns];
        var data = frame.data(plane);
        for (int line = 0; line < height >> shift; line++) {
            long at = (long) ((y >> shift) + line) * frame.linesize(plane) + (x >> shift);
            data.position(at).get(row);
            for (int i = 0, k = line * columns; i < columns; i++, k++) {
                float below = row[i] & 0xFF;
                row[i] = (byte) Math.round(below + opacity * (colours[plane][k] - alphas[plane][k] * below));
            }
            data.position(at).put(row);
        }
        data.position(0);
    }

    /** From colours of a screen to those of a film (BT.709, limited range), premultiplied. */
    private void split(BufferedImage mark) {
        for (int plane = 0; plane < 3; plane++) {
            int step = plane == 0 ? 1 : 2;
            int columns = width / step;
            int lines = height / step;
            alphas[plane] = new float[columns * lines];
            colours[plane] = new float[columns * lines];
            for (int y = 0; y < lines * step; y++) {
                for (int x = 0; x < columns * step; x++) {
                    int argb = mark.getRGB(x, y);
                    float alpha = (argb >>> 24) / 255f / (step * step);
                    int k = y / step * columns + x / step;
                    alphas[plane][k] += alpha;
                    colours[plane][k] += alpha * component(argb, plane);
                }
            }
        }
    }

    static float component(int rgb, int plane) {
        float r = rgb >> 16 & 0xFF;
        float g = rgb >> 8 & 0xFF;
        float b = rgb & 0xFF;
        return switch (plane) {
            case 0 -> 16 + 0.1826f * r + 0.6142f * g + 0.0620f * b;
            case 1 -> 128 - 0.1006f * r - 0.3386f * g + 0.4392f * b;
            default -> 128 + 0.4392f * r - 0.3989f * g - 0.0403f * b;
        };
    }
}
