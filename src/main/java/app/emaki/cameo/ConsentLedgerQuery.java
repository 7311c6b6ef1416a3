package app.emaki.cameo;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of consent, newest first: who asked, who may, and every film ordered with a likeness. */
@Repository
class ConsentLedgerQuery {
    private static final int PAGE = 20;
    private static final int MOST_REQUESTS = 50;

    private final JdbcClient jdbc;

    ConsentLedgerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who waits for an answer of this owner, longest first. */
    List<Entry> requests(UUID owner) {
        return jdbc.sql("""
                        select g.id, g.cameo, c.name as cameo_name, coalesce(c.handle, o.handle) as cameo_handle, g.account, a.handle, a.display_name as name,
                               g.state, g.once, g.words, g.asked_at, g.decided_at, 0 as films
                        from cameo c join cameo_grant g on g.cameo = c.id join account a on a.id = g.account join account o on o.id = c.owner
                        where c.owner = :owner and c.deleted_at is null and g.state = 'ASKED'
                        order by g.asked_at, g.id limit :most""")
                .param("owner", owner)
                .param("most", MOST_REQUESTS)
                .query(Entry.class)
                .list();
    }

    /** What this owner has said to whom. */
    Page<Entry> grants(UUID owner, @Nullable Cursor before) {
        var place = place(before);
        var rows = jdbc.sql("""
                        select g.id, g.cameo, c.name as cameo_name, coalesce(c.handle, o.handle) as cameo_handle, g.account, a.handle, a.display_name as name,
                               g.state, g.once, g.words, g.asked_at, g.decided_at,
                               (select count(*) from cameo_use u where u.cameo = g.cameo and u.account = g.account and u.state = 'ALLOWED' and u.unmade_at is null) as films
                        from cameo c join cameo_grant g on g.cameo = c.id join account a on a.id = g.account join account o on o.id = c.owner
                        where c.owner = :owner and c.deleted_at is null and g.state <> 'ASKED' and (g.asked_at, g.id) < (:at, :before)
                        order by g.asked_at desc, g.id desc limit :size""")
                .param("owner", owner)
                .param("at", Timestamp.from(place.at()))
                .param("before", place.id())
                .param("size", PAGE + 1)
                .query(Entry.class)
                .list();
        return Page.of(rows, PAGE, row -> new Cursor(row.askedAt(), row.id()));
    }

    /** Every film that was ordered with a likeness of this owner. */
    Page<Use> uses(UUID owner, @Nullable Cursor before) {
        return page("c.owner = :who", owner, before);
    }

    /** Every film that somebody ordered with the likeness of another. */
    Page<Use> ordered(UUID account, @Nullable Cursor before) {
        return page("u.account = :who and c.owner <> :who", account, before);
    }

    /** How many films wait for a word of this owner. */
    int waiting(UUID owner) {
        return jdbc.sql("""
                        select count(*) from cameo_use u join cameo c on c.id = u.cameo
                        where c.owner = ? and u.state = 'PENDING' and u.unmade_at is null and u.account <> c.owner""").param(owner).query(Integer.class).single();
    }

    private Page<Use> page(String whose, UUID who, @Nullable Cursor before) {
        var place = place(before);
        var rows = jdbc.sql("""
                        select u.id, u.cameo, c.name as cameo_name, coalesce(c.handle, o.handle) as cameo_handle, o.id = a.id as own,
                               c.deleted_at is not null as gone, u.account, a.handle, a.display_name as name, u.video, u.prompt, u.state,
                               u.created_at, u.decided_at
                        from cameo_use u join cameo c on c.id = u.cameo join account a on a.id = u.account join account o on o.id = c.owner
                        where %s and u.unmade_at is null and (u.created_at, u.id) < (:at, :before)
                        order by u.created_at desc, u.id desc limit :size""".formatted(whose))
                .param("who", who)
                .param("at", Timestamp.from(place.at()))
                .param("before", place.id())
                .param("size", PAGE + 1)
                .query(Use.class)
                .list();
        return Page.of(rows, PAGE, row -> new Cursor(row.createdAt(), row.id()));
    }

    private static Cursor place(@Nullable Cursor before) {
        return before == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : before;
    }

    /** What an owner said, or was asked. */
    record Entry(
            UUID id,
            UUID cameo,
            String cameoName,
            String cameoHandle,
            UUID account,
            String handle,
            String name,
            String state,
            boolean once,
            String words,
            Instant askedAt,
            @Nullable Instant decidedAt,
            int films) {

        public OffsetDateTime asked() {
            return askedAt.atOffset(ZoneOffset.UTC);
        }

        public @Nullable OffsetDateTime decided() {
            return decidedAt == null ? null : decidedAt.atOffset(ZoneOffset.UTC);
        }
    }

    /** One film with a likeness. */
    record Use(
            UUID id,
            UUID cameo,
            String cameoName,
            String cameoHandle,
            boolean own,
            boolean gone,
            UUID account,
            String handle,
            String name,
            UUID video,
            String prompt,
            String state,
            Instant createdAt,
            @Nullable Instant decidedAt) {

        public OffsetDateTime at() {
            return createdAt.atOffset(ZoneOffset.UTC);
        }
    }
}
