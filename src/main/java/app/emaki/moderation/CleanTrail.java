package app.emaki.moderation;

import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.video.CleanDownloaded;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who took a copy without the watermark stands in the log: that is where such a copy on the loose can come from. A player that
 * asks for one piece after another takes one copy.
 */
@Component
class CleanTrail {
    private static final RateLimits.Limit ONE_COPY = new RateLimits.Limit(1, Duration.ofMinutes(15));

    private final AuditLog log;
    private final RateLimits pieces;

    CleanTrail(AuditLog log, RateLimits pieces) {
        this.log = log;
        this.pieces = pieces;
    }

    @EventListener
    void on(CleanDownloaded copy) {
        if (pieces.take("clean:" + copy.account() + copy.video(), ONE_COPY).isPresent()) {
            return;
        }
        log.record(copy.account(), "moderation.act.clean", PublicId.of(copy.video()), "");
    }
}
