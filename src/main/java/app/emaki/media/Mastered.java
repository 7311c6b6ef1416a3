package app.emaki.media;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A film that may be shown.
 *
 * @param film with watermark and marks, for everybody
 * @param clean without the visible marks, for its owner if the plan allows
 * @param seconds as measured
 * @param sound whether there is any
 * @param placeholder mean colour as 0xRRGGBB, shown until the poster is there
 * @param flags what was noticed and is no failure, for instance {@code silent}, {@code black}, {@code frozen}
 */
public record Mastered(
        MediaKey film,
        MediaKey clean,
        MediaKey poster,
        @Nullable MediaKey captions,
        Strip strip,
        int width,
        int height,
        double seconds,
        boolean sound,
        int placeholder,
        List<String> flags) {

    /** Every file of this film. */
    public List<MediaKey> keys() {
        return Stream.of(film, clean, poster, captions, strip.file())
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
