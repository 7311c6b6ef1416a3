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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentQuery {
    private static final int REPLIES = 20;
    private static final String VIEWER = "cast(:viewer as uuid)";

    private final JdbcClient jdbc;
    private final String shown;
    private final String firstPage;
    private final String laterPage;

    CommentQuery(JdbcClient jdbc, FollowsAndBlocks ties) {
        this.jdbc = jdbc;
        this.shown =
                "removed_at is null and (select standing = 'ACTIVE' from account where account.id = %1$s.author) and not "
                        + ties.shunned(VIEWER, "%1$s.author");
        this.firstPage = sql(true);
        this.laterPage = sql(false);
    }

    /**
     * The page of threads is cut first, then each thread is read with its answers: one statement. What the author pinned
     * stands above the first page.
     */
    Page<CommentView> page(VideoCard video, @Nullable UUID viewer, @Nullable Cursor before, int size) {
        var statement = jdbc.sql(before == null ? firstPage : laterPage)
                .param("video", video.id())
                .param("viewer", viewer)
                .param("limit", size + 1);
        if (before != null) {
            statement = statement.param("at", Timestamp.from(before.at())).param("before", before.id());
        }
        var threads = threads(statement.query((row, n) -> Row.read(row)).list(), video, viewer);
        boolean first = !threads.isEmpty() && threads.getFirst().pinned();
        return Page.of(threads, first ? size + 1 : size, thread -> new Cursor(thread.createdAt(), thread.id()));
    }

    private String sql(boolean first) {
        return """
                with page as (
                  (select c.id, c.created_at, false as pinned from comment c
                  where c.video = :video and c.reply_to is null and c.pinned_at is null and c.%1$s %2$s
                  order by c.created_at desc, c.id desc limit :limit)%5$s)
                select t.id, t.reply_to, t.author, a.handle, a.display_name, t.text, t.mentions, t.language, t.created_at,
                  t.edited_at is not null as edited, p.pinned and t.reply_to is null as pinned, t.likes, l.account is not null as liked
                from page p cross join lateral (
                  select c.* from comment c where c.id = p.id
                  union all
                  (select r.* from comment r where r.reply_to = p.id and r.%3$s
                   order by r.created_at, r.id limit %4$d)) t
                join account a on a.id = t.author
                left join comment_like l on l.account = %6$s and l.comment = t.id
                order by p.pinned desc, p.created_at desc, p.id desc, t.reply_to is not null, t.created_at, t.id""".formatted(
                        shown.formatted("c"),
                        first ? "" : "and (c.created_at, c.id) < (:at, :before)",
                        shown.formatted("r"),
                        REPLIES,
                        first ? pinned() : "",
                        VIEWER);
    }

    private String pinned() {
        return """

                  union all
                  (select c.id, c.created_at, true as pinned from comment c
                  where c.video = :video and c.pinned_at is not null and c.%s)""".formatted(shown.formatted("c"));
    }

    private static List<CommentView> threads(List<Row> rows, VideoCard video, @Nullable UUID viewer) {
        var threads = new ArrayList<CommentView>();
        for (var row : rows) {
            var view = row.view(video, viewer);
            if (row.replyTo() == null) {
                threads.add(view);
            } else {
                threads.getLast().replies().add(view);
            }
        }
        return threads;
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

    /** Whose comment it is, beneath whose video, and whether it is still there. */
    Optional<Slip> slip(UUID comment) {
        return jdbc.sql(
                        "select c.video, c.author, v.author as host, c.reply_to is null as thread, c.mentions,"
                                + " c.removed_at is not null as removed from comment c join video v on v.id = c.video where c.id = ?")
                .param(comment)
                .query((row, n) -> new Slip(
                        row.getObject("video", UUID.class),
                        row.getObject("author", UUID.class),
                        row.getObject("host", UUID.class),
                        row.getBoolean("thread"),
                        List.of((String[]) row.getArray("mentions").getArray()),
                        row.getBoolean("removed")))
                .optional();
    }

    /** Where a comment stands: {@code host} is the author of the video. */
    record Slip(UUID video, UUID author, UUID host, boolean thread, List<String> mentions, boolean removed) {
        boolean mayDelete(UUID viewer) {
            return !removed && (viewer.equals(author) || viewer.equals(host));
        }
    }

    private record Row(
            UUID id,
            @Nullable UUID replyTo,
            UUID author,
            String handle,
            String name,
            String text,
            List<String> mentions,
            String language,
            Timestamp createdAt,
            boolean edited,
            boolean pinned,
            long likes,
            boolean liked) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("reply_to", UUID.class),
                    row.getObject("author", UUID.class),
                    row.getString("handle"),
                    row.getString("display_name"),
                    row.getString("text"),
                    List.of((String[]) row.getArray("mentions").getArray()),
                    row.getString("language"),
                    row.getTimestamp("created_at"),
                    row.getBoolean("edited"),
                    row.getBoolean("pinned"),
                    row.getLong("likes"),
                    row.getBoolean("liked"));
        }

        CommentView view(VideoCard video, @Nullable UUID viewer) {
            boolean own = author.equals(viewer);
            List<CommentView> replies = replyTo == null ? new ArrayList<>() : List.of();
            return new CommentView(
                    id,
                    PublicId.of(id),
                    handle,
                    name,
                    text,
                    mentions,
                    language,
                    createdAt.toInstant(),
                    edited,
                    pinned,
                    likes,
                    liked,
                    own || video.author().equals(viewer),
                    own,
                    author.equals(video.author()),
                    replies);
        }
    }
}
