package app.emaki.video;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VideoQuery {
    private static final String CARDS = "select " + VideoCards.columns("v", "a", "cast(:viewer as uuid)")
            + " from video v join account a on a.id = v.author ";

    private final JdbcClient jdbc;
    private final String watchable;
    private final String watched;
    private final String continuable;

    VideoQuery(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.watchable = CARDS + "where v.id = :id and " + audience.watches("v", "cast(:viewer as uuid)");
        this.watched = "v.id = any(:ids) and " + audience.watches("v", "cast(:viewer as uuid)");
        this.continuable = "select case when " + audience.continues("v", ":viewer")
                + " then 'ALLOWED' when v.taken_down_at is not null then 'GONE' when v.remixable = 'FOLLOWERS' then 'FOLLOWERS_ONLY'"
                + " else 'NOBODY' end from video v where v.id = :id and " + audience.watches("v", ":viewer");
    }

    Remixing remixing(UUID id, UUID viewer) {
        return jdbc.sql(continuable)
                .param("id", id)
                .param("viewer", viewer)
                .query(Remixing.class)
                .optional()
                .orElse(Remixing.GONE);
    }

    Optional<VideoCard> find(UUID id, @Nullable UUID viewer) {
        return jdbc.sql(watchable)
                .param("id", id)
                .param("viewer", viewer)
                .query(VideoCards::read)
                .optional();
    }

    Map<UUID, VideoCard> cards(Collection<UUID> ids) {
        return cards("v.id = any(:ids)", ids, null);
    }

    /** Those that this viewer may watch. */
    Map<UUID, VideoCard> cards(UUID viewer, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : cards(watched, ids, viewer);
    }

    /** The film that an address names. */
    Optional<UUID> at(FilmAddress address) {
        var ids = address.ids().toArray(UUID[]::new);
        return jdbc.sql("""
                        select id from video where id = any(:ids) or film = any(:keys) or poster = any(:keys) or clean = any(:keys)
                          or captions = any(:keys) or strip = any(:keys)
                        order by array_position(:ids, id) limit 1""")
                .param("ids", ids)
                .param("keys", address.keys().toArray(String[]::new))
                .query(UUID.class)
                .optional();
    }

    /** Everything that was made from a film, and from that; at most so many. */
    int branch(UUID id, int most) {
        return jdbc.sql("""
                        with recursive tree (id) as (
                            select id from video where remix_of = :id
                            union select v.id from video v join tree t on v.remix_of = t.id)
                        select count(*) from (select id from tree limit :most) t""")
                .param("id", id)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Those that are not deleted. */
    Map<UUID, VideoCard> there(Collection<UUID> ids) {
        return cards("v.id = any(:ids) and v.deleted_at is null", ids, null);
    }

    private Map<UUID, VideoCard> cards(String which, Collection<UUID> ids, @Nullable UUID viewer) {
        var cards = new LinkedHashMap<UUID, VideoCard>();
        jdbc.sql(CARDS + "where " + which)
                .param("ids", ids.toArray(UUID[]::new))
                .param("viewer", viewer)
                .query(VideoCards::read)
                .list()
                .forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    Page<VideoCard> library(UUID author, @Nullable Cursor before, int size) {
        var page = before == null ? "" : " and (v.created_at, v.id) < (:at, :before)";
        var sql = jdbc.sql(CARDS + "where v.author = :viewer and v.deleted_at is null and not (" + Audience.barred("v")
                        + ")" + page + " order by v.created_at desc, v.id desc limit :limit")
                .param("viewer", author)
                .param("limit", size + 1);
        if (before != null) {
            sql = sql.param("at", java.sql.Timestamp.from(before.at())).param("before", before.id());
        }
        return Page.of(sql.query(VideoCards::read).list(), size, card -> new Cursor(card.createdAt(), card.id()));
    }
}
