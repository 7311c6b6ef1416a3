package app.emaki.video;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers of a video, changed in place so that parallel changes add up. The order of For you follows
 * with each of them; see {@link Ranking}.
 */
@Repository
class VideoTally {
    private final JdbcClient jdbc;
    private final Rankings rankings;

    VideoTally(JdbcClient jdbc, Rankings rankings) {
        this.jdbc = jdbc;
        this.rankings = rankings;
    }

    void add(UUID id, int likes, int comments) {
        jdbc.sql("update video set likes = likes + :likes, comments = comments + :comments, ranked_at = "
                        + rank("likes + :likes", "comments + :comments", "views", "watched") + " where id = :id")
                .param("likes", likes)
                .param("comments", comments)
                .param("id", id)
                .update();
    }

    void markCameo(UUID id) {
        jdbc.sql("update video set with_cameo = true where id = ?").param(id).update();
    }

    void watched(UUID id, int views, double times) {
        jdbc.sql("update video set views = views + :views, watched = watched + :times, ranked_at = "
                        + rank("likes", "comments", "views + :views", "watched + :times") + " where id = :id")
                .param("views", views)
                .param("times", times)
                .param("id", id)
                .update();
    }

    void closeComments(UUID id, boolean closed) {
        jdbc.sql("update video set comments_closed = ? where id = ?")
                .params(closed, id)
                .update();
    }

    /** Hangs a video at the top of its author's page, unless as many as there is room for hang there already. */
    boolean pin(UUID author, UUID id, Timestamp now, int most) {
        return jdbc.sql(
                                "update video set pinned_at = coalesce(pinned_at, :now) where id = :id and (pinned_at is not null or"
                                        + " (select count(*) from video p where p.author = :author and p.pinned_at is not null) < :most)")
                        .param("now", now)
                        .param("id", id)
                        .param("author", author)
                        .param("most", most)
                        .update()
                == 1;
    }

    void unpin(UUID id) {
        jdbc.sql("update video set pinned_at = null where id = ?").param(id).update();
    }

    void rank(UUID id) {
        jdbc.sql("update video set ranked_at = " + rank("likes", "comments", "views", "watched") + " where id = ?")
                .param(id)
                .update();
    }

    /** Counts what was made of a video, and tells all those before it whether anything was. */
    void countRemixes(UUID source) {
        // two remixes that appear at the same time must both be counted
        jdbc.sql("select 1 from video where id = ? for update")
                .param(source)
                .query(Integer.class)
                .single();
        jdbc.sql(
                        "update video set remixes = (select count(*) from video r where r.remix_of = video.id and r.listed and not ("
                                + Audience.withheld("r") + "))"
                                + " where id = ?")
                .param(source)
                .update();
        rank(source);
        var link = Optional.of(source);
        while (link.isPresent()) {
            link = linkBefore(link.get());
        }
    }

    /** Empty as soon as nothing changes, for then nothing changes further up. */
    private Optional<UUID> linkBefore(UUID id) {
        return jdbc.sql("""
                        update video set linked = not linked where id = :id and linked <> exists(
                          select 1 from video r where r.remix_of = :id and (r.listed or r.linked))
                        returning remix_of""")
                .param("id", id)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(next -> next);
    }

    void away(UUID author, boolean away) {
        jdbc.sql("update video set author_away = ? where author = ?")
                .params(away, author)
                .update();
        // what others' films count of theirs goes and comes with them
        jdbc.sql("select distinct remix_of from video where author = ? and remix_of is not null order by remix_of")
                .param(author)
                .query(UUID.class)
                .list()
                .forEach(this::countRemixes);
    }

    void index(UUID id, Set<String> words) {
        jdbc.sql("update video set words = ? where id = ?")
                .params(words.toArray(String[]::new), id)
                .update();
    }

    void tag(UUID id, Set<String> tags) {
        jdbc.sql("delete from video_tag where video = ?").param(id).update();
        jdbc.sql("update video set tags = ? where id = ?")
                .params(tags.stream().sorted().toArray(String[]::new), id)
                .update();
        for (var tag : tags) {
            jdbc.sql("insert into video_tag (tag, video) values (?, ?)")
                    .params(tag, id)
                    .update();
        }
    }

    private String rank(String likes, String comments, String views, String watched) {
        return rankings.current().rankedAt(likes, comments, "remixes", views, watched);
    }
}
