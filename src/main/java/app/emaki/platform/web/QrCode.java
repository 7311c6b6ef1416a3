package app.emaki.platform.web;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** Draws a QR code as SVG: always ink on white with its quiet zone, so that a camera reads it on dark paper too. */
public final class QrCode {
    private static final int QUIET = 4;

    private QrCode() {}

    /** The picture, as large as it is shown. */
    public static String svg(String words) {
        try {
            var matrix = Encoder.encode(words, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) == 1) {
                        path.append('M')
                                .append(x + QUIET)
                                .append(' ')
                                .append(y + QUIET)
                                .append("h1v1h-1z");
                    }
                }
            }
            int size = matrix.getWidth() + 2 * QUIET;
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">"
                            .formatted(size)
                    + "<path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path fill=\"#1b1a17\" d=\"%2$s\"/></svg>"
                            .formatted(size, path);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + words.length() + " characters", e);
        }
    }
}
