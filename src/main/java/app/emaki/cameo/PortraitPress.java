package app.emaki.cameo;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a portrait of an uploaded picture: its size is read before it is decoded, it is decoded small, turned upright, cut
 * about the face and written anew, so that nothing of the file but the picture survives.
 */
@Component
class PortraitPress {
    static final int WIDTH = 480;
    static final int HEIGHT = 600;
    /** Half the width of a face and the middle of its eyes, in pixels; whoever draws the portrait counts on them. */
    private static final double HALF_FACE = 104;

    private static final double FACE_Y = 322;
    private static final long MOST_PIXELS = 50_000_000;
    private static final int LEAST_SIDE = 200;
    private static final int WORKING_SIDE = 1600;
    private static final float QUALITY = .9f;
    /** Decoded pictures are large; a second one at a time is enough for any crowd. */
    private final Semaphore desks = new Semaphore(2);

    private final Heads heads;

    PortraitPress(FaceFinder faces) {
        this.heads = new Heads(faces);
    }

    /** What there is to see in a picture; nothing is kept. */
    Look look(byte[] file) throws PortraitRefused {
        return atDesk(() -> {
            var picture = decode(file);
            var seen = heads.see(picture);
            return new Look(finding(picture, framing(picture, seen), seen), framing(picture, seen));
        });
    }

    Portrait make(byte[] file, @Nullable Framing chosen) throws PortraitRefused {
        return atDesk(() -> {
            var picture = decode(file);
            var seen = heads.see(picture);
            var framing = chosen == null ? framing(picture, seen) : chosen;
            return new Portrait(jpeg(cut(picture, framing)), finding(picture, framing, seen));
        });
    }

    private <T> T atDesk(Work<T> work) throws PortraitRefused {
        desks.acquireUninterruptibly();
        try {
            return work.run();
        } finally {
            desks.release();
        }
    }

    private static BufferedImage decode(byte[] file) throws PortraitRefused {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new PortraitRefused("format");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return upright(read(reader), file);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // whatever a decoder says about a broken file, it is no picture to us
            throw new PortraitRefused("format");
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException, PortraitRefused {
        var format = reader.getFormatName();
        if (!format.equalsIgnoreCase("jpeg") && !format.equalsIgnoreCase("png")) {
            throw new PortraitRefused("format");
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new PortraitRefused("large");
        }
        if (Math.min(width, height) < LEAST_SIDE) {
            throw new PortraitRefused("small");
        }
        var how = reader.getDefaultReadParam();
        int every = Math.max(1, Math.max(width, height) / WORKING_SIDE);
        how.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage upright(BufferedImage picture, byte[] file) {
        int turned = Exif.orientation(file);
        int w = picture.getWidth();
        int h = picture.getHeight();
        boolean lying = turned >= 5;
        var upright = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
        var g = upright.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        g.drawImage(picture, turn(turned, w, h), null);
        g.dispose();
        return upright;
    }

    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static Framing framing(BufferedImage picture, Heads.Seen seen) {
        return seen.faces().isEmpty()
                ? Framing.guess()
                : Framing.of(seen.faces().getFirst(), picture.getWidth(), picture.getHeight());
    }

    private static Finding finding(BufferedImage picture, Framing framing, Heads.Seen seen) {
        var found = seen.faces();
        int w = picture.getWidth();
        int h = picture.getHeight();
        double half = framing.size() * w / 2;
        var face = new java.awt.Rectangle(
                        (int) (framing.x() * w - half), (int) (framing.y() * h - half * 1.2), (int) (half * 2), (int)
                                (half * 2.4))
                .intersection(new java.awt.Rectangle(0, 0, w, h));
        var part = face.width < 16 || face.height < 16 ? new java.awt.Rectangle(0, 0, w, h) : face;
        double scale = Math.min(1, 240.0 / part.width);
        var small = scaled(picture.getSubimage(part.x, part.y, part.width, part.height), scale);
        var all = new java.awt.Rectangle(0, 0, small.getWidth(), small.getHeight());
        var brightness = Brightness.of(small, all);
        return new Finding(
                Brightness.mean(brightness),
                Brightness.spread(brightness),
                Brightness.crispness(brightness, all.width, all.height),
                found.size(),
                found.isEmpty() ? 0 : found.getFirst().getWidth() / w,
                seen.angle());
    }

    /** What lies beyond the picture's edge is filled with the colour next to it, as paper goes on behind a cut. */
    private static BufferedImage cut(BufferedImage picture, Framing framing) {
        double scale = HALF_FACE / (framing.size() * picture.getWidth() / 2);
        var portrait = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = portrait.createGraphics();
        g.setColor(new Color(picture.getRGB(0, 0)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        var source = scale < .5 ? scaled(picture, scale * 2) : picture;
        double rest = scale * picture.getWidth() / source.getWidth();
        var at = new AffineTransform();
        at.translate(
                WIDTH / 2.0 - framing.x() * picture.getWidth() * scale,
                FACE_Y - framing.y() * picture.getHeight() * scale);
        at.scale(rest, rest);
        g.drawImage(source, at, null);
        g.dispose();
        return portrait;
    }

    static BufferedImage scaled(BufferedImage picture, double scale) {
        if (scale >= 1) {
            return picture;
        }
        var current = picture;
        // halves first: one step from large to small would skip pixels
        for (double left = scale; ; ) {
            double step = Math.max(left, .5);
            int w = Math.max(1, (int) Math.round(current.getWidth() * step));
            int h = Math.max(1, (int) Math.round(current.getHeight() * step));
            var next = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
            var g = next.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(current, 0, 0, w, h, null);
            g.dispose();
            current = next;
            if (left >= .5) {
                return current;
            }
            left /= step;
        }
    }

    private static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** What a picture shows, and how it would be cut. */
    record Look(Finding finding, Framing framing) {}

    private interface Work<T> {
        T run() throws PortraitRefused;
    }
}
