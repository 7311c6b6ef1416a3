package app.emaki.social;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import app.emaki.video.Audience;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoCards;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody kept, newest first, as long as they may watch it. */
@Repository
class BookmarkQuery {
    private static final int PAGE = 24;

    private final JdbcClient jdbc;
    private final Audience audience;

    BookmarkQuery(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.audience = audience;
    }

    Page<Kept> page(UUID account, @Nullable UUID collection, @Nullable Cursor before) {
        var statement = jdbc.sql("select " + VideoCards.columns("v", "a", ":viewer")
                        + ", b.collection, b.created_at as kept_at from bookmark b join video v on v.id = b.video"
                        + " join account a on a.id = v.author where b.account = :viewer and "
                        + audience.watches("v", ":viewer")
                        + (collection == null ? "" : " and b.collection = :collection")
                        + (before == null ? "" : " and (b.created_at, b.video) < (:at, :id)")
                        + " order by b.created_at desc, b.video desc limit :limit")
                .param("viewer", account)
                .param("limit", PAGE + 1);
        if (collection != null) {
            statement = statement.param("collection", collection);
        }
        if (before != null) {
            statement = statement.param("at", Timestamp.from(before.at())).param("id", before.id());
        }
        return Page.of(
                statement
                        .query((row, n) -> new Kept(
                                VideoCards.read(row, n),
                                row.getObject("collection", UUID.class),
                                row.getTimestamp("kept_at").toInstant()))
                        .list(),
                PAGE,
                kept -> new Cursor(kept.at(), kept.card().id()));
    }

    List<Collection> collections(UUID account) {
        return jdbc.sql("select c.id, c.name, (select count(*) from bookmark b where b.collection = c.id) as films"
                        + " from collection c where c.account = ? order by c.name")
                .param(account)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Collection(id, PublicId.of(id), row.getString("name"), row.getLong("films"));
                })
                .list();
    }

    record Kept(VideoCard card, @Nullable UUID collection, Instant at) {}

    record Collection(UUID id, String publicId, String name, long films) {}
}
