package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.video.Audience;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.Videos;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Likes: one of each person for each video, whatever is pressed how often at once. */
@Component
@Transactional
public class Likes {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(300, Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final Videos videos;
    private final RateLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final String insert;

    Likes(
            JdbcClient jdbc,
            Audience audience,
            Videos videos,
            RateLimits limits,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
        this.insert = "insert into video_like (account, video, created_at) select :viewer, v.id, :now from video v"
                + " where v.id = :video and " + audience.watches("v", ":viewer") + " on conflict do nothing";
    }

    /** Likes a video that the viewer may watch; a second time changes nothing. */
    public void like(Viewer viewer, UUID video) {
        limits.take("like:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        int fresh = jdbc.sql(insert)
                .param("viewer", viewer.id())
                .param("video", video)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (fresh == 1) {
            videos.applaud(video, 1, 0);
            events.publishEvent(new VideoLiked(video, viewer.id()));
        } else if (videos.find(viewer, video).isEmpty()) {
            throw new NoSuchVideo();
        }
    }

    /** Takes a like back; without one nothing changes. */
    public void unlike(Viewer viewer, UUID video) {
        int gone = jdbc.sql("delete from video_like where account = ? and video = ?")
                .params(viewer.id(), video)
                .update();
        if (gone == 1) {
            videos.applaud(video, -1, 0);
        }
    }
}
