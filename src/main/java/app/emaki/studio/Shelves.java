package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stars and shelves: how somebody orders their own films. Nobody else sees it. */
@Repository
@Transactional
class Shelves {
    static final int MOST = 100;

    private static final String OWN =
            " from video v where v.id = any(:films) and v.author = :account and v.erased_at is null";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Shelves(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** A shelf and how many films stand on it. */
    record Shelf(UUID id, String name, int films) {
        public String publicId() {
            return PublicId.of(id);
        }
    }

    /** How one film is marked. */
    record Mark(boolean starred, @Nullable UUID shelf) {
        static final Mark NONE = new Mark(false, null);
    }

    @Transactional(readOnly = true)
    public List<Shelf> list(Viewer viewer) {
        return jdbc.sql("""
                        select s.id, s.name, count(v.id) as films from library_shelf s
                        left join library_mark m on m.shelf = s.id
                        left join video v on v.id = m.video and v.deleted_at is null
                        where s.account_id = ? group by s.id order by lower(s.name), s.id""").param(viewer.id()).query(Shelf.class).list();
    }

    @Transactional(readOnly = true)
    public Map<UUID, Mark> marks(Viewer viewer, Collection<UUID> films) {
        var marks = new HashMap<UUID, Mark>();
        jdbc.sql("select video, starred, shelf from library_mark where account_id = :account and video = any(:films)")
                .param("account", viewer.id())
                .param("films", films.toArray(UUID[]::new))
                .query((row, number) -> marks.put(
                        row.getObject("video", UUID.class),
                        new Mark(row.getBoolean("starred"), row.getObject("shelf", UUID.class))))
                .list();
        return marks;
    }

    /** Gives films a star, or takes it; another's films stay as they are. */
    public void star(Viewer viewer, Collection<UUID> films, boolean starred) {
        jdbc.sql("insert into library_mark (video, account_id, starred) select v.id, :account, :starred" + OWN
                        + " on conflict (video) do update set starred = excluded.starred")
                .param("account", viewer.id())
                .param("films", films.toArray(UUID[]::new))
                .param("starred", starred)
                .update();
    }

    /** Puts films on a shelf of the viewer's own; null takes them off. */
    public void put(Viewer viewer, Collection<UUID> films, @Nullable UUID shelf) {
        jdbc.sql("insert into library_mark (video, account_id, shelf) select v.id, :account,"
                        + " (select s.id from library_shelf s where s.id = :shelf and s.account_id = :account)" + OWN
                        + " on conflict (video) do update set shelf = excluded.shelf")
                .param("account", viewer.id())
                .param("films", films.toArray(UUID[]::new))
                .param("shelf", shelf, Types.OTHER)
                .update();
    }

    /** Makes a shelf, or finds the one of that name; empty when there are as many as anybody may have. */
    public Optional<UUID> named(Viewer viewer, String name) {
        return jdbc.sql("select id from library_shelf where account_id = ? and name = ?")
                .params(viewer.id(), name)
                .query(UUID.class)
                .optional()
                .or(() -> jdbc.sql("""
                                insert into library_shelf (id, account_id, name, created_at)
                                select :id, :account, :name, :now
                                where (select count(*) from library_shelf where account_id = :account) < :most
                                on conflict (account_id, name) do update set name = excluded.name returning id""")
                        .param("id", ids.next())
                        .param("account", viewer.id())
                        .param("name", name)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("most", MOST)
                        .query(UUID.class)
                        .optional());
    }

    /** Takes a shelf away; what stood on it stays in the library. */
    public void remove(Viewer viewer, UUID shelf) {
        jdbc.sql("delete from library_shelf where id = ? and account_id = ?")
                .params(shelf, viewer.id())
                .update();
    }
}
