package app.emaki.notification;

import app.emaki.account.Viewer;
import app.emaki.cameo.CameoAnswered;
import app.emaki.cameo.CameoAsked;
import app.emaki.cameo.CameoRevoked;
import app.emaki.cameo.CameoUsed;
import app.emaki.generation.EngineTrouble;
import app.emaki.generation.Failure;
import app.emaki.generation.GenerationFailed;
import app.emaki.generation.GenerationSucceeded;
import app.emaki.invite.CodesGuessed;
import app.emaki.model.BackendBack;
import app.emaki.model.BackendDown;
import app.emaki.moderation.ModeratorSpoke;
import app.emaki.platform.Ids;
import app.emaki.social.AccountFollowed;
import app.emaki.social.AccountMentioned;
import app.emaki.social.CommentLiked;
import app.emaki.social.CommentPosted;
import app.emaki.social.Follows;
import app.emaki.social.VideoLiked;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoPublished;
import app.emaki.video.VideoRemoved;
import app.emaki.video.VideoWithheld;
import app.emaki.video.Videos;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns what happened into what somebody is told, in the transaction in which it happened. Nobody is told of their own acts,
 * of those of people whom they shun, or of what they do not want to hear of.
 */
@Component
@Transactional
class Notifications {
    private final JdbcClient jdbc;
    private final Videos videos;
    private final Follows follows;
    private final Choices choices;
    private final Ids ids;
    private final Clock clock;

    Notifications(JdbcClient jdbc, Videos videos, Follows follows, Choices choices, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.follows = follows;
        this.choices = choices;
        this.ids = ids;
        this.clock = clock;
    }

    /** Marks all that the viewer has been told as read. */
    void read(Viewer viewer) {
        jdbc.sql("update notification set read_at = ? where account_id = ? and read_at is null")
                .params(now(), viewer.id())
                .update();
    }

    /** Marks one notice as read. */
    void read(Viewer viewer, UUID notice) {
        jdbc.sql("update notification set read_at = ? where id = ? and account_id = ? and read_at is null")
                .params(now(), notice, viewer.id())
                .update();
    }

    @EventListener
    void on(VideoLiked event) {
        card(event.video()).ifPresent(video -> tell(video.author(), Kind.LIKED, video.id(), event.account(), null, ""));
    }

    /** The author of the film hears of every comment; who is answered hears of the answer, once. */
    @EventListener
    void on(CommentPosted event) {
        var video = card(event.video()).orElse(null);
        if (video == null) {
            return;
        }
        var words = excerpt(event.comment());
        var answered = event.replyTo() == null ? null : authorOf(event.replyTo());
        if (answered != null && !answered.equals(video.author())) {
            tell(answered, Kind.REPLIED, video.id(), event.author(), event.comment(), words);
        }
        tell(video.author(), Kind.COMMENTED, video.id(), event.author(), event.comment(), words);
    }

    @EventListener
    void on(AccountMentioned event) {
        boolean told = jdbc.sql("select count(*) from notification where account_id = ? and comment_id = ?")
                        .params(event.mentioned(), event.comment())
                        .query(Integer.class)
                        .single()
                > 0;
        if (!told) {
            tell(
                    event.mentioned(),
                    Kind.MENTIONED,
                    event.video(),
                    event.author(),
                    event.comment(),
                    excerpt(event.comment()));
        }
    }

    @EventListener
    void on(CommentLiked event) {
        tell(event.author(), Kind.COMMENT_LIKED, event.video(), event.account(), event.comment(), "");
    }

    @EventListener
    void on(AccountFollowed event) {
        tell(event.followed(), Kind.FOLLOWED, null, event.follower(), null, "");
    }

    @EventListener
    void on(VideoPublished event) {
        card(event.video())
                .flatMap(video -> Optional.ofNullable(video.remixOf()))
                .flatMap(this::card)
                .ifPresent(source -> continued(source, event));
    }

    @EventListener
    void on(VideoRemoved event) {
        if (event.reason() != null) {
            tell(event.author(), Kind.TAKEN_DOWN, event.video(), null, null, event.reason());
        }
    }

    @EventListener
    void on(ModeratorSpoke event) {
        tell(event.account(), Kind.valueOf(event.topic().name()), event.subject(), null, null, event.words());
    }

    @EventListener
    void on(GenerationSucceeded event) {
        tell(event.account(), Kind.READY, event.video(), null, null, "");
    }

    @EventListener
    void on(GenerationFailed event) {
        if (event.failure() != Failure.CANCELLED) {
            tell(event.account(), Kind.FAILED, event.id(), null, null, "");
        }
    }

    @EventListener
    void on(BackendDown event) {
        tellAdmins(Kind.BACKEND_DOWN, event.backend(), event.backend() + ": " + event.reason());
    }

    @EventListener
    void on(BackendBack event) {
        tellAdmins(Kind.BACKEND_BACK, event.backend(), event.backend());
    }

    @EventListener
    void on(EngineTrouble event) {
        tellAdmins(
                Kind.ENGINE_TROUBLE,
                event.failure() + " " + event.backend(),
                event.words().isBlank() ? event.backend() : event.backend() + ": " + event.words());
    }

    @EventListener
    void on(CodesGuessed event) {
        tellAdmins(Kind.CODES_GUESSED, "invite codes", "");
    }

    @EventListener
    void on(CameoAsked event) {
        tell(event.owner(), Kind.CAMEO_ASKED, event.cameo(), event.account(), null, event.words());
    }

    @EventListener
    void on(CameoAnswered event) {
        var kind = event.allowed() ? Kind.CAMEO_ALLOWED : Kind.CAMEO_REFUSED;
        tell(event.account(), kind, event.cameo(), event.owner(), null, "");
    }

    @EventListener
    void on(CameoUsed event) {
        var kind = event.waiting() ? Kind.CAMEO_WAITS : Kind.CAMEO_USED;
        tell(event.owner(), kind, event.video(), event.account(), null, "");
    }

    @EventListener
    void on(CameoRevoked event) {
        event.accounts().forEach(account -> tell(account, Kind.CAMEO_REVOKED, event.cameo(), event.owner(), null, ""));
    }

    @EventListener
    void on(VideoWithheld event) {
        tell(event.author(), Kind.CAMEO_MISSING, event.video(), event.person(), null, "");
    }

    /** Whoever made the film, and whoever made the one before it, whose line goes on. */
    private void continued(VideoCard source, VideoPublished event) {
        tell(source.author(), Kind.REMIXED, event.video(), event.author(), null, "");
        Optional.ofNullable(source.remixOf())
                .flatMap(this::card)
                .filter(first -> !first.author().equals(source.author()))
                .ifPresent(first -> tell(first.author(), Kind.REMIX_REMIXED, event.video(), event.author(), null, ""));
    }

    /** Of each backend by itself, so that one outage does not hide another; what is no backend has a name of its own. */
    private void tellAdmins(Kind kind, String backend, String words) {
        var topic = UUID.nameUUIDFromBytes(backend.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("select id from account where role = 'ADMIN' and standing = 'ACTIVE'")
                .query(UUID.class)
                .list()
                .forEach(admin -> tell(admin, kind, topic, null, null, words));
    }

    private void tell(
            UUID account, Kind kind, @Nullable UUID topic, @Nullable UUID actor, @Nullable UUID comment, String words) {
        if (account.equals(actor)
                || (actor != null && kind.optional() && follows.shuns(account, actor))
                || !choices.of(account, kind).app()) {
            return;
        }
        jdbc.sql("""
                        insert into notification (id, account_id, kind, topic, actor_id, comment_id, words, happened_at)
                        values (?, ?, ?, ?, ?, cast(? as uuid), ?, ?)
                        on conflict (account_id, kind, topic) where read_at is null do update set
                            others = notification.others + (notification.actor_id is distinct from excluded.actor_id)::int,
                            actor_id = excluded.actor_id, comment_id = excluded.comment_id, words = excluded.words,
                            happened_at = excluded.happened_at
                        """)
                .param(ids.next())
                .param(account)
                .param(kind.name())
                .param(topic)
                .param(actor)
                .param(comment)
                .param(words)
                .param(now())
                .update();
    }

    /** The first words of a comment, to know what it is about. */
    private String excerpt(UUID comment) {
        return jdbc.sql(
                        "select case when length(text) > 120 then left(text, 119) || '…' else text end from comment where id = ?")
                .param(comment)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private @Nullable UUID authorOf(UUID comment) {
        return jdbc.sql("select author from comment where id = ?")
                .param(comment)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private Optional<VideoCard> card(UUID id) {
        return Optional.ofNullable(videos.cards(Set.of(id)).get(id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
