package app.emaki.feed;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.video.Audience;
import app.emaki.video.Ranking;
import app.emaki.video.Rankings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * For you: a block of films that the viewer has not seen is cut from the index of ranks, put in the viewer's own order, and
 * shown ten at a time. What is not shown yet travels in the address; see {@link Block}. However many films there are, a block
 * costs the same.
 */
@Repository
class ForYouQuery {
    static final int BLOCK = 20;

    /** So many blocks of which nothing is for the viewer are passed over before a page may be empty. */
    private static final int PATIENCE = 4;

    /** Films seen longer ago may come again. */
    private static final int REMEMBERED = 400;

    /** One's own films are shown to oneself as long as they are news. */
    private static final Duration OWN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Slides slides;
    private final Rankings rankings;
    private final Clock clock;
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();
    private final String restOfBlock;

    ForYouQuery(JdbcClient jdbc, Audience audience, Slides slides, Rankings rankings, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.audience = audience;
        this.slides = slides;
        this.rankings = rankings;
        this.restOfBlock =
                "with page as (select r.id, v.ranked_at as at, r.place from unnest(:ids) with ordinality r(id, place)"
                        + " join video v on v.id = r.id where " + audience.lists("v", Slides.VIEWER) + ")\n"
                        + slides.from("page") + "\norder by p.place";
    }

    Page<FeedSlide> page(UUID viewer, Place place) {
        for (var block = place.block(); block != null && !block.rest().isEmpty(); block = block.later()) {
            var shown = rest(viewer, block);
            if (!shown.isEmpty()) {
                return new Page<>(shown, block.later().encode());
            }
        }
        var page = cut(viewer, place);
        for (int n = 1; n < PATIENCE && page.items().isEmpty() && page.next() != null; n++) {
            page = cut(viewer, Place.of(page.next(), ""));
        }
        return page;
    }

    /**
     * The statement that cuts a block and decorates its first ten; its parameters are viewer, fresh and, below the
     * top, at and id.
     * Every row of the block comes back: those that do not fit the viewer, and those of later pages, with their id alone.
     * Nothing is pulled up over the offset, or all of them would be decorated.
     */
    String sql(Place place) {
        var weights = rankings.current();
        return statements.computeIfAbsent(
                new Shape(place.included(), place.condition("ranked_at"), weights), shape -> composed(place, weights));
    }

    private String composed(Place place, Ranking weights) {
        return """
                with seen as (select w.video from video_view w where w.account = :viewer
                    order by w.created_at desc, w.video desc limit %(remembered)),
                  less as (select array_agg(l.author) as authors, array_agg(l.video) as videos from (
                    select author, video from feed_less where account = :viewer order by created_at desc limit 200) l),
                  less_tags as (select array_agg(distinct t.tag) as tags from (
                    select tags from feed_less where account = :viewer order by created_at desc limit 50) l cross join unnest(l.tags) t(tag)),
                  steer as materialized (select tokens, more from feed_steer where account = :viewer),
                  cut as materialized (
                    %(pinned)select v.id, v.ranked_at as at from video v
                    where v.listed%(where) and v.id not in (select video from seen)
                    order by v.ranked_at desc, v.id desc limit %(block)%(close)),
                  fitting as (
                    select b.id, b.at, v.author, v.author = any(%(follows)) as following,
                      %(lists) and not v.limited and not coalesce(v.id = any((select videos from less)::uuid[]), false)
                        and (v.author <> :viewer or v.published_at > :fresh)
                        and not exists(select 1 from steer s where not s.more and v.words @> s.tokens) as fits,
                      extract(epoch from b.at) / 3600%(first)
                        + case when v.author = any(%(follows)) then %(followed) else 0 end
                        + case when exists(select 1 from steer s where s.more and v.words @> s.tokens) then %(wanted) else 0 end
                        - case when coalesce(v.author = any((select authors from less)::uuid[]), false)
                            or coalesce(v.tags && (select tags from less_tags)::text[], false) then %(less) else 0 end as hours
                    from cut b join video v on v.id = b.id),
                  varied as (
                    select id, at, following, fits, hours - %(variety) * (least(row_number() over (partition by fits, author order by hours desc, id desc), 5) - 1) as hours
                    from fitting),
                  ordered as (
                    select id, at, following, fits, row_number() over (partition by fits order by hours desc, id desc) as place from varied)
                select o.id as block_id, o.at as block_at, o.fits as block_fits, o.place as block_place, d.*
                from ordered o left join lateral (%(slide)) d on true
                order by o.fits desc, o.place""".replace("%(follows)", "array(select followed from follow where follower = :viewer limit 1000)")
                .replace("%(remembered)", String.valueOf(REMEMBERED))
                .replace(
                        "%(pinned)",
                        place.included()
                                ? "(select v.id, v.ranked_at as at from video v where v.listed and v.id = :id) union all ("
                                : "")
                .replace("%(close)", place.included() ? ")" : "")
                .replace("%(where)", place.condition("ranked_at") + (place.included() ? " and v.id <> :id" : ""))
                .replace("%(first)", place.included() ? " + case when b.id = :id then 1000000 else 0 end" : "")
                .replace("%(block)", String.valueOf(BLOCK))
                .replace("%(lists)", audience.lists("v", Slides.VIEWER))
                .replace(
                        "%(slide)",
                        slides.fromKnowing("(select o.id, o.at, o.following where o.fits and o.place <= "
                                + FeedQuery.PAGE + " offset 0)"))
                .replace("%(followed)", hours(weights.followed()))
                .replace("%(wanted)", hours(weights.wanted()))
                .replace("%(less)", hours(weights.less()))
                .replace("%(variety)", hours(weights.variety()));
    }

    private static String hours(double hours) {
        return String.format(Locale.ROOT, "%.2f", hours);
    }

    private Page<FeedSlide> cut(UUID viewer, Place place) {
        var statement = jdbc.sql(sql(place))
                .param("viewer", viewer)
                .param("fresh", Timestamp.from(clock.instant().minus(OWN)));
        var cursor = place.cursor();
        if (cursor != null) {
            statement = statement.param("at", Timestamp.from(cursor.at())).param("id", cursor.id());
        }
        var rows = statement
                .query((row, n) -> new Row(
                        new Cursor(row.getTimestamp("block_at").toInstant(), row.getObject("block_id", UUID.class)),
                        row.getBoolean("block_fits"),
                        row.getObject("id") == null ? null : slides.read(row, n, viewer)))
                .list();
        var shown = new ArrayList<FeedSlide>();
        var rest = new ArrayList<UUID>();
        for (var row : rows) {
            var slide = row.slide();
            if (slide != null) {
                shown.add(slide);
            } else if (row.fits()) {
                rest.add(row.place().id());
            }
        }
        // the film that the address names stands outside of the block
        var scanned = rows.stream()
                .map(Row::place)
                .filter(at -> !place.included() || cursor == null || !at.id().equals(cursor.id()))
                .toList();
        boolean more = scanned.size() >= BLOCK;
        var end = scanned.stream().reduce((one, other) -> before(one, other) ? one : other);
        if (rest.isEmpty() && !more) {
            return new Page<>(shown, null);
        }
        // behind the last block there is nothing: its rest leads to an empty one
        return new Page<>(shown, new Block(rest, end.orElseThrow()).encode());
    }

    private static boolean before(Cursor one, Cursor other) {
        int byTime = one.at().compareTo(other.at());
        // as the database orders them: bytewise, not as two signed numbers
        return byTime != 0
                ? byTime < 0
                : one.id().toString().compareTo(other.id().toString()) < 0;
    }

    private List<FeedSlide> rest(UUID viewer, Block block) {
        return jdbc.sql(restOfBlock)
                .param("viewer", viewer)
                .param("ids", block.now().toArray(UUID[]::new))
                .query((row, n) -> slides.read(row, n, viewer))
                .list();
    }

    /** All that statements of this query differ in. */
    private record Shape(boolean included, String condition, Ranking weights) {}

    private record Row(Cursor place, boolean fits, @Nullable FeedSlide slide) {}
}
