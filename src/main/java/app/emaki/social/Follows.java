package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows whom, who has muted and who has blocked whom; a block ends following both ways and forbids it. */
@Component
@Transactional
public class Follows {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(200, Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final RateLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Follows(JdbcClient jdbc, RateLimits limits, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    /** Whether one follows the other. */
    @Transactional(readOnly = true)
    public boolean follows(UUID follower, UUID followed) {
        return exists("select 1 from follow where follower = ? and followed = ?", follower, followed);
    }

    /** Whether one of the two has blocked the other. */
    @Transactional(readOnly = true)
    public boolean severed(UUID one, UUID other) {
        return blocks(one, other) || blocks(other, one);
    }

    boolean blocks(UUID blocker, UUID blocked) {
        return exists("select 1 from block where blocker = ? and blocked = ?", blocker, blocked);
    }

    /** Following oneself or somebody across a block changes nothing. */
    public void follow(Viewer viewer, UUID other) {
        limits.take("follow:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        if (viewer.id().equals(other) || severed(viewer.id(), other)) {
            return;
        }
        int fresh = jdbc.sql(
                        "insert into follow (follower, followed, created_at) values (?, ?, ?) on conflict do nothing")
                .params(viewer.id(), other, now())
                .update();
        if (fresh == 1) {
            events.publishEvent(new AccountFollowed(viewer.id(), other));
        }
    }

    /** Ends following; without it nothing changes. */
    public void unfollow(Viewer viewer, UUID other) {
        jdbc.sql("delete from follow where follower = ? and followed = ?")
                .params(viewer.id(), other)
                .update();
    }

    void block(Viewer viewer, UUID other) {
        if (viewer.id().equals(other)) {
            return;
        }
        jdbc.sql("insert into block (blocker, blocked, created_at) values (?, ?, ?) on conflict do nothing")
                .params(viewer.id(), other, now())
                .update();
        jdbc.sql(
                        "delete from follow where (follower = :one and followed = :other) or (follower = :other and followed = :one)")
                .param("one", viewer.id())
                .param("other", other)
                .update();
    }

    void unblock(Viewer viewer, UUID other) {
        jdbc.sql("delete from block where blocker = ? and blocked = ?")
                .params(viewer.id(), other)
                .update();
    }

    /** Keeps somebody out of one's own feeds, searches and notices; they do not learn of it. */
    void mute(Viewer viewer, UUID other) {
        if (!viewer.id().equals(other)) {
            jdbc.sql("insert into mute (muter, muted, created_at) values (?, ?, ?) on conflict do nothing")
                    .params(viewer.id(), other, now())
                    .update();
        }
    }

    void unmute(Viewer viewer, UUID other) {
        jdbc.sql("delete from mute where muter = ? and muted = ?")
                .params(viewer.id(), other)
                .update();
    }

    /** Whether the first should hear nothing of the second: a block stands between them, or the first has muted the second. */
    @Transactional(readOnly = true)
    public boolean shuns(UUID one, UUID other) {
        return severed(one, other) || exists("select 1 from mute where muter = ? and muted = ?", one, other);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private boolean exists(String sql, UUID one, UUID other) {
        return jdbc.sql(sql).params(one, other).query(Integer.class).optional().isPresent();
    }
}
