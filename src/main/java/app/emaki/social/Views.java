package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.video.Audience;
import app.emaki.video.Videos;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has watched what, and for how long: one view of each person for each video, however often they come back. Authors do
 * not count among their viewers, and nobody can claim more than a minute at a time or an hour in all.
 */
@Component
class Views {
    private static final double MOST_AT_ONCE = 60;
    private static final double MOST = 3600;

    private final JdbcClient jdbc;
    private final Videos videos;
    private final Clock clock;
    private final String insert;

    Views(JdbcClient jdbc, Audience audience, Videos videos, Clock clock) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.clock = clock;
        this.insert = "insert into video_view as seen (account, video, seconds, created_at)"
                + " select :viewer, v.id, :seconds, :now from video v where v.id = :video and v.author <> :viewer and "
                + audience.watches("v", ":viewer")
                + " on conflict (account, video) do update set seconds = least(seen.seconds + excluded.seconds, :most)"
                + " returning old.seconds is null as first,"
                + " (select least(new.seconds, v.seconds) - least(coalesce(old.seconds, 0), v.seconds) from video v"
                + " where v.id = new.video) / (select v.seconds from video v where v.id = new.video) as times";
    }

    @Transactional
    void watched(Viewer viewer, UUID video, double seconds) {
        var counted = jdbc.sql(insert)
                .param("viewer", viewer.id())
                .param("video", video)
                .param("seconds", Math.clamp(seconds, 0, MOST_AT_ONCE))
                .param("most", MOST)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Counted(row.getBoolean("first"), row.getDouble("times")))
                .optional();
        counted.filter(it -> it.first() || it.times() > 0)
                .ifPresent(it -> videos.watched(video, it.first(), it.times()));
    }

    /** What a visit adds: whether it is the first, and how many times the length. */
    private record Counted(boolean first, double times) {}
}
