package app.emaki.media.mastering;

import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Three seconds in which a picture stands still, upright and silent: for backends that know whoever shall appear by a film alone.
 *
 * @param picture a JPEG
 */
public record StillFilm(Path target, byte[] picture) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 1280;
    private static final int RATE = 24;
    private static final int SECONDS = 3;
    private static final Color PAPER = new Color(0xFDFCF8);

    public void write(DataOutput out) throws IOException {
        out.writeUTF(target.toString());
        out.writeInt(picture.length);
        out.write(picture);
    }

    static StillFilm read(DataInput in) throws IOException {
        var target = Path.of(in.readUTF());
        var picture = new byte[in.readInt()];
        in.readFully(picture);
        return new StillFilm(target, picture);
    }

    /** The length of the film, in seconds. */
    double make() throws IOException, UnfitSource {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        if (image == null) {
            throw new UnfitSource("no-picture", "It is no picture");
        }
        var sheet = Sheet.of(upright(image));
        var nobody = new Job(target, target, "", "", "", "", "", true, WIDTH, HEIGHT, 0, "");
        try (var canvas = new Canvas(WIDTH, HEIGHT);
                var writer = new FilmWriter(
                        target, canvas.frame(), av_make_q(RATE, 1), null, new Disclosure(nobody, "", Origin.UNKNOWN))) {
            for (int number = 0; number < RATE * SECONDS; number++) {
                sheet.over(canvas.blank(), 1);
                writer.add(canvas.frame(), number);
            }
            writer.finish(SECONDS);
        }
        return SECONDS;
    }

    /** The whole picture in the middle of a page. */
    private static BufferedImage upright(BufferedImage image) {
        var page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = page.createGraphics();
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double scale = Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight());
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        pen.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
        pen.dispose();
        return page;
    }
}
