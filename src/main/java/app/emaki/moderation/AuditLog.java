package app.emaki.moderation;

import app.emaki.platform.AdminAct;
import app.emaki.platform.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what to what and why, in order, for ever: the database chains the entries by hash and refuses to change them. */
@Repository
class AuditLog {
    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an entry, in the transaction of the act itself. */
    void record(UUID actor, String act, String subject, String detail) {
        jdbc.sql("insert into audit_entry (at, actor_id, act, subject, detail, hash) values (?, ?, ?, ?, ?, '')")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor, act, subject, detail)
                .update();
    }

    @EventListener
    void on(AdminAct act) {
        record(act.actor(), act.act(), act.subject(), act.why());
    }

    /** Entries older than a number, newest first. */
    Page<Entry> page(@Nullable Long before) {
        var rows = jdbc.sql("""
                        select e.number, e.at, a.handle as actor, e.act, e.subject, e.detail
                        from audit_entry e left join account a on a.id = e.actor_id
                        where e.number < ? order by e.number desc limit ?
                        """)
                .params(before == null ? Long.MAX_VALUE : before, PAGE + 1)
                .query(Entry.class)
                .list();
        return rows.size() <= PAGE
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, PAGE), String.valueOf(rows.get(PAGE - 1).number()));
    }

    /** The numbers of entries whose hash does not follow from the one before; empty when nobody has tampered. */
    List<Long> broken() {
        return jdbc.sql("""
                        select number from (
                            select number, hash, sha256(coalesce(lag(hash) over (order by number), ''::bytea) || convert_to(
                                concat_ws(E'\\x1f', extract(epoch from at)::text, coalesce(actor_id::text, ''), act, subject, detail), 'UTF8')) as due
                            from audit_entry) chain
                        where hash <> due order by number
                        """).query(Long.class).list();
    }

    /** A line of the log; {@code actor} is a handle, null for the system. */
    record Entry(long number, Instant at, @Nullable String actor, String act, String subject, String detail) {}
}
