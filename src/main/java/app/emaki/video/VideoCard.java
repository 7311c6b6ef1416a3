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
 * @param held whether it waits for a person before others see it
 * @param takenDownReason the moderator's words when it was taken down
 * @param prompt null when its author does not show it and the card is not for the author
 * @param remixOf the video that this one continues
 * @param kin what it is to that one; null without one
 * @param remixOfHandle who made that one; null when their account is gone
 * @param remixable who may continue it
 * @param commercial whether it advertises something
 * @param pinned whether it hangs at the top of its author's page
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
        boolean held,
        @Nullable String takenDownReason,
        @Nullable String prompt,
        String language,
        long seed,
        @Nullable UUID remixOf,
        @Nullable Kin kin,
        @Nullable String remixOfHandle,
        Remixable remixable,
        long likes,
        long comments,
        long remixes,
        long views,
        boolean commercial,
        boolean commentsClosed,
        boolean pinned,
        Instant createdAt) {

    /** The first line or sentence of the caption, which stands as the video's title. */
    public String title() {
        return new Caption(caption).title();
    }

    /** Whether a member who may watch it may also continue it; {@link Audience#continues} rules the same in SQL. */
    public boolean mayContinue(@Nullable UUID viewer, boolean following) {
        return takenDownReason == null
                && (author.equals(viewer)
                        || remixable == Remixable.EVERYONE
                        || (remixable == Remixable.FOLLOWERS && following));
    }

    /** The same, however often it was watched. */
    public VideoCard unwatched() {
        return new VideoCard(
                id,
                publicId,
                author,
                authorHandle,
                authorName,
                caption,
                model,
                filmUrl,
                posterUrl,
                captionsUrl,
                stripUrl,
                stripTiles,
                width,
                height,
                seconds,
                sound,
                placeholder,
                visibility,
                promptShown,
                publishedAt,
                held,
                takenDownReason,
                prompt,
                language,
                seed,
                remixOf,
                kin,
                remixOfHandle,
                remixable,
                likes,
                comments,
                remixes,
                0,
                commercial,
                commentsClosed,
                pinned,
                createdAt);
    }

    /** Where the video has its page. */
    public String page() {
        return "/v/" + publicId;
    }
}
