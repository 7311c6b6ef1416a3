package app.emaki.video;

import app.emaki.account.PersonalData;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The films of somebody who is gone, with their files and their words. */
@Component
class ErasedVideos implements PersonalData {
    private final Videos videos;
    private final VideoSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    ErasedVideos(Videos videos, VideoSettings settings, JdbcClient jdbc, Clock clock) {
        this.videos = videos;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "videos";
    }

    @Override
    public int erase(UUID account) {
        var over = clock.instant().minus(settings.grace()).minus(Duration.ofMinutes(1));
        int films = jdbc.sql("update video set deleted_at = ? where author = ? and erased_at is null")
                .params(Timestamp.from(over), account)
                .update();
        for (int erased = videos.erase(); erased > 0; erased = videos.erase()) {
            // a hundred at a time, until none is left
        }
        return films;
    }
}
