package app.emaki.cameo;

import app.emaki.account.AccountClosed;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.ConsentMissing.Ground;
import app.emaki.cameo.Standing.Grant;
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
    private final CameoUses uses;
    private final CameoQuery query;
    private final NeverWords never;
    private final Portraits portraits;
    private final Accounts accounts;
    private final CameoLimits limits;
    private final Consents consents;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Cameos(
            JdbcClient jdbc,
            CameoUses uses,
            CameoQuery query,
            NeverWords never,
            Portraits portraits,
            Accounts accounts,
            CameoLimits limits,
            Consents consents,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.uses = uses;
        this.query = query;
        this.never = never;
        this.portraits = portraits;
        this.accounts = accounts;
        this.limits = limits;
        this.consents = consents;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What speaks against an order.
     *
     * @param named cameos chosen beside those that the prompt names
     * @param source the video that the order starts from, whose likenesses it carries on
     * @param within the film that stands before the new one in the same film, which is their source then; null for films of their own
     */
    @Transactional(readOnly = true)
    public Optional<Objection> objection(
            Viewer viewer, String prompt, Collection<UUID> named, @Nullable UUID source, @Nullable UUID within) {
        var cast = cast(viewer, prompt, named, source);
        if (cast.size() > limits.inAFilm()) {
            return Optional.of(
                    new Objection(Objection.Ground.MANY, cast.getLast().handle(), List.of(), limits.inAFilm()));
        }
        var refused = refused(source);
        var earlier = earlier(within);
        for (var cameo : cast) {
            if (cameo.standing() != Standing.ALLOWED) {
                return Optional.of(new Objection(Objection.ground(cameo.standing()), cameo.handle()));
            }
            if (refused.contains(cameo.id())) {
                return Optional.of(new Objection(Objection.Ground.REFUSED, cameo.handle()));
            }
            var words = keptAway(cameo, prompt, earlier);
            if (!words.isEmpty()) {
                return Optional.of(new Objection(Objection.Ground.WORDS, cameo.handle(), List.copyOf(words), 0));
            }
        }
        return stranger(viewer, prompt, cast).map(handle -> new Objection(Objection.Ground.NONE, handle));
    }

    /**
     * From now on nothing is taken back from anybody whom an order is about, until it is written down or given up. Whoever takes
     * something back holds the cameo first and the purses of called off films after it, so an order has to come before its purse, too.
     */
    public void hold(Viewer viewer, String prompt, Collection<UUID> named, @Nullable UUID source) {
        lock(viewer, cast(viewer, prompt, named, source));
    }

    /**
     * Writes down that an order was taken, once for each of its films; the person of each likeness is told.
     *
     * @param within the film that stands before the new ones in the same film, which is their source then; null for films of their own
     * @throws ConsentMissing when consent went while the order came, to the film that it starts from, too, or another order took the
     *     yes for one film
     */
    public void use(
            Viewer viewer,
            String prompt,
            Collection<UUID> named,
            @Nullable UUID source,
            @Nullable UUID within,
            List<UUID> videos) {
        var cast = lock(viewer, cast(viewer, prompt, named, source));
        var refused = refused(source);
        var earlier = earlier(within);
        // read again behind the locks: what was true before them may not be true any more
        for (var cameo : query.all(viewer.id(), cast)) {
            if (cameo.standing() != Standing.ALLOWED || refused.contains(cameo.id())) {
                throw new ConsentMissing(cameo, Ground.NONE);
            }
            var words = keptAway(cameo, prompt, earlier);
            if (!words.isEmpty()) {
                throw ConsentMissing.words(cameo, words);
            }
            var whole = earlier.words(cameo, prompt);
            boolean waiting = !cameo.own()
                    && (cameo.asksEach()
                            || earlier.waits(cameo)
                            || !never.in(whole, cameo).isEmpty());
            videos.forEach(video -> uses.order(viewer.id(), cameo, video, whole, waiting, within));
            if (!cameo.own()) {
                events.publishEvent(new CameoUsed(cameo.id(), cameo.owner(), viewer.id(), videos.getFirst(), waiting));
            }
        }
    }

    /** Whether anybody's likeness is in a film. */
    @Transactional(readOnly = true)
    public boolean in(UUID video) {
        return !uses.cameos(video).isEmpty();
    }

    /**
     * Stands in the way of showing a film to others, unless everybody in it agrees now.
     *
     * @throws ConsentMissing when somebody does not; nothing has changed then but that they may be asked now
     */
    @Transactional(noRollbackFor = ConsentMissing.class)
    public void requireConsent(UUID author, UUID video, Showing showing) {
        var cameos = uses.cameos(video);
        if (cameos.isEmpty()) {
            return;
        }
        uses.lock(cameos);
        uses.lockYes(author, cameos);
        uses.lockSameYes(video);
        var in = uses.of(video);
        // everybody who has to be asked is asked before the first no is told
        var missing = in.stream()
                .flatMap(use -> missing(use, author, video, showing).stream())
                .toList();
        if (!missing.isEmpty()) {
            throw missing.getFirst();
        }
        if (showing.fresh()) {
            in.forEach(use -> takeYes(use, author, video));
        }
    }

    /**
     * How a film is shown.
     *
     * @param fresh whether more people can see it than until now; a film that is shown to no more stays as it was agreed to
     * @param caption the words beneath it
     * @param commercial whether it advertises something
     */
    public record Showing(boolean fresh, String caption, boolean commercial) {}

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
            chosen.addAll(uses.cameos(source));
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

    private Set<UUID> refused(@Nullable UUID source) {
        return source == null ? Set.of() : uses.refused(source);
    }

    private Earlier earlier(@Nullable UUID within) {
        return within == null ? Earlier.NONE : new Earlier(uses.of(within));
    }

    /** Words that stand in the way of an order; those that the person said yes to stand in the film that it goes on in. */
    private Set<String> keptAway(CameoView cameo, String prompt, Earlier earlier) {
        return cameo.own() ? Set.of() : never.in(earlier.agreed(cameo) ? prompt : earlier.words(cameo, prompt), cameo);
    }

    private List<UUID> lock(Viewer viewer, List<CameoView> cast) {
        var ids = cast.stream().map(CameoView::id).toList();
        uses.lock(ids);
        uses.lockYes(viewer.id(), ids);
        return ids;
    }

    /** A handle in the words that is somebody's, but no likeness that the viewer may know of. */
    private Optional<String> stranger(Viewer viewer, String prompt, List<CameoView> cast) {
        var known = cast.stream().map(CameoView::handle).collect(Collectors.toSet());
        return Mentions.in(prompt).stream()
                .filter(handle -> !known.contains(handle) && !handle.equals(viewer.handle()))
                .filter(handle -> accounts.find(handle).isPresent())
                .findFirst();
    }

    private Optional<ConsentMissing> missing(CameoUses.Use use, UUID author, UUID video, Showing showing) {
        var cameo = query.find(author, use.cameo()).orElseThrow(NoSuchCameo::new);
        if (!use.state().equals("ALLOWED")) {
            return missing(cameo, use.state().equals("PENDING") ? Ground.WAITING : Ground.NONE);
        }
        if (showing.fresh()) {
            var now = today(cameo, use);
            boolean asks = cameo.asksEach() && !cameo.own() && use.decidedAt() == null;
            if (now == Standing.ASK || now == Standing.ASKED || now == Standing.ALLOWED && asks) {
                uses.await(cameo.id(), video);
                events.publishEvent(new CameoUsed(cameo.id(), cameo.owner(), author, video, true));
                return missing(cameo, Ground.WAITING);
            }
            if (now != Standing.ALLOWED) {
                return missing(cameo, Ground.NONE);
            }
        }
        return cameo.own() ? Optional.empty() : against(cameo, use, showing);
    }

    private static Optional<ConsentMissing> missing(CameoView cameo, Ground ground) {
        return Optional.of(new ConsentMissing(cameo, ground));
    }

    /** A film that is shown under a yes for one film has that yes; the others that could have had it wait for one of their own. */
    private void takeYes(CameoUses.Use use, UUID author, UUID video) {
        var cameo = query.find(author, use.cameo()).orElseThrow(NoSuchCameo::new);
        if (!cameo.own() && !cameo.facts().open() && !use.covers()) {
            uses.takeYes(cameo.id(), author, video);
        }
        if (use.underYes() != null && use.decidedAt() == null) {
            uses.spend(cameo.id(), author, video);
        }
    }

    /**
     * How consent to a use stands on the day it is shown; it was given when the film was ordered. A yes to this very film stands in
     * place of the terms that it was said under, and of none that came later; a yes for one film stands for the one that was
     * ordered under it, whatever was asked for another since.
     */
    private static Standing today(CameoView cameo, CameoUses.Use use) {
        var facts = cameo.facts();
        boolean own = use.covers();
        return Standing.of(new Standing.Facts(
                facts.gone(),
                facts.own(),
                facts.ownerAway(),
                facts.severed(),
                facts.mutual(),
                own ? Level.EVERYONE : facts.level(),
                own || use.underYes() != null ? Grant.ALLOWED : facts.grant(),
                !own && use.underYes() == null && facts.spent(),
                facts.ended() && !use.decidedAfter(cameo.endsAt())));
    }

    /** What the person keeps away from their likeness is looked for in the words beneath a film, too, which they did not see before. */
    private Optional<ConsentMissing> against(CameoView cameo, CameoUses.Use use, Showing showing) {
        var told = showing.fresh() && !use.covers() ? use.prompt() + "\n" + showing.caption() : showing.caption();
        var words = never.in(told, cameo);
        if (!words.isEmpty()) {
            return Optional.of(ConsentMissing.words(cameo, words));
        }
        return showing.commercial() && cameo.restrictions().contains(Restriction.ADVERTISING)
                ? missing(cameo, Ground.ADVERTISING)
                : Optional.empty();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
