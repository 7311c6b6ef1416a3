package app.emaki.feed;

import app.emaki.platform.PublicId;
import app.emaki.video.Audience;
import app.emaki.video.Kin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A lineage in one statement, bounded whatever hangs on a film: the nearest ancestors, some children of each film generation by
 * generation until the page is full, and a count that stops at its bound.
 */
@Repository
class LineageQuery {
    /** The whole page. */
    static final Extent PAGE = new Extent(24, 6, 5, 40, 10_001);
    /** A strip of it on the page of a film. */
    static final Extent STRIP = new Extent(4, 3, 3, 9, 0);

    private static final int DEEPEST = 200;
    private static final String VIEWER = "cast(:viewer as uuid)";

    private final JdbcClient jdbc;
    private final String first;
    private final String next;

    LineageQuery(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.first = sql(audience, "");
        this.next = sql(audience, " and (d.depth > 0 or (v.remixes, v.id) < (:remixes, cast(:last as uuid)))");
    }

    /**
     * How much is shown.
     *
     * @param up ancestors
     * @param deep generations below
     * @param width children of each film
     * @param most films below, at all
     * @param counted where the count of everything below ends; 0 for none
     */
    record Extent(int up, int deep, int width, int most, int counted) {}

    /** Where the children of a film go on: those that were continued less, or as often and are older. */
    record After(long remixes, UUID last) {
        static Optional<After> parse(String text) {
            var parts = text.split("\\.", -1);
            return parts.length == 2 && parts[0].matches("\\d{1,9}")
                    ? PublicId.parse(parts[1]).map(id -> new After(Long.parseLong(parts[0]), id))
                    : Optional.empty();
        }
    }

    /** Empty when the viewer may not watch the film. */
    Optional<Lineage> find(UUID id, @Nullable UUID viewer, Extent extent, @Nullable After after) {
        var statement = jdbc.sql(after == null ? first : next)
                .param("id", id)
                .param("viewer", viewer)
                .param("up", after == null ? extent.up() : 0)
                .param("deep", extent.deep())
                .param("width", extent.width() + 1)
                .param("most", extent.most())
                .param("deepest", DEEPEST)
                .param("counted", extent.counted());
        if (after != null) {
            statement = statement.param("remixes", after.remixes()).param("last", after.last());
        }
        var rows = statement.query(LineageQuery::row).list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var nodes = rows.stream().map(Row::node).toList();
        var total = rows.getFirst();
        boolean full = nodes.stream().filter(node -> node.depth() > 0).count() == extent.most();
        return Optional.of(new Lineage.Builder(nodes, extent.width(), full)
                .build(
                        extent.counted() == 0 ? null : total.films(),
                        total.generations(),
                        total.films() >= extent.counted() - 1));
    }

    /** The line of films that leads to this one, oldest first; empty when the viewer may not watch the film. */
    List<LineageNode> line(UUID id, @Nullable UUID viewer, int most) {
        return find(id, viewer, new Extent(most - 1, 0, 0, 0, 0), null)
                .map(Lineage::line)
                .orElse(List.of());
    }

    String sql() {
        return first;
    }

    private static String sql(Audience audience, String after) {
        return """
                with recursive
                up as (
                  select v.id, v.remix_of, 0 as depth from video v where v.id = :id and %1$s
                  union all
                  select p.id, p.remix_of, up.depth - 1 from up join video p on p.id = up.remix_of where up.depth > -:up),
                down as (
                  select id, 0 as depth from up where depth = 0
                  union all
                  select c.id, d.depth + 1 from down d cross join lateral (
                    select v.id from video v
                    where v.remix_of = d.id and (v.listed or v.linked) and (v.linked or %2$s)%4$s
                    order by v.remixes desc, v.id desc limit :width) c
                  where d.depth < :deep),
                every as (
                  select id, 0 as depth from up where depth = 0
                  union all
                  select c.id, e.depth + 1 from every e cross join lateral (
                    select v.id from video v where v.remix_of = e.id and (v.listed or v.linked) and (v.linked or not (%5$s)) offset 0) c
                  where e.depth < :deepest),
                total as (select greatest(count(*) - 1, 0) as films, coalesce(max(depth), 0) as generations
                  from (select depth from every limit :counted) e),
                shown as (
                  select id, depth from up
                  union all
                  (select id, depth from down where depth > 0 limit :most))
                select s.depth, t.films, t.generations, v.id, v.remix_of, v.kin, w.seen, v.width, v.height, v.seconds, v.language,
                  case when a.standing <> 'CLOSED' then a.handle end as handle,
                  case when w.seen then v.caption end as caption, case when w.seen then v.film end as film,
                  case when w.seen then v.poster end as poster,
                  case when w.seen and (v.prompt_shown or v.author = %3$s) then v.prompt end as prompt,
                  case when w.seen then v.published_at end as published_at,
                  case when w.seen then v.likes else 0 end as likes, v.remixes, v.linked
                from shown s join video v on v.id = s.id join account a on a.id = v.author
                cross join total t
                cross join lateral (select coalesce(%1$s, false) as seen) w
                order by s.depth, v.remixes desc, v.id desc""".formatted(
                audience.watches("v", VIEWER), audience.lists("v", VIEWER), VIEWER, after, Audience.withheld("v"));
    }

    private record Row(LineageNode node, int films, int generations) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        var kin = row.getString("kin");
        var remixOf = row.getObject("remix_of", UUID.class);
        var published = row.getTimestamp("published_at");
        var node = new LineageNode(
                row.getObject("id", UUID.class),
                row.getInt("depth"),
                remixOf,
                remixOf == null ? null : kin == null ? Kin.REMIX : Kin.valueOf(kin),
                row.getBoolean("seen"),
                row.getString("handle"),
                row.getString("caption"),
                media(row.getString("film")),
                media(row.getString("poster")),
                row.getInt("width"),
                row.getInt("height"),
                row.getDouble("seconds"),
                row.getString("language"),
                row.getString("prompt"),
                instant(published),
                row.getLong("remixes"),
                row.getLong("likes"),
                row.getBoolean("linked"));
        return new Row(node, row.getInt("films"), row.getInt("generations"));
    }

    private static @Nullable String media(@Nullable String key) {
        return key == null ? null : "/media/" + key;
    }

    private static java.time.@Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
