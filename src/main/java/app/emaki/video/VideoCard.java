package app.emaki.video;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs to show a video.
 *
 * @param model id of the model that made it
 * @param placeholder the colour shown before the poster, {@code #rrggbb}
 * @param stripUrl a picture of {@code stripTiles} small ones in a row, to seek by; null for films without
 * @param publishedAt null for a draft
 * @param takenDownReason the moderator's words when it was taken down
 * @param prompt null when its author does not show it and the card is not for the author
 * @param remixOf the video that this one continues
 */
public record VideoCard(
        UUID id,
        String publicId,
        UUID author,
        String authorHandle,
        String authorName,
        String caption,
        String model,
        String filmUrl,
        String posterUrl,
        @Nullable String captionsUrl,
        @Nullable String stripUrl,
        int stripTiles,
        int width,
        int height,
        double seconds,
        boolean sound,
        String placeholder,
        Visibility visibility,
        boolean promptShown,
        @Nullable Instant publishedAt,
        @Nullable String takenDownReason,
        @Nullable String prompt,
        String language,
        long seed,
        @Nullable UUID remixOf,
        long likes,
        long comments,
        long remixes,
        long views,
        Instant createdAt) {

    /** The first line or sentence of the caption, which stands as the video's title. */
    public String title() {
        return new Caption(caption).title();
    }

    /** Where the video has its page. */
    public String page() {
        return "/v/" + publicId;
    }
}
