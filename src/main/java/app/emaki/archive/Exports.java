package app.emaki.archive;

import app.emaki.account.Viewer;
import app.emaki.cameo.CameoRevoked;
import app.emaki.platform.Ids;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exports: asked for in a row, made by a job that may start over at any time, kept for a week. */
@Component
class Exports {
    private final JdbcClient jdbc;
    private final ArchiveWriter writer;
    private final ArchiveSettings settings;
    private final SchedulerClient jobs;
    private final OneTimeTask<Void> task;
    private final Path folder;
    private final Ids ids;
    private final Clock clock;

    Exports(
            JdbcClient jdbc,
            ArchiveWriter writer,
            ArchiveSettings settings,
            @Lazy @Qualifier("exportTask") OneTimeTask<Void> task,
            DataSource data,
            @Value("${emaki.data}") Path folder,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.settings = settings;
        this.task = task;
        this.jobs = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(data))
                .build();
        this.folder = folder.resolve("exports").toAbsolutePath();
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for everything; while one is being made, asking again changes nothing. */
    @Transactional
    public void ask(Viewer owner) {
        var id = ids.next();
        int made = jdbc.sql("""
                        insert into archive_export (id, account_id, state, asked_at) values (?, ?, 'QUEUED', ?)
                        on conflict (account_id) where state = 'QUEUED' do nothing""")
                .params(id, owner.id(), Timestamp.from(clock.instant()))
                .update();
        if (made == 1) {
            jobs.scheduleIfNotExists(task.instance(id.toString()), clock.instant());
        }
    }

    /** The latest exports of somebody. */
    public List<Export> of(Viewer owner) {
        return jdbc.sql(
                        "select * from archive_export where account_id = ? and state <> 'GONE' order by asked_at desc, id desc limit 5")
                .param(owner.id())
                .query(Export.class)
                .list();
    }

    /** The file of a finished export, for its owner alone. */
    public Optional<Path> file(Viewer owner, UUID id) {
        return jdbc.sql("select id from archive_export where id = ? and account_id = ? and state = 'READY'")
                .params(id, owner.id())
                .query(UUID.class)
                .optional()
                .map(this::path)
                .filter(Files::isRegularFile);
    }

    /** Makes an export; the same file comes of it however often the job starts over. */
    void make(UUID id) throws IOException {
        var asked = jdbc.sql("select account_id from archive_export where id = ? and state = 'QUEUED'")
                .param(id)
                .query(UUID.class)
                .optional();
        if (asked.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        var part = path(id).resolveSibling(id + ".part");
        var written = writer.write(asked.get(), part);
        Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        int kept = jdbc.sql(
                        "update archive_export set state = 'READY', ready_at = ?, bytes = ?, videos = ?, sha256 = ? where id = ? and state = 'QUEUED'")
                .params(Timestamp.from(clock.instant()), Files.size(path(id)), written.videos(), written.sha256(), id)
                .update();
        if (kept == 0) {
            Files.deleteIfExists(path(id)); // somebody in its films said no while it was written
        }
    }

    /** Says that an export cannot be made; its owner may ask again. */
    void giveUp(UUID id) {
        jdbc.sql("update archive_export set state = 'FAILED' where id = ? and state = 'QUEUED'")
                .param(id)
                .update();
    }

    /** Somebody said no to films of theirs, which may lie in what was exported: it is gone, and what is being made is not finished. */
    @EventListener
    void on(CameoRevoked event) throws IOException {
        var videos = event.videos().toArray(UUID[]::new);
        var theirs = "account_id in (select author from video where id = any(?))";
        jdbc.sql("update archive_export set state = 'FAILED' where state = 'QUEUED' and " + theirs)
                .param(videos)
                .update();
        for (var id : jdbc.sql("select id from archive_export where state = 'READY' and " + theirs)
                .param(videos)
                .query(UUID.class)
                .list()) {
            remove(id);
        }
    }

    /** Removes what was kept long enough. */
    void sweep() throws IOException {
        var old = jdbc.sql("select id from archive_export where state = 'READY' and ready_at < ?")
                .param(Timestamp.from(clock.instant().minus(settings.kept())))
                .query(UUID.class)
                .list();
        for (var id : old) {
            remove(id);
        }
    }

    /** Removes every export of somebody who is gone. */
    void removeAll(UUID account) throws IOException {
        for (var id : jdbc.sql("select id from archive_export where account_id = ?")
                .param(account)
                .query(UUID.class)
                .list()) {
            remove(id);
        }
    }

    private void remove(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
        jdbc.sql("update archive_export set state = 'GONE' where id = ?")
                .param(id)
                .update();
    }

    private Path path(UUID id) {
        return folder.resolve(id + ".zip");
    }

    record Export(
            UUID id,
            UUID accountId,
            String state,
            Instant askedAt,
            @Nullable Instant readyAt,
            @Nullable Long bytes,
            @Nullable Integer videos,
            @Nullable String sha256) {
        public OffsetDateTime asked() {
            return askedAt.atOffset(ZoneOffset.UTC);
        }

        public long megabytes() {
            return bytes == null ? 0 : Math.max(1, bytes / 1_000_000);
        }
    }
}
