package app.emaki.api;

import app.emaki.video.VideoCard;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A film as others see it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PublicVideo(
        String id,
        String object,
        String author,
        String authorName,
        String caption,
        @Nullable String prompt,
        String model,
        int width,
        int height,
        double seconds,
        boolean sound,
        boolean aiGenerated,
        boolean commercial,
        String visibility,
        @Nullable String remixedFromVideoId,
        @Nullable String remixedFromAuthor,
        long likes,
        long comments,
        long remixes,
        long views,
        Instant createdAt,
        @Nullable Instant publishedAt,
        String page,
        String content) {

    /** Addresses are whole when the one of the instance is given. */
    static PublicVideo of(VideoCard card, String site) {
        var id = VideoId.of(card.id());
        return new PublicVideo(
                id,
                "emaki.video",
                card.authorHandle(),
                card.authorName(),
                card.caption(),
                card.prompt(),
                card.model(),
                card.width(),
                card.height(),
                card.seconds(),
                card.sound(),
                true,
                card.commercial(),
                card.publishedAt() == null
                        ? "private"
                        : card.visibility().name().toLowerCase(Locale.ROOT),
                source(card.remixOf()),
                card.remixOfHandle(),
                card.likes(),
                card.comments(),
                card.remixes(),
                card.views(),
                card.createdAt(),
                card.publishedAt(),
                site + card.page(),
                site + "/api/v1/videos/" + id + "/content");
    }

    private static @Nullable String source(@Nullable UUID id) {
        return id == null ? null : VideoId.of(id);
    }
}
