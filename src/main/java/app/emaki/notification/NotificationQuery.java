package app.emaki.notification;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a member has been told, newest first. */
@Repository
class NotificationQuery {
    private static final int PAGE = 30;

    private final JdbcClient jdbc;

    NotificationQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Notice> page(Viewer viewer, @Nullable Cursor before) {
        return page(viewer, Only.ALL, before);
    }

    /** Those that are about one thing alone. */
    Page<Notice> page(Viewer viewer, Only only, @Nullable Cursor before) {
        var rows = jdbc.sql("""
                        select n.id, n.kind, n.topic, a.handle as actor, a.display_name as actor_name, n.others, n.comment_id as comment,
                               n.words, n.happened_at, n.read_at is null as fresh
                        from notification n left join account a on a.id = n.actor_id
                        where n.account_id = :account and n.kind = any(:kinds)
                          and (cast(:at as timestamptz) is null or (n.happened_at, n.id) < (:at, cast(:id as uuid)))
                        order by n.happened_at desc, n.id desc limit :size
                        """)
                .param("account", viewer.id())
                .param("kinds", only.kinds().stream().map(Kind::name).toArray(String[]::new))
                .param("at", before == null ? null : OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC))
                .param("id", before == null ? null : before.id())
                .param("size", PAGE + 1)
                .query(Notice.class)
                .list();
        return Page.of(rows, PAGE, notice -> new Cursor(notice.happenedAt(), notice.id()));
    }

    /** How many the viewer has not read, at most 100. */
    int unread(Viewer viewer) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from notification where account_id = ? and read_at is null limit 100) unread
                        """).param(viewer.id()).query(Integer.class).single();
    }

    /** The same for many at once; those who have read all are not among them. */
    Map<UUID, Integer> unread(Collection<UUID> accounts) {
        var unread = new HashMap<UUID, Integer>();
        jdbc.sql("select account_id, least(count(*), 100) as unread from notification"
                        + " where account_id = any(:accounts) and read_at is null group by account_id")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(row -> {
                    unread.put(row.getObject("account_id", UUID.class), row.getInt("unread"));
                });
        return unread;
    }

    /** One line of the list; {@code actor} is a handle, null when it was no member's doing. */
    record Notice(
            UUID id,
            Kind kind,
            @Nullable UUID topic,
            @Nullable String actor,
            @Nullable String actorName,
            int others,
            @Nullable UUID comment,
            String words,
            Instant happenedAt,
            boolean fresh) {

        /** Where on the page of the film the words stand. */
        public String anchor() {
            return comment == null ? "" : "#c-" + PublicId.of(comment);
        }
    }
}
