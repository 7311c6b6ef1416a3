package app.emaki.social;

import app.emaki.account.PersonalData;
import app.emaki.video.Videos;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who is gone said, watched, liked and kept, and whom they followed; the place of a comment stays, for those who answered it. */
@Component
class ErasedTalk implements PersonalData {
    private final JdbcClient jdbc;
    private final Videos videos;
    private final Clock clock;

    ErasedTalk(JdbcClient jdbc, Videos videos, Clock clock) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "comments and ties";
    }

    @Override
    public int erase(UUID account) {
        jdbc.sql("select video from comment where author = ? and removed_at is null")
                .param(account)
                .query(UUID.class)
                .list()
                .forEach(video -> videos.applaud(video, 0, -1));
        int count = jdbc.sql("update comment set text = '…', removed_at = coalesce(removed_at, ?) where author = ?")
                .params(Timestamp.from(clock.instant()), account)
                .update();
        var liked = jdbc.sql("delete from video_like where account = ? returning video")
                .param(account)
                .query(UUID.class)
                .list();
        liked.forEach(video -> videos.applaud(video, -1, 0));
        count += liked.size();
        for (var tie : List.of(
                "comment_like where account",
                "bookmark where account",
                "collection where account",
                "video_view where account",
                "privacy where account",
                "follow where follower",
                "follow where followed",
                "mute where muter",
                "mute where muted",
                "block where blocker",
                "block where blocked")) {
            count += jdbc.sql("delete from " + tie + " = ?").param(account).update();
        }
        return count;
    }
}
