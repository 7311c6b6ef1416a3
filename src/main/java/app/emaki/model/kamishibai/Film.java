package app.emaki.model.kamishibai;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A film that has been made, or moments of one.
 *
 * @param video the MP4, or the JPEG with the moments side by side
 * @param bytes its size
 * @param frames how many it has, at 24 a second
 * @param plan the story plan as JSON, from which a remix can start
 * @param captions the spoken lines as WebVTT, null when nothing is said
 */
public record Film(
        Path video,
        long bytes,
        int frames,
        String plan,
        @Nullable String captions) {}
