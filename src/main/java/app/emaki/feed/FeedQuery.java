package app.emaki.feed;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.video.Audience;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The feeds, one statement a page. A page is cut from an index first, and only its rows are decorated: asked the other way
 * round, the planner looks at every like there is.
 */
@Repository
class FeedQuery {
    static final int PAGE = 10;

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Slides slides;
    private final ForYouQuery forYou;
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    FeedQuery(JdbcClient jdbc, Audience audience, Slides slides, ForYouQuery forYou) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.slides = slides;
        this.forYou = forYou;
    }

    Page<FeedSlide> page(Tab tab, UUID viewer, Place place) {
        return tab == Tab.FOR_YOU ? forYou.page(viewer, place) : byTime(jdbc.sql(sql(tab, place)), viewer, place);
    }

    /** The statement of a page by time; its parameters are viewer, limit and, below the top, at and id. */
    String sql(Tab tab, Place place) {
        return statements.computeIfAbsent(
                new Shape(tab, place.condition("published_at")), shape -> composed(tab, place));
    }

    private String composed(Tab tab, Place place) {
        boolean followed = tab == Tab.FOLLOWING;
        return "with page as (%s)\n%s%s\norder by p.at desc, p.id desc"
                .formatted(
                        followed ? ofFollowed(place) : ofAll(place),
                        slides.from("page"),
                        followed ? "\nwhere " + audience.lists("v", Slides.VIEWER) : "");
    }

    private String ofAll(Place place) {
        return "select v.id, v.published_at as at from video v where %s%s order by v.published_at desc, v.id desc limit :limit"
                .formatted(audience.lists("v", Slides.VIEWER), place.condition("published_at"));
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

    /** All that statements of this query differ in. */
    private record Shape(Tab tab, String condition) {}

    private Page<FeedSlide> byTime(JdbcClient.StatementSpec statement, UUID viewer, Place place) {
        var bound = statement.param("viewer", viewer).param("limit", PAGE + 1);
        var cursor = place.cursor();
        if (cursor != null) {
            bound = bound.param("at", Timestamp.from(cursor.at())).param("id", cursor.id());
        }
        return Page.of(
                bound.query((row, n) -> slides.read(row, n, viewer)).list(),
                PAGE,
                slide -> Cursor.parse(slide.place()).orElseThrow());
    }
}
