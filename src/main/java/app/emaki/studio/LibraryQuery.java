package app.emaki.studio;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.video.Audience;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoCards;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody has made, deleted films aside. */
@Repository
class LibraryQuery {
    private static final int PAGE = 36;
    private static final String OWN = "select " + VideoCards.columns("v", "a", "v.author")
            + " from video v join account a on a.id = v.author where v.author = :author and not ("
            + Audience.barred("v")
            + ") and ";

    private final JdbcClient jdbc;

    LibraryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these videos that are the author's and still there. */
    Map<UUID, VideoCard> own(UUID author, Collection<UUID> ids) {
        var cards = new LinkedHashMap<UUID, VideoCard>();
        jdbc.sql(OWN + LibraryState.ALL.condition() + " and v.id = any(:ids)")
                .param("author", author)
                .param("ids", ids.toArray(UUID[]::new))
                .query(VideoCards::read)
                .list()
                .forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    /** Newest first. */
    Page<VideoCard> page(UUID author, LibraryFilter filter) {
        var sql = new StringBuilder(OWN).append(filter.state().condition());
        if (filter.model() != null) {
            sql.append(" and v.model = :model");
        }
        if (!filter.styles().isEmpty()) {
            sql.append(" and v.prompt ilike any(:styles)");
        }
        if (filter.shelf() != null) {
            sql.append(
                    " and exists (select 1 from library_mark m where m.video = v.id and m.account_id = :author and m.shelf = :shelf)");
        }
        if (filter.words() != null) {
            sql.append(" and (v.prompt ilike :words or v.caption ilike :words)");
        }
        var before = filter.before();
        if (before != null) {
            sql.append(" and (v.created_at, v.id) < (:at, :before)");
        }
        var statement = jdbc.sql(sql.append(" order by v.created_at desc, v.id desc limit :limit")
                        .toString())
                .param("author", author)
                .param("model", filter.model())
                .param("shelf", filter.shelf())
                .param(
                        "styles",
                        filter.styles().stream()
                                .map(it -> "%" + escaped(it) + "%")
                                .toArray(String[]::new))
                .param("words", filter.words() == null ? null : "%" + escaped(filter.words()) + "%")
                .param("at", before == null ? null : Timestamp.from(before.at()))
                .param("before", before == null ? null : before.id())
                .param("limit", PAGE + 1);
        return Page.of(statement.query(VideoCards::read).list(), PAGE, card -> new Cursor(card.createdAt(), card.id()));
    }

    /** The models that the author has films of. */
    List<String> models(UUID author) {
        return jdbc.sql("select distinct model from video where author = ? and deleted_at is null order by model")
                .param(author)
                .query(String.class)
                .list();
    }

    /** Those of these generations with somebody in them who does not agree to their film; none that their author gave up themselves. */
    Set<UUID> refused(Collection<UUID> generations) {
        return generations.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                        select distinct g.id from generation g join cameo_use u on u.video = g.video_id left join video v on v.id = g.video_id
                        where g.id = any(:ids) and u.state in ('REFUSED', 'REVOKED') and u.unmade_at is null and v.deleted_at is null""").param("ids", generations.toArray(UUID[]::new)).query(UUID.class).list().stream()
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of some takes whose model has no name yet: they stand in a blind comparison that waits for its verdict. */
    Set<UUID> nameless(Collection<UUID> generations) {
        return jdbc.sql("""
                        select s.generation from comparison_side s join comparison c on c.id = s.comparison
                        where s.generation = any(:takes) and c.blind and c.decided_at is null""")
                .param("takes", generations.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
