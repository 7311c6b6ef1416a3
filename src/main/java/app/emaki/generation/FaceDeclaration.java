package app.emaki.generation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a face that they brought into a film: that they may use it, and that whoever it is agrees.
 *
 * @param account who said so
 * @param agreedAt when
 * @param origin the film that the face was brought in with; null when that is the film itself
 */
public record FaceDeclaration(
        UUID account,
        Source source,
        Said said,
        Instant agreedAt,
        @Nullable UUID origin) {

    /** What the face was seen in. */
    public enum Source {
        PICTURE,
        FILM
    }

    /** Where it was said. */
    public enum Said {
        PAGE,
        PROGRAM
    }
}
