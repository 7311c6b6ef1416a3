package app.emaki.cameo;

import app.emaki.cameo.Standing.Facts;
import app.emaki.cameo.Standing.Grant;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads cameos together with everything that the rule of consent asks about one viewer. */
@Repository
class CameoQuery {
    private static final int MOST_HINTS = 8;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String select;
    private final String mutual;

    CameoQuery(JdbcClient jdbc, Clock clock, Acquaintance acquaintance) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mutual = acquaintance.mutual(":viewer", "c.owner");
        this.select =
                """
                select c.id, c.owner, a.handle as owner_handle, a.display_name as owner_name, c.kind, coalesce(c.handle, a.handle) as handle,
                       c.name, c.look, c.description, c.level, c.asks_each, c.restrictions, c.never, c.ends_at, c.challenge, c.consent_version,
                       c.consented_at, c.created_at, c.deleted_at is not null or c.barred_at is not null as gone,
                       c.barred_at is not null and c.deleted_at is null as barred, c.owner = :viewer as own,
                       a.standing <> 'ACTIVE' as owner_away, %s as severed, %s as mutual, coalesce(g.state, 'NONE') as granted,
                       coalesce(g.once and exists (select 1 from cameo_use u where u.cameo = c.id and u.account = :viewer
                                                   and u.unmade_at is null and u.under_yes = g.decided_at), false) as spent,
                       coalesce(c.ends_at <= :now, false) as ended
                from cameo c join account a on a.id = c.owner left join cameo_grant g on g.cameo = c.id and g.account = :viewer
                """.formatted(acquaintance.severed(":viewer", "c.owner"), acquaintance.mutual(":viewer", "c.owner"));
    }

    /** The cameos that are there under these handles; a person's goes before a character's. */
    List<CameoView> named(UUID viewer, Collection<String> handles) {
        return handles.isEmpty()
                ? List.of()
                : query("""
                        where c.deleted_at is null and (c.kind = 'PERSON' and a.handle = any(:handles)
                           or c.kind = 'CHARACTER' and c.handle = any(:handles)) order by c.kind desc, c.id""", viewer)
                        .param("handles", handles.toArray(String[]::new))
                        .query(CameoQuery::read)
                        .list();
    }

    List<CameoView> all(UUID viewer, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : query("where c.id = any(:ids) order by c.id", viewer)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(CameoQuery::read)
                        .list();
    }

    Optional<CameoView> find(UUID viewer, UUID id) {
        return all(viewer, List.of(id)).stream().findFirst();
    }

    /** The cameos of one owner, the person first. */
    List<CameoView> own(UUID owner) {
        return query("where c.owner = :viewer and c.deleted_at is null order by c.kind desc, c.created_at, c.id", owner)
                .query(CameoQuery::read)
                .list();
    }

    /** Those whose handle or name begins so and that exist for the viewer; their own and granted ones first. */
    List<CameoView> beginning(UUID viewer, String start) {
        var like = start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return query("""
                        where c.deleted_at is null and (coalesce(c.handle, a.handle) ilike :start or c.name ilike :start)
                          and (c.owner = :viewer or c.level <> 'NOBODY')
                        order by c.owner = :viewer desc, g.state = 'ALLOWED' desc nulls last, handle, c.id limit :most""", viewer)
                .param("start", like)
                .param("most", 2 * MOST_HINTS)
                .query(CameoQuery::read)
                .list()
                .stream()
                .filter(cameo -> cameo.standing() != Standing.NONE)
                .limit(MOST_HINTS)
                .toList();
    }

    /** Those whom the viewer may use now and knows: not everybody who lets everybody. */
    List<CameoView> castable(UUID viewer) {
        return query("""
                        where c.deleted_at is null and (c.owner = :viewer or c.level <> 'NOBODY'
                          and (g.state = 'ALLOWED' or c.level <> 'APPROVED' and %s))
                        order by c.owner = :viewer desc, g.state = 'ALLOWED' desc nulls last, handle, c.id limit :most""".formatted(mutual), viewer)
                .param("most", 2 * MOST_HINTS)
                .query(CameoQuery::read)
                .list()
                .stream()
                .filter(cameo -> cameo.standing() == Standing.ALLOWED)
                .limit(MOST_HINTS)
                .toList();
    }

    private JdbcClient.StatementSpec query(String where, UUID viewer) {
        return jdbc.sql(select + where).param("viewer", viewer).param("now", Timestamp.from(clock.instant()));
    }

    private static CameoView read(ResultSet row, int number) throws SQLException {
        var level = Level.valueOf(row.getString("level"));
        return new CameoView(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("owner_handle"),
                row.getString("owner_name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("handle"),
                row.getString("name"),
                Look.valueOf(row.getString("look")),
                row.getString("description"),
                level,
                row.getBoolean("asks_each"),
                restrictions(row.getArray("restrictions")),
                row.getString("never"),
                instant(row.getTimestamp("ends_at")),
                row.getString("challenge"),
                row.getString("consent_version"),
                row.getTimestamp("consented_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("barred"),
                new Facts(
                        row.getBoolean("gone"),
                        row.getBoolean("own"),
                        row.getBoolean("owner_away"),
                        row.getBoolean("severed"),
                        row.getBoolean("mutual"),
                        level,
                        Grant.valueOf(row.getString("granted")),
                        row.getBoolean("spent"),
                        row.getBoolean("ended")));
    }

    private static List<Restriction> restrictions(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(Restriction::valueOf)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
