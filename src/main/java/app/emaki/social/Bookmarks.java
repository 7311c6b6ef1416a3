package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.video.Audience;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.Videos;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody keeps to find it again, in collections of their own; nobody else sees it. */
@Component
@Transactional
class Bookmarks {
    /** Longest name of a collection, in characters. */
    static final int LONGEST = 40;

    private static final int MOST_COLLECTIONS = 100;
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(300, Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final Videos videos;
    private final RateLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final String insert;

    Bookmarks(JdbcClient jdbc, Audience audience, Videos videos, RateLimits limits, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.insert = "insert into bookmark as kept (account, video, collection, created_at)"
                + " select :viewer, v.id, cast(:collection as uuid), :now from video v where v.id = :video and "
                + audience.watches("v", ":viewer")
                + " on conflict (account, video) do update set collection = excluded.collection";
    }

    /** Keeps a video that the viewer may watch, or puts it into another collection; null is none. */
    void keep(Viewer viewer, UUID video, @Nullable UUID collection) {
        limits.take("bookmark:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        if (collection != null) {
            owned(viewer, collection);
        }
        int kept = jdbc.sql(insert)
                .param("viewer", viewer.id())
                .param("video", video)
                .param("collection", collection)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (kept == 0 && videos.find(viewer, video).isEmpty()) {
            throw new NoSuchVideo();
        }
    }

    void drop(Viewer viewer, UUID video) {
        jdbc.sql("delete from bookmark where account = ? and video = ?")
                .params(viewer.id(), video)
                .update();
    }

    /** Makes a collection, or finds the one of that name; empty when there are as many as one may have. */
    Optional<UUID> collection(Viewer viewer, String name) {
        var known = jdbc.sql("select id from collection where account = ? and name = ?")
                .params(viewer.id(), name)
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return known;
        }
        return jdbc.sql("insert into collection (id, account, name, created_at) select :id, :account, :name, :now"
                        + " where (select count(*) from collection where account = :account) < :most"
                        + " on conflict (account, name) do update set name = excluded.name returning id")
                .param("id", ids.next())
                .param("account", viewer.id())
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST_COLLECTIONS)
                .query(UUID.class)
                .optional();
    }

    /** Takes a collection apart; what was in it stays kept. */
    void dissolve(Viewer viewer, UUID collection) {
        owned(viewer, collection);
        jdbc.sql("delete from collection where id = ?").param(collection).update();
    }

    private void owned(Viewer viewer, UUID collection) {
        if (jdbc.sql("select 1 from collection where id = ? and account = ?")
                .params(collection, viewer.id())
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw new NoSuchVideo();
        }
    }
}
