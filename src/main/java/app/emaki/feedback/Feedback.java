package app.emaki.feedback;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members wrote to the keepers, kept until one of them has seen to it. */
@Repository
class Feedback {
    private static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Feedback(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    void add(Viewer author, String words, String page, String state) {
        jdbc.sql("insert into feedback (id, account_id, words, page, state, written_at) values (?, ?, ?, ?, ?, ?)")
                .params(ids.next(), author.id(), words, page, state, now())
                .update();
    }

    /** Marks a slip as seen to, or as open again. */
    void settle(UUID id, Viewer by, boolean done) {
        jdbc.sql("update feedback set done_at = ?, done_by = ? where id = ?")
                .param(done ? now() : null)
                .param(done ? by.id() : null)
                .param(id)
                .update();
    }

    /** Slips that nobody has seen to, or the others, latest first. */
    Page<Slip> page(boolean done, @Nullable Cursor before) {
        var place = before == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : before;
        var rows = jdbc.sql("""
                        select f.id, a.handle, a.display_name as name, f.words, f.page, f.state, f.written_at, f.done_at is not null as done
                        from feedback f join account a on a.id = f.account_id
                        where (f.done_at is not null) = ? and (f.written_at, f.id) < (?, ?)
                        order by f.written_at desc, f.id desc limit ?""")
                .params(done, Timestamp.from(place.at()), place.id(), PAGE + 1)
                .query(Slip.class)
                .list();
        return Page.of(rows, PAGE, slip -> new Cursor(slip.writtenAt(), slip.id()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    record Slip(
            UUID id,
            String handle,
            String name,
            String words,
            String page,
            String state,
            Instant writtenAt,
            boolean done) {
        public OffsetDateTime when() {
            return writtenAt.atOffset(ZoneOffset.UTC);
        }
    }
}
