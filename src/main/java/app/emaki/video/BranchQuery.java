package app.emaki.video;

import app.emaki.media.MediaKey;
import app.emaki.video.BranchFilm.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of films, and the rows of those that are bound. */
@Repository
class BranchQuery {
    private static final String VIEWER = "cast(:viewer as uuid)";
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final String line;
    private final String watchesAll;

    BranchQuery(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.line = """
                with recursive up as (
                  select v.id, v.remix_of, 0 as depth, v.lead, false as within from video v where v.id = :id and %1$s
                  union all
                  select p.id, p.remix_of, up.depth + 1, p.lead, up.lead > 0
                  from up join video p on p.id = up.remix_of where up.depth < :most - 1)
                select %2$s from up join video v on v.id = up.id join account a on a.id = v.author
                where %1$s and not up.within order by up.depth desc""".formatted(audience.watches("v", VIEWER), VideoCards.columns("v", "a", VIEWER));
        this.watchesAll = "select coalesce(bool_and(coalesce(" + audience.watches("v", VIEWER)
                + ", false)), false) and count(v.id) = cardinality(b.films)"
                + " from branch_film b left join video v on v.id = any(b.films) where b.file = :file group by b.id";
    }

    /**
     * Oldest first, without those that the viewer may not watch and those that the next one has in itself already; empty when the
     * last one is among them.
     */
    List<VideoCard> line(UUID leaf, @Nullable UUID viewer, int most) {
        return jdbc.sql(line)
                .param("id", leaf)
                .param("viewer", viewer)
                .param("most", most)
                .query(VideoCards::read)
                .list();
    }

    Optional<BranchFilm> find(String fingerprint) {
        return jdbc.sql("select * from branch_film where fingerprint = ? order by created_at desc limit 1")
                .param(fingerprint)
                .query(BranchQuery::read)
                .optional();
    }

    /** False when the same is there or on its way already. */
    boolean order(UUID id, UUID account, Branch branch, String fingerprint, String language, Instant now) {
        return jdbc.sql("""
                        insert into branch_film (id, account_id, leaf, films, fingerprint, language, state, created_at)
                        values (:id, :account, :leaf, :films, :fingerprint, :language, 'QUEUED', :now)
                        on conflict (fingerprint) where state <> 'FAILED' do nothing""")
                        .param("id", id)
                        .param("account", account)
                        .param("leaf", branch.leaf().id())
                        .param(
                                "films",
                                branch.films().stream().map(VideoCard::id).toArray(UUID[]::new))
                        .param("fingerprint", fingerprint)
                        .param("language", language)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /** The oldest order that nobody works on. */
    Optional<BranchFilm> claim(Instant now) {
        return jdbc.sql("""
                        update branch_film set state = 'RUNNING', tries = tries + 1, percent = 0, lease_until = :until
                        where id = (
                          select id from branch_film where state = 'QUEUED' or (state = 'RUNNING' and lease_until < :now)
                          order by created_at limit 1 for update skip locked)
                        returning *""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(LEASE)))
                .query(BranchQuery::read)
                .optional();
    }

    void progress(UUID id, int percent, Instant now) {
        jdbc.sql("update branch_film set percent = ?, lease_until = ? where id = ? and state = 'RUNNING'")
                .params(percent, Timestamp.from(now.plus(LEASE)), id)
                .update();
    }

    boolean done(UUID id, MediaKey file, double seconds, Instant now) {
        return jdbc.sql("update branch_film set state = 'DONE', percent = 100, file = ?, seconds = ?, finished_at = ?,"
                                + " lease_until = null where id = ? and state = 'RUNNING'")
                        .params(file.value(), seconds, Timestamp.from(now), id)
                        .update()
                > 0;
    }

    /** Fails for good, or waits for another try. */
    void failed(UUID id, boolean forGood, int mostTries, Instant now) {
        jdbc.sql("""
                        update branch_film set state = case when :good or tries >= :most then 'FAILED' else 'QUEUED' end,
                          finished_at = :now, lease_until = null where id = :id and state = 'RUNNING'""")
                .param("good", forGood)
                .param("most", mostTries)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** The films as anybody sees them; without those that are gone by now, or that somebody in them said no to. */
    Map<UUID, VideoCard> cards(List<UUID> films) {
        var cards = new HashMap<UUID, VideoCard>();
        jdbc.sql("select " + VideoCards.columns("v", "a", "cast(null as uuid)")
                        + " from video v join account a on a.id = v.author"
                        + " where v.id = any(:ids) and v.deleted_at is null and v.taken_down_at is null and not ("
                        + Audience.barred("v") + ")")
                .param("ids", films.toArray(UUID[]::new))
                .query(VideoCards::read)
                .list()
                .forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    /** The files without the watermark, by video. */
    Map<UUID, MediaKey> clean(List<UUID> films) {
        var keys = new HashMap<UUID, MediaKey>();
        jdbc.sql("select id, clean from video where id = any(:ids)")
                .param("ids", films.toArray(UUID[]::new))
                .query((row, n) -> keys.put(row.getObject("id", UUID.class), new MediaKey(row.getString("clean"))))
                .list();
        return keys;
    }

    /** Whether the viewer may watch every film in it; empty for a file that is none of these. */
    Optional<Boolean> watchesAll(MediaKey file, @Nullable UUID viewer) {
        return jdbc.sql(watchesAll)
                .param("file", file.value())
                .param("viewer", viewer)
                .query(Boolean.class)
                .optional();
    }

    /** Forgets what ended before then, and tells which files that leaves to nobody. */
    List<MediaKey> forget(Instant before) {
        return files(
                "delete from branch_film where finished_at < ? and state in ('DONE', 'FAILED') returning file",
                Timestamp.from(before));
    }

    /** Forgets everything in which a film is. */
    List<MediaKey> forget(UUID film) {
        return files("delete from branch_film where films @> array[cast(? as uuid)] returning file", film);
    }

    private List<MediaKey> files(String sql, Object parameter) {
        return jdbc
                .sql(sql)
                .param(parameter)
                .query((row, n) -> Optional.ofNullable(row.getString("file")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(MediaKey::new)
                .toList();
    }

    private static BranchFilm read(ResultSet row, int number) throws SQLException {
        var file = row.getString("file");
        return new BranchFilm(
                row.getObject("id", UUID.class),
                row.getObject("leaf", UUID.class),
                List.of((UUID[]) row.getArray("films").getArray()),
                State.valueOf(row.getString("state")),
                row.getInt("percent"),
                file == null ? null : new MediaKey(file),
                row.getString("language"));
    }
}
