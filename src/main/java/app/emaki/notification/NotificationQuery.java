package app.emaki.notification;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        var rows = jdbc.sql("""
                        select n.id, n.kind, n.topic, a.handle as actor, a.display_name as actor_name, n.others, n.words,
                               n.happened_at, n.read_at is null as fresh
                        from notification n left join account a on a.id = n.actor_id
                        where n.account_id = :account
                          and (cast(:at as timestamptz) is null or (n.happened_at, n.id) < (:at, cast(:id as uuid)))
                        order by n.happened_at desc, n.id desc limit :size
                        """)
                .param("account", viewer.id())
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

    /** One line of the list; {@code actor} is a handle, null when it was no member's doing. */
    record Notice(
            UUID id,
            Kind kind,
            @Nullable UUID topic,
            @Nullable String actor,
            @Nullable String actorName,
            int others,
            String words,
            Instant happenedAt,
            boolean fresh) {}
}
