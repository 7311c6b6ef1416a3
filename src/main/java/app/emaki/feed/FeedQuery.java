package app.emaki.feed;

import app.emaki.feed.FeedSlide.Source;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import app.emaki.video.Audience;
import app.emaki.video.Caption;
import app.emaki.video.VideoCards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One statement a page. The page is cut from an index first, and only its rows are decorated: asked the other way round, the
 * planner looks at every like there is.
 */
@Repository
class FeedQuery {
    static final int PAGE = 10;

    private static final String VIEWER = "cast(:viewer as uuid)";

    private final JdbcClient jdbc;
    private final Audience audience;
    private final ModelNames models;

    FeedQuery(JdbcClient jdbc, Audience audience, ModelNames models) {
        this.jdbc = jdbc;
        this.models = models;
        this.audience = audience;
    }

    Page<FeedSlide> page(Tab tab, UUID viewer, Place place) {
        return bind(jdbc.sql(sql(tab, place)), viewer, place);
    }

    /** The statement of a page; its parameters are viewer, limit and, below the top, at and id. */
    String sql(Tab tab, Place place) {
        boolean followed = tab == Tab.FOLLOWING;
        return """
                with page as (%s)
                select p.at, %s, l.account is not null as liked, f.follower is not null as following, k.account is not null as kept,
                  source.id as source_id, source.caption as source_caption, sa.handle as source_handle
                from page p join video v on v.id = p.id join account a on a.id = v.author
                left join video_like l on l.account = :viewer and l.video = v.id
                left join follow f on f.follower = :viewer and f.followed = v.author
                left join bookmark k on k.account = :viewer and k.video = v.id
                left join video source on source.id = v.remix_of and %s
                left join account sa on sa.id = source.author%s
                order by p.at desc, p.id desc""".formatted(
                        followed ? ofFollowed(place) : ofAll(tab.order(), place),
                        VideoCards.columns("v", "a", VIEWER),
                        audience.watches("source", VIEWER),
                        followed ? "\nwhere " + audience.lists("v", VIEWER) : "");
    }

    private String ofAll(String order, Place place) {
        return "select v.id, v.%1$s as at from video v where %2$s%3$s order by v.%1$s desc, v.id desc limit :limit"
                .formatted(
                        order,
                        audience.lists("v", VIEWER) + (order.equals("ranked_at") ? " and not v.limited" : ""),
                        place.condition(order));
    }

    /**
     * The newest of each followed person by an index alone, then the newest of those; the rule follows where the rows are
     * decorated. Whoever follows may see all that is listed, so that it takes nothing away that would leave a page short.
     */
    private static String ofFollowed(Place place) {
        return """
                select c.id, c.at from follow f cross join lateral (
                  select v.id, v.published_at as at from video v
                  where v.author = f.followed and v.listed%s
                  order by v.published_at desc, v.id desc limit :limit) c
                where f.follower = :viewer order by c.at desc, c.id desc limit :limit""".formatted(place.condition("published_at"));
    }

    private Page<FeedSlide> bind(JdbcClient.StatementSpec statement, UUID viewer, Place place) {
        var bound = statement.param("viewer", viewer).param("limit", PAGE + 1);
        var cursor = place.cursor();
        if (cursor != null) {
            bound = bound.param("at", Timestamp.from(cursor.at())).param("id", cursor.id());
        }
        return Page.of(
                bound.query((row, n) -> slide(row, n, viewer)).list(),
                PAGE,
                slide -> Cursor.parse(slide.place()).orElseThrow());
    }

    private FeedSlide slide(ResultSet row, int number, UUID viewer) throws SQLException {
        var video = VideoCards.read(row, number);
        var place = new Cursor(row.getTimestamp("at").toInstant(), video.id());
        return new FeedSlide(
                video,
                models.of(video.model()),
                place.encode(),
                row.getBoolean("liked"),
                row.getBoolean("following"),
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
