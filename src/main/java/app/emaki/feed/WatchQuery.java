package app.emaki.feed;

import app.emaki.platform.PublicId;
import app.emaki.video.Audience;
import app.emaki.video.Caption;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoCards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One video with what its page says of it, in one statement. */
@Repository
class WatchQuery {
    private static final String VIEWER = "cast(:viewer as uuid)";

    private final JdbcClient jdbc;
    private final ModelNames models;
    private final String sql;

    WatchQuery(JdbcClient jdbc, Audience audience, ModelNames models) {
        this.jdbc = jdbc;
        this.models = models;
        this.sql = """
                select %s, l.account is not null as liked, f.follower is not null as following, k.account is not null as kept, %3$s as viewer,
                  source.id as source_id, source.caption as source_caption, sa.handle as source_handle
                from video v join account a on a.id = v.author
                left join video_like l on l.account = %3$s and l.video = v.id
                left join follow f on f.follower = %3$s and f.followed = v.author
                left join bookmark k on k.account = %3$s and k.video = v.id
                left join video source on source.id = v.remix_of and %4$s
                left join account sa on sa.id = source.author
                where v.id = :id and %2$s""".formatted(
                        VideoCards.columns("v", "a", VIEWER),
                        audience.watches("v", VIEWER),
                        VIEWER,
                        audience.watches("source", VIEWER));
    }

    Optional<Watch> find(String publicId, @Nullable UUID viewer) {
        return PublicId.parse(publicId)
                .flatMap(id -> jdbc.sql(sql)
                        .param("id", id)
                        .param("viewer", viewer)
                        .query(this::read)
                        .optional());
    }

    private Watch read(ResultSet row, int number) throws SQLException {
        var video = VideoCards.read(row, number);
        return new Watch(
                video,
                models.of(video.model()),
                row.getBoolean("liked"),
                row.getBoolean("following"),
                row.getBoolean("kept"),
                video.mayContinue(row.getObject("viewer", UUID.class), row.getBoolean("following")),
                Slides.source(row));
    }

    /**
     * The page of a video.
     *
     * @param continuable whether a member like the viewer may continue it
     */
    record Watch(
            VideoCard video,
            String model,
            boolean liked,
            boolean following,
            boolean kept,
            boolean continuable,
            FeedSlide.@Nullable Source source) {
        public Caption caption() {
            return new Caption(video.caption());
        }

        public String ratio() {
            return Shape.of(video).ratio();
        }
    }
}
