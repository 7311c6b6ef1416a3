package app.emaki.social;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import app.emaki.video.VideoCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentQuery {
    private static final int REPLIES = 20;

    private final JdbcClient jdbc;
    private final String shown;

    CommentQuery(JdbcClient jdbc, FollowsAndBlocks ties) {
        this.jdbc = jdbc;
        this.shown =
                "removed_at is null and (select standing = 'ACTIVE' from account where account.id = %1$s.author) and not "
                        + ties.severed("cast(:viewer as uuid)", "%1$s.author");
    }

    /** The page of threads is cut first, then each thread is read with its answers: one statement. */
    Page<CommentView> page(VideoCard video, @Nullable UUID viewer, @Nullable Cursor before, int size) {
        var sql = """
                with page as (
                  select c.id, c.created_at from comment c
                  where c.video = :video and c.reply_to is null and %s %s
                  order by c.created_at desc, c.id desc limit :limit)
                select t.id, t.reply_to, t.author, a.handle, a.display_name, t.text, t.language, t.created_at
                from page p cross join lateral (
                  select c.* from comment c where c.id = p.id
                  union all
                  (select r.* from comment r where r.reply_to = p.id and %s
                   order by r.created_at, r.id limit %d)) t
                join account a on a.id = t.author
                order by p.created_at desc, p.id desc, t.reply_to is not null, t.created_at, t.id""".formatted(
                        shown.formatted("c"),
                        before == null ? "" : "and (c.created_at, c.id) < (:at, :before)",
                        shown.formatted("r"),
                        REPLIES);
        var statement =
                jdbc.sql(sql).param("video", video.id()).param("viewer", viewer).param("limit", size + 1);
        if (before != null) {
            statement = statement.param("at", Timestamp.from(before.at())).param("before", before.id());
        }
        var threads = new ArrayList<CommentView>();
        for (var row : statement.query((row, n) -> Row.read(row)).list()) {
            var view = row.view(video, viewer);
            if (row.replyTo() == null) {
                threads.add(view);
            } else {
                threads.getLast().replies().add(view);
            }
        }
        return Page.of(threads, size, thread -> new Cursor(thread.createdAt(), thread.id()));
    }

    /** The thread that an answer to this comment joins; null when there is no such comment beneath this video. */
    @Nullable
    UUID threadOf(UUID comment, UUID video) {
        return jdbc.sql("select coalesce(reply_to, id) from comment where id = ? and video = ? and removed_at is null")
                .params(comment, video)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    boolean mayDelete(UUID comment, UUID viewer) {
        return jdbc.sql("select c.author = :viewer or v.author = :viewer from comment c join video v on v.id = c.video"
                        + " where c.id = :comment and c.removed_at is null")
                .param("viewer", viewer)
                .param("comment", comment)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private record Row(
            UUID id,
            @Nullable UUID replyTo,
            UUID author,
            String handle,
            String name,
            String text,
            String language,
            Timestamp createdAt) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("reply_to", UUID.class),
                    row.getObject("author", UUID.class),
                    row.getString("handle"),
                    row.getString("display_name"),
                    row.getString("text"),
                    row.getString("language"),
                    row.getTimestamp("created_at"));
        }

        CommentView view(VideoCard video, @Nullable UUID viewer) {
            boolean mine = viewer != null && (viewer.equals(author) || viewer.equals(video.author()));
            List<CommentView> replies = replyTo == null ? new ArrayList<>() : List.of();
            return new CommentView(
                    id,
                    PublicId.of(id),
                    handle,
                    name,
                    text,
                    language,
                    createdAt.toInstant(),
                    mine,
                    author.equals(video.author()),
                    replies);
        }
    }
}
