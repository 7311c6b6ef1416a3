package app.emaki.archive;

import app.emaki.account.Viewer;
import app.emaki.archive.Parcel.Unreadable;
import app.emaki.platform.Ids;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports: a file is taken whole, then its films are looked at one by one by a job that may start over at any time. */
@Component
class Imports {
    private static final String FACE = "face:";
    private static final String CONSENT = "consent:";
    private static final int LONGEST_NAME = 100;
    private static final int MOST_REFUSALS = 50;

    private final JdbcClient jdbc;
    private final FilmImport films;
    private final ArchiveSettings settings;
    private final SchedulerClient jobs;
    private final OneTimeTask<Void> task;
    private final TransactionTemplate transaction;
    private final Path folder;
    private final Ids ids;
    private final Clock clock;

    Imports(
            JdbcClient jdbc,
            FilmImport films,
            ArchiveSettings settings,
            @Lazy @Qualifier("importTask") OneTimeTask<Void> task,
            DataSource data,
            TransactionTemplate transaction,
            @Value("${emaki.data}") Path folder,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.films = films;
        this.settings = settings;
        this.task = task;
        this.transaction = transaction;
        this.jobs = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(data))
                .build();
        this.folder = folder.resolve("imports").toAbsolutePath();
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a file and has it looked at.
     *
     * @param agreed whether its owner says of everybody who is seen in the films that they agree
     * @throws Unreadable when it is too large, no ZIP, or another one is still being looked at
     */
    UUID take(Viewer owner, String name, boolean agreed, InputStream in) throws IOException {
        var id = ids.next();
        Files.createDirectories(folder);
        var file = path(id);
        try {
            copy(in, file);
            try (var zip = Parcel.open(file, settings.mostUnpacked().toBytes())) {
                if (!zip.names().iterator().hasNext()) {
                    throw new Unreadable("archive.refused.empty");
                }
            }
            transaction.executeWithoutResult(status -> {
                jdbc.sql(
                                "insert into archive_import (id, account_id, state, name, agreed, asked_at) values (?, ?, 'QUEUED', ?, ?, ?)")
                        .params(
                                id,
                                owner.id(),
                                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                                agreed,
                                Timestamp.from(clock.instant()))
                        .update();
                jobs.scheduleIfNotExists(task.instance(id.toString()), clock.instant());
            });
            return id;
        } catch (DuplicateKeyException e) {
            Files.deleteIfExists(file);
            throw new Unreadable("archive.refused.busy");
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The latest imports of somebody. */
    List<Import> of(Viewer owner) {
        return jdbc.sql("select * from archive_import where account_id = ? order by asked_at desc, id desc limit 5")
                .param(owner.id())
                .query(Import.class)
                .list();
    }

    /** Looks at every film of a file; those that came in already are passed over, so that starting over brings nothing twice. */
    void make(UUID id) throws IOException {
        var asked = jdbc.sql("select account_id, agreed from archive_import where id = ? and state = 'QUEUED'")
                .param(id)
                .query(Asked.class)
                .optional();
        if (asked.isEmpty()) {
            return;
        }
        try (var zip = Parcel.open(path(id), settings.mostUnpacked().toBytes())) {
            var ours = EmakiArchive.is(zip);
            var found = ours ? EmakiArchive.films(zip) : Keepsakes.films(zip);
            if (found.isEmpty() || found.size() > settings.mostFilms()) {
                throw new Unreadable(found.isEmpty() ? "archive.refused.empty" : "archive.refused.films");
            }
            note(id, ours ? "EMAKI" : "KEEPSAKES", found.size());
            takeAll(id, asked.get(), zip, found);
            finish(id, "DONE");
        } catch (Unreadable e) {
            refuse(id, List.of(e.words()));
            finish(id, "FAILED");
        }
        Files.deleteIfExists(path(id));
    }

    /** Says that an import broke off for good. */
    void giveUp(UUID id) {
        finish(id, "FAILED");
    }

    private void takeAll(UUID id, Asked asked, Parcel zip, List<Found> found) throws IOException {
        var refused = new ArrayList<String>();
        for (var film : found) {
            switch (films.take(asked.accountId(), asked.agreed(), zip, film)) {
                case TAKEN -> count(id, "imported");
                case KNOWN -> count(id, "known");
                case REFUSED -> refused.add(film.film());
                case FACE -> refused.add(FACE + film.film());
                case CONSENT -> refused.add(CONSENT + film.film());
            }
        }
        refuse(id, refused.subList(0, Math.min(refused.size(), MOST_REFUSALS)));
    }

    private void copy(InputStream in, Path file) throws IOException {
        long most = settings.mostBytes().toBytes();
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            long all = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all += read;
                if (all > most) {
                    throw new Unreadable("archive.refused.size");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void note(UUID id, String kind, int total) {
        jdbc.sql("update archive_import set kind = ?, total = ?, imported = 0, known = 0 where id = ?")
                .params(kind, total, id)
                .update();
    }

    private void count(UUID id, String what) {
        jdbc.sql("update archive_import set " + what + " = " + what + " + 1 where id = ?")
                .param(id)
                .update();
    }

    private void refuse(UUID id, List<String> lines) {
        jdbc.sql("update archive_import set refused = ? where id = ?")
                .params(String.join("\n", lines), id)
                .update();
    }

    private void finish(UUID id, String state) {
        jdbc.sql("update archive_import set state = ?, done_at = ? where id = ? and state = 'QUEUED'")
                .params(state, Timestamp.from(clock.instant()), id)
                .update();
    }

    private Path path(UUID id) {
        return folder.resolve(id + ".zip");
    }

    private record Asked(UUID accountId, boolean agreed) {}

    /** A film that was not taken, and why: it cannot be read, shows somebody without a word, or somebody who said no. */
    record Refusal(String film, Why why) {
        static Refusal read(String line) {
            if (line.startsWith(FACE)) {
                return new Refusal(line.substring(FACE.length()), Why.FACE);
            }
            return line.startsWith(CONSENT)
                    ? new Refusal(line.substring(CONSENT.length()), Why.CONSENT)
                    : new Refusal(line, Why.UNREADABLE);
        }

        enum Why {
            UNREADABLE,
            FACE,
            CONSENT
        }
    }

    record Import(
            UUID id,
            UUID accountId,
            String state,
            String name,
            @Nullable String kind,
            Instant askedAt,
            @Nullable Instant doneAt,
            int total,
            int imported,
            int known,
            String refused) {
        public OffsetDateTime asked() {
            return askedAt.atOffset(ZoneOffset.UTC);
        }

        public List<Refusal> refusals() {
            return refused.isEmpty()
                    ? List.of()
                    : Stream.of(refused.split("\n", -1)).map(Refusal::read).toList();
        }

        /** Whether the whole file was refused, with a sentence of ours as the reason. */
        public @Nullable String reason() {
            return state.equals("FAILED") && refused.startsWith("archive.refused.") ? refused : null;
        }
    }
}
