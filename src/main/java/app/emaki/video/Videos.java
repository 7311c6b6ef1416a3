package app.emaki.video;

import app.emaki.account.AccountClosed;
import app.emaki.account.AccountReinstated;
import app.emaki.account.AccountSuspended;
import app.emaki.account.Viewer;
import app.emaki.cameo.CameoReturned;
import app.emaki.cameo.CameoRevoked;
import app.emaki.cameo.Cameos;
import app.emaki.cameo.Cameos.Showing;
import app.emaki.cameo.ConsentMissing;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import app.emaki.policy.ContentPolicy;
import app.emaki.policy.Use;
import app.emaki.policy.Verdict;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to videos. What an author does to a video that is not theirs ends in {@link NoSuchVideo}. */
@Component
@Transactional
public class Videos {
    /** How many videos hang at the top of a page. */
    public static final int MOST_PINNED = 3;

    private final VideoRepository videos;
    private final VideoQuery query;
    private final VideoTally tally;
    private final MediaStore store;
    private final ContentPolicy policy;
    private final ObjectProvider<PublicationGate> gates;
    private final Cameos cameos;
    private final FilmLooks looks;
    private final VideoSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Videos(
            VideoRepository videos,
            VideoQuery query,
            VideoTally tally,
            MediaStore store,
            ContentPolicy policy,
            ObjectProvider<PublicationGate> gates,
            Cameos cameos,
            FilmLooks looks,
            VideoSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.videos = videos;
        this.query = query;
        this.tally = tally;
        this.store = store;
        this.policy = policy;
        this.gates = gates;
        this.cameos = cameos;
        this.looks = looks;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** Keeps a finished video as a draft of its author. */
    public void add(NewVideo fresh) {
        var video = videos.saveAndFlush(new Video(fresh, clock.instant()));
        store.keep(video.files());
        if (cameos.in(fresh.id())) {
            tally.markCameo(fresh.id());
            looks.remember(fresh.id());
        }
    }

    /** Keeps words beneath a draft of an author, as they stood beneath it elsewhere; nobody else sees them yet. */
    public void note(UUID author, UUID id, String words) {
        var video = videos.findByIdAndAuthor(id, author).orElseThrow(NoSuchVideo::new);
        video.note(words.substring(0, Math.min(words.length(), Caption.LONGEST)));
        videos.saveAndFlush(video);
    }

    /** The video, if this viewer (null when signed out) may watch it. */
    @Transactional(readOnly = true)
    public Optional<VideoCard> find(@Nullable Viewer viewer, UUID id) {
        return query.find(id, viewer == null ? null : viewer.id());
    }

    /** The video behind a public id, if this viewer may watch it. */
    @Transactional(readOnly = true)
    public Optional<VideoCard> find(@Nullable Viewer viewer, String publicId) {
        return PublicId.parse(publicId).flatMap(id -> find(viewer, id));
    }

    /** Whether somebody may continue a video; the one place that tells. */
    @Transactional(readOnly = true)
    public Remixing remixing(Viewer viewer, UUID id) {
        return query.remixing(id, viewer.id());
    }

    /** Cards by id, whoever looks; for those who decide about videos, never for a page of the public. */
    @Transactional(readOnly = true)
    public Map<UUID, VideoCard> cards(Collection<UUID> ids) {
        return query.cards(ids);
    }

    /** Cards by id, of what this member may watch. */
    @Transactional(readOnly = true)
    public Map<UUID, VideoCard> cards(UUID viewer, Collection<UUID> ids) {
        return query.cards(viewer, ids);
    }

    /** Everything of an author, drafts too, newest first. */
    @Transactional(readOnly = true)
    public Page<VideoCard> library(Viewer author, @Nullable Cursor before, int size) {
        return query.library(author.id(), before, size);
    }

    /**
     * Shows a video, or changes how it is shown. It may have to wait for a person first; then nobody else sees it.
     *
     * @return whether it waits
     * @throws CaptionRefused when the rules of the instance forbid the caption; nothing has changed then
     * @throws ConsentMissing when somebody whose likeness is in it does not agree; nothing has changed then
     */
    @Transactional(noRollbackFor = {CaptionRefused.class, ConsentMissing.class})
    public boolean publish(Viewer author, UUID id, Publication publication) {
        var video = owned(author, id);
        var verdict = policy.judge(
                Use.CAPTION,
                publication.caption(),
                LocaleContextHolder.getLocale().getLanguage());
        if (verdict.blocks()) {
            throw new CaptionRefused(verdict);
        }
        boolean before = video.seenByOthers();
        if (publication.visibility() != Visibility.PRIVATE) {
            boolean fresh = !before || publication.visibility().widerThan(video.visibility());
            cameos.requireConsent(author.id(), id, new Showing(fresh, publication.caption(), publication.commercial()));
        }
        var reason = publication.visibility() == Visibility.PRIVATE ? null : holds(author, video, verdict);
        if (reason == null) {
            video.publish(publication, clock.instant());
        } else {
            video.hold(publication, clock.instant());
        }
        videos.saveAndFlush(video);
        tally.tag(id, new Caption(publication.caption()).tags());
        tally.index(id, Words.of(video.searchable() + " " + author.displayName()));
        recount(video);
        announce(video, before);
        if (reason != null) {
            events.publishEvent(new VideoHeld(id, video.author(), reason));
        }
        return reason != null;
    }

    /** Makes a video a draft again. */
    public void unpublish(Viewer author, UUID id) {
        var video = owned(author, id);
        boolean before = video.seenByOthers();
        video.unpublish();
        videos.saveAndFlush(video);
        recount(video);
        announce(video, before);
    }

    /** Lets nobody but its author write beneath a video any more, or lets everybody again; what is written stays. */
    public void closeComments(Viewer author, UUID id, boolean closed) {
        tally.closeComments(owned(author, id).id(), closed);
    }

    /** Hangs a video at the top of its author's page; false when there is no room for another. */
    public boolean pin(Viewer author, UUID id) {
        return tally.pin(author.id(), owned(author, id).id(), Timestamp.from(clock.instant()), MOST_PINNED);
    }

    public void unpin(Viewer author, UUID id) {
        tally.unpin(owned(author, id).id());
    }

    /** Deletes a video; for a while it can be brought back. */
    public void delete(Viewer author, UUID id) {
        var video = owned(author, id);
        video.delete(clock.instant());
        videos.saveAndFlush(video);
        recount(video);
        events.publishEvent(new VideoRemoved(id, video.author(), null));
    }

    /** Brings a deleted video back as it was, or as a draft when somebody in it does not agree any more. */
    public void undelete(Viewer author, UUID id) {
        var video = videos.findByIdAndAuthor(id, author.id()).orElseThrow(NoSuchVideo::new);
        video.undelete(clock.instant(), settings.grace());
        if (video.seenByOthers() && !agreed(video)) {
            video.unpublish();
        }
        videos.saveAndFlush(video);
        recount(video);
    }

    /**
     * Takes a video from everyone's sight but its author's, who reads the reason.
     *
     * @return false when it was down already
     */
    public boolean takeDown(UUID id, String reason) {
        var video = videos.findById(id).orElseThrow(NoSuchVideo::new);
        if (video.takenDown()) {
            return false;
        }
        video.takeDown(reason, clock.instant());
        videos.saveAndFlush(video);
        recount(video);
        events.publishEvent(new VideoRemoved(id, video.author(), reason));
        return true;
    }

    /**
     * A person has looked at a video that waited: it is seen from now on. When somebody whose likeness is in it has changed their
     * mind meanwhile, or has to be asked by now, it is a draft again, which waits for no second look; they and its author are told.
     *
     * @return false when it is a draft for that reason
     */
    public boolean release(UUID id) {
        var video = videos.findById(id).orElseThrow(NoSuchVideo::new);
        boolean before = video.seenByOthers();
        boolean agreed = before || agreed(video);
        if (agreed) {
            video.release(clock.instant());
        } else {
            video.pass(clock.instant());
        }
        videos.saveAndFlush(video);
        recount(video);
        announce(video, before);
        return agreed;
    }

    /** Whether everybody in it agrees that a film is shown from now on; who does not is asked, and its author told. */
    private boolean agreed(Video video) {
        try {
            cameos.requireConsent(video.author(), video.id(), new Showing(true, video.caption(), video.commercial()));
            return true;
        } catch (ConsentMissing missing) {
            events.publishEvent(new VideoWithheld(video.id(), video.author(), missing.owner()));
            return false;
        }
    }

    /** Makes a video wait for a person again, unless it was taken down for another reason. */
    public void hold(UUID id) {
        var video = videos.findById(id).orElseThrow(NoSuchVideo::new);
        if (video.takenDown()) {
            return;
        }
        boolean before = video.seenByOthers();
        video.hold(clock.instant());
        videos.saveAndFlush(video);
        recount(video);
        announce(video, before);
    }

    /** Keeps a video out of For you, or lets it in again; whoever has the link may watch either way. */
    public void limit(UUID id, boolean limited) {
        var video = videos.findById(id).orElseThrow(NoSuchVideo::new);
        video.limit(limited);
        videos.saveAndFlush(video);
    }

    /** Lets a taken-down video be seen again. */
    public void restore(UUID id) {
        var video = videos.findById(id).orElseThrow(NoSuchVideo::new);
        video.restore();
        videos.saveAndFlush(video);
        recount(video);
    }

    /** The file without the watermark, for its author, unless somebody in it said no; whether the plan allows it is for the caller to ask. */
    @Transactional(readOnly = true)
    public MediaKey clean(Viewer author, UUID id) {
        var video = owned(author, id);
        if (query.find(id, author.id()).isEmpty()) {
            throw new NoSuchVideo();
        }
        return video.clean();
    }

    /** Erases what was deleted longer ago than the grace, with its files; tells how many that were. */
    int erase() {
        var now = clock.instant();
        var due = videos.deletedBefore(now.minus(settings.grace()), Limit.of(100));
        for (var id : due) {
            var video = videos.findById(id).orElseThrow(NoSuchVideo::new);
            video.erase(now);
            tally.tag(id, Set.of());
            tally.index(id, Set.of());
            video.files().forEach(store::delete);
            cameos.forget(id);
            events.publishEvent(new VideoErased(id));
        }
        return due.size();
    }

    /** Counts likes and comments that came (or went, when negative), in the caller's transaction. */
    public void applaud(UUID id, int likes, int comments) {
        tally.add(id, likes, comments);
    }

    /**
     * Counts what was watched of a video.
     *
     * @param first whether by somebody who had not watched it before
     * @param times its length, a person counting once at most
     */
    public void watched(UUID id, boolean first, double times) {
        tally.watched(id, first ? 1 : 0, times);
    }

    /** The audience's rule hides them already; this is for counts, and for whoever keeps copies elsewhere. */
    @EventListener
    void revoked(CameoRevoked event) {
        for (var id : event.videos()) {
            videos.findById(id).ifPresent(video -> {
                recount(video);
                if (video.seenByOthers()) {
                    events.publishEvent(new VideoRemoved(id, video.author(), null));
                }
            });
        }
    }

    @EventListener
    void returned(CameoReturned event) {
        videos.findById(event.video()).ifPresent(this::recount);
    }

    @EventListener
    void suspended(AccountSuspended event) {
        tally.away(event.account(), true);
    }

    @EventListener
    void closed(AccountClosed event) {
        tally.away(event.account(), true);
    }

    @EventListener
    void reinstated(AccountReinstated event) {
        tally.away(event.account(), false);
    }

    /** What the words demand comes first: a caption or a prompt on the list waits whoever wrote it and whatever was passed before. */
    private @Nullable String holds(Viewer author, Video video, Verdict caption) {
        if (caption.holds()) {
            return String.valueOf(caption.rule());
        }
        if (video.seenByOthers()) {
            return null;
        }
        var prompt =
                policy.check(video.prompt(), LocaleContextHolder.getLocale().getLanguage());
        // what no order would get past today was ordered before the rule, or brought from elsewhere
        if ((prompt.holds() || prompt.blocks()) && !video.passed()) {
            return String.valueOf(prompt.rule());
        }
        return gates.stream()
                .flatMap(gate -> gate.holds(author, video.id(), video.passed()).stream())
                .findFirst()
                .orElse(null);
    }

    private Video owned(Viewer author, UUID id) {
        return videos.findByIdAndAuthor(id, author.id())
                .filter(video -> !video.deleted())
                .orElseThrow(NoSuchVideo::new);
    }

    private void recount(Video video) {
        tally.rank(video.id());
        var source = video.remixOf();
        if (source != null) {
            tally.countRemixes(source);
        }
    }

    private void announce(Video video, boolean before) {
        if (video.takenDown() || before == video.seenByOthers()) {
            return;
        }
        events.publishEvent(
                before
                        ? new VideoRemoved(video.id(), video.author(), null)
                        : new VideoPublished(video.id(), video.author()));
    }
}
