package app.emaki.generation;

import app.emaki.generation.ImageRefused.Reason;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as its pixels alone: read from bytes that nobody vouches for, written as a JPEG that says nothing else. */
final class Still {
    private static final int SHORTEST_SIDE = 32;
    /** A larger picture is read with fewer pixels from the start. */
    private static final double ENOUGH_PIXELS = 6_000_000;

    private static final float QUALITY = .92f;

    private final BufferedImage picture;

    private Still(BufferedImage picture) {
        this.picture = picture;
    }

    /**
     * Reads a picture; its size is looked at before any pixel is.
     *
     * @throws ImageRefused when it is none, or too large
     */
    static Still read(byte[] bytes, long mostPixels) {
        var kind = Kind.of(bytes);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var reader = kind.reader();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > mostPixels || Math.min(width, height) < SHORTEST_SIDE) {
                    throw new ImageRefused(Reason.SIZE);
                }
                var wish = reader.getDefaultReadParam();
                int step = (int) Math.ceil(Math.sqrt(width * height / ENOUGH_PIXELS));
                if (step > 1) {
                    wish.setSourceSubsampling(step, step, 0, 0);
                }
                var turn = kind == Kind.JPEG ? Orientation.of(bytes) : new Orientation(1);
                return new Still(onPaper(reader.read(0, wish), turn));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // readers of pictures throw whatever their arithmetic ends in
            throw e instanceof ImageRefused refused ? refused : new ImageRefused(Reason.BROKEN);
        }
    }

    int width() {
        return picture.getWidth();
    }

    int height() {
        return picture.getHeight();
    }

    /** The middle of the picture that fills this size, neither squeezed nor with bars. */
    Still covering(int width, int height) {
        double scale = Math.max((double) width / width(), (double) height / height());
        return drawn(width, height, scale);
    }

    /** The whole picture, made smaller if its longer side is longer than this. */
    Still within(int longest) {
        double scale = Math.min(1, (double) longest / Math.max(width(), height()));
        return scale == 1
                ? this
                : drawn(
                        Math.max(1, (int) Math.round(width() * scale)),
                        Math.max(1, (int) Math.round(height() * scale)),
                        scale);
    }

    /** One of several pictures of the same size that lie side by side. */
    Still part(int index, int of) {
        int part = width() / of;
        return new Still(picture.getSubimage(index * part, 0, part, height()));
    }

    /** Brightness of each pixel from 0 to 255, row by row. */
    int[] grey() {
        var rgb = picture.getRGB(0, 0, width(), height(), null, 0, width());
        for (int i = 0; i < rgb.length; i++) {
            int c = rgb[i];
            rgb[i] = ((c >> 16 & 255) * 299 + (c >> 8 & 255) * 587 + (c & 255) * 114) / 1000;
        }
        return rgb;
    }

    byte[] jpeg() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var wish = writer.getDefaultWriteParam();
            wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wish.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), wish);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private Still drawn(int width, int height, double scale) {
        var from = picture;
        double rest = scale;
        // halves first: one bilinear step down from far away would drop pixels
        while (rest < .5) {
            from = scaled(from, Math.max(1, from.getWidth() / 2), Math.max(1, from.getHeight() / 2), .5);
            rest *= 2;
        }
        return new Still(scaled(from, width, height, rest));
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height, double scale) {
        var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        var place = new AffineTransform();
        place.translate((width - from.getWidth() * scale) / 2, (height - from.getHeight() * scale) / 2);
        place.scale(scale, scale);
        pen.drawRenderedImage(from, place);
        pen.dispose();
        return to;
    }

    /** Upright, without transparency, in colours that every encoder takes. */
    private static BufferedImage onPaper(BufferedImage read, Orientation turn) {
        int width = turn.lying() ? read.getHeight() : read.getWidth();
        int height = turn.lying() ? read.getWidth() : read.getHeight();
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(read, turn.turning(read.getWidth(), read.getHeight()), null);
        pen.dispose();
        return paper;
    }

    private enum Kind {
        JPEG,
        PNG,
        WEBP;

        static Kind of(byte[] bytes) {
            var head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
            if (head.startsWith("\u00ff\u00d8\u00ff")) {
                return JPEG;
            } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
                return PNG;
            } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
                return WEBP;
            }
            throw new ImageRefused(Reason.KIND);
        }

        ImageReader reader() throws IOException {
            return this == WEBP
                    ? new WebPImageReaderSpi().createReaderInstance(null)
                    : ImageIO.getImageReadersByFormatName(name()).next();
        }
    }
}
