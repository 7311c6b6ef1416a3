package app.emaki.chaos;

import app.emaki.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks at the database, the backend's books and the disk when the storm is over. */
final class Aftermath {
    private final JdbcClient jdbc;
    private final MoodyBackend backend;
    private final Path data;
    private final List<String> ordered;

    private record Row(UUID id, String state, String failure, boolean everSent, String remoteId) {

        String end() {
            return failure.isEmpty() ? state : failure;
        }
    }

    Aftermath(EmbeddedPostgres postgres, MoodyBackend backend, Path data, List<String> ordered) {
        this.jdbc = JdbcClient.create(
                new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password()));
        this.backend = backend;
        this.data = data;
        this.ordered = ordered;
    }

    /** Whether nothing is under way any more. */
    boolean calm() {
        try {
            return jdbc.sql("select count(*) from generation where finished_at is null").query(Long.class).single() == 0;
        } catch (DataAccessException e) {
            return false;
        }
    }

    Report report(long seed, int kills, int restarts, Duration took, String ledger) throws IOException {
        var rows = rows();
        var broken = new ArrayList<String>();
        rows.stream().filter(row -> !ended(row)).forEach(row -> broken.add("Never ended: " + row));
        rows.forEach(row -> checkSent(row, broken));
        checkAcknowledged(rows, broken);
        checkMoney(rows, ledger, broken);
        checkFiles(broken);
        return new Report(
                seed,
                rows.size(),
                rows.stream().collect(Collectors.groupingBy(Row::end, TreeMap::new, Collectors.counting())),
                backend.jobs(),
                rows.stream().filter(row -> !row.remoteId.isEmpty()).count(),
                kills,
                restarts,
                took.toSeconds(),
                broken);
    }

    private List<Row> rows() {
        return jdbc.sql(
                        "select id, state, coalesce(failure, '') as failure, submit_tries > 0 as sent, coalesce(remote_id, '') as remote_id from generation order by created_at")
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("state"),
                        row.getString("failure"),
                        row.getBoolean("sent"),
                        row.getString("remote_id")))
                .list();
    }

    private static boolean ended(Row row) {
        return Set.of("SUCCEEDED", "FAILED", "CANCELLED").contains(row.state);
    }

    /**
     * The engine's handles beside the backend's books: never taken twice, and what was taken is known by its handle unless it is
     * honestly reported as unknown, or was called off meanwhile.
     */
    private void checkSent(Row row, List<String> broken) {
        var taken = backend.taken(row.id);
        if (taken.size() > 1) {
            broken.add("Taken " + taken.size() + " times: " + row);
        }
        if (!row.remoteId.isEmpty() && !taken.equals(List.of(row.remoteId))) {
            broken.add("A handle that the backend's books do not have: " + row + ", but " + taken);
        }
        if (row.remoteId.isEmpty() && !taken.isEmpty() && !Set.of("UNCONFIRMED", "CANCELLED").contains(row.end())) {
            broken.add("Taken, and its handle is lost: " + row);
        }
        if (row.state.equals("SUCCEEDED") && row.remoteId.isEmpty()) {
            broken.add("A film out of nothing: " + row);
        }
        if (!taken.isEmpty() && !row.everSent) {
            broken.add("Sent without a note: " + row);
        }
    }

    private void checkAcknowledged(List<Row> rows, List<String> broken) {
        var known = rows.stream().map(row -> row.id.toString()).collect(Collectors.toSet());
        ordered.stream().filter(id -> !known.contains(id)).forEach(id -> broken.add("Acknowledged and lost: " + id));
    }

    private void checkMoney(List<Row> rows, String ledger, List<String> broken) {
        if (!ledger.equals("true")) {
            broken.add("The ledger does not add up");
        }
        long held = count("""
                select count(*) from ledger_entry r where r.kind = 'RESERVE' and not exists (
                    select from ledger_entry c where c.generation_id = r.generation_id and c.purse_id = r.purse_id
                      and c.kind in ('SETTLE', 'REFUND'))""");
        if (held > 0) {
            broken.add(held + " reservations are still open");
        }
        long wrong = count("""
                select count(*) from generation g where g.charged <> (
                    select coalesce(-sum(e.amount), 0) from ledger_entry e where e.generation_id = g.id)""");
        if (wrong > 0) {
            broken.add(wrong + " films were charged something else than they say");
        }
        long doubled = count("select count(*) from generation g where g.state = 'SUCCEEDED' and not exists (select from video v where v.id = g.video_id)");
        if (doubled > 0) {
            broken.add(doubled + " films ended well without a video");
        }
        long strangers = count("select count(*) from video v where not exists (select from generation g where g.video_id = v.id and g.state = 'SUCCEEDED')");
        if (strangers > 0) {
            broken.add(strangers + " videos of films that did not end well");
        }
    }

    /** Each file has its row and its video, each video its files, and no working file is left. */
    private void checkFiles(List<String> broken) throws IOException {
        var onDisk = files(data.resolve("media"));
        var known = new HashSet<>(
                jdbc.sql("select key from media_object").query(String.class).list());
        var wanted = new HashSet<>(jdbc.sql("""
                        select unnest(array_remove(array[film, clean, poster, captions, strip], null)) from video""").query(String.class).list());
        onDisk.stream()
                .map(name -> name.endsWith(".jpg.webp") ? name.substring(0, name.length() - ".webp".length()) : name)
                .filter(name -> !known.contains(name) || !wanted.contains(name))
                .forEach(name -> broken.add("An orphan: " + name));
        wanted.stream().filter(name -> !onDisk.contains(name)).forEach(name -> broken.add("A video without its file: " + name));
        files(data.resolve("work")).stream()
                .filter(name -> name.endsWith(".part") || name.endsWith(".mp4"))
                .forEach(name -> broken.add("Left at work: " + name));
    }

    private static Set<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
