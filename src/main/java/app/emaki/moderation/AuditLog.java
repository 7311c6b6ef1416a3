package app.emaki.moderation;

import app.emaki.cameo.ConsentChanged;
import app.emaki.platform.AdminAct;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who did what to what and why, in order, for ever: the database chains the entries by hash and refuses to change them. */
@Repository
class AuditLog {
    static final int PAGE = 50;

    private static final String ENTRIES = """
            select e.number, e.at, a.handle as actor, e.act,
                   concat_ws(' ', '@' || b.handle, nullif(e.subject, '')) as subject, e.detail, encode(e.hash, 'hex') as hash
            from audit_entry e left join account a on a.id = e.actor_id left join account b on b.id = e.about_id
            where (:words = '' or position(lower(:words) in lower(coalesce('@' || a.handle, '') || ' ' || coalesce('@' || b.handle, '') || ' ' || e.act || ' ' || e.subject || ' ' || e.detail)) > 0)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an entry, in the transaction of the act itself. */
    void record(@Nullable UUID actor, String act, String subject, String detail) {
        record(actor, act, null, subject, detail);
    }

    /** The same of something that was done to somebody, who is named by id: an entry is never changed, and they may want to be forgotten. */
    void record(@Nullable UUID actor, String act, @Nullable UUID about, String subject, String detail) {
        jdbc.sql(
                        "insert into audit_entry (at, actor_id, act, about_id, subject, detail, hash) values (?, ?, ?, ?, ?, ?, '')")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(actor)
                .param(act)
                .param(about)
                .param(subject)
                .param(detail)
                .update();
    }

    @EventListener
    void on(AdminAct act) {
        record(act.actor(), act.act(), act.about(), act.subject(), act.why());
    }

    @EventListener
    void on(ConsentChanged said) {
        record(said.actor(), said.act(), said.about(), PublicId.of(said.topic()), said.why());
    }

    /** Entries older than a number with these words in them, newest first. */
    Page<Entry> page(String words, @Nullable Long before) {
        var rows = jdbc.sql(ENTRIES + " and e.number < :before order by e.number desc limit :limit")
                .param("words", words)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", PAGE + 1)
                .query(Entry.class)
                .list();
        return rows.size() <= PAGE
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, PAGE), String.valueOf(rows.get(PAGE - 1).number()));
    }

    /** Writes every entry with these words in it as CSV, oldest first. */
    @Transactional(readOnly = true)
    public void export(String words, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("number,at,actor,act,subject,detail,hash\r\n");
        try (var entries = jdbc.sql(ENTRIES + " order by e.number").param("words", words).query(Entry.class).stream()) {
            for (var entry : (Iterable<Entry>) entries::iterator) {
                writer.write(Stream.of(
                                String.valueOf(entry.number()),
                                entry.at().toString(),
                                entry.actor() == null ? "" : entry.actor(),
                                entry.act(),
                                entry.subject(),
                                entry.detail(),
                                entry.hash())
                        .map(AuditLog::cell)
                        .collect(Collectors.joining(",")));
                writer.write("\r\n");
            }
        }
        writer.flush();
    }

    /** Quoted, and with a mark before what a spreadsheet would take for a formula. */
    private static String cell(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** The numbers of entries whose hash does not follow from the one before; empty when nobody has tampered. */
    List<Long> broken() {
        return jdbc.sql("""
                        select number from (
                            select number, hash, sha256(coalesce(lag(hash) over (order by number), ''::bytea) || convert_to(
                                concat_ws(E'\\x1f', extract(epoch from at)::text, coalesce(actor_id::text, ''), act, subject, detail, about_id::text), 'UTF8')) as due
                            from audit_entry) chain
                        where hash <> due order by number
                        """).query(Long.class).list();
    }

    /** A line of the log; {@code actor} is a handle, null for the system. */
    record Entry(
            long number, Instant at, @Nullable String actor, String act, String subject, String detail, String hash) {}
}
