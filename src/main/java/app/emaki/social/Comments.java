package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Page;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.policy.ContentPolicy;
import app.emaki.policy.Use;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is written beneath videos. Threads are one level deep: an answer to an answer joins its thread. */
@Component
@Transactional
public class Comments {
    /** Longest comment, in characters. */
    public static final int LONGEST = 500;

    private static final int PAGE = 10;
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(60, Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final CommentQuery query;
    private final Videos videos;
    private final ContentPolicy policy;
    private final RateLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Comments(
            JdbcClient jdbc,
            CommentQuery query,
            Videos videos,
            ContentPolicy policy,
            RateLimits limits,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.query = query;
        this.videos = videos;
        this.policy = policy;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** A page of threads, newest first, without those across a block and of people who were shut out. */
    @Transactional(readOnly = true)
    public Page<CommentView> of(VideoCard video, @Nullable Viewer viewer, @Nullable Cursor before) {
        return query.page(video, viewer == null ? null : viewer.id(), before, PAGE);
    }

    /**
     * Writes beneath a video that the viewer may watch.
     *
     * @throws CommentRefused when the rules of the instance forbid the words
     */
    public UUID post(Viewer viewer, UUID video, String text, @Nullable UUID replyTo) {
        limits.take("comment:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        if (videos.find(viewer, video).isEmpty()) {
            throw new NoSuchVideo();
        }
        var language = LocaleContextHolder.getLocale().getLanguage();
        var verdict = policy.judge(Use.COMMENT, text, language);
        if (verdict.blocks()) {
            throw new CommentRefused(verdict);
        }
        var id = ids.next();
        var thread = replyTo == null ? null : query.threadOf(replyTo, video);
        jdbc.sql("insert into comment (id, video, author, reply_to, text, language, created_at)"
                        + " values (:id, :video, :author, cast(:thread as uuid), :text, :language, :now)")
                .param("id", id)
                .param("video", video)
                .param("author", viewer.id())
                .param("thread", thread)
                .param("text", text)
                .param("language", language)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        videos.applaud(video, 0, 1);
        events.publishEvent(new CommentPosted(id, video, viewer.id(), thread));
        return id;
    }

    /** Removes a comment of one's own, or beneath one's own video; anybody else's is not found. */
    void delete(Viewer viewer, UUID id) {
        if (!query.mayDelete(id, viewer.id())) {
            throw new NoSuchVideo();
        }
        remove(id);
    }

    /** Removes a comment and what answers it. */
    public void remove(UUID id) {
        var gone = jdbc.sql(
                        "update comment set removed_at = :now where (id = :id or reply_to = :id) and removed_at is null"
                                + " returning video")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .query(UUID.class)
                .list();
        if (!gone.isEmpty()) {
            videos.applaud(gone.getFirst(), 0, -gone.size());
        }
    }
}
