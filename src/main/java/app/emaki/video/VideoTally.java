package app.emaki.video;

import java.sql.Timestamp;
import java.util.Objects;
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
    /** Whether a remix is there for anybody. */
    private static final String SHOWN = "r.listed and not (" + Audience.withheld("r") + ")";

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
        countRemixes(new UUID[] {source});
    }

    /** However many sources, it takes as many statements as the longest line of films has films. */
    private void countRemixes(UUID[] sources) {
        // two remixes that appear at the same time must both be counted; in one order, so that nobody waits for each
        // other
        jdbc.sql("select id from video where id = any(?) order by id for update")
                .param(sources)
                .query(UUID.class)
                .list();
        var ranked = rankings.current().rankedAt("likes", "comments", "made.films", "views", "watched");
        jdbc.sql("""
                        update video set remixes = made.films, ranked_at = %s
                        from (select s.id, (select count(*) from video r where r.remix_of = s.id and %s) as films
                              from unnest(:sources) s (id)) made
                        where video.id = made.id and (remixes <> made.films or ranked_at is distinct from %1$s)""".formatted(ranked, SHOWN)).param("sources", sources).update();
        var links = sources;
        while (links.length > 0) {
            links = linksBefore(links);
        }
    }

    /** Those before the ones for which something changed; nothing changes further up once nothing does. */
    private UUID[] linksBefore(UUID[] links) {
        return jdbc.sql("""
                        update video set linked = not linked where id = any(?) and linked <> exists(
                          select 1 from video r where r.remix_of = video.id and (%s or r.linked))
                        returning remix_of""".formatted(SHOWN)).param(links).query(UUID.class).list().stream()
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
    }

    /** What others' films count of this author's goes and comes with them. */
    void away(UUID author, boolean away) {
        jdbc.sql("update video set author_away = ? where author = ?")
                .params(away, author)
                .update();
        countRemixes(jdbc.sql("select distinct remix_of from video where author = ? and remix_of is not null")
                .param(author)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new));
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
