package app.emaki.video;

import app.emaki.account.Viewer;
import app.emaki.media.MediaStore;
import app.emaki.media.TestFilm;
import app.emaki.platform.Ids;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Videos that play: small real films, each made once in a run, put into the store and through the door. */
@Component
public class TestCinema {
    private static final double SECONDS = 3;
    private static final Map<String, Reel> REELS = new ConcurrentHashMap<>();

    private final MediaStore store;
    private final Videos videos;
    private final Ids ids;

    TestCinema(MediaStore store, Videos videos, Ids ids) {
        this.store = store;
        this.videos = videos;
        this.ids = ids;
    }

    /** A published video that is upright. */
    public UUID shows(Viewer author, Visibility visibility, String caption) {
        return shows(author, visibility, caption, 144, 256);
    }

    /** A published video of this size. */
    public UUID shows(Viewer author, Visibility visibility, String caption, int width, int height) {
        var id = ids.next();
        var reel = REELS.computeIfAbsent(width + "x" + height, size -> Reel.shoot(width, height));
        try {
            videos.add(new NewVideo(
                    id,
                    author.id(),
                    "kamishibai-1",
                    "a fox on a bridge in the rain",
                    "en",
                    store.put(reel.film(), "video/mp4"),
                    store.put(reel.film(), "video/mp4"),
                    store.put(reel.poster(), "image/jpeg"),
                    null,
                    null,
                    width,
                    height,
                    SECONDS,
                    true,
                    0x24487a,
                    42,
                    null,
                    null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        videos.publish(author, id, new Publication(caption, visibility, true));
        return id;
    }

    private record Reel(Path film, Path poster) {

        static Reel shoot(int width, int height) {
            try {
                var folder = Files.createTempDirectory("reel");
                var film = TestFilm.of(width, height, SECONDS).write(folder.resolve("film.mp4"));
                Files.write(film, disclosure(), StandardOpenOption.APPEND);
                var poster = folder.resolve("poster.jpg");
                ImageIO.write(picture(width, height), "jpg", poster.toFile());
                return new Reel(film, poster);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The box in which films say that a model made them, as all films of ours do. */
        private static byte[] disclosure() {
            var xmp =
                    "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>"
                            .getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(24 + xmp.length)
                    .putInt(24 + xmp.length)
                    .put("uuid".getBytes(StandardCharsets.US_ASCII))
                    .putLong(0xBE7ACFCB97A942E8L)
                    .putLong(0x9C71999491E3AFACL)
                    .put(xmp)
                    .array();
        }

        private static BufferedImage picture(int width, int height) {
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    picture.setRGB(x, y, new Color(36, 72 + 100 * y / height, 122 + 100 * x / width).getRGB());
                }
            }
            return picture;
        }
    }
}
