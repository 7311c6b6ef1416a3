package app.emaki.api;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.video.Audience;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoCards;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The feed for programs: by the same rule of who may see what as the pages, a page at a time. */
@Repository
class FeedReads {
    private static final String VIEWER = "cast(:viewer as uuid)";

    private final JdbcClient jdbc;
    private final Audience audience;

    FeedReads(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.audience = audience;
    }

    /** What to list. */
    enum Kind {
        LATEST("published_at"),
        POPULAR("ranked_at"),
        FOLLOWING("published_at");

        private final String order;

        Kind(String order) {
            this.order = order;
        }
    }

    /**
     * A page of the feed.
     *
     * @param author only this one's; null for everybody's
     */
    Page<VideoCard> page(Kind kind, UUID viewer, @Nullable UUID author, @Nullable Cursor before, int size) {
        var condition = new StringBuilder(audience.lists("v", VIEWER));
        if (kind == Kind.FOLLOWING) {
            condition.append(
                    " and exists (select 1 from follow f where f.follower = :viewer and f.followed = v.author)");
        }
        if (author != null) {
            condition.append(" and v.author = :author");
        }
        if (before != null) {
            condition.append(" and (v.%s, v.id) < (:at, :before)".formatted(kind.order));
        }
        var sql = """
                with page as (select v.id, v.%1$s as at from video v where %2$s order by v.%1$s desc, v.id desc limit :limit)
                select p.at, %3$s from page p join video v on v.id = p.id join account a on a.id = v.author
                order by p.at desc, p.id desc""".formatted(kind.order, condition, VideoCards.columns("v", "a", VIEWER));
        var statement = jdbc.sql(sql).param("viewer", viewer).param("limit", size + 1);
        if (author != null) {
            statement = statement.param("author", author);
        }
        if (before != null) {
            statement = statement.param("at", Timestamp.from(before.at())).param("before", before.id());
        }
        var rows = statement
                .query((row, n) ->
                        new Row(VideoCards.read(row, n), row.getTimestamp("at").toInstant()))
                .list();
        var page = Page.of(rows, size, row -> new Cursor(row.at(), row.card().id()));
        return new Page<>(page.items().stream().map(Row::card).toList(), page.next());
    }

    private record Row(VideoCard card, Instant at) {}
}
