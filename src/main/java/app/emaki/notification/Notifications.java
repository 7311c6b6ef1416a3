package app.emaki.notification;

import app.emaki.account.Viewer;
import app.emaki.cameo.CameoAnswered;
import app.emaki.cameo.CameoAsked;
import app.emaki.cameo.CameoRevoked;
import app.emaki.cameo.CameoUsed;
import app.emaki.generation.Failure;
import app.emaki.generation.GenerationFailed;
import app.emaki.generation.GenerationSucceeded;
import app.emaki.moderation.ModeratorSpoke;
import app.emaki.platform.Ids;
import app.emaki.social.AccountFollowed;
import app.emaki.social.CommentPosted;
import app.emaki.social.VideoLiked;
import app.emaki.video.VideoCard;
import app.emaki.video.VideoPublished;
import app.emaki.video.VideoRemoved;
import app.emaki.video.Videos;
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

/** Turns what happened into what somebody is told, in the transaction in which it happened. Nobody is told of their own acts. */
@Component
@Transactional
class Notifications {
    private final JdbcClient jdbc;
    private final Videos videos;
    private final Ids ids;
    private final Clock clock;

    Notifications(JdbcClient jdbc, Videos videos, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.ids = ids;
        this.clock = clock;
    }

    /** Marks all that the viewer has been told as read. */
    void read(Viewer viewer) {
        jdbc.sql("update notification set read_at = ? where account_id = ? and read_at is null")
                .params(now(), viewer.id())
                .update();
    }

    @EventListener
    void on(VideoLiked event) {
        card(event.video()).ifPresent(video -> tell(video.author(), Kind.LIKED, video.id(), event.account(), ""));
    }

    @EventListener
    void on(CommentPosted event) {
        card(event.video()).ifPresent(video -> tell(video.author(), Kind.COMMENTED, video.id(), event.author(), ""));
    }

    @EventListener
    void on(AccountFollowed event) {
        tell(event.followed(), Kind.FOLLOWED, null, event.follower(), "");
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
            tell(event.author(), Kind.TAKEN_DOWN, event.video(), null, event.reason());
        }
    }

    @EventListener
    void on(ModeratorSpoke event) {
        tell(event.account(), Kind.valueOf(event.topic().name()), event.subject(), null, event.words());
    }

    @EventListener
    void on(GenerationSucceeded event) {
        tell(event.account(), Kind.READY, event.video(), null, "");
    }

    @EventListener
    void on(GenerationFailed event) {
        if (event.failure() != Failure.CANCELLED) {
            tell(event.account(), Kind.FAILED, event.id(), null, "");
        }
    }

    @EventListener
    void on(CameoAsked event) {
        tell(event.owner(), Kind.CAMEO_ASKED, event.cameo(), event.account(), event.words());
    }

    @EventListener
    void on(CameoAnswered event) {
        var kind = event.allowed() ? Kind.CAMEO_ALLOWED : Kind.CAMEO_REFUSED;
        tell(event.account(), kind, event.cameo(), event.owner(), "");
    }

    @EventListener
    void on(CameoUsed event) {
        var kind = event.waiting() ? Kind.CAMEO_WAITS : Kind.CAMEO_USED;
        tell(event.owner(), kind, event.video(), event.account(), "");
    }

    @EventListener
    void on(CameoRevoked event) {
        event.accounts().forEach(account -> tell(account, Kind.CAMEO_REVOKED, event.cameo(), event.owner(), ""));
    }

    /** Whoever made the film, and whoever made the one before it, whose line goes on. */
    private void continued(VideoCard source, VideoPublished event) {
        tell(source.author(), Kind.REMIXED, event.video(), event.author(), "");
        Optional.ofNullable(source.remixOf())
                .flatMap(this::card)
                .filter(first -> !first.author().equals(source.author()))
                .ifPresent(first -> tell(first.author(), Kind.REMIX_REMIXED, event.video(), event.author(), ""));
    }

    private void tell(UUID account, Kind kind, @Nullable UUID topic, @Nullable UUID actor, String words) {
        if (account.equals(actor)) {
            return;
        }
        jdbc.sql("""
                        insert into notification (id, account_id, kind, topic, actor_id, words, happened_at) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (account_id, kind, topic) where read_at is null do update set
                            others = notification.others + (notification.actor_id is distinct from excluded.actor_id)::int,
                            actor_id = excluded.actor_id, words = excluded.words, happened_at = excluded.happened_at
                        """)
                .param(ids.next())
                .param(account)
                .param(kind.name())
                .param(topic)
                .param(actor)
                .param(words)
                .param(now())
                .update();
    }

    private Optional<VideoCard> card(UUID id) {
        return Optional.ofNullable(videos.cards(Set.of(id)).get(id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
