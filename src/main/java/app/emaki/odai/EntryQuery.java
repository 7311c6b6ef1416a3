package app.emaki.odai;

import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import app.emaki.video.Audience;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoCards;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Films of a theme: while it is open in an order that is each viewer's own, so that none is always first; then by votes. */
@Repository
class EntryQuery {
    private static final int PAGE = 24;
    private static final int BEST = 50;

    private final JdbcClient jdbc;
    private final String entries;

    EntryQuery(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.entries = " from video_tag t join video v on v.id = t.video join account a on a.id = v.author"
                + " where t.tag = :tag and v.published_at >= :begins and v.published_at < :ends and "
                + audience.lists("v", ":viewer");
    }

    Page<Entry> blind(Odai odai, UUID viewer, @Nullable UUID after) {
        var order = "md5(cast(:viewer as text) || cast(v.id as text))";
        var statement = bind(
                "select " + VideoCards.columns("v", "a", ":viewer")
                        + ", exists(select 1 from odai_vote o where o.odai = :odai and o.account = :viewer and o.video = v.id) as voted, 0 as votes"
                        + entries
                        + (after == null
                                ? ""
                                : " and (" + order
                                        + ", v.id) > (md5(cast(:viewer as text) || cast(cast(:after as uuid) as text)), :after)")
                        + " order by " + order + ", v.id limit " + (PAGE + 1),
                odai,
                viewer);
        if (after != null) {
            statement = statement.param("after", after);
        }
        var rows = read(statement);
        return rows.size() <= PAGE
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, PAGE),
                        PublicId.of(rows.get(PAGE - 1).card().id()));
    }

    List<Entry> best(Odai odai, UUID viewer) {
        return read(bind(
                "select " + VideoCards.columns("v", "a", ":viewer")
                        + ", false as voted, (select count(*) from odai_vote o where o.odai = :odai and o.video = v.id) as votes"
                        + entries + " order by votes desc, v.published_at, v.id limit " + BEST,
                odai,
                viewer));
    }

    private JdbcClient.StatementSpec bind(String sql, Odai odai, UUID viewer) {
        return jdbc.sql(sql)
                .param("tag", odai.tag())
                .param("odai", odai.id())
                .param("viewer", viewer)
                .param("begins", Timestamp.from(odai.beginsAt()))
                .param("ends", Timestamp.from(odai.endsAt()));
    }

    private static List<Entry> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new Entry(VideoCards.read(row, n), row.getBoolean("voted"), row.getLong("votes")))
                .list();
    }

    /** A film of a theme; votes are zero as long as they are secret. */
    record Entry(VideoCard card, boolean voted, long votes) {}
}
