package app.emaki.moderation;

import app.emaki.platform.PublicId;
import app.emaki.video.CleanDownloaded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who took a copy without the watermark stands in the log: that is where such a copy on the loose can come from. */
@Component
class CleanTrail {
    private final AuditLog log;

    CleanTrail(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void on(CleanDownloaded copy) {
        log.record(copy.account(), "moderation.act.clean", PublicId.of(copy.video()), "");
    }
}
