package app.emaki.cameo;

import app.emaki.account.AccountClosed;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.Objection.Ground;
import app.emaki.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever draws or shows likenesses: whom an order is about, what speaks against it, and whether a film may be
 * shown. A use is written under a lock on its cameo that a revocation takes too, so of the two one is first and the other
 * knows.
 */
@Component
@Transactional
public class Cameos {
    private final JdbcClient jdbc;
    private final CameoQuery query;
    private final NeverWords never;
    private final Portraits portraits;
    private final Accounts accounts;
    private final CameoLimits limits;
    private final Consents consents;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Cameos(
            JdbcClient jdbc,
            CameoQuery query,
            NeverWords never,
            Portraits portraits,
            Accounts accounts,
            CameoLimits limits,
            Consents consents,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.query = query;
        this.never = never;
        this.portraits = portraits;
        this.accounts = accounts;
        this.limits = limits;
        this.consents = consents;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What speaks against an order.
     *
     * @param named cameos chosen beside those that the prompt names
     * @param source the video that the order starts from, whose likenesses it carries on
     */
    @Transactional(readOnly = true)
    public Optional<Objection> objection(Viewer viewer, String prompt, Collection<UUID> named, @Nullable UUID source) {
        var cast = cast(viewer, prompt, named, source);
        if (cast.size() > limits.inAFilm()) {
            return Optional.of(new Objection(Ground.MANY, cast.getLast().handle(), List.of(), limits.inAFilm()));
        }
        for (var cameo : cast) {
            if (cameo.standing() != Standing.ALLOWED) {
                return Optional.of(new Objection(Objection.ground(cameo.standing()), cameo.handle()));
            }
            var words = cameo.own() ? Set.<String>of() : never.in(prompt, cameo);
            if (!words.isEmpty()) {
                return Optional.of(new Objection(Ground.WORDS, cameo.handle(), List.copyOf(words), 0));
            }
        }
        return stranger(viewer, prompt, cast).map(handle -> new Objection(Ground.NONE, handle));
    }

    /**
     * Writes down that an order was taken, once for each of its films; the person of each likeness is told.
     *
     * @throws ConsentMissing when consent went while the order came
     */
    public void use(Viewer viewer, String prompt, Collection<UUID> named, @Nullable UUID source, List<UUID> videos) {
        var cast = cast(viewer, prompt, named, source);
        lock(cast.stream().map(CameoView::id).toList(), "share");
        // read again behind the lock: what was true before it may not be true any more
        for (var cameo : query.all(viewer.id(), cast.stream().map(CameoView::id).toList())) {
            if (cameo.standing() != Standing.ALLOWED) {
                throw new ConsentMissing(cameo.handle(), false);
            }
            boolean waiting = cameo.asksEach() && !cameo.own();
            for (var video : videos) {
                jdbc.sql("""
                                insert into cameo_use (id, cameo, account, video, prompt, state, created_at)
                                values (:id, :cameo, :account, :video, :prompt, :state, :now)""")
                        .param("id", ids.next())
                        .param("cameo", cameo.id())
                        .param("account", viewer.id())
                        .param("video", video)
                        .param("prompt", prompt)
                        .param("state", waiting ? "PENDING" : "ALLOWED")
                        .param("now", now())
                        .update();
            }
            if (!cameo.own()) {
                events.publishEvent(new CameoUsed(cameo.id(), cameo.owner(), viewer.id(), videos.getFirst(), waiting));
            }
        }
    }

    /** Whether anybody's likeness is in a film. */
    @Transactional(readOnly = true)
    public boolean in(UUID video) {
        return jdbc.sql("select exists (select 1 from cameo_use where video = ?)")
                .param(video)
                .query(Boolean.class)
                .single();
    }

    /**
     * Stands in the way of showing a film to others, unless everybody in it agrees now.
     *
     * @param fresh whether nobody else could see it until now; a film that is shown already stays as it was agreed to
     * @throws ConsentMissing when somebody does not
     */
    public void requireConsent(UUID author, UUID video, boolean fresh) {
        var uses = jdbc.sql("select id, cameo, state, decided_at is not null as decided from cameo_use where video = ?")
                .param(video)
                .query(Use.class)
                .list();
        if (uses.isEmpty()) {
            return;
        }
        lock(uses.stream().map(Use::cameo).toList(), "share");
        for (var use : jdbc.sql(
                        "select id, cameo, state, decided_at is not null as decided from cameo_use where video = ? order by cameo")
                .param(video)
                .query(Use.class)
                .list()) {
            var cameo = query.find(author, use.cameo()).orElseThrow(NoSuchCameo::new);
            if (!use.state().equals("ALLOWED")) {
                throw new ConsentMissing(cameo.handle(), use.state().equals("PENDING"));
            }
            if (fresh && !use.decided()) {
                recheck(cameo, author, video);
            }
        }
    }

    /** The portraits for a film that is about to be drawn; those alone whose consent still stands. */
    @Transactional(readOnly = true)
    public List<Likeness> likenesses(UUID video) {
        var cameos = jdbc.sql("select cameo from cameo_use where video = ? and state in ('PENDING', 'ALLOWED')")
                .param(video)
                .query(UUID.class)
                .list();
        var nobody = new UUID(0, 0);
        return query.all(nobody, cameos).stream()
                .flatMap(it -> portraits.open(it.id()).stream()
                        .map(portrait ->
                                new Likeness(it.handle(), it.name(), it.kind(), it.look(), it.description(), portrait)))
                .toList();
    }

    /** Forgets the words of a film that was erased; that there was one stays in the ledger. */
    public void forget(UUID video) {
        jdbc.sql("update cameo_use set prompt = '' where video = ?")
                .param(video)
                .update();
    }

    /** A film was never finished: there is no use of anybody to tell of. What it was asked for stays the ground to ask consent on. */
    public void unmade(UUID video) {
        jdbc.sql("update cameo_use set unmade_at = ? where video = ? and state in ('PENDING', 'ALLOWED')")
                .params(now(), video)
                .update();
    }

    /** Whether everybody whose likeness was to be in a film still agrees that it is made. */
    @Transactional(readOnly = true)
    public boolean consented(UUID video) {
        return jdbc.sql(
                        "select not exists (select 1 from cameo_use where video = ? and state in ('REFUSED', 'REVOKED'))")
                .param(video)
                .query(Boolean.class)
                .single();
    }

    /** Cameos whose handle or name begins so, for whoever writes a prompt. */
    @Transactional(readOnly = true)
    public List<CameoView> beginning(Viewer viewer, String start) {
        return query.beginning(viewer.id(), start);
    }

    /** Whom the viewer could cast now: their own, those who allowed it to them, and friends who allow it to friends. */
    @Transactional(readOnly = true)
    public List<CameoView> castable(Viewer viewer) {
        return query.castable(viewer.id());
    }

    /** How many may be in one film. */
    public int most() {
        return limits.inAFilm();
    }

    /** Those of these cameos that there are for the viewer. */
    @Transactional(readOnly = true)
    public List<CameoView> all(Viewer viewer, Collection<UUID> ids) {
        return query.all(viewer.id(), ids).stream()
                .filter(cameo -> cameo.standing() != Standing.NONE)
                .toList();
    }

    @EventListener
    void on(AccountClosed event) {
        consents.deleteAll(event.account());
    }

    /** Everybody an order is about: chosen, named in the words, or in the film it starts from. */
    private List<CameoView> cast(Viewer viewer, String prompt, Collection<UUID> named, @Nullable UUID source) {
        var chosen = new LinkedHashSet<>(named);
        if (source != null) {
            chosen.addAll(jdbc.sql("select cameo from cameo_use where video = ?")
                    .param(source)
                    .query(UUID.class)
                    .list());
        }
        var cast = new ArrayList<CameoView>();
        var seen = new LinkedHashSet<String>();
        for (var cameo : query.named(viewer.id(), Mentions.in(prompt))) {
            // a person's handle goes before a character that took the same name earlier
            if (seen.add(cameo.handle()) && chosen.add(cameo.id())) {
                cast.add(cameo);
            }
        }
        var inWords = cast.stream().map(CameoView::id).collect(Collectors.toSet());
        query.all(viewer.id(), chosen).stream()
                .filter(cameo -> !inWords.contains(cameo.id()))
                .forEach(cast::add);
        return List.copyOf(cast);
    }

    /** A handle in the words that is somebody's, but no likeness that the viewer may know of. */
    private Optional<String> stranger(Viewer viewer, String prompt, List<CameoView> cast) {
        var known = cast.stream().map(CameoView::handle).collect(Collectors.toSet());
        return Mentions.in(prompt).stream()
                .filter(handle -> !known.contains(handle) && !handle.equals(viewer.handle()))
                .filter(handle -> accounts.find(handle).isPresent())
                .findFirst();
    }

    /** Consent to use was given when the film was ordered; it must stand on the day it is shown, too. */
    private void recheck(CameoView cameo, UUID author, UUID video) {
        var facts = cameo.facts();
        var now = Standing.of(new Standing.Facts(
                facts.gone(),
                facts.own(),
                facts.ownerAway(),
                facts.severed(),
                facts.mutual(),
                facts.level(),
                facts.grant(),
                false,
                facts.ended()));
        if (now != Standing.ALLOWED) {
            throw new ConsentMissing(cameo.handle(), now == Standing.ASK || now == Standing.ASKED);
        }
        // of one film only: the other takes of the same order now wait for a yes of their own
        jdbc.sql("""
                        update cameo_use set state = 'PENDING'
                        where cameo = :cameo and account = :account and video <> :video and state = 'ALLOWED' and decided_at is null
                          and exists (select 1 from cameo_grant g where g.cameo = :cameo and g.account = :account and g.once
                                      and g.state = 'ALLOWED' and g.decided_at <= cameo_use.created_at)""")
                .param("cameo", cameo.id())
                .param("account", author)
                .param("video", video)
                .update();
    }

    private void lock(List<UUID> cameos, String strength) {
        if (!cameos.isEmpty()) {
            jdbc.sql("select id from cameo where id = any(?) order by id for " + strength)
                    .param(cameos.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record Use(UUID id, UUID cameo, String state, boolean decided) {}
}
