package app.emaki.model.kamishibai.film;

/** Turns RGB pictures into planar YUV 4:2:0 (I420) with BT.709 coefficients in the limited range, as the films are tagged. */
public final class Yuv {
    private static final int HALF = 1 << 15;

    private Yuv() {}

    /** Bytes of one picture. */
    public static int bytes(int width, int height) {
        return width * height * 3 / 2;
    }

    /** Width and height are even. Chroma is the mean of each square of four pixels. */
    public static void of(int[] rgb, int width, int height, byte[] i420) {
        int u = width * height;
        int v = u + u / 4;
        for (int y = 0; y < height; y += 2) {
            int top = y * width;
            int bottom = top + width;
            for (int x = 0; x < width; x += 2) {
                int a = rgb[top + x];
                int b = rgb[top + x + 1];
                int c = rgb[bottom + x];
                int d = rgb[bottom + x + 1];
                i420[top + x] = luma(a);
                i420[top + x + 1] = luma(b);
                i420[bottom + x] = luma(c);
                i420[bottom + x + 1] = luma(d);
                int red = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255);
                int green = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255);
                int blue = (a & 255) + (b & 255) + (c & 255) + (d & 255);
                i420[u++] = (byte) ((-1649 * red - 5547 * green + 7196 * blue + HALF >> 16) + 128);
                i420[v++] = (byte) ((7196 * red - 6536 * green - 660 * blue + HALF >> 16) + 128);
            }
        }
    }

    private static byte luma(int rgb) {
        return (byte) ((11966 * (rgb >> 16 & 255) + 40254 * (rgb >> 8 & 255) + 4064 * (rgb & 255) + HALF >> 16) + 16);
    }
}
