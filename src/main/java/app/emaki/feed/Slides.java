package app.emaki.feed;

import app.emaki.feed.FeedSlide.Source;
import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import app.emaki.video.Audience;
import app.emaki.video.Caption;
import app.emaki.video.VideoCards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a slide says of a video that is on a page already. */
@Component
class Slides {
    static final String VIEWER = "cast(:viewer as uuid)";

    private final Audience audience;
    private final ModelNames models;

    Slides(Audience audience, ModelNames models) {
        this.audience = audience;
        this.models = models;
    }

    /** Selects slides: rows of {@code p} with an id, joined to all that is said of it. */
    String from(String page) {
        return from(
                page,
                "f.follower is not null",
                "\nleft join follow f on f.follower = :viewer and f.followed = v.author");
    }

    /** The same where the page knows already whom the viewer follows: its column {@code following}. */
    String fromKnowing(String page) {
        return from(page, "p.following", "");
    }

    private String from(String page, String following, String follows) {
        return """
                select p.id as page_id, p.at, %s, l.account is not null as liked, %s as following, k.account is not null as kept,
                  source.id as source_id, source.caption as source_caption, sa.handle as source_handle
                from %s p join video v on v.id = p.id join account a on a.id = v.author%s
                left join video_like l on l.account = :viewer and l.video = v.id
                left join bookmark k on k.account = :viewer and k.video = v.id
                left join video source on source.id = v.remix_of and %s
                left join account sa on sa.id = source.author""".formatted(
                VideoCards.columns("v", "a", VIEWER), following, page, follows, audience.watches("source", VIEWER));
    }

    FeedSlide read(ResultSet row, int number, UUID viewer) throws SQLException {
        var video = VideoCards.read(row, number);
        boolean following = row.getBoolean("following");
        return new FeedSlide(
                video,
                models.of(video.model()),
                new Cursor(row.getTimestamp("at").toInstant(), video.id()).encode(),
                row.getBoolean("liked"),
                following,
                row.getBoolean("kept"),
                video.author().equals(viewer),
                source(row));
    }

    static @Nullable Source source(ResultSet row) throws SQLException {
        var id = row.getObject("source_id", UUID.class);
        return id == null
                ? null
                : new Source(
                        PublicId.of(id),
                        row.getString("source_handle"),
                        new Caption(row.getString("source_caption")).title());
    }
}
