package app.emaki.media.mastering;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A picture in the planes of 4:2:0 frames, to be put into them or to fade from. */
final class Sheet {
    private final int width;
    private final int height;
    private final byte[][] planes;

    private Sheet(int width, int height, byte[][] planes) {
        this.width = width;
        this.height = height;
        this.planes = planes;
    }

    /** From colours of a screen to those of a film (BT.709, limited range); both sides of the picture are even. */
    static Sheet of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var luma = new byte[width * height];
        var blue = new float[width / 2 * (height / 2)];
        var red = new float[blue.length];
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int k = y / 2 * (width / 2) + x / 2;
                luma[y * width + x] = (byte) Math.round(Watermark.component(row[x], 0));
                blue[k] += Watermark.component(row[x], 1) / 4;
                red[k] += Watermark.component(row[x], 2) / 4;
            }
        }
        return new Sheet(width, height, new byte[][] {luma, bytes(blue), bytes(red)});
    }

    /** What a frame shows now. */
    static Sheet of(AVFrame frame) {
        int width = frame.width();
        int height = frame.height();
        var planes = new byte[3][];
        for (int plane = 0; plane < 3; plane++) {
            int shift = plane == 0 ? 0 : 1;
            int columns = width >> shift;
            planes[plane] = new byte[columns * (height >> shift)];
            for (int y = 0; y < height >> shift; y++) {
                frame.data(plane).position((long) y * frame.linesize(plane)).get(planes[plane], y * columns, columns);
            }
            frame.data(plane).position(0);
        }
        return new Sheet(width, height, planes);
    }

    /** A sheet of one colour. */
    static Sheet plain(int width, int height, int rgb) {
        var planes = new byte[][] {
            new byte[width * height], new byte[width / 2 * (height / 2)], new byte[width / 2 * (height / 2)]
        };
        for (int plane = 0; plane < 3; plane++) {
            Arrays.fill(planes[plane], (byte) Math.round(Watermark.component(rgb, plane)));
        }
        return new Sheet(width, height, planes);
    }

    /** Lays it over a writable frame, so strongly; 1 hides what was there. */
    void over(AVFrame frame, double strength) {
        place(frame, 0, 0, strength);
    }

    /** Lays it into a larger frame at an even place. */
    void place(AVFrame frame, int left, int top, double strength) {
        int weight = (int) Math.round(strength * 256);
        for (int plane = 0; plane < 3; plane++) {
            int shift = plane == 0 ? 0 : 1;
            int columns = width >> shift;
            var below = new byte[columns];
            for (int y = 0; y < height >> shift; y++) {
                long at = (long) ((top >> shift) + y) * frame.linesize(plane) + (left >> shift);
                if (weight >= 256) {
                    frame.data(plane).position(at).put(planes[plane], y * columns, columns);
                } else {
                    frame.data(plane).position(at).get(below);
                    for (int x = 0; x < columns; x++) {
                        int mine = planes[plane][y * columns + x] & 0xFF;
                        int theirs = below[x] & 0xFF;
                        below[x] = (byte) (theirs + ((mine - theirs) * weight + 128) / 256);
                    }
                    frame.data(plane).position(at).put(below);
                }
            }
            frame.data(plane).position(0);
        }
    }

    private static byte[] bytes(float[] values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(values[i]);
        }
        return bytes;
    }
}
