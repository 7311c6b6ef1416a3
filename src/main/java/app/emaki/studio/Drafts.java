package app.emaki.studio;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.model.Aspect;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what people are writing, so that no word is lost over a reload, a sign-out or a restart. */
@Repository
class Drafts {
    private static final int FIRST_SECONDS = 8;
    private static final int FIRST_LINES = 720;

    private final JdbcClient jdbc;
    private final VideoModels models;
    private final Plans plans;
    private final Clock clock;

    Drafts(JdbcClient jdbc, VideoModels models, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.plans = plans;
        this.clock = clock;
    }

    /** What lies on the viewer's desk; an empty sheet for somebody new. */
    Draft of(Viewer viewer) {
        return jdbc.sql("select * from prompt_draft where account_id = ?")
                .param(viewer.id())
                .query(Drafts::read)
                .optional()
                .orElseGet(() -> empty(viewer));
    }

    /** Keeps the desk as it is now. */
    void keep(Viewer viewer, Draft draft) {
        jdbc.sql("""
                        insert into prompt_draft
                            (account_id, text, model, aspect, seconds, lines, sound, seed, takes, remix_of, dismissed, updated_at)
                        values (:account, :text, :model, :aspect, :seconds, :lines, :sound, :seed, :takes, :remix, :dismissed, :now)
                        on conflict (account_id) do update set
                            text = excluded.text, model = excluded.model, aspect = excluded.aspect,
                            seconds = excluded.seconds, lines = excluded.lines, sound = excluded.sound, seed = excluded.seed,
                            takes = excluded.takes, remix_of = excluded.remix_of, dismissed = excluded.dismissed,
                            updated_at = excluded.updated_at""")
                .param("account", viewer.id())
                .param("text", draft.text())
                .param("model", draft.model())
                .param("aspect", draft.aspect().name())
                .param("seconds", draft.seconds())
                .param("lines", draft.lines())
                .param("sound", draft.sound())
                .param("seed", draft.seed(), Types.BIGINT)
                .param("takes", draft.takes())
                .param("remix", draft.remixOf(), Types.OTHER)
                .param("dismissed", draft.dismissed().toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Draft empty(Viewer viewer) {
        var limits = plans.limits(viewer.plan());
        var offer = models.offers().stream().findFirst();
        int most = Math.min(
                limits.maxSeconds(),
                offer.map(it -> it.capabilities().maxSeconds()).orElse(FIRST_SECONDS));
        boolean sound = offer.map(it -> it.capabilities().sound()).orElse(true);
        return new Draft(
                "",
                offer.map(ModelOffer::id).orElse(""),
                Aspect.PORTRAIT,
                Math.min(FIRST_SECONDS, most),
                Math.min(FIRST_LINES, limits.maxLines()),
                sound,
                null,
                1,
                null,
                Set.of());
    }

    private static Draft read(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("text"),
                row.getString("model"),
                Aspect.valueOf(row.getString("aspect")),
                row.getInt("seconds"),
                row.getInt("lines"),
                row.getBoolean("sound"),
                row.getObject("seed", Long.class),
                row.getInt("takes"),
                row.getObject("remix_of", UUID.class),
                Set.of((String[]) row.getArray("dismissed").getArray()));
    }
}
