package app.emaki.media;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Films to bind into one, and what stands on the cards between them.
 *
 * @param credits the last cards, a line for each film
 * @param credit the same in one sentence, for the file itself
 * @param handle of the author of the last film
 * @param video the last film, which names the whole
 * @param width in pixels, even
 */
public record SplicingOrder(
        Card opening,
        List<Reel> reels,
        List<Line> credits,
        String creditsTitle,
        String credit,
        String handle,
        String instance,
        String model,
        UUID video,
        @Nullable UUID remixOf,
        int width,
        int height) {

    /** One film without its watermark, whose it is, and the card before it; the first film has the opening instead. */
    public record Reel(MediaKey film, UUID video, String handle, Card card) {}

    /** A card: where one is, what comes, whose it is, and a few words more. */
    public record Card(String over, String title, String by, String words) {}

    /** A line of the credits. */
    public record Line(String title, String by) {}
}
