package app.emaki.generation;

import app.emaki.account.AccountClosed;
import app.emaki.account.AccountSuspended;
import app.emaki.account.Accounts;
import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.cameo.CameoRevoked;
import app.emaki.cameo.Cameos;
import app.emaki.cameo.ConsentMissing;
import app.emaki.credit.Credits;
import app.emaki.generation.Refusal.Reason;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Page;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the engine: order a film, call it off, try again, and see how it stands. */
@Component
@Transactional
public class Generations {
    private static final int PAGE = 24;
    private static final long MOST_RANDOM_SEED = 1_000_000_000;
    private static final List<State> LIVE = List.of(State.QUEUED, State.RUNNING, State.MASTERING, State.UNKNOWN);

    private static final List<State> IN_VAIN = List.of(State.FAILED, State.CANCELLED);

    private final GenerationRepository generations;
    private final Rules rules;
    private final Outlook outlook;
    private final ReferenceImages pictures;
    private final FaceDeclarations faces;
    private final VideoModels models;
    private final Plans plans;
    private final Accounts accounts;
    private final Cameos cameos;
    private final Credits credits;
    private final Endings endings;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final RandomGenerator random = new SecureRandom();

    Generations(
            GenerationRepository generations,
            Rules rules,
            Outlook outlook,
            ReferenceImages pictures,
            FaceDeclarations faces,
            VideoModels models,
            Plans plans,
            Accounts accounts,
            Cameos cameos,
            Credits credits,
            Endings endings,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.generations = generations;
        this.rules = rules;
        this.outlook = outlook;
        this.pictures = pictures;
        this.faces = faces;
        this.models = models;
        this.plans = plans;
        this.accounts = accounts;
        this.cameos = cameos;
        this.credits = credits;
        this.endings = endings;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes an order: all takes or none, with their credits set aside.
     *
     * @return the ids of the takes
     * @throws GenerationRefused when a rule forbids it; nothing is charged
     * @throws ImageRefused when a picture is gone, or shows a face that nobody spoke for
     */
    public List<UUID> submit(Viewer viewer, GenerationRequest order) {
        return submit(viewer, order, ids.next(), null);
    }

    /**
     * As {@link #submit(Viewer, GenerationRequest)}, once for each time that a form was shown: who presses twice is answered with the
     * first order. Whoever comes back to the form when that has ended orders anew.
     *
     * @param once names the form as it was shown; empty for one that has no name
     */
    public List<UUID> submit(Viewer viewer, GenerationRequest order, String once) {
        if (once.isEmpty()) {
            return submit(viewer, order);
        }
        generations.queueUp(viewer.id() + once);
        // by what is on them: a form that is sent twice brings its picture twice
        var shown = order.references().stream()
                .map(it -> it.role() + pictures.print(viewer, it.key()))
                .toList();
        for (int round = 0; ; round++) {
            var name = viewer.id() + once + round + order.showing(List.of()) + shown;
            var group = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            var before = generations.findByGroupIdAndAccountIdOrderByTake(group, viewer.id());
            if (before.isEmpty()) {
                return submit(viewer, order, group, null);
            }
            if (before.stream().anyMatch(take -> !take.state().ended())) {
                return before.stream().map(Generation::id).toList();
            }
        }
    }

    private List<UUID> submit(Viewer viewer, GenerationRequest order, UUID group, @Nullable Retry retry) {
        rules.broken(viewer, order).or(() -> rules.votedDown(order.prompt())).ifPresent(refusal -> {
            throw new GenerationRefused(refusal);
        });
        pictures.hold(viewer, order.references());
        cameos.hold(viewer, order.prompt().text(), order.cameos(), order.remixOf());
        var offer = models.offer(order.model()).orElseThrow();
        int price = credits.price(offer, order.seconds(), order.lines());
        long seed = order.seed() == null ? random.nextLong(1, MOST_RANDOM_SEED) : order.seed();
        var takes = new ArrayList<Generation>();
        for (int take = 1; take <= order.takes(); take++) {
            takes.add(queue(viewer, order, offer, group, take, seed + take - 1, price, retry));
        }
        var videos = takes.stream().map(Generation::videoId).toList();
        faces.ofOrder(viewer, order.references(), order.remixOf(), videos);
        use(viewer, order, videos);
        events.publishEvent(new WorkArrived());
        return takes.stream().map(Generation::id).toList();
    }

    /** What an order would cost and how long it would take; changes nothing. */
    @Transactional(readOnly = true)
    public Quote quote(Viewer viewer, GenerationRequest order) {
        var refusal = rules.broken(viewer, order).orElse(null);
        var offer = models.offer(order.model());
        int price = offer.map(it -> credits.price(it, order.seconds(), order.lines()) * order.takes())
                .orElse(0);
        var forecast = offer.map(it -> outlook.forNew(viewer, it, order.seconds(), order.lines()))
                .orElse(Outlook.Forecast.NONE);
        boolean watermark = !plans.limits(viewer.plan()).cleanDownload();
        return new Quote(price, forecast.place(), forecast.seconds(), watermark, refusal);
    }

    /** A small JPEG of what is drawn so far; empty where there is nothing to see before the end. */
    @Transactional(readOnly = true)
    public Optional<byte[]> glimpse(Viewer viewer, UUID id) {
        var generation = owned(viewer, id);
        return Optional.ofNullable(generation.errand().remoteId())
                .flatMap(job -> models.backend(generation.backend(), generation.configuration())
                        .flatMap(client -> client.glimpse(job)));
    }

    /** Calls a generation off; one that has ended stays as it is. */
    public void cancel(Viewer viewer, UUID id) {
        callOff(generations.lock(id, viewer.id()).orElseThrow(() -> new NoSuchGeneration(id)));
    }

    /** Orders another try at an ended generation, changed as the remedy says; while that has not failed too, it is the only one. */
    public UUID retry(Viewer viewer, UUID id, Remedy remedy) {
        var generation = generations.lock(id, viewer.id()).orElseThrow(() -> new NoSuchGeneration(id));
        var before = generations.retryOf(id, remedy, IN_VAIN);
        if (before.isPresent()) {
            return before.get();
        }
        var can = models.offer(generation.model())
                .orElseThrow(() ->
                        new GenerationRefused(new Refusal(Reason.UNKNOWN_MODEL, Map.of("model", generation.model()))))
                .capabilities();
        var order = switch (remedy) {
            case SAME_AGAIN ->
                generation.again(
                        generation.commission().prompt(),
                        generation.commission().seconds(),
                        generation.commission().lines());
            case SIMPLER ->
                generation.again(
                        generation.commission().prompt().simpler(),
                        generation.commission().seconds(),
                        generation.commission().lines());
            case SHORTER ->
                generation.again(
                        generation.commission().prompt(),
                        can.nearest(Math.max(
                                can.minSeconds(), generation.commission().seconds() / 2)),
                        generation.commission().lines());
            case LOWER_RESOLUTION ->
                generation.again(
                        generation.commission().prompt(),
                        generation.commission().seconds(),
                        below(generation.commission().lines(), can.lines()));
        };
        return submit(viewer, order, ids.next(), new Retry(id, remedy)).getFirst();
    }

    /**
     * Orders a generation once more in these words, by chance and so many times; pictures, people and settings stay.
     *
     * @param once names the form as it was shown; empty for one that has no name
     */
    public List<UUID> again(Viewer viewer, UUID id, Prompt prompt, int takes, String once) {
        var generation = owned(viewer, id);
        return submit(
                viewer,
                generation
                        .again(
                                prompt,
                                generation.commission().seconds(),
                                generation.commission().lines())
                        .times(takes),
                once);
    }

    /** One generation of the viewer's own. */
    @Transactional(readOnly = true)
    public Optional<GenerationView> find(Viewer viewer, UUID id) {
        return generations.findByIdAndAccountId(id, viewer.id()).map(this::view);
    }

    /** The takes of one order. */
    @Transactional(readOnly = true)
    public List<GenerationView> group(Viewer viewer, UUID group) {
        return outlook.of(generations.findByGroupIdAndAccountIdOrderByTake(group, viewer.id()));
    }

    /** The viewer's generations, newest first. */
    @Transactional(readOnly = true)
    public Page<GenerationView> list(Viewer viewer, @Nullable Cursor before) {
        var limit = Limit.of(PAGE + 1);
        var rows = before == null
                ? generations.findByAccountIdOrderByCreatedAtDescIdDesc(viewer.id(), limit)
                : generations.findBefore(viewer.id(), before.at(), before.id(), limit);
        var page = Page.of(rows, PAGE, row -> new Cursor(row.createdAt(), row.id()));
        return new Page<>(outlook.of(page.items()), page.next());
    }

    /** How many of the viewer's generations have not ended yet. */
    @Transactional(readOnly = true)
    public long running(Viewer viewer) {
        return generations.countByAccountIdAndStateIn(viewer.id(), LIVE);
    }

    /** An admin ends a generation wherever it stands; its owner gets the credits back, and its backend hears of it soon. */
    void giveUp(UUID id) {
        var generation = generations.lock(id).orElseThrow(() -> new NoSuchGeneration(id));
        if (!generation.state().ended()) {
            generation.giveUp("Ended by an admin", clock.instant());
            endings.of(generation);
        }
    }

    /**
     * An admin has mended what made a film fail, and orders it once more for its owner, at the price of any order.
     *
     * @throws GenerationRefused when a rule forbids it by now
     */
    void again(UUID id) {
        var generation = generations.lock(id).orElseThrow(() -> new NoSuchGeneration(id));
        var failure = generation.failure();
        if (failure == null || !failure.mendable()) {
            throw new NoSuchGeneration(id);
        }
        var owner = accounts.find(generation.accountId())
                .filter(Viewer::active)
                .orElseThrow(() -> new NoSuchGeneration(id));
        if (generations.retryOf(id, Remedy.SAME_AGAIN, IN_VAIN).isEmpty()) {
            submit(
                    owner,
                    generation.again(
                            generation.commission().prompt(),
                            generation.commission().seconds(),
                            generation.commission().lines()),
                    ids.next(),
                    new Retry(id, Remedy.SAME_AGAIN));
        }
    }

    /** An admin wants the next step of a generation to be taken now, by whoever comes first. */
    void hurry(UUID id) {
        generations.lock(id).orElseThrow(() -> new NoSuchGeneration(id)).hurry(clock.instant());
        events.publishEvent(new WorkArrived());
    }

    @EventListener
    void on(AccountSuspended event) {
        callOffAll(event.account());
    }

    @EventListener
    void on(AccountClosed event) {
        callOffAll(event.account());
    }

    /** Films in the making with somebody who does not agree any more are called off. */
    @EventListener
    void on(CameoRevoked event) {
        if (!event.videos().isEmpty()) {
            generations.live(event.videos(), LIVE).forEach(this::callOff);
        }
    }

    @EventListener
    void on(GenerationFailed event) {
        generations.findById(event.id()).ifPresent(it -> cameos.unmade(it.videoId()));
    }

    /** Writes down whose likenesses the films will show. */
    private void use(Viewer viewer, GenerationRequest order, List<UUID> videos) {
        try {
            cameos.use(viewer, order.prompt().text(), order.cameos(), order.remixOf(), order.within(), videos);
        } catch (ConsentMissing e) {
            // taken back since the rules were asked
            throw new GenerationRefused(
                    e.words().isEmpty()
                            ? new Refusal(Reason.CAMEO_REFUSED, Map.of("cameo", e.handle()))
                            : new Refusal(Reason.CAMEO_WORDS, Map.of("cameo", e.handle(), "words", e.words())));
        }
    }

    private void callOffAll(UUID account) {
        generations.live(account, LIVE).forEach(this::callOff);
    }

    private void callOff(UUID id) {
        callOff(generations.lock(id).orElseThrow(() -> new NoSuchGeneration(id)));
    }

    private void callOff(Generation generation) {
        boolean over = generation.state().ended();
        generation.callOff(clock.instant());
        if (!over && generation.state().ended()) {
            endings.of(generation);
        }
        events.publishEvent(new WorkArrived());
    }

    private Generation queue(
            Viewer viewer,
            GenerationRequest order,
            ModelOffer offer,
            UUID group,
            int take,
            long seed,
            int price,
            @Nullable Retry retry) {
        var now = clock.instant();
        var configuration = models.client(offer.id()).configuration();
        var generation = generations.save(new Generation(
                ids.next(),
                viewer.id(),
                group,
                take,
                order,
                offer,
                configuration,
                seed,
                price,
                ids.next(),
                retry,
                now));
        if (!credits.reserve(viewer, generation.id(), price)) {
            // another order of the same account was faster; the exception takes back the takes before this one
            var balance = credits.balance(viewer);
            throw new GenerationRefused(new Refusal(
                    Reason.CREDITS,
                    Map.of("price", price * order.takes(), "left", balance.left(), "resetsAt", balance.resetsAt())));
        }
        return generation;
    }

    private Generation owned(Viewer viewer, UUID id) {
        return generations.findByIdAndAccountId(id, viewer.id()).orElseThrow(() -> new NoSuchGeneration(id));
    }

    private GenerationView view(Generation generation) {
        return outlook.of(List.of(generation)).getFirst();
    }

    private static int below(int lines, List<Integer> choices) {
        return choices.stream().filter(it -> it < lines).max(Integer::compare).orElse(lines);
    }
}
