package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What people keep to use again. */
@Repository
@Transactional
class Presets {
    /** So many for each account. */
    static final int MOST = 60;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration GRACE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Presets(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** The viewer's presets, by name. */
    @Transactional(readOnly = true)
    public List<Preset> list(Viewer viewer) {
        return jdbc.sql(
                        "select * from prompt_preset where account_id = ? and deleted_at is null order by lower(name), id")
                .param(viewer.id())
                .query((row, number) -> preset(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("text"),
                        row.getString("settings")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Preset> find(Viewer viewer, UUID id) {
        return list(viewer).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Keeps a preset; false when there are as many as anybody may have. */
    public boolean add(Viewer viewer, String name, String text, Preset.@Nullable Film film) {
        return jdbc.sql("""
                        insert into prompt_preset (id, account_id, name, text, settings, created_at)
                        select :id, :account, :name, :text, :settings, :now
                        where (select count(*) from prompt_preset where account_id = :account and deleted_at is null) < :most""")
                        .param("id", ids.next())
                        .param("account", viewer.id())
                        .param("name", name)
                        .param("text", text)
                        .param("settings", film == null ? null : JSON.writeValueAsString(film), Types.VARCHAR)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("most", MOST)
                        .update()
                == 1;
    }

    public void rename(Viewer viewer, UUID id, String name) {
        changed(jdbc.sql("update prompt_preset set name = ? where id = ? and account_id = ? and deleted_at is null")
                .params(name, id, viewer.id())
                .update());
    }

    /** Deletes a preset; for a week it can be brought back. */
    public void delete(Viewer viewer, UUID id) {
        changed(jdbc.sql(
                        "update prompt_preset set deleted_at = ? where id = ? and account_id = ? and deleted_at is null")
                .params(Timestamp.from(clock.instant()), id, viewer.id())
                .update());
        jdbc.sql("delete from prompt_preset where account_id = ? and deleted_at < ?")
                .params(viewer.id(), Timestamp.from(clock.instant().minus(GRACE)))
                .update();
    }

    public void bringBack(Viewer viewer, UUID id) {
        changed(jdbc.sql("update prompt_preset set deleted_at = null where id = ? and account_id = ?")
                .params(id, viewer.id())
                .update());
    }

    private static Preset preset(UUID id, String name, String text, @Nullable String settings) {
        return new Preset(id, name, text, settings == null ? null : JSON.readValue(settings, Preset.Film.class));
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new NoSuchDraft();
        }
    }
}
