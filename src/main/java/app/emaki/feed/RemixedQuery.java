package app.emaki.feed;

import app.emaki.feed.LineageQuery.After;
import app.emaki.video.Audience;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoCards;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The films that were continued most, of everybody or of one person. */
@Repository
class RemixedQuery {
    static final int PAGE = 24;

    private final JdbcClient jdbc;
    private final Audience audience;

    RemixedQuery(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.audience = audience;
    }

    /** One more than a page when there is more. */
    List<VideoCard> page(@Nullable UUID author, UUID viewer, @Nullable After after) {
        var sql = "select " + VideoCards.columns("v", "a", ":viewer")
                + " from video v join account a on a.id = v.author where v.remixes > 0 and "
                + audience.lists("v", ":viewer")
                + (author == null ? "" : " and v.author = :author")
                + (after == null ? "" : " and (v.remixes, v.id) < (:remixes, cast(:last as uuid))")
                + " order by v.remixes desc, v.id desc limit :limit";
        var statement = jdbc.sql(sql).param("viewer", viewer).param("limit", PAGE + 1);
        if (author != null) {
            statement = statement.param("author", author);
        }
        if (after != null) {
            statement = statement.param("remixes", after.remixes()).param("last", after.last());
        }
        return statement.query(VideoCards::read).list();
    }
}
