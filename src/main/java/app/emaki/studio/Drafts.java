package app.emaki.studio;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.model.Aspect;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import app.emaki.model.Way;
import app.emaki.platform.Ids;
import app.emaki.video.Remixable;
import app.emaki.video.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people are writing, so that no word is lost over a reload, a sign-out or a restart. One sheet lies on the desk, the
 * others in a drawer.
 */
@Repository
@Transactional
class Drafts {
    /** So many drafts are kept for each account, the newest ones. */
    static final int MOST = 200;

    /** So many of them without a name. */
    static final int MOST_UNNAMED = 100;

    private static final int FIRST_SECONDS = 8;
    private static final int FIRST_LINES = 720;
    private static final Duration GRACE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final VideoModels models;
    private final Plans plans;
    private final Ids ids;
    private final Clock clock;

    Drafts(JdbcClient jdbc, VideoModels models, Plans plans, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.plans = plans;
        this.ids = ids;
        this.clock = clock;
    }

    /** A draft and when it was last written in. */
    record Kept(Draft draft, boolean onDesk, Instant updatedAt) {}

    /** What lies on the viewer's desk; an empty sheet for somebody new. */
    @Transactional(readOnly = true)
    public Draft of(Viewer viewer) {
        return jdbc.sql("select * from prompt_draft where account_id = ? and on_desk")
                .param(viewer.id())
                .query(Drafts::read)
                .optional()
                .orElseGet(() -> empty(viewer));
    }

    /** An empty sheet with the settings of the one on the desk; kept with its first word. */
    @Transactional(readOnly = true)
    public Draft fresh(Viewer viewer) {
        var desk = of(viewer);
        return desk.starting(ids.next(), "", desk.aspect(), desk.seconds());
    }

    /** One draft of the viewer's own. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(Viewer viewer, UUID id) {
        return jdbc.sql("select * from prompt_draft where id = ? and account_id = ? and deleted_at is null")
                .params(id, viewer.id())
                .query(Drafts::read)
                .optional();
    }

    /** Desk and drawer, what was written in last first. */
    @Transactional(readOnly = true)
    public List<Kept> list(Viewer viewer, int most) {
        return jdbc.sql("""
                        select * from prompt_draft where account_id = ? and deleted_at is null
                        order by updated_at desc, id desc limit ?""")
                .params(viewer.id(), most)
                .query((row, number) -> new Kept(
                        read(row, number),
                        row.getBoolean("on_desk"),
                        row.getTimestamp("updated_at").toInstant()))
                .list();
    }

    /**
     * Keeps a sheet as it is now and lays it on the desk.
     *
     * @throws NoSuchDraft when it is another's
     */
    public void keep(Viewer viewer, Draft draft) {
        clearDesk(viewer, draft.id());
        write(viewer, draft, true);
        sweep(viewer);
    }

    /** Lays a sheet into the drawer. */
    void putAway(Viewer viewer, Draft draft) {
        write(viewer, draft, false);
        sweep(viewer);
    }

    /** Takes a sheet out of the drawer. */
    public void open(Viewer viewer, UUID id) {
        clearDesk(viewer, id);
        changed(jdbc.sql(
                        "update prompt_draft set on_desk = true where id = ? and account_id = ? and deleted_at is null")
                .params(id, viewer.id())
                .update());
    }

    public void rename(Viewer viewer, UUID id, String name) {
        changed(jdbc.sql("update prompt_draft set name = ? where id = ? and account_id = ? and deleted_at is null")
                .params(name, id, viewer.id())
                .update());
    }

    /** Throws a sheet away; for a week it can be brought back. */
    public void delete(Viewer viewer, UUID id) {
        changed(jdbc.sql("""
                        update prompt_draft set deleted_at = ?, on_desk = false
                        where id = ? and account_id = ? and deleted_at is null""").params(now(), id, viewer.id()).update());
        jdbc.sql("delete from prompt_draft where account_id = ? and deleted_at < ?")
                .params(viewer.id(), Timestamp.from(clock.instant().minus(GRACE)))
                .update();
    }

    public void bringBack(Viewer viewer, UUID id) {
        changed(jdbc.sql("update prompt_draft set deleted_at = null where id = ? and account_id = ?")
                .params(id, viewer.id())
                .update());
    }

    /** One at a time for each account, since one sheet only lies on a desk. A sheet without a word is not put away. */
    private void clearDesk(Viewer viewer, UUID other) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 5))")
                .param(viewer.id().toString())
                .query()
                .listOfRows();
        jdbc.sql(
                        "delete from prompt_draft where account_id = ? and on_desk and id <> ? and name = '' and text !~ '\\S'")
                .params(viewer.id(), other)
                .update();
        jdbc.sql("update prompt_draft set on_desk = false where account_id = ? and on_desk and id <> ?")
                .params(viewer.id(), other)
                .update();
    }

    private void write(Viewer viewer, Draft draft, boolean onDesk) {
        changed(jdbc.sql("""
                        insert into prompt_draft
                            (id, account_id, name, text, model, aspect, seconds, lines, sound, seed, takes, remix_of, way,
                             visibility, prompt_shown, remixable, dismissed, on_desk, updated_at)
                        values (:id, :account, :name, :text, :model, :aspect, :seconds, :lines, :sound, :seed, :takes, :remix, :way,
                             :visibility, :promptShown, :remixable, :dismissed, :onDesk, :now)
                        on conflict (id) do update set
                            name = excluded.name, text = excluded.text, model = excluded.model, aspect = excluded.aspect,
                            seconds = excluded.seconds, lines = excluded.lines, sound = excluded.sound, seed = excluded.seed,
                            takes = excluded.takes, remix_of = excluded.remix_of, way = excluded.way, visibility = excluded.visibility,
                            prompt_shown = excluded.prompt_shown, remixable = excluded.remixable, dismissed = excluded.dismissed, on_desk = excluded.on_desk,
                            deleted_at = null, updated_at = excluded.updated_at
                        where prompt_draft.account_id = excluded.account_id""")
                .param("id", draft.id())
                .param("account", viewer.id())
                .param("name", draft.name())
                .param("text", draft.text())
                .param("model", draft.model())
                .param("aspect", draft.aspect().name())
                .param("seconds", draft.seconds())
                .param("lines", draft.lines())
                .param("sound", draft.sound())
                .param("seed", draft.seed(), Types.BIGINT)
                .param("takes", draft.takes())
                .param("remix", draft.remixOf(), Types.OTHER)
                .param("way", draft.way().name())
                .param("visibility", draft.showing().visibility().name())
                .param("promptShown", draft.showing().promptShown())
                .param("remixable", draft.showing().remixable().name())
                .param("dismissed", draft.dismissed().toArray(String[]::new))
                .param("onDesk", onDesk)
                .param("now", now())
                .update());
    }

    private void sweep(Viewer viewer) {
        jdbc.sql("""
                        delete from prompt_draft where account_id = :account and not on_desk and id in (
                            (select id from prompt_draft where account_id = :account and name = ''
                             order by updated_at desc offset :unnamed)
                            union all
                            (select id from prompt_draft where account_id = :account order by updated_at desc offset :all))""")
                .param("account", viewer.id())
                .param("unnamed", MOST_UNNAMED)
                .param("all", MOST)
                .update();
    }

    private Draft empty(Viewer viewer) {
        var limits = plans.limits(viewer.plan());
        var offer = models.offers().stream().findFirst();
        int most = Math.min(
                limits.maxSeconds(),
                offer.map(it -> it.capabilities().maxSeconds()).orElse(FIRST_SECONDS));
        return new Draft(
                ids.next(),
                "",
                "",
                offer.map(ModelOffer::id).orElse(""),
                Aspect.PORTRAIT,
                Math.min(FIRST_SECONDS, most),
                Math.min(FIRST_LINES, limits.maxLines()),
                true,
                null,
                1,
                null,
                Way.REMIX,
                Showing.FIRST,
                Set.of());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new NoSuchDraft();
        }
    }

    private static Draft read(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("text"),
                row.getString("model"),
                Aspect.valueOf(row.getString("aspect")),
                row.getInt("seconds"),
                row.getInt("lines"),
                row.getBoolean("sound"),
                row.getObject("seed", Long.class),
                row.getInt("takes"),
                row.getObject("remix_of", UUID.class),
                Way.valueOf(row.getString("way")),
                new Showing(
                        Visibility.valueOf(row.getString("visibility")),
                        row.getBoolean("prompt_shown"),
                        Remixable.valueOf(row.getString("remixable"))),
                Set.of((String[]) row.getArray("dismissed").getArray()));
    }
}
