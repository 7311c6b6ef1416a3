package app.emaki.feed;

import app.emaki.platform.PublicId;
import app.emaki.video.Audience;
import app.emaki.video.Ranking;
import app.emaki.video.Rankings;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why a film stands where it stands in For you, in the same hours that it is ordered by. */
@Repository
class WhyQuery {
    private static final String VIEWER = "cast(:viewer as uuid)";

    private final JdbcClient jdbc;
    private final Rankings rankings;
    private final Clock clock;
    private final String sql;

    WhyQuery(JdbcClient jdbc, Audience audience, Rankings rankings, Clock clock) {
        this.jdbc = jdbc;
        this.rankings = rankings;
        this.clock = clock;
        this.sql = """
                select v.id, v.published_at, v.likes, v.comments, v.remixes, v.views, v.watched, v.caption, a.handle, a.display_name as name,
                  v.author = %1$s as own, f.follower is not null as following,
                  array(select s.phrase from feed_steer s where s.account = %1$s and s.more and v.words @> s.tokens) as wanted,
                  exists(select 1 from feed_less l where l.account = %1$s and l.author = v.author) as less_author,
                  array(select distinct t.tag from feed_less l cross join unnest(l.tags) t(tag) where l.account = %1$s and t.tag = any(v.tags)) as less_tags
                from video v join account a on a.id = v.author left join follow f on f.follower = %1$s and f.followed = v.author
                where v.id = :id and v.published_at is not null and %2$s""".formatted(VIEWER, audience.watches("v", VIEWER));
    }

    Optional<Why> find(String publicId, @Nullable UUID viewer) {
        return PublicId.parse(publicId)
                .flatMap(id -> jdbc.sql(sql)
                        .param("id", id)
                        .param("viewer", viewer)
                        .query((row, n) -> read(row, publicId))
                        .optional());
    }

    private Why read(ResultSet row, String publicId) throws SQLException {
        var weights = rankings.current();
        long likes = row.getLong("likes");
        long comments = row.getLong("comments");
        long remixes = row.getLong("remixes");
        long views = row.getLong("views");
        return new Why(
                publicId,
                row.getString("caption"),
                row.getString("handle"),
                row.getString("name"),
                Math.max(
                        0,
                        Duration.between(row.getTimestamp("published_at").toInstant(), clock.instant())
                                .toHours()),
                weights.applauseCredit(likes, comments, remixes),
                weights.loveCredit(likes, comments, remixes, views),
                weights.watchedCredit(views, row.getDouble("watched")),
                row.getBoolean("own"),
                row.getBoolean("following"),
                words(row.getArray("wanted")),
                row.getBoolean("less_author"),
                words(row.getArray("less_tags")),
                weights);
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The reasons, in hours of freshness. */
    record Why(
            String publicId,
            String caption,
            String handle,
            String name,
            long hoursOld,
            double applause,
            double love,
            double watched,
            boolean own,
            boolean following,
            List<String> wanted,
            boolean lessAuthor,
            List<String> lessTags,
            Ranking weights) {

        public boolean less() {
            return lessAuthor || !lessTags.isEmpty();
        }

        /** All but variety, which depends on what stands beside it. */
        public double sum() {
            return applause
                    + love
                    + watched
                    + (following ? weights.followed() : 0)
                    + (wanted.isEmpty() ? 0 : weights.wanted())
                    - (less() ? weights.less() : 0)
                    - hoursOld;
        }
    }
}
