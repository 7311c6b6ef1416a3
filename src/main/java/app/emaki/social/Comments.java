package app.emaki.social;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Page;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.policy.ContentPolicy;
import app.emaki.policy.Use;
import app.emaki.policy.Verdict;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final CommentQuery query;
    private final Videos videos;
    private final Accounts accounts;
    private final Follows follows;
    private final Privacy privacy;
    private final ContentPolicy policy;
    private final RateLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Comments(
            JdbcClient jdbc,
            CommentQuery query,
            Videos videos,
            Accounts accounts,
            Follows follows,
            Privacy privacy,
            ContentPolicy policy,
            RateLimits limits,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.query = query;
        this.videos = videos;
        this.accounts = accounts;
        this.follows = follows;
        this.privacy = privacy;
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
     * Writes beneath a video that the viewer may watch. What the rules hold back is kept, and nobody sees it before a person
     * has looked.
     *
     * @throws CommentRefused when the rules of the instance forbid the words
     */
    public UUID post(Viewer viewer, UUID video, String text, @Nullable UUID replyTo) {
        hurry(viewer);
        var card = videos.find(viewer, video).orElseThrow(NoSuchVideo::new);
        if (card.commentsClosed() && !card.author().equals(viewer.id())) {
            throw new CommentsClosed();
        }
        var verdict = screened(text);
        var language = language();
        var id = ids.next();
        var thread = replyTo == null ? null : query.threadOf(replyTo, video);
        var named = named(text, viewer, video);
        jdbc.sql("insert into comment (id, video, author, reply_to, text, mentions, language, created_at)"
                        + " values (:id, :video, :author, cast(:thread as uuid), :text, :mentions, :language, :now)")
                .param("id", id)
                .param("video", video)
                .param("author", viewer.id())
                .param("thread", thread)
                .param("text", text)
                .param("mentions", handles(named))
                .param("language", language)
                .param("now", now())
                .update();
        if (verdict.holds()) {
            hide(id);
            events.publishEvent(new CommentHeld(id, video, viewer.id(), text));
            return id;
        }
        videos.applaud(video, 0, 1);
        events.publishEvent(new CommentPosted(id, video, viewer.id(), thread));
        tell(named, List.of(), id, video, viewer);
        return id;
    }

    /**
     * Changes what one wrote; only who is newly named is told.
     *
     * @throws CommentRefused when the rules of the instance forbid the words
     */
    UUID edit(Viewer viewer, UUID id, String text) {
        hurry(viewer);
        var slip = query.slip(id)
                .filter(it -> !it.removed() && it.author().equals(viewer.id()))
                .orElseThrow(NoSuchVideo::new);
        var verdict = screened(text);
        var language = language();
        var named = named(text, viewer, slip.video());
        jdbc.sql(
                        "update comment set text = :text, language = :language, mentions = :mentions, edited_at = :now where id = :id")
                .param("text", text)
                .param("language", language)
                .param("mentions", handles(named))
                .param("now", now())
                .param("id", id)
                .update();
        if (verdict.holds()) {
            hide(id);
            videos.applaud(slip.video(), 0, -1);
            events.publishEvent(new CommentHeld(id, slip.video(), viewer.id(), text));
            return slip.video();
        }
        tell(named, slip.mentions(), id, slip.video(), viewer);
        return slip.video();
    }

    /** Removes a comment of one's own, or beneath one's own video; anybody else's is not found. Answers the video. */
    public UUID delete(Viewer viewer, UUID id) {
        var slip = query.slip(id).filter(it -> it.mayDelete(viewer.id())).orElseThrow(NoSuchVideo::new);
        remove(id, viewer.id());
        return slip.video();
    }

    /** Brings back, for a quarter of an hour, what one deleted oneself, with the answers that went along. Answers the video. */
    UUID undelete(Viewer viewer, UUID id) {
        var slip = query.slip(id).orElseThrow(NoSuchVideo::new);
        int back = jdbc.sql("""
                update comment set removed_at = null, removed_by = null from (
                  select removed_at as at from comment where id = :id and removed_by = :viewer and removed_at > :since) gone
                where (comment.id = :id or comment.reply_to = :id) and comment.removed_by = :viewer and comment.removed_at = gone.at""")
                .param("id", id)
                .param("viewer", viewer.id())
                .param("since", Timestamp.from(clock.instant().minus(GRACE)))
                .update();
        if (back == 0) {
            throw new NoSuchVideo();
        }
        videos.applaud(slip.video(), 0, back);
        return slip.video();
    }

    /** A comment that is there to be seen, beneath a video that this viewer may watch. */
    @Transactional(readOnly = true)
    public Optional<Written> find(Viewer viewer, UUID id) {
        return jdbc.sql("select c.id, c.video, c.author, c.text from comment c where c.id = ? and c.removed_at is null")
                .param(id)
                .query(Written.class)
                .optional()
                .filter(written -> videos.find(viewer, written.video()).isPresent());
    }

    /** Lets a removed comment be seen again, if its video is still there; what answered it stays removed. */
    public void restore(UUID id) {
        jdbc.sql(
                        "update comment set removed_at = null where id = ? and removed_at is not null and removed_by is null returning video")
                .param(id)
                .query(UUID.class)
                .optional()
                .ifPresent(video -> videos.applaud(video, 0, 1));
    }

    private void hide(UUID id) {
        jdbc.sql("update comment set removed_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Removes a comment and what answers it. What its author has just deleted they cannot bring back any more. */
    public void remove(UUID id) {
        remove(id, null);
        jdbc.sql("update comment set removed_at = least(removed_at, :past)"
                        + " where (id = :id or reply_to = :id) and removed_by is not null")
                .param("past", Timestamp.from(clock.instant().minus(GRACE)))
                .param("id", id)
                .update();
    }

    /** Hangs one thread above all others, in place of the one that hung there; only the author of the video may. */
    UUID pin(Viewer viewer, UUID id, boolean pinned) {
        var slip = query.slip(id)
                .filter(it -> !it.removed() && it.thread() && it.host().equals(viewer.id()))
                .orElseThrow(NoSuchVideo::new);
        jdbc.sql("update comment set pinned_at = null where video = ? and pinned_at is not null")
                .param(slip.video())
                .update();
        if (pinned) {
            jdbc.sql("update comment set pinned_at = ? where id = ?")
                    .params(now(), id)
                    .update();
        }
        return slip.video();
    }

    /** Likes what somebody wrote beneath a video that the viewer may watch; a second time changes nothing. */
    void like(Viewer viewer, UUID id) {
        hurry(viewer);
        var slip = query.slip(id).filter(it -> !it.removed()).orElseThrow(NoSuchVideo::new);
        if (videos.find(viewer, slip.video()).isEmpty() || follows.severed(viewer.id(), slip.author())) {
            throw new NoSuchVideo();
        }
        int fresh = jdbc.sql(
                        "insert into comment_like (account, comment, created_at) values (?, ?, ?) on conflict do nothing")
                .params(viewer.id(), id, now())
                .update();
        if (fresh == 1) {
            count(id, 1);
            events.publishEvent(new CommentLiked(id, slip.video(), slip.author(), viewer.id()));
        }
    }

    void unlike(Viewer viewer, UUID id) {
        int gone = jdbc.sql("delete from comment_like where account = ? and comment = ?")
                .params(viewer.id(), id)
                .update();
        if (gone == 1) {
            count(id, -1);
        }
    }

    private void count(UUID id, int likes) {
        jdbc.sql("update comment set likes = likes + ? where id = ?")
                .params(likes, id)
                .update();
    }

    private void remove(UUID id, @Nullable UUID by) {
        var gone = jdbc.sql("update comment set removed_at = :now, removed_by = cast(:by as uuid), pinned_at = null"
                        + " where (id = :id or reply_to = :id) and removed_at is null returning video")
                .param("now", now())
                .param("by", by)
                .param("id", id)
                .query(UUID.class)
                .list();
        if (!gone.isEmpty()) {
            videos.applaud(gone.getFirst(), 0, -gone.size());
        }
    }

    private void hurry(Viewer viewer) {
        limits.take("comment:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
    }

    private Verdict screened(String text) {
        var verdict = policy.judge(Use.COMMENT, text, language());
        if (verdict.blocks()) {
            throw new CommentRefused(verdict);
        }
        return verdict;
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /** Those named who are here, may watch the video, and would want to hear from the writer. */
    private List<Viewer> named(String text, Viewer writer, UUID video) {
        var named = new ArrayList<Viewer>();
        for (var handle : Mention.in(text)) {
            accounts.find(handle)
                    .filter(Viewer::active)
                    .filter(who -> !follows.severed(writer.id(), who.id()))
                    .filter(who -> privacy.allows(Privacy.Part.MENTIONS, who.id(), writer.id()))
                    .filter(who -> videos.find(who, video).isPresent())
                    .ifPresent(named::add);
        }
        return named;
    }

    private void tell(List<Viewer> named, Collection<String> before, UUID comment, UUID video, Viewer writer) {
        named.stream()
                .filter(who -> !before.contains(who.handle()) && !who.id().equals(writer.id()))
                .forEach(who -> events.publishEvent(new AccountMentioned(comment, video, writer.id(), who.id())));
    }

    private static String[] handles(List<Viewer> named) {
        return named.stream().map(Viewer::handle).toArray(String[]::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
    /** A comment as it was written. */
    public record Written(UUID id, UUID video, UUID author, String text) {}
}
