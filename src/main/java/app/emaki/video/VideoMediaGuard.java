package app.emaki.video;

import app.emaki.media.MediaGuard;
import app.emaki.media.MediaKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files of a video are read by whoever may watch it; the one without the watermark is had by its download alone. Asked before
 * others, as nearly every file belongs to a video.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VideoMediaGuard implements MediaGuard {
    private final JdbcClient jdbc;
    private final String sql;

    VideoMediaGuard(JdbcClient jdbc, Audience audience) {
        this.jdbc = jdbc;
        this.sql = "select v.clean <> :key and coalesce(" + audience.watches("v", "cast(:viewer as uuid)") + ", false)"
                + " from video v where v.film = :key or v.poster = :key or v.captions = :key or v.strip = :key or v.clean = :key";
    }

    @Override
    public Ruling mayRead(MediaKey key, @Nullable UUID viewer) {
        return jdbc.sql(sql)
                .param("key", key.value())
                .param("viewer", viewer)
                .query(Boolean.class)
                .optional()
                .map(allowed -> allowed ? Ruling.ALLOW : Ruling.DENY)
                .orElse(Ruling.UNKNOWN);
    }
}
